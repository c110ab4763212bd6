import type { Database } from '../platform/database/database.ts'
import type { AskedWord } from './asked-words.ts'
import { storedLemmas } from './word-store.ts'
import type { WordForms } from './words/word-forms.ts'

const shortestPart = 3

/** The places where a word could be two, each part at least three letters. */
function splitsOf(form: string): [string, string][] {
  const splits: [string, string][] = []
  for (let at = shortestPart; at <= form.length - shortestPart; at += 1)
    splits.push([form.slice(0, at), form.slice(at)])
  return splits
}

/**
 * For Finnish compounds that no document holds: the words they are made of, when a dictionary sees them or when both
 * halves stand in some document (kyläkoulu → kylä, koulu). `undefined` where the word cannot be taken apart.
 */
export async function splitCompounds(
  database: Database,
  words: readonly AskedWord[],
  wordForms: WordForms,
): Promise<(string[] | undefined)[]> {
  const byDictionary = words.map(
    (word) => word.readings.find(({ language }) => language === 'fi')?.analysis.compound,
  )
  const guessed = words.map((word, index) =>
    (byDictionary[index]?.length ?? 0) > 1 ? [] : splitsOf(word.form),
  )
  const halves = [...new Set(guessed.flat(2))]
  const analysed = new Map(halves.map((half) => [half, wordForms.analyse(half, 'fi').lemmas]))
  const lemmas = [...new Set([...analysed.values()].flat())].filter((lemma) => lemma.length >= shortestPart)
  const metLemmas = lemmas.length === 0 ? new Set<string>() : await storedLemmas(database, lemmas)
  const isMet = (half: string) => (analysed.get(half) ?? []).some((lemma) => metLemmas.has(lemma))
  return words.map((_, index) => {
    const parts = byDictionary[index] ?? []
    if (parts.length > 1) return parts
    return guessed[index]?.find(([first, last]) => isMet(first) && isMet(last))
  })
}
