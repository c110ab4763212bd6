import { createHmac, timingSafeEqual } from 'node:crypto'

// Links and reply addresses of reminders: the id of what was asked and a seal over everything that it says. Small letters
// and digits only, because some mail programs and servers change the case of addresses.

/** What a token lets somebody do: answer one question by link or by mail, answer a whole letter, stop the letters. */
export type TokenUse = 'link' | 'reply' | 'replies' | 'stop'

const letters = 'abcdefghijklmnopqrstuvwxyz234567'
const idBytes = 16
const sealBytes = 16
/** How long a token is: 256 bits in base 32 (RFC 4648 without padding). */
export const tokenLength = 52

/** A token of 52 small letters and digits. `facts` are sealed, not told. Throws when the id is no UUID. */
export function newAnswerToken(key: string, use: TokenUse, id: string, facts: readonly string[]): string {
  const bytes = Buffer.from(id.replaceAll('-', ''), 'hex')
  if (bytes.length !== idBytes) throw new Error('an answer token needs a UUID')
  return toBase32(Buffer.concat([bytes, seal(key, use, id, facts)]))
}

/** The id that a token names, whoever made it; undefined for what is no token. */
export function idInToken(token: string): string | undefined {
  const hex = fromBase32(token)?.subarray(0, idBytes).toString('hex')
  return hex?.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** True when the token was made with this key for this use of exactly these facts. */
export function isAnswerToken(
  token: string,
  { key, use, id, facts }: { key: string; use: TokenUse; id: string; facts: readonly string[] },
): boolean {
  const sent = fromBase32(token)?.subarray(idBytes)
  return sent !== undefined && idInToken(token) === id && timingSafeEqual(sent, seal(key, use, id, facts))
}

function seal(key: string, use: TokenUse, id: string, facts: readonly string[]): Buffer {
  const own = createHmac('sha256', key).update(`answers by ${use}`, 'utf8').digest()
  const sealed = createHmac('sha256', own).update(JSON.stringify([id, ...facts]), 'utf8')
  return sealed.digest().subarray(0, sealBytes)
}

function toBase32(bytes: Buffer): string {
  let bits = 0
  let held = 0
  let text = ''
  for (const byte of bytes) {
    held = (held << 8) | byte
    bits += 8
    while (bits >= 5) {
      text += letters[(held >> (bits - 5)) & 31]
      bits -= 5
    }
    held &= (1 << bits) - 1
  }
  return bits > 0 ? text + letters[(held << (5 - bits)) & 31] : text
}

/** Undefined for anything that is not exactly what `toBase32` makes of 32 bytes. */
function fromBase32(text: string): Buffer | undefined {
  if (!/^[a-z2-7]{52}$/.test(text)) return undefined
  const bytes: number[] = []
  let bits = 0
  let held = 0
  for (const letter of text) {
    held = (held << 5) | letters.indexOf(letter)
    bits += 5
    if (bits >= 8) {
      bytes.push((held >> (bits - 8)) & 255)
      bits -= 8
    }
    held &= (1 << bits) - 1
  }
  return held === 0 ? Buffer.from(bytes) : undefined
}
