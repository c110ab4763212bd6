import type { Database } from '../platform/database/database.ts'
import type { Lang } from '../platform/language.ts'
import { askedWords } from './asked-words.ts'
import { phraseOf, resultOf, type SearchResult } from './find-documents.ts'
import { askedForms, matchWords, singleGroups } from './matching-words.ts'
import { rankedDocuments } from './search-store.ts'
import { installedWordForms, type WordForms } from './words/word-forms.ts'

export interface SimilarQuestion {
  readonly lang: Lang
  readonly kinds?: readonly string[]
  readonly limit: number
}

/** Words of a longer text after these are not compared. */
const mostWordsCompared = 40

/** A record that shares less than this with the text, compared with the most similar one, is not shown. */
const leastShareOfBest = 0.3

/**
 * Records that speak of the same thing as a text of some sentences, most similar first: at least two words in common
 * (one, where the text has no more than two). Empty where nothing is similar.
 */
export async function similarTo(
  database: Database,
  text: string,
  asked: SimilarQuestion,
  wordForms: WordForms = installedWordForms(),
): Promise<SearchResult[]> {
  const words = askedWords(text, asked.lang, wordForms, mostWordsCompared)
  if (words.length === 0) return []
  const matches = await matchWords(database, words, wordForms)
  const forms = askedForms(matches)
  if (forms.length === 0) return []
  const { rows } = await rankedDocuments(
    database,
    {
      asked: forms,
      groups: singleGroups(words.length),
      lang: asked.lang,
      filters: { kinds: asked.kinds },
      phrase: phraseOf(text),
      fewestWords: words.length > 2 ? 2 : 1,
      leastShareOfBest,
    },
    { limit: asked.limit, offset: 0 },
  )
  const question = { words, matches, groups: [], suggestion: undefined }
  return rows.map((row) => resultOf(row, question))
}
