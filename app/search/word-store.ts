import { sql } from 'kysely'
import type { Database } from '../platform/database/database.ts'
import type { Lang } from '../platform/language.ts'
import { folded } from './words/spelling.ts'
import type { WordForms } from './words/word-forms.ts'

interface SearchWordsTable {
  language: Lang
  form: string
  lemmas: string[]
  parts: string[]
  known: boolean
  folded: string
  version: string
}

declare module '../platform/database/tables.ts' {
  interface Tables {
    search_words: SearchWordsTable
  }
}

/** A form that stands in some document, with what is known of it. */
export interface StoredWord {
  readonly language: Lang
  readonly form: string
  readonly lemmas: string[]
  readonly parts: string[]
  readonly known: boolean
}

/** More forms than this are never followed from one question. */
const mostForms = 4000

function rowOf(form: string, language: Lang, wordForms: WordForms): SearchWordsTable {
  const analysis = wordForms.analyse(form, language)
  return {
    language,
    form,
    lemmas: analysis.lemmas,
    parts: [...new Set([...analysis.parts, ...analysis.roots])],
    known: analysis.known,
    folded: folded(form),
    version: wordForms.version,
  }
}

/** Analyses and keeps the forms that were not met before in that language. */
export async function rememberWords(
  database: Database,
  language: Lang,
  forms: readonly string[],
  wordForms: WordForms,
): Promise<void> {
  if (forms.length === 0) return
  const met = await database
    .selectFrom('search_words')
    .select('form')
    .where('language', '=', language)
    .where(sql<boolean>`form = any(${[...forms]}::text[])`)
    .execute()
  const old = new Set(met.map((row) => row.form))
  const fresh = forms.filter((form) => !old.has(form)).map((form) => rowOf(form, language, wordForms))
  if (fresh.length > 0) await database.insertInto('search_words').values(fresh).execute()
}

/** Whether anything was analysed under another version of the word forms. */
export async function hasStaleWords(database: Database, wordForms: WordForms): Promise<boolean> {
  const row = await database
    .selectFrom('search_words')
    .select('form')
    .where('version', '<>', wordForms.version)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/**
 * Analyses again, at most `limit` forms of them, what was stored under another version of the word forms.
 * Returns how many forms it changed: 0 when all are fresh.
 */
export async function refreshWords(database: Database, wordForms: WordForms, limit: number): Promise<number> {
  const stale = await database
    .selectFrom('search_words')
    .select(['language', 'form'])
    .distinct()
    .where('version', '<>', wordForms.version)
    .orderBy('form')
    .limit(limit)
    .execute()
  for (const { language, form } of stale) {
    await database
      .updateTable('search_words')
      .set(rowOf(form, language, wordForms))
      .where('language', '=', language)
      .where('form', '=', form)
      .execute()
  }
  return stale.length
}

/** Stored words that are one of the forms, or share a lemma, or have one of `lemmas` as a part. */
export async function relatedWords(
  database: Database,
  forms: readonly string[],
  lemmas: readonly string[],
): Promise<StoredWord[]> {
  return database
    .selectFrom('search_words')
    .select(['language', 'form', 'lemmas', 'parts', 'known'])
    .where(
      sql<boolean>`(form = any(${[...forms]}::text[]) or lemmas && ${[...lemmas]}::text[] collate "C"
        or parts && ${[...lemmas]}::text[] collate "C")`,
    )
    .limit(mostForms)
    .execute()
}

/** A form that no dictionary knows. */
export type HeldForm = Pick<StoredWord, 'language' | 'form'>

/** Forms that no dictionary knows and that hold one of the pieces somewhere; pieces are letters only. */
export async function wordsHolding(database: Database, pieces: readonly string[]): Promise<HeldForm[]> {
  const patterns = pieces.map((piece) => `%${piece.replaceAll(/[\\%_]/gu, '')}%`)
  return database
    .selectFrom('search_words')
    .select(['language', 'form'])
    .where('known', '=', false)
    .where(sql<boolean>`form like any(${patterns}::text[])`)
    .limit(mostForms)
    .execute()
}

/** Those of the Finnish lemmas that some stored form may belong to. */
export async function storedLemmas(database: Database, lemmas: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ lemma: string }>`
    select l.lemma from unnest(${[...lemmas]}::text[]) as l (lemma)
    where exists (
      select from search_words where language = 'fi' and lemmas @> array[l.lemma] collate "C"
    )`.execute(database)
  return new Set(rows.map((row) => row.lemma))
}

/** For each written word at most 30 stored words that look most like it, by shared trigrams. */
export async function wordsLookingLike(
  database: Database,
  written: readonly string[],
): Promise<(StoredWord & { written: string })[]> {
  const { rows } = await sql<StoredWord & { written: string }>`
    select w.written, s.language, s.form, s.lemmas, s.parts, s.known
    from unnest(${[...written]}::text[], ${written.map(folded)}::text[]) as w (written, folded)
    cross join lateral (
      select * from search_words where search_words.folded % w.folded
      order by similarity(search_words.folded, w.folded) desc, form limit 30
    ) s`.execute(database)
  return rows
}
