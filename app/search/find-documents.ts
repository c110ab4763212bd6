import type { Database } from '../platform/database/database.ts'
import type { Lang } from '../platform/language.ts'
import type { SearchFilters } from './document.ts'
import { markedExcerpt, markedText, type Segment } from './marked-text.ts'
import { askedForms, type Kinship, type Matches } from './matching-words.ts'
import { readQuestion, type Question } from './question.ts'
import { listedDocuments, rankedDocuments, type FoundPage, type FoundRow } from './search-store.ts'
import { tokensOf } from './words/tokens.ts'
import { installedWordForms, type WordForms } from './words/word-forms.ts'

/** Why a document was found: an asked word, the word in the text that answers it, and how. */
export interface Reason {
  readonly asked: string
  readonly found: string
  readonly kinship: Kinship
}

export interface SearchResult {
  readonly kind: string
  readonly recordId: string
  readonly language: Lang
  readonly title: string
  readonly markedTitle: Segment[]
  readonly excerpt: Segment[]
  readonly addressParameters: Record<string, string>
  readonly sourceUrl: string | undefined
  /** Made-up content: label it. */
  readonly isExample: boolean
  readonly municipalityCode: string | undefined
  readonly theme: string | undefined
  readonly state: string | undefined
  readonly year: number | undefined
  /** One reason for each asked word that the document answers in its title or text; empty for a search without words. */
  readonly why: Reason[]
}

export interface SearchAnswer {
  readonly results: SearchResult[]
  /** How many documents there are in all, on every page of results together. */
  readonly total: number
  /** The question with misspelt words put right, which is what was searched for; undefined where nothing was. */
  readonly suggestion: string | undefined
}

export interface SearchQuestion extends SearchFilters {
  readonly text: string
  /** The person's language: documents in it come first among equals. */
  readonly lang: Lang
  readonly limit: number
  readonly offset?: number
}

/** Results far below the best one are noise: they share one common word with the question. */
const leastShareOfBest = 0.08

function reasonsFor(row: FoundRow, question: Question): Reason[] {
  const tokens = [...tokensOf(row.title), ...tokensOf(row.body)]
  return question.words.flatMap((word, index) => {
    const matches: Matches | undefined = question.matches[index]
    let best: { form: string; fit: number; kinship: Kinship } | undefined
    for (const { form } of tokens) {
      const match = matches?.get(form)
      if (match !== undefined && match.fit > (best?.fit ?? 0)) best = { form, ...match }
    }
    return best === undefined ? [] : [{ asked: word.form, found: best.form, kinship: best.kinship }]
  })
}

/** A question as it may stand word for word in a title: lower case, without what no title holds. */
export function phraseOf(text: string): string {
  return text
    .replaceAll(/\p{Control}+/gu, ' ')
    .trim()
    .toLocaleLowerCase('fi')
}

/** A stored row as a result, with the words that answer the question marked. */
export function resultOf(row: FoundRow, question: Question): SearchResult {
  const isAsked = (form: string) => question.matches.some((matches) => matches.has(form))
  return {
    kind: row.kind,
    recordId: row.record_id,
    language: row.language,
    title: row.title,
    markedTitle: markedText(row.title, isAsked),
    excerpt: markedExcerpt(row.body, isAsked),
    addressParameters: row.address_parameters,
    sourceUrl: row.source_url ?? undefined,
    isExample: row.example,
    municipalityCode: row.municipality_code ?? undefined,
    theme: row.theme ?? undefined,
    state: row.state ?? undefined,
    year: row.year ?? undefined,
    why: reasonsFor(row, question),
  }
}

/**
 * Public records that answer a question in Finnish, Swedish or English, best first. A text without words lists what
 * passes the filters, newest first; a text of stop words alone finds nothing.
 */
export async function search(
  database: Database,
  asked: SearchQuestion,
  wordForms: WordForms = installedWordForms(),
): Promise<SearchAnswer> {
  const page = { limit: asked.limit, offset: asked.offset ?? 0 }
  const question = await readQuestion(database, asked.text, asked.lang, wordForms)
  if (tokensOf(asked.text).length === 0) {
    const listed = await listedDocuments(database, asked.lang, asked, page)
    return answerOf(listed, question)
  }
  const forms = askedForms(question.matches)
  if (forms.length === 0) return { results: [], total: 0, suggestion: undefined }
  const ranked = await rankedDocuments(
    database,
    {
      asked: forms,
      groups: question.groups,
      lang: asked.lang,
      filters: asked,
      phrase: phraseOf(asked.text),
      fewestWords: 1,
      leastShareOfBest,
    },
    page,
  )
  return answerOf(ranked, question)
}

function answerOf({ rows, total }: FoundPage, question: Question): SearchAnswer {
  return { results: rows.map((row) => resultOf(row, question)), total, suggestion: question.suggestion }
}
