import { sql, type ColumnType, type Generated, type RawBuilder } from 'kysely'
import type { Database } from '../platform/database/database.ts'
import type { Lang } from '../platform/language.ts'
import type { SearchDocument, SearchFilters } from './document.ts'

interface SearchDocumentsTable {
  id: Generated<number>
  kind: string
  record_id: string
  language: Lang
  municipality_code: string | null
  theme: string | null
  state: string | null
  year: number | null
  title: string
  body: string
  address_parameters: Record<string, string>
  source_url: string | null
  example: boolean
  /** The same number for a record's rows in all languages. */
  record: ColumnType<number, never, never>
  title_words: number
  title_forms: string[]
  keyword_forms: string[]
  body_forms: string[]
}

declare module '../platform/database/tables.ts' {
  interface Tables {
    search_documents: SearchDocumentsTable
  }
}

/** The forms of a document's words, each once. */
export interface DocumentForms {
  readonly title: string[]
  readonly keywords: string[]
  readonly body: string[]
}

/** Adds the document, or puts it in the place of the one with the same kind, record and language. */
export async function saveDocument(
  database: Database,
  document: SearchDocument,
  forms: DocumentForms,
): Promise<void> {
  const row = {
    municipality_code: document.municipalityCode ?? null,
    theme: document.theme ?? null,
    state: document.state ?? null,
    year: document.year ?? null,
    title: document.title,
    body: document.body,
    address_parameters: sql<
      Record<string, string>
    >`${JSON.stringify(document.addressParameters ?? {})}::jsonb`,
    source_url: document.sourceUrl ?? null,
    example: document.isExample ?? false,
    title_words: forms.title.length,
    title_forms: forms.title,
    keyword_forms: forms.keywords,
    body_forms: forms.body,
  }
  await database
    .insertInto('search_documents')
    .values({ kind: document.kind, record_id: document.recordId, language: document.language, ...row })
    .onConflict((conflict) => conflict.columns(['kind', 'record_id', 'language']).doUpdateSet(row))
    .execute()
}

/** The years of all documents, newest first: from one year to the next in the index, not over every document. */
export async function yearsOfDocuments(database: Database): Promise<number[]> {
  const { rows } = await sql<{ year: number }>`
    with recursive years as (
      select max(year) as year from search_documents
      union all
      select (select max(d.year) from search_documents d where d.year < years.year) from years where years.year is not null
    )
    select year from years where year is not null order by year desc`.execute(database)
  return rows.map((row) => row.year)
}

/** Removes a record in every language. Nothing happens where it was not indexed. */
export async function deleteDocument(database: Database, kind: string, recordId: string): Promise<void> {
  await database
    .deleteFrom('search_documents')
    .where('kind', '=', kind)
    .where('record_id', '=', recordId)
    .execute()
}

/** Forms that lead from one asked word to documents, all equally well. */
export interface AskedForms {
  /** Number of the asked word, from 0. */
  readonly word: number
  /** How well the forms fit the word, 0–1. */
  readonly fit: number
  readonly forms: string[]
}

/** Words of one group count only where all of them are found; a word alone is a group of one. */
export interface WordGroup {
  readonly word: number
  readonly group: number
  readonly size: number
}

export interface Ranking {
  readonly asked: readonly AskedForms[]
  readonly groups: readonly WordGroup[]
  readonly lang: Lang
  readonly filters: SearchFilters
  /** The question in lower case; a title that holds it as it stands comes first. */
  readonly phrase: string
  /** How many of the words must be found in a document. */
  readonly fewestWords: number
  /** Documents below this share of the best score are left out, 0–1. */
  readonly leastShareOfBest: number
}

export interface FoundRow {
  kind: string
  record_id: string
  language: Lang
  municipality_code: string | null
  theme: string | null
  state: string | null
  year: number | null
  title: string
  body: string
  address_parameters: Record<string, string>
  source_url: string | null
  example: boolean
}

const titlePoints = 3
const keywordPoints = 1.6

function filterCondition(filters: SearchFilters): RawBuilder<unknown> {
  const conditions = [sql`true`]
  if (filters.municipalityCode !== undefined)
    conditions.push(sql`d.municipality_code = ${filters.municipalityCode}`)
  if (filters.theme !== undefined) conditions.push(sql`d.theme = ${filters.theme}`)
  if (filters.state !== undefined) conditions.push(sql`d.state = ${filters.state}`)
  if (filters.year !== undefined) conditions.push(sql`d.year = ${filters.year}`)
  if (filters.kinds !== undefined) conditions.push(sql`d.kind = any(${[...filters.kinds]}::text[])`)
  return sql.join(conditions, sql` and `)
}

/** Above so many documents their number is taken from the statistics of the table, which are a little old at worst. */
const countedUpTo = 2_000

const numberOfDocuments = sql`(
  select greatest(case when reltuples > ${countedUpTo} then reltuples
    else (select count(*) from search_documents) end, 1)::real as documents
  from pg_class where oid = 'search_documents'::regclass)`

/**
 * Every record that fits, with its score, whichever language it was found in. A word found in the title counts three
 * times one found in the text, less in a long title; a rare word counts more than a common one (inverse document
 * frequency, Spärck Jones 1972); a record with all the words comes before one with some.
 */
function rankedRecords(ranking: Ranking): RawBuilder<unknown> {
  const narrowed = filterCondition(ranking.filters)
  const preference = sql`case when d.language = ${ranking.lang} then 1.05 else 1 end`
  const together = ranking.groups.some((group) => group.size > 1)
    ? sql`select word, record, points from (
        select best.*, count(*) over (partition by record, g."group") = g.size as complete
        from best join memberships g using (word)
      ) best where complete`
    : sql`select word, record, points from best`
  return sql`
    asked as materialized (
      select (e ->> 'word')::int as word, (e ->> 'fit')::real as fit,
        array(select jsonb_array_elements_text(e -> 'forms')) collate "C" as forms
      from jsonb_array_elements(${JSON.stringify(ranking.asked)}::jsonb) e
    ),
    memberships as (
      select * from jsonb_to_recordset(${JSON.stringify(ranking.groups)}::jsonb) as g (word int, "group" int, size int)
    ),
    hits as (
      select a.word, d.record, a.fit * ${titlePoints} * 6 / (5 + least(d.title_words, 13)) * ${preference} as points
      from asked a join search_documents d on d.title_forms && a.forms where ${narrowed}
      union all
      select a.word, d.record, a.fit * ${keywordPoints} * ${preference}
      from asked a join search_documents d on d.keyword_forms && a.forms where ${narrowed}
      union all
      select a.word, d.record, a.fit * ${preference}
      from asked a join search_documents d on d.body_forms && a.forms where ${narrowed}
    ),
    best as (
      select word, record, max(points) + 0.1 * (sum(points) - max(points)) as points from hits group by word, record
    ),
    whole as materialized (${together}),
    weights as materialized (
      select g.word, ln(1 + size.documents / coalesce(counted.records, 1)) as weight
      from ${numberOfDocuments} size
      cross join memberships g
      left join (select word, count(*) as records from whole group by word) counted on counted.word = g.word
    ),
    ranked as (
      select record, sum(points * weight) * sum(weight) / (select sum(weight) from weights) as score
      from whole join weights using (word) group by record having count(*) >= ${ranking.fewestWords}
    ),
    found as materialized (
      select * from ranked where score >= ${ranking.leastShareOfBest} * (select max(score) from ranked)
    )`
}

/** One page of documents and how many there are on all pages. */
export interface FoundPage {
  readonly rows: FoundRow[]
  readonly total: number
}

const shownColumns = sql`d.kind, d.record_id, d.language, d.municipality_code, d.theme, d.state, d.year, d.title,
  d.body, d.address_parameters, d.source_url, d.example`

function pageFrom(rows: (FoundRow & { total: number })[]): FoundPage {
  return { rows: rows.filter((row) => row.kind !== null), total: rows[0]?.total ?? 0 }
}

/** As many of the best records are looked at more closely: does the title hold the question as it was written. */
const lookedAtClosely = 200

/**
 * The best documents in order, from `offset` on. A record in several languages is shown in the person's own where the
 * question is answered there, else in the one that answers it.
 */
export async function rankedDocuments(
  database: Database,
  ranking: Ranking,
  page: { limit: number; offset: number },
): Promise<FoundPage> {
  const forms = [...new Set(ranking.asked.flatMap((asked) => asked.forms))]
  const closely = Math.max(lookedAtClosely, page.limit + page.offset)
  const { rows } = await sql<FoundRow & { total: number }>`
    with ${rankedRecords(ranking)},
    foremost as (select * from found order by score desc, record limit ${closely}),
    shown as (
      select l.record, d.id, l.score * case when strpos(lower(d.title), ${ranking.phrase}) > 0 then 1.25 else 1 end as score,
        d.year, d.title
      from foremost l cross join lateral (
        select one.id, one.year, one.title from search_documents one where one.record = l.record
        order by (one.title_forms && ${forms}::text[] collate "C" or one.keyword_forms && ${forms}::text[] collate "C"
          or one.body_forms && ${forms}::text[] collate "C") desc, (one.language = ${ranking.lang}) desc, one.language
        limit 1
      ) d
      order by score desc, year desc nulls last, title, id limit ${page.limit} offset ${page.offset}
    )
    select counted.total, ${shownColumns}
    from (select count(*) as total from found) counted
    left join shown s on true left join search_documents d on d.id = s.id
    order by s.score desc, s.year desc nulls last, s.title, s.id`.execute(database)
  return pageFrom(rows)
}

/** Everything that passes the filters, newest first, for a search without words. */
export async function listedDocuments(
  database: Database,
  lang: Lang,
  filters: SearchFilters,
  page: { limit: number; offset: number },
): Promise<FoundPage> {
  const { rows } = await sql<FoundRow & { total: number }>`
    with found as materialized (
      select distinct on (d.record) d.id, d.year, d.title from search_documents d where ${filterCondition(filters)}
      order by d.record, (d.language = ${lang}) desc, d.language
    ),
    shown as (
      select * from found order by year desc nulls last, title, id limit ${page.limit} offset ${page.offset}
    )
    select counted.total, ${shownColumns}
    from (select count(*) as total from found) counted
    left join shown s on true left join search_documents d on d.id = s.id
    order by s.year desc nulls last, s.title, s.id`.execute(database)
  return pageFrom(rows)
}
