import { sql, type Generated, type RawBuilder } from 'kysely'
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

/**
 * Every document that fits, each record once, with its score. A word found in the title counts three times one found in
 * the body, less in a long title; a rare word counts more than a common one (inverse document frequency, Spärck Jones
 * 1972); a document with all the words comes before one with some.
 */
function scored(ranking: Ranking): RawBuilder<unknown> {
  return sql`
    asked as (
      select (e ->> 'word')::int as word, (e ->> 'fit')::real as fit,
        array(select jsonb_array_elements_text(e -> 'forms')) collate "C" as forms
      from jsonb_array_elements(${JSON.stringify(ranking.asked)}::jsonb) e
    ),
    groups as (
      select * from jsonb_to_recordset(${JSON.stringify(ranking.groups)}::jsonb) as g (word int, "group" int, size int)
    ),
    hits as (
      select a.word, d.id, a.fit * ${titlePoints} * 6 / (5 + least(cardinality(d.title_forms), 13)) as points
      from asked a join search_documents d on d.title_forms && a.forms
      union all
      select a.word, d.id, a.fit * ${keywordPoints} from asked a join search_documents d on d.keyword_forms && a.forms
      union all
      select a.word, d.id, a.fit from asked a join search_documents d on d.body_forms && a.forms
    ),
    best as (select word, id, max(points) + 0.1 * (sum(points) - max(points)) as points from hits group by word, id),
    whole as (
      select best.*, count(*) over (partition by id, g."group") = g.size as complete from best join groups g using (word)
    ),
    counted as (select *, count(*) over (partition by word) as documents from whole where complete),
    size as (select greatest(count(*), 1)::real as documents from search_documents),
    weights as (
      select g.word, ln(1 + size.documents / coalesce(max(counted.documents), 1)) as weight
      from size, groups g left join counted on counted.word = g.word group by g.word, size.documents
    ),
    ranked as (
      select id, sum(points * weight) * sum(weight) / (select sum(weight) from weights) as score
      from counted join weights using (word) group by id having count(*) >= ${ranking.fewestWords}
    ),
    preferred as (
      select d.id, d.year, d.title,
        r.score * case when d.language = ${ranking.lang} then 1.05 else 1 end
          * case when strpos(lower(d.title), ${ranking.phrase}) > 0 then 1.25 else 1 end as score,
        row_number() over (
          partition by d.kind, d.record_id order by (d.language = ${ranking.lang}) desc, r.score desc
        ) as place
      from ranked r join search_documents d on d.id = r.id
      where ${filterCondition(ranking.filters)}
    ),
    found as (
      select * from preferred
      where place = 1 and score >= ${ranking.leastShareOfBest} * (select max(score) from preferred)
    )`
}

/** One page of documents and how many there are on all pages. */
export interface FoundPage {
  readonly rows: FoundRow[]
  readonly total: number
}

/** The asked page out of the rows called `found`, and the number of all: one row without a document where none is. */
async function pageOf(
  database: Database,
  found: RawBuilder<unknown>,
  page: { limit: number; offset: number },
): Promise<FoundPage> {
  const { rows } = await sql<FoundRow & { id: number | null; total: number }>`
    with ${found},
    shown as (
      select * from found order by score desc, year desc nulls last, title, id
      limit ${page.limit} offset ${page.offset}
    )
    select counted.total, s.id, d.kind, d.record_id, d.language, d.municipality_code, d.theme, d.state, d.year, d.title,
      d.body, d.address_parameters, d.source_url
    from (select count(*) as total from found) counted
    left join shown s on true left join search_documents d on d.id = s.id
    order by s.score desc, s.year desc nulls last, s.title, s.id`.execute(database)
  return { rows: rows.filter((row) => row.id !== null), total: rows[0]?.total ?? 0 }
}

/** The best documents in order, from `offset` on. */
export async function rankedDocuments(
  database: Database,
  ranking: Ranking,
  page: { limit: number; offset: number },
): Promise<FoundPage> {
  return pageOf(database, scored(ranking), page)
}

/** Everything that passes the filters, newest first, for a search without words. */
export async function listedDocuments(
  database: Database,
  lang: Lang,
  filters: SearchFilters,
  page: { limit: number; offset: number },
): Promise<FoundPage> {
  const found = sql`found as (
    select distinct on (d.kind, d.record_id) d.id, d.year, d.title, 0 as score from search_documents d
    where ${filterCondition(filters)}
    order by d.kind, d.record_id, (d.language = ${lang}) desc, d.language
  )`
  return pageOf(database, found, page)
}
