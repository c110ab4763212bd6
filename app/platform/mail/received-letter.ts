import { simpleParser } from 'mailparser'
import { type Header, longestHeader, partOf, textOfLetter } from './text-of-letter.ts'

/** A letter as it was received, without its attachments. */
export interface ReceivedLetter {
  /** The Message-ID with its brackets; undefined when it has none that is fit to be repeated. */
  messageId: string | undefined
  /** The addresses of every From header, as they were written. */
  from: string[]
  /** When the letter says it was written. */
  date: Date | undefined
  /** The plain text, or the text of the web page that the letter is. */
  text: string
  /** How many attachments were left out. */
  attachments: number
  /** The values of a header by its name in small letters, topmost first. */
  header: (name: string) => string[]
}

/** The most text of a web page that is read, in characters. */
const longestHtml = 100_000

/** Reads a letter: character sets, encodings, flowed lines, web pages as text. Undefined when it cannot be read. */
export async function readLetter(raw: Buffer): Promise<ReceivedLetter | undefined> {
  const letter = partOf(raw)
  const { text, attachments } = textOfLetter(letter)
  const top = [
    ...only(letter.headers, ['from', 'date', 'message-id', 'mime-version']),
    ...only(text?.headers ?? [], ['content-type', 'content-transfer-encoding']),
  ]
  const small = [Buffer.from(`${top.map(({ line }) => `${line}\r\n`).join('')}\r\n`, 'latin1')]
  const mail = await simpleParser(Buffer.concat([...small, text?.body ?? Buffer.alloc(0)]), {
    skipTextToHtml: true,
    skipImageLinks: true,
    skipTextLinks: true,
    maxHtmlLengthToParse: longestHtml,
  }).catch(() => undefined)
  if (mail === undefined) return undefined
  const header = (wanted: string) =>
    letter.headers.flatMap(({ name, line }) =>
      name === wanted
        ? [
            line
              .slice(line.indexOf(':') + 1, longestHeader)
              .replaceAll(/\s+/g, ' ')
              .trim(),
          ]
        : [],
    )
  const messageId = mail.messageId?.trim() ?? ''
  const senders = mail.from?.value.map((one) => one.address ?? '') ?? []
  return {
    messageId: /^<[\x21-\x3b\x3d\x3f-\x7e]{1,250}>$/.test(messageId) ? messageId : undefined,
    // Several From headers count as several senders, whatever stands in them.
    from: [...senders, ...header('from').slice(1)],
    date: mail.date !== undefined && !Number.isNaN(mail.date.getTime()) ? mail.date : undefined,
    text: mail.text ?? '',
    attachments,
    header,
  }
}

/** The first header of each name, where it is not too long. */
function only(headers: readonly Header[], names: readonly string[]): Header[] {
  return names.flatMap(
    (name) => headers.find((one) => one.name === name && one.line.length <= longestHeader) ?? [],
  )
}
