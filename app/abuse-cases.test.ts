import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { productFolder } from './platform/folders.ts'

/** One weakness published for a comparable product, and what shows that it is not one of ours. */
interface AbuseCase {
  id: string
  status: string
  testFiles: string[]
  /** The room or the capability that will bring it. */
  waitsFor: string
  /** Why it is not ours; for a tested one what the test leaves out. */
  note: string
}

/** docs/abuse-cases.csv. Cells with commas are quoted. */
function listedCases(): AbuseCase[] {
  const [, ...lines] = readFileSync(join(productFolder, 'docs/abuse-cases.csv'), 'utf8').trim().split('\n')
  return lines.map((line) => {
    const cells = [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map((cell) => cell[1] ?? cell[2] ?? '')
    const [id = '', , status = '', testFiles = '', waitsFor = '', note = ''] = cells
    return { id, status, testFiles: testFiles.split(' ').filter(Boolean), waitsFor, note }
  })
}

/** For each number of a case, the test files with a title that names it. */
function namedInTitles(): Map<string, string[]> {
  const named = new Map<string, string[]>()
  for (const folder of ['app', 'stories'])
    for (const file of readdirSync(join(productFolder, folder), { recursive: true, encoding: 'utf8' })) {
      if (!/\.test\.tsx?$/.test(file) || file.endsWith('abuse-cases.test.ts')) continue
      const text = readFileSync(join(productFolder, folder, file), 'utf8')
      for (const [, id = ''] of text.matchAll(/abuse-(\d+)/g)) {
        const path = join(folder, file)
        const known = named.get(id) ?? []
        if (!known.includes(path)) named.set(id, [...known, path].toSorted())
      }
    }
  return named
}

test('all 61 abuse cases are listed once, in order', () => {
  expect(listedCases().map(({ id }) => id)).toEqual(
    Array.from({ length: 61 }, (_, index) => String(index + 1)),
  )
})

test('every case is tested, or the list says what it waits for or why it is not ours', () => {
  const bare = listedCases().filter(({ status, testFiles, waitsFor, note }) => {
    if (status === 'tested') return testFiles.length === 0
    return status === 'waits' ? waitsFor === '' : status !== 'not ours' || note === ''
  })
  expect(bare).toEqual([])
})

test('the list names the files whose titles name the case, no more and no fewer', () => {
  const named = namedInTitles()
  const listed = listedCases().filter(({ status }) => status === 'tested')
  expect(Object.fromEntries(listed.map(({ id, testFiles }) => [id, testFiles]))).toEqual(
    Object.fromEntries(named),
  )
})
