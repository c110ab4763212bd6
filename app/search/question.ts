import type { Database } from '../platform/database/database.ts'
import type { Lang } from '../platform/language.ts'
import { askedWords, type AskedWord } from './asked-words.ts'
import { correctWords, matchWords, type Matches } from './matching-words.ts'
import type { WordGroup } from './search-store.ts'
import { splitCompounds } from './split-compounds.ts'
import type { WordForms } from './words/word-forms.ts'

/** A question, understood: its words with everything in the documents that answers them. */
export interface Question {
  readonly words: readonly AskedWord[]
  readonly matches: readonly Matches[]
  readonly groups: readonly WordGroup[]
  /** The question with misspelt words put right; undefined where nothing was put right. */
  readonly suggestion: string | undefined
}

/** A word that nothing answers, taken apart: each part is asked for, and all must be found. */
async function partsInstead(
  database: Database,
  words: readonly AskedWord[],
  lang: Lang,
  wordForms: WordForms,
): Promise<{ words: AskedWord[]; matches: Matches[] }[]> {
  const split = await splitCompounds(database, words, wordForms)
  const answers: { words: AskedWord[]; matches: Matches[] }[] = []
  for (const parts of split) {
    const partWords = parts === undefined ? [] : askedWords(parts.join(' '), lang, wordForms)
    const matches = partWords.length > 1 ? await matchWords(database, partWords, wordForms) : []
    answers.push(
      matches.every((ofPart) => ofPart.size > 0) ? { words: partWords, matches } : { words: [], matches: [] },
    )
  }
  return answers
}

/**
 * Reads a question: every word in its forms; a word that nothing answers is taken for a misspelling, and if it is none,
 * for a compound whose parts are asked for together.
 */
export async function readQuestion(
  database: Database,
  text: string,
  lang: Lang,
  wordForms: WordForms,
): Promise<Question> {
  const asked = askedWords(text, lang, wordForms)
  if (asked.length === 0) return { words: [], matches: [], groups: [], suggestion: undefined }
  const found = await matchWords(database, asked, wordForms)

  const unanswered = asked.filter((_, index) => found[index]?.size === 0)
  const corrections = unanswered.length === 0 ? [] : await correctWords(database, unanswered, wordForms)
  const correctionOf = new Map(unanswered.map((word, index) => [word, corrections[index]]))
  const hopeless = unanswered.filter((word) => correctionOf.get(word) === undefined)
  const taken = hopeless.length === 0 ? [] : await partsInstead(database, hopeless, lang, wordForms)
  const partsOf = new Map(hopeless.map((word, index) => [word, taken[index]]))

  const words: AskedWord[] = []
  const matches: Matches[] = []
  const groups: WordGroup[] = []
  asked.forEach((word, group) => {
    const parts = partsOf.get(word)
    const into = parts !== undefined && parts.words.length > 1 ? parts.words : [word]
    into.forEach((one, index) => {
      groups.push({ word: words.length, group, size: into.length })
      words.push(one)
      matches.push(into.length > 1 ? (parts?.matches[index] ?? new Map()) : matchesOf(word, group))
    })
  })
  return { words, matches, groups, suggestion: suggestion() }

  function matchesOf(word: AskedWord, index: number): Matches {
    return correctionOf.get(word)?.matches ?? found[index] ?? new Map()
  }
  function suggestion(): string | undefined {
    if (corrections.every((correction) => correction === undefined)) return undefined
    return asked.map((word) => correctionOf.get(word)?.meant ?? word.form).join(' ')
  }
}
