import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { unzip } from './unzip.ts'
import { zip } from './zip.ts'

const at = new Date('2026-03-10T08:00:00Z')
const limits = { files: 10, bytes: 100_000 }
const entries = [
  { name: 'LUEMINUT.txt', content: 'Åke Öhman\n' },
  { name: 'engine/01-ääkköset.json', content: '{"a":1}\n'.repeat(2_000) },
  { name: 'tyhjä.txt', content: '' },
]

/** Overwrites bytes of an archive at a place counted from a sign in it. */
function changed(archive: Buffer, sign: string, offset: number, write: (bytes: Buffer, at: number) => void) {
  const copy = Buffer.from(archive)
  write(copy, copy.lastIndexOf(sign, undefined, 'latin1') + offset)
  return copy
}

describe('reading an archive', () => {
  test('gives back what was packed', () => {
    const read = unzip(zip(entries, at), limits)
    if (!read.ok) throw new Error(read.fault)
    expect([...read.files].map(([name, content]) => ({ name, content: content.toString('utf8') }))).toEqual(
      entries,
    )
  })

  test('refuses what is no archive, or only half of one', () => {
    const whole = zip(entries, at)
    for (const bytes of [
      Buffer.alloc(0),
      Buffer.from('hei'),
      whole.subarray(0, -30),
      whole.subarray(whole.length - 22),
    ])
      expect(unzip(bytes, limits)).toEqual({ ok: false, fault: 'not-an-archive' })
  })

  test('refuses more files or bytes than allowed before anything is unpacked', () => {
    expect(unzip(zip(entries, at), { ...limits, files: 2 })).toEqual({ ok: false, fault: 'too-many-files' })
    expect(unzip(zip(entries, at), { ...limits, bytes: 1_000 })).toEqual({ ok: false, fault: 'too-large' })
  })

  test('stops unpacking a file that is longer than it tells', () => {
    const bomb = zip([{ name: 'a', content: '0'.repeat(5_000_000) }], at)
    const lying = changed(bomb, 'PK\x01\x02', 24, (bytes, place) => bytes.writeUInt32LE(100, place))
    expect(unzip(lying, limits)).toEqual({ ok: false, fault: 'damaged' })
  })

  test.each(['../a', '/a', 'a/../../b', 'C:\\a', 'a\\b', './a', 'a\u0000b', ''])(
    'refuses the name %j',
    (name) => {
      expect(unzip(zip([{ name, content: 'x' }], at), limits)).toEqual({ ok: false, fault: 'bad-name' })
    },
  )

  test('refuses one name told twice, and a way of packing it does not know', () => {
    const twice = [entries[0], entries[0]].filter((one) => one !== undefined)
    expect(unzip(zip(twice, at), limits)).toEqual({ ok: false, fault: 'bad-name' })
    const other = changed(zip(entries, at), 'PK\x01\x02', 10, (bytes, place) =>
      bytes.writeUInt16LE(12, place),
    )
    expect(unzip(other, limits)).toEqual({ ok: false, fault: 'unsupported' })
    const secret = changed(zip(entries, at), 'PK\x01\x02', 8, (bytes, place) => bytes.writeUInt16LE(1, place))
    expect(unzip(secret, limits)).toEqual({ ok: false, fault: 'unsupported' })
  })

  test('notices one changed letter', () => {
    const archive = zip([{ name: 'a', content: 'arvo 12' }], at)
    const packed = deflateRawSync(Buffer.from('arvo 12'))
    const other = deflateRawSync(Buffer.from('arvo 13'))
    expect(packed.length).toBe(other.length)
    const place = archive.indexOf(packed)
    other.copy(archive, place)
    expect(unzip(archive, limits)).toEqual({ ok: false, fault: 'damaged' })
  })

  test('answers any bytes with files or a reason, and never fails', () => {
    const archive = zip(entries, at)
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(archive.length - 1), fc.nat(255)), { minLength: 1, maxLength: 20 }),
        (changes) => {
          const bytes = Buffer.from(archive)
          for (const [place, value] of changes) bytes[place] = value
          expect(typeof unzip(bytes, limits).ok).toBe('boolean')
        },
      ),
    )
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => typeof unzip(Buffer.from(bytes), limits).ok === 'boolean'),
    )
  })
})
