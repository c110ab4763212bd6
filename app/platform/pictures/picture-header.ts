/** What the first bytes of a picture say of it. */
export interface PictureHeader {
  kind: 'jpeg' | 'png' | 'webp'
  width: number
  height: number
}

const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

const startsWith = (bytes: Uint8Array, signature: readonly number[], at = 0) =>
  signature.every((byte, index) => bytes[at + index] === byte)

const letters = (bytes: Uint8Array, at: number, length: number) =>
  String.fromCharCode(...bytes.subarray(at, at + length))

/**
 * Kind and size in pixels as the content tells them, read from a few bytes and without decoding anything; a file's name and
 * what the browser says of it count for nothing. Undefined for every other kind, for one that ends too early, and for a size
 * of nothing. Sources: ITU T.81 (JPEG), RFC 2083 (PNG), RFC 9649 (WebP).
 */
export function readPictureHeader(bytes: Uint8Array): PictureHeader | undefined {
  const header = startsWith(bytes, png)
    ? readPng(bytes)
    : startsWith(bytes, [0xff, 0xd8, 0xff])
      ? readJpeg(bytes)
      : letters(bytes, 0, 4) === 'RIFF' && letters(bytes, 8, 4) === 'WEBP'
        ? readWebp(bytes)
        : undefined
  return header && header.width > 0 && header.height > 0 ? header : undefined
}

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

function readPng(bytes: Uint8Array): PictureHeader | undefined {
  if (bytes.length < 33 || letters(bytes, 12, 4) !== 'IHDR') return undefined
  const view = viewOf(bytes)
  return { kind: 'png', width: view.getUint32(16), height: view.getUint32(20) }
}

function readJpeg(bytes: Uint8Array): PictureHeader | undefined {
  const view = viewOf(bytes)
  let at = 2
  while (at + 9 < bytes.length) {
    if (bytes[at] !== 0xff) return undefined
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) {
      at += 1
      continue
    }
    // The frame: C0 to CF but for tables of codes (C4), an extension (C8) and arithmetic conditions (CC).
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return { kind: 'jpeg', height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    const standsAlone = marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)
    // Before a frame there is nothing to show.
    if (marker === 0xd9 || marker === 0xda) return undefined
    const length = standsAlone ? 0 : view.getUint16(at + 2)
    if (!standsAlone && length < 2) return undefined
    at += 2 + length
  }
  return undefined
}

function readWebp(bytes: Uint8Array): PictureHeader | undefined {
  if (bytes.length < 30) return undefined
  const view = viewOf(bytes)
  const chunk = letters(bytes, 12, 4)
  const threeBytes = (at: number) => view.getUint16(at, true) + ((bytes[at + 2] ?? 0) << 16)
  if (chunk === 'VP8X') return { kind: 'webp', width: threeBytes(24) + 1, height: threeBytes(27) + 1 }
  if (chunk === 'VP8 ' && startsWith(bytes, [0x9d, 0x01, 0x2a], 23))
    return {
      kind: 'webp',
      width: view.getUint16(26, true) & 0x3fff,
      height: view.getUint16(28, true) & 0x3fff,
    }
  if (chunk === 'VP8L' && bytes[20] === 0x2f) {
    const size = view.getUint32(21, true)
    return { kind: 'webp', width: (size & 0x3fff) + 1, height: ((size >>> 14) & 0x3fff) + 1 }
  }
  return undefined
}
