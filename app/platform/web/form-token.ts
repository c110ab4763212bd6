import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

// The token that every form carries: proof that our own page was opened in this very browser. Its key is a cookie that no
// script can read: the session's, or the form cookie of whoever has not signed in.

const saltBytes = 12

/** A token for a form shown to the browser that keeps `secret`. Each is different, so that none can be guessed from sizes of answers. */
export function newFormToken(secret: string): string {
  const salt = randomBytes(saltBytes).toString('base64url')
  return `${salt}.${seal(secret, salt)}`
}

/** True when the token was made for the browser that keeps `secret`. */
export function isFormToken(token: string, secret: string): boolean {
  const [, salt = '', sent = ''] = /^([\w-]{16})\.([\w-]{43})$/.exec(token) ?? []
  if (sent === '') return false
  return timingSafeEqual(Buffer.from(sent), Buffer.from(seal(secret, salt)))
}

function seal(secret: string, salt: string): string {
  return createHmac('sha256', secret).update(`form ${salt}`, 'utf8').digest('base64url')
}
