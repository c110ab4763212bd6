import type { Encoding, FileFault } from './table-file.ts'

/** How much of a file is looked at for telling UTF-16 without its mark, in bytes. */
const sampleBytes = 2_000

/**
 * The text of bytes whose encoding nobody tells: by its byte order mark, by zeros in every second byte (UTF-16), else UTF-8
 * where every byte fits it, else Windows-1252. `cut-off` when a letter is cut in two at the end, `not-a-table` for bytes
 * that are no text.
 */
export function decodeText(bytes: Uint8Array): { text: string; encoding: Encoding } | FileFault {
  const encoding = encodingOf(bytes)
  if (encoding === 'cut-off') return encoding
  if (encoding.startsWith('utf-16') && bytes.length % 2 === 1) return 'cut-off'
  const text = new TextDecoder(encoding).decode(bytes)
  return holdsControls(text) ? 'not-a-table' : { text, encoding }
}

function encodingOf(bytes: Uint8Array): Encoding | 'cut-off' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const zeros = [0, 0]
  const sample = bytes.subarray(0, sampleBytes)
  for (const [index, byte] of sample.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  if (odd > sample.length / 4 && even <= odd / 10) return 'utf-16le'
  if (even > sample.length / 4 && odd <= even / 10) return 'utf-16be'
  if (fitsUtf8(bytes, false)) return 'utf-8'
  // All but the last letter fit: half a letter at the end, unless it is the only one beyond ASCII.
  const beyondAscii = bytes.findIndex((byte) => byte >= 0x80)
  if (fitsUtf8(bytes, true) && beyondAscii < bytes.length - 3) return 'cut-off'
  return 'windows-1252'
}

function fitsUtf8(bytes: Uint8Array, mayEndInside: boolean): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: mayEndInside })
    return true
  } catch {
    return false
  }
}

/** Control characters other than tab, line feed, form feed and carriage return: a picture, a program, anything but text. */
function holdsControls(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code < 32 && code !== 9 && code !== 10 && code !== 12 && code !== 13) return true
  }
  return false
}
