import { existsSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../platform/database/test-database.ts'
import { languages, type Lang } from '../platform/language.ts'
import { indexDocument, search } from './index.ts'
import { madeUpWords, questions, unrelatedWords } from './search-quality.examples.ts'
import { openVoikko } from './words/voikko.ts'
import { createWordForms } from './words/word-forms.ts'

interface Title {
  id: string
  title: string
  municipalityCode: string | null
  year: number | null
  theme: string
  address: string
  sentence: Record<Lang, string>
}

interface Question {
  text: string
  lang: Lang
  expected: readonly string[]
}

// Read as a file: the room of the library comes after this one.
const library = new URL('../knowledge/library-titles.json', import.meta.url)
const { titles } = JSON.parse(readFileSync(library, 'utf8')) as { titles: Title[] }

const collected = new URL('../../../shared/data/text/queries_dev.jsonl', import.meta.url)
const collectedQuestions: Question[] = existsSync(collected)
  ? readFileSync(collected, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { query: string; expected_any: string[] })
      .map(({ query, expected_any }) => ({ text: query, lang: 'fi', expected: expected_any }))
  : []

const voikko = openVoikko()
const withAndWithout = [
  { name: 'with Voikko', wordForms: createWordForms(voikko), installed: voikko !== undefined },
  { name: 'without Voikko', wordForms: createWordForms(undefined), installed: true },
]

describe.each(withAndWithout)('finding titles $name', ({ name, wordForms, installed }) => {
  if (!installed) console.info('5 tests left out: libvoikko is not installed')
  const findingTest = test.runIf(installed)

  let fresh: TestDatabase
  beforeAll(async () => {
    fresh = await createTestDatabase()
    await fresh.everything.transaction().execute(async (transaction) => {
      for (const one of titles)
        for (const language of languages)
          await indexDocument(
            transaction,
            {
              kind: 'library-title',
              recordId: one.id,
              language,
              title: language === 'fi' ? one.title : one.sentence[language],
              body: language === 'fi' ? one.sentence.fi : one.title,
              municipalityCode: one.municipalityCode ?? undefined,
              year: one.year ?? undefined,
              theme: one.theme,
              sourceUrl: one.address,
            },
            wordForms,
          )
    })
  })
  afterAll(() => fresh.close())

  const idsFor = async (text: string, lang: Lang = 'fi') => {
    const { results } = await search(fresh.everything, { text, lang, limit: 10 }, wordForms)
    return results.map((result) => result.recordId)
  }

  /** Share of questions with an expected title among the first ten, and mean of 1 / its place (0 where it is missing). */
  async function quality(
    asked: readonly Question[],
  ): Promise<{ recallAt10: number; meanReciprocalRank: number }> {
    let found = 0
    let reciprocalRanks = 0
    for (const { text, lang, expected } of asked) {
      const place = (await idsFor(text, lang)).findIndex((id) => expected.includes(id))
      if (place < 0) continue
      found += 1
      reciprocalRanks += 1 / (place + 1)
    }
    const figures = { recallAt10: found / asked.length, meanReciprocalRank: reciprocalRanks / asked.length }
    console.info(
      `search ${name}: recall at 10 ${figures.recallAt10.toFixed(3)}, mean reciprocal rank ${figures.meanReciprocalRank.toFixed(3)} (${asked.length} questions)`,
    )
    return figures
  }

  if (collectedQuestions.length === 0)
    console.info('1 test left out: the collected questions are not beside the repository')
  test.runIf(installed && collectedQuestions.length > 0)('answers the collected questions', async () => {
    const { recallAt10, meanReciprocalRank } = await quality(collectedQuestions)
    expect(recallAt10).toBeGreaterThanOrEqual(0.9)
    expect(meanReciprocalRank).toBeGreaterThanOrEqual(0.7)
  })

  findingTest('answers questions of our own, in three languages', async () => {
    const { recallAt10, meanReciprocalRank } = await quality(questions)
    expect(recallAt10).toBeGreaterThanOrEqual(0.9)
    expect(meanReciprocalRank).toBeGreaterThanOrEqual(0.7)
  })

  findingTest('finds nothing for words that no title speaks of', async () => {
    const misled: string[] = []
    for (const word of unrelatedWords) {
      const ids = await idsFor(word)
      if (ids.length > 0) misled.push(`${word}: ${ids.join(' ')}`)
    }
    expect(misled).toEqual([])
  })

  findingTest('finds nothing for letters that are no word', async () => {
    for (const word of madeUpWords) expect([word, await idsFor(word)]).toEqual([word, []])
  })

  findingTest('a municipality is found by its name in any form and in Swedish', async () => {
    const inHankasalmi = titles.filter((one) => one.municipalityCode === '077').map((one) => one.id)
    expect((await idsFor('Hankasalmella')).toSorted()).toEqual(inHankasalmi.toSorted())
    expect(await idsFor('kirjasto Åbo')).toContain('t003')
  })
})
