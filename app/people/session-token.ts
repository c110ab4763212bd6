import { createHash, randomBytes } from 'node:crypto'

/** The name of the cookie that holds a session's token. */
export const sessionCookie = 'uskalla_session'

/** How long a sign-in link can be used, in minutes. */
export const linkMinutes = 10

/** A new secret of 256 bits, as 43 characters that fit into an address. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What is stored of a token: its SHA-256, so that the database alone lets nobody in. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token, 'utf8').digest('hex')
}
