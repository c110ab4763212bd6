import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../platform/database/test-database.ts'
import type { SearchDocument } from './document.ts'
import { indexDocument, removeDocument, search, similarTo, type SearchResult } from './index.ts'
import { hasStaleWords, refreshWords } from './word-store.ts'
import { createWordForms, installedWordForms } from './words/word-forms.ts'

let fresh: TestDatabase
beforeAll(async () => {
  fresh = await createTestDatabase()
  for (const document of documents) await indexDocument(fresh.everything, document)
})
afterAll(() => fresh.close())

const documents: SearchDocument[] = [
  {
    kind: 'experiment',
    recordId: 'lunch',
    language: 'fi',
    title: 'Väheneekö hävikki, kun ylijäämäruokaa myydään koulun jälkeen?',
    body: 'Keittiö myy ruoan eurolla omiin rasioihin. Mitataan biojätteen määrää.',
    municipalityCode: '239',
    theme: 'food',
    state: 'running',
    year: 2026,
    addressParameters: { id: 'lunch' },
  },
  {
    kind: 'experiment',
    recordId: 'lunch',
    language: 'sv',
    title: 'Minskar svinnet när överbliven mat säljs efter skoldagen?',
    body: 'Köket säljer maten för en euro i egna matlådor.',
    municipalityCode: '239',
    theme: 'food',
    state: 'running',
    year: 2026,
    addressParameters: { id: 'lunch' },
  },
  {
    kind: 'lesson',
    recordId: 'bus',
    language: 'fi',
    title: 'Kutsubussi toi ikäihmiset ruokailemaan',
    body: 'Kyläläiset söivät koululla kahdesti viikossa.',
    municipalityCode: '146',
    theme: 'mobility',
    state: 'ended',
    year: 2024,
    isExample: true,
  },
  {
    kind: 'library-title',
    recordId: 't1',
    language: 'fi',
    title: 'Koulu kylän olohuoneena',
    body: 'Tyhjät tilat iltakäyttöön.',
    year: 2019,
    sourceUrl: 'https://example.org/koulu',
  },
]

const ask = (text: string, more: Partial<Parameters<typeof search>[1]> = {}) =>
  search(fresh.everything, { text, lang: 'fi', limit: 10, ...more })
const ids = (results: SearchResult[]) => results.map((result) => result.recordId)

describe('a question', () => {
  test('finds a record in whatever form the words stand, and tells why', async () => {
    const { results, total } = await ask('koulut')
    expect(total).toBe(3)
    expect(ids(results)).toEqual(['t1', 'lunch', 'bus'])
    expect(results[0]?.markedTitle).toEqual([
      { text: 'Koulu', marked: true },
      { text: ' kylän olohuoneena', marked: false },
    ])
    expect(results[0]?.why).toEqual([{ asked: 'koulut', found: 'koulu', kinship: 'lemma' }])
    expect(results[2]).toMatchObject({ isExample: true, municipalityCode: '146', state: 'ended', year: 2024 })
  })

  test('puts a record with all the words before one with some', async () => {
    expect(ids((await ask('ruokailu koululla')).results)[0]).toBe('bus')
    expect(ids((await ask('kylän koulu')).results)[0]).toBe('t1')
  })

  test('shows a record in several languages once, in the language that answers', async () => {
    const swedish = await ask('svinn', { lang: 'sv' })
    expect(swedish.total).toBe(1)
    expect(swedish.results[0]).toMatchObject({
      recordId: 'lunch',
      language: 'sv',
      addressParameters: { id: 'lunch' },
    })
    const asFinn = await ask('svinn', { lang: 'fi' })
    expect(asFinn.results[0]).toMatchObject({ recordId: 'lunch', language: 'sv' })
  })

  test('is put right when misspelt, and says so', async () => {
    const { results, suggestion } = await ask('hävikii')
    expect(ids(results)).toEqual(['lunch'])
    expect(suggestion).toBe('hävikki')
    expect((await ask('hävikki')).suggestion).toBeUndefined()
    expect(ids((await ask('ikaihminen')).results)).toEqual(['bus'])
  })

  test('of a compound that nobody wrote finds the record that has all its parts', async () => {
    expect(ids((await ask('koulubussi')).results)).toEqual(['bus'])
    expect((await ask('koululaiva')).total).toBe(0)
  })

  test('is narrowed by municipality, theme, state, year and kind', async () => {
    expect(ids((await ask('koulu', { municipalityCode: '239' })).results)).toEqual(['lunch'])
    expect(ids((await ask('koulu', { theme: 'mobility' })).results)).toEqual(['bus'])
    expect(ids((await ask('koulu', { state: 'running' })).results)).toEqual(['lunch'])
    expect(ids((await ask('koulu', { year: 2019 })).results)).toEqual(['t1'])
    expect(ids((await ask('koulu', { kinds: ['lesson', 'library-title'] })).results)).toEqual(['t1', 'bus'])
    expect((await ask('koulu', { municipalityCode: '239', year: 2019 })).total).toBe(0)
  })

  test('without words lists what passes the filters, newest first', async () => {
    expect(ids((await ask('')).results)).toEqual(['lunch', 'bus', 't1'])
    expect(ids((await ask(' – ', { kinds: ['lesson'] })).results)).toEqual(['bus'])
  })

  test('of words that mean nothing by themselves finds nothing', async () => {
    expect((await ask('ja on se')).total).toBe(0)
  })

  test('is answered page by page; the total is the same on every page', async () => {
    const pages = await Promise.all([0, 1, 2, 3].map((offset) => ask('koulu', { limit: 1, offset })))
    expect(pages.flatMap((page) => ids(page.results))).toEqual(['t1', 'lunch', 'bus'])
    expect(pages.map((page) => page.total)).toEqual([3, 3, 3, 3])
  })

  test.each([
    "'; drop table search_documents; --",
    '%_\\',
    '\u0000koulu\u0000',
    '🙂🙂',
    'a:*&|!',
    'ا'.repeat(500),
    '(((',
  ])('is only read, whatever it holds: %j', async (text) => {
    await expect(ask(text)).resolves.toMatchObject({ results: expect.any(Array) as unknown })
    expect((await ask('koulu')).total).toBe(3)
  })
})

describe('a text of some sentences', () => {
  const similar = (text: string, kinds?: string[]) =>
    similarTo(fresh.everything, text, { lang: 'fi', limit: 5, kinds })

  test('leads to what has been tried already', async () => {
    const text = 'Koulun keittiössä jää paljon ruokaa. Voisimme myydä ylijäämän koulupäivän jälkeen.'
    expect(ids(await similar(text))[0]).toBe('lunch')
    expect(ids(await similar(text, ['library-title']))).not.toContain('lunch')
  })

  test('that speaks of something else leads nowhere', async () => {
    expect(await similar('Talvella kadut ovat liukkaita ja pyörätiet auraamatta.')).toEqual([])
    expect(await similar('')).toEqual([])
  })
})

describe('the index', () => {
  test('keeps a record once however often it is given, and forgets it on demand', async () => {
    const boat: SearchDocument = {
      kind: 'idea',
      recordId: 'boat',
      language: 'fi',
      title: 'Soutuvene lainattavaksi',
      body: '',
    }
    await indexDocument(fresh.everything, boat)
    await indexDocument(fresh.everything, { ...boat, title: 'Purjevene lainattavaksi' })
    expect((await ask('soutuvene')).results.map((result) => result.title)).not.toContain(
      'Soutuvene lainattavaksi',
    )
    expect((await ask('purjevene')).total).toBe(1)
    await removeDocument(fresh.everything, 'idea', 'boat')
    expect((await ask('purjevene')).total).toBe(0)
  })

  test('stays whole when two transactions meet the same new word', async () => {
    const give = (recordId: string) =>
      fresh.everything.transaction().execute(async (transaction) => {
        await indexDocument(transaction, {
          kind: 'idea',
          recordId,
          language: 'fi',
          title: 'Mehiläispesä katolle',
          body: '',
        })
      })
    await Promise.all([give('bees-1'), give('bees-2')])
    expect((await ask('mehiläispesät')).total).toBe(2)
    await Promise.all(['bees-1', 'bees-2'].map((id) => removeDocument(fresh.everything, 'idea', id)))
  })

  test('is analysed again when the word forms change, a batch at a time', async () => {
    const installed = installedWordForms()
    const newer = { ...createWordForms(undefined), version: 'newer' }
    expect(await hasStaleWords(fresh.everything, installed)).toBe(false)
    expect(await hasStaleWords(fresh.everything, newer)).toBe(true)
    expect(await refreshWords(fresh.everything, newer, 10)).toBe(10)
    while ((await refreshWords(fresh.everything, newer, 50)) > 0);
    expect(await hasStaleWords(fresh.everything, newer)).toBe(false)
    expect((await search(fresh.everything, { text: 'koulut', lang: 'fi', limit: 10 }, newer)).total).toBe(3)
    while ((await refreshWords(fresh.everything, installed, 500)) > 0);
    expect((await ask('koulut')).total).toBe(3)
  })
})
