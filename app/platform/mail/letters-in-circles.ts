import type { ReceivedLetter } from './received-letter.ts'

/**
 * True for a letter that no person wrote just now: an answer by a machine, a letter of a list, a report of a failed
 * delivery. Answering such letters, or storing them, is how letters go in circles (RFC 3834).
 */
export function isAutomatic({ header }: Pick<ReceivedLetter, 'header'>): boolean {
  const says = (name: string, what: RegExp) => header(name).some((value) => what.test(value))
  return (
    says('auto-submitted', /^(?!no\s*(;|$))/i) ||
    says('precedence', /\b(bulk|list|junk|auto_reply)\b/i) ||
    says('x-auto-response-suppress', /^(?!none\s*$)/i) ||
    says('content-type', /^multipart\/report\b/i) ||
    says('return-path', /^<>$/) ||
    ['list-id', 'list-unsubscribe', 'x-autoreply', 'x-autorespond', 'x-loop', 'feedback-id'].some(
      (name) => header(name).length > 0,
    )
  )
}

/**
 * What the mail server in front found out about the sender's domain (DMARC, RFC 8601): only the topmost header by that
 * server's name counts, the others may have come with the letter. Undefined when it said nothing.
 */
export function foundByServer(
  { header }: Pick<ReceivedLetter, 'header'>,
  server: string,
): 'pass' | 'fail' | 'other' | undefined {
  const [result] = header('authentication-results').filter(
    (value) => value.split(/[\s;]/)[0]?.toLowerCase() === server.toLowerCase(),
  )
  if (result === undefined) return undefined
  const found = /[;\s]dmarc\s*=\s*([a-z]+)/i.exec(withoutComments(result))?.[1]?.toLowerCase()
  return found === 'pass' || found === 'fail' ? found : 'other'
}

function withoutComments(value: string): string {
  return value.replaceAll(/\([^()]*\)/g, ' ')
}
