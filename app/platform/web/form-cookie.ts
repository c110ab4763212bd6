import { createHash, randomBytes } from 'node:crypto'

/** The cookie that marks one browser while it fills in forms. Its value never leaves the browser but to us. */
export const formCookie = 'uskalla_form'

/** The value that a browser sent, or a new one of 256 bits when it sent none that could be ours. */
export function formSecretOf(sent: string | undefined): string {
  return sent !== undefined && /^[\w-]{43}$/.test(sent) ? sent : randomBytes(32).toString('base64url')
}

/** What may be stored of a browser: the SHA-256 of its form cookie, in hexadecimal digits. */
export function browserMark(formSecret: string): string {
  return createHash('sha256').update(`browser ${formSecret}`, 'utf8').digest('hex')
}
