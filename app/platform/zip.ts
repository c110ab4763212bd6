import { crc32, deflateRawSync } from 'node:zlib'

/** One file of an archive; `name` may hold folders, parted by slashes. */
export interface ZipEntry {
  name: string
  content: string
}

const utf8Names = 0x0800
const deflated = 8
const versionNeeded = 20

/**
 * A ZIP archive of text files, in memory, after the application note of the format (APPNOTE 6.3.10, without ZIP64): under
 * 65,536 files and 4 GiB. All entries carry the same moment, to two seconds, in UTC.
 */
export function zip(entries: readonly ZipEntry[], at: Date): Buffer {
  const day = ((at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate()
  const time = (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1)
  const local: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const name = Buffer.from(entry.name, 'utf8')
    const content = Buffer.from(entry.content, 'utf8')
    const packed = deflateRawSync(content)
    const described = Buffer.alloc(26)
    described.writeUInt16LE(versionNeeded, 0)
    described.writeUInt16LE(utf8Names, 2)
    described.writeUInt16LE(deflated, 4)
    described.writeUInt16LE(time, 6)
    described.writeUInt16LE(day, 8)
    described.writeUInt32LE(crc32(content), 10)
    described.writeUInt32LE(packed.length, 14)
    described.writeUInt32LE(content.length, 18)
    described.writeUInt16LE(name.length, 22)
    local.push(Buffer.from('PK\x03\x04', 'latin1'), described, name, packed)

    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    central.push(Buffer.from('PK\x01\x02', 'latin1'), Buffer.from([versionNeeded, 0]), described, place, name)
    offset += 30 + name.length + packed.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 0, 'latin1')
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...local, directory, end])
}
