import { crc32, inflateRawSync } from 'node:zlib'

/** Why an archive is not read. */
export type UnzipFault =
  /** No directory at the end, or one that points outside the file. */
  | 'not-an-archive'
  /** A file does not have the length or the checksum that the directory tells. */
  | 'damaged'
  /** Encrypted, parted, over 4 GiB or packed in a way other than DEFLATE. */
  | 'unsupported'
  /** A name that leads out of the archive, is told twice, or holds signs that no name needs. */
  | 'bad-name'
  | 'too-many-files'
  /** Unpacked it would be larger than allowed, whatever it tells of itself. */
  | 'too-large'

/** What an archive may hold at most. */
export interface UnzipLimits {
  files: number
  /** All files together, unpacked. */
  bytes: number
}

interface Entry {
  name: string
  method: number
  crc: number
  packed: number
  length: number
  start: number
}

const endLength = 22
const longestComment = 65_535
const stored = 0
const deflated = 8

/**
 * The files of a ZIP archive by name (APPNOTE 6.3.10, without ZIP64), folders left out. The archive may come from anywhere:
 * names, number and unpacked size are looked at before anything is unpacked, and unpacking stops at the length that was told.
 */
export function unzip(
  archive: Buffer,
  limits: UnzipLimits,
): { ok: true; files: Map<string, Buffer> } | { ok: false; fault: UnzipFault } {
  const refuse = (fault: UnzipFault) => ({ ok: false as const, fault })
  try {
    const entries = directoryOf(archive, limits)
    if (!Array.isArray(entries)) return refuse(entries)
    const files = new Map<string, Buffer>()
    for (const entry of entries) {
      const content = contentOf(archive, entry)
      if (!Buffer.isBuffer(content)) return refuse(content)
      files.set(entry.name, content)
    }
    return { ok: true, files }
  } catch (error) {
    // Reading beyond the end of the file.
    if (error instanceof RangeError) return refuse('not-an-archive')
    throw error
  }
}

function directoryOf(archive: Buffer, limits: UnzipLimits): Entry[] | UnzipFault {
  const end = archive.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  if (end < 0 || end < archive.length - endLength - longestComment) return 'not-an-archive'
  if (archive.readUInt16LE(end + 4) !== 0 || archive.readUInt16LE(end + 6) !== 0) return 'unsupported'
  const count = archive.readUInt16LE(end + 10)
  if (count > limits.files) return 'too-many-files'
  const entries: Entry[] = []
  const names = new Set<string>()
  let place = archive.readUInt32LE(end + 16)
  let total = 0
  for (let i = 0; i < count; i++) {
    if (archive.toString('latin1', place, place + 4) !== 'PK\x01\x02') return 'not-an-archive'
    const flags = archive.readUInt16LE(place + 8)
    const nameLength = archive.readUInt16LE(place + 28)
    const name = archive.toString('utf8', place + 46, place + 46 + nameLength)
    const entry = {
      name,
      method: archive.readUInt16LE(place + 10),
      crc: archive.readUInt32LE(place + 16),
      packed: archive.readUInt32LE(place + 20),
      length: archive.readUInt32LE(place + 24),
      start: archive.readUInt32LE(place + 42),
    }
    place += 46 + nameLength + archive.readUInt16LE(place + 30) + archive.readUInt16LE(place + 32)
    if (leadsAstray(name) || names.has(name)) return 'bad-name'
    names.add(name)
    if ((flags & 1) !== 0 || (entry.method !== stored && entry.method !== deflated)) return 'unsupported'
    if ([entry.packed, entry.length, entry.start].includes(0xffffffff)) return 'unsupported'
    total += entry.length
    if (total > limits.bytes) return 'too-large'
    if (!name.endsWith('/')) entries.push(entry)
  }
  return entries
}

function leadsAstray(name: string): boolean {
  return (
    name === '' ||
    /^\/|\\|[\p{Cc}\ufffd]|^[A-Za-z]:/u.test(name) ||
    name.split('/').some((part) => part === '..' || part === '.')
  )
}

function contentOf(archive: Buffer, entry: Entry): Buffer | UnzipFault {
  if (archive.toString('latin1', entry.start, entry.start + 4) !== 'PK\x03\x04') return 'not-an-archive'
  const from =
    entry.start + 30 + archive.readUInt16LE(entry.start + 26) + archive.readUInt16LE(entry.start + 28)
  const packed = archive.subarray(from, from + entry.packed)
  if (packed.length !== entry.packed) return 'damaged'
  let content: Buffer
  try {
    content = entry.method === stored ? packed : inflateRawSync(packed, { maxOutputLength: entry.length + 1 })
  } catch {
    return 'damaged'
  }
  return content.length === entry.length && crc32(content) === entry.crc ? content : 'damaged'
}
