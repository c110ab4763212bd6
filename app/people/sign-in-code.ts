import { createHash, randomInt } from 'node:crypto'

// Letters and digits that nobody takes for one another, read aloud or on a small screen.
const signs = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/** A code of that many signs to be typed by hand; each sign carries 4.95 bits. */
export function newCode(length: number): string {
  return Array.from({ length }, () => signs[randomInt(signs.length)]).join('')
}

/** What somebody typed as the code it can mean: capitals, without spaces and hyphens. */
export function codeAsTyped(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\-–]/gu, '')
}

/** What is kept of a code: its SHA-256 together with the hash of the token that went in the same letter. */
export function hashCode(code: string, tokenHash: string): string {
  return createHash('sha256').update(`code ${tokenHash} ${code}`, 'utf8').digest('hex')
}
