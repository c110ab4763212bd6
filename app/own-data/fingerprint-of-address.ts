import { createHash } from 'node:crypto'

/** SHA-256 of an address in lower case: by it later rooms find an address they hold without being told it. */
export function fingerprintOfAddress(email: string): string {
  return createHash('sha256').update(email.toLowerCase(), 'utf8').digest('hex')
}
