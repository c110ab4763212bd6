import { existsSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadMunicipalities, municipalityByCode } from '../municipalities/index.ts'
import { asSystem } from '../platform/database/acting.ts'
import type { Database } from '../platform/database/database.ts'
import { createTestDatabase } from '../platform/database/test-database.ts'
import { search } from '../search/index.ts'
import { allLibraryTitles, libraryTitle, libraryTitleKind, loadLibrary } from './index.ts'
import { chooseTitles } from './library.ts'

describe('the titles of the library', () => {
  test('are 111, each in a municipality of today or in none', () => {
    expect(allLibraryTitles().map((title) => title.id)).toEqual(
      Array.from({ length: 111 }, (_, index) => `t${String(index + 1).padStart(3, '0')}`),
    )
    for (const { municipalityCode } of allLibraryTitles())
      if (municipalityCode !== null) expect(municipalityByCode(municipalityCode)).toBeDefined()
  })

  test('are found by municipality and year, newest first and those without a year last', () => {
    expect(chooseTitles({ municipalityCode: '142' }).map((title) => title.id)).toEqual(['t001', 't030'])
    expect(chooseTitles({ municipalityCode: '142', year: 2014 }).map((title) => title.id)).toEqual(['t030'])
    const years = chooseTitles({}).map((title) => title.year)
    expect(years.slice(-12)).toEqual(Array.from({ length: 12 }, () => null))
    expect(years.slice(0, -12)).toEqual(years.slice(0, -12).toSorted((a, b) => (b ?? 0) - (a ?? 0)))
  })

  test('know nothing of an id that does not exist', () => {
    expect(libraryTitle('t112')).toBeUndefined()
  })

  const source = new URL('../../../shared/data/text/experiment_titles.jsonl', import.meta.url)
  test.runIf(existsSync(source))('stand as they were collected', () => {
    const lines = readFileSync(source, 'utf8').trim().split('\n')
    const collected = lines
      .map((line) => JSON.parse(line) as { id: string; title: string; year: number | null; url: string })
      .filter((one) => libraryTitle(one.id))
    expect(collected).toHaveLength(111)
    for (const one of collected)
      expect(libraryTitle(one.id)).toMatchObject({ title: one.title, year: one.year, address: one.url })
  })
  if (!existsSync(source)) console.info('1 test left out: the collected titles are not beside the repository')
})

describe('loading the library', () => {
  let database: Database
  let close: () => Promise<void>
  beforeAll(async () => {
    ;({ database, close } = await createTestDatabase())
    await asSystem(database, loadMunicipalities)
  })
  afterAll(() => close())

  test('brings every title in and makes it found; a second time changes nothing', async () => {
    expect(await asSystem(database, loadLibrary)).toBe(111)
    expect(await asSystem(database, loadLibrary)).toBe(0)
    const { results } = await search(database, {
      text: 'kyläkoulukokeilu',
      lang: 'fi',
      kinds: [libraryTitleKind],
      limit: 10,
    })
    expect(results[0]).toMatchObject({ recordId: 't069', municipalityCode: '217', year: 2018 })
  })

  test('lets readers of Swedish and English find a title by our sentence', async () => {
    await asSystem(database, loadLibrary)
    const find = async (text: string, lang: 'sv' | 'en') =>
      (await search(database, { text, lang, kinds: [libraryTitleKind], limit: 10 })).results.map(
        (one) => one.recordId,
      )
    expect(await find('bokbuss', 'sv')).toContain('t001')
    expect(await find('dogs', 'en')).toEqual(['t049'])
  })

  test('puts right what has been changed', async () => {
    await asSystem(database, loadLibrary)
    await database.updateTable('library_titles').set({ year: 1999 }).where('id', '=', 't001').execute()
    expect(await asSystem(database, loadLibrary)).toBe(1)
  })
})
