import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { zip } from './zip.ts'

const at = new Date('2026-03-10T08:00:02Z')
const entries = [
  { name: 'omat-tiedot.json', content: '{"nimi":"Åke Öhman"}\n' },
  { name: 'kansio/ääkköset.html', content: 'sama rivi\n'.repeat(2_000) },
  { name: 'tyhjä.txt', content: '' },
]

/** Reads an archive as any program does: from the directory at its end. */
function unzip(archive: Buffer): { name: string; content: string }[] {
  const end = archive.length - 22
  expect(archive.toString('latin1', end, end + 4)).toBe('PK\x05\x06')
  let place = archive.readUInt32LE(end + 16)
  return Array.from({ length: archive.readUInt16LE(end + 10) }, () => {
    const nameLength = archive.readUInt16LE(place + 28)
    const packedLength = archive.readUInt32LE(place + 20)
    const start = archive.readUInt32LE(place + 42)
    const name = archive.toString('utf8', place + 46, place + 46 + nameLength)
    const from = start + 30 + archive.readUInt16LE(start + 26)
    const content = inflateRawSync(archive.subarray(from, from + packedLength)).toString('utf8')
    expect(Buffer.byteLength(content)).toBe(archive.readUInt32LE(place + 24))
    place += 46 + nameLength
    return { name, content }
  })
}

test('an archive gives its files back, with names and letters as they were', () => {
  expect(unzip(zip(entries, at))).toEqual(entries)
  expect(zip(entries, at).length).toBeLessThan(1_000)
})

test('another program agrees, where there is one', (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'uskalla-zip-'))
  try {
    writeFileSync(join(folder, 'a.zip'), zip(entries, at))
    const code = `import zipfile; z=zipfile.ZipFile('a.zip'); assert z.testzip() is None; z.extractall('out'); print(z.infolist()[0].date_time)`
    const python = spawnSync('python3', ['-c', code], { cwd: folder, encoding: 'utf8' })
    if (python.error) context.skip('there is no Python here')
    expect(python.stderr).toBe('')
    expect(python.stdout.trim()).toBe('(2026, 3, 10, 8, 0, 2)')
    expect(readFileSync(join(folder, 'out', 'omat-tiedot.json'), 'utf8')).toBe(entries[0]?.content)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

test('an archive without files is one too', () => {
  expect(unzip(zip([], at))).toEqual([])
})
