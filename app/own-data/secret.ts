import { createHash, randomBytes } from 'node:crypto'

/** A new secret of 256 bits, as 43 characters that fit into an address. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** What is kept of a secret. Anything that is not exactly the 43 characters of one has no hash and fits nothing. */
export function hashOfSecret(text: string): string | undefined {
  if (!/^[A-Za-z0-9_-]{43}$/.test(text)) return undefined
  return createHash('sha256').update(text, 'utf8').digest('hex')
}
