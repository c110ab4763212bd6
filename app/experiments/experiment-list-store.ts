import { type Expression, sql, type SqlBool } from 'kysely'
import type { Database } from '../platform/database/database.ts'
import type { ExperimentState, ListedExperiment, LocalText, Origin, Outcome } from './experiment.ts'

/** Rows on one page of a list. */
export const experimentsOnPage = 20

/** What to leave in a list; what is not given does not limit. */
export interface ExperimentFilter {
  municipalityCode?: string
  theme?: string
  state?: ExperimentState | readonly ExperimentState[]
  outcome?: Outcome | readonly Outcome[]
  /** Experiments that went on in this year, as far as is known. */
  year?: number
  origin?: Origin
  responsiblePersonId?: string
  /** Unfrozen plans are listed only for those who work in their municipality. */
  readerMunicipalities?: readonly string[]
}

const oneOrMany = <Value>(value: Value | readonly Value[]): readonly Value[] =>
  Array.isArray(value) ? (value as readonly Value[]) : [value as Value]

/** The experiments that a filter leaves, not yet ordered or counted. */
function wanted(database: Database, filter: ExperimentFilter) {
  return database.selectFrom('experiments').where(({ eb, or, and }) => {
    const limits: Expression<SqlBool>[] = [
      filter.readerMunicipalities?.length
        ? or([eb('is_public', '=', true), eb('municipality_code', 'in', filter.readerMunicipalities)])
        : eb('is_public', '=', true),
      eb('hidden_at', 'is', null),
    ]
    if (filter.municipalityCode !== undefined)
      limits.push(eb('municipality_code', '=', filter.municipalityCode))
    if (filter.theme !== undefined) limits.push(eb('theme', '=', filter.theme))
    if (filter.state !== undefined) limits.push(eb('state', 'in', oneOrMany(filter.state)))
    if (filter.outcome !== undefined) limits.push(eb('outcome', 'in', oneOrMany(filter.outcome)))
    if (filter.origin !== undefined) limits.push(eb('origin', '=', filter.origin))
    if (filter.responsiblePersonId !== undefined)
      limits.push(eb('responsible_person_id', '=', filter.responsiblePersonId))
    if (filter.year !== undefined)
      limits.push(
        sql<SqlBool>`coalesce(year_from, year_to) <= ${filter.year} and coalesce(year_to, year_from) >= ${filter.year}`,
      )
    return and(limits)
  })
}

/** A page of experiments, newest change first, and how many there are in all. Pages count from 1. One query. */
export async function listExperiments(
  database: Database,
  filter: ExperimentFilter = {},
  page = 1,
  onPage = experimentsOnPage,
): Promise<{ experiments: ListedExperiment[]; total: number; pages: number }> {
  // Ids first: the rows that a page skips are then never read, only passed over in the index.
  const ids = wanted(database, filter)
    .select('id')
    .orderBy('listed_at', 'desc')
    .orderBy('id')
    .limit(onPage)
    .offset((Math.max(1, page) - 1) * onPage)
  const shown = database
    .selectFrom('experiments')
    .where('id', 'in', ids)
    .select([
      'id',
      'municipality_code',
      'parent_id',
      'responsible_person_id',
      'origin',
      'state',
      'outcome',
      'title',
      'theme',
      'starts_on',
      'ends_on',
      'year_from',
      'year_to',
      'frozen_at',
      'updated_at',
      'listed_at',
      sql<LocalText | null>`published -> 'title'`.as('titles'),
      sql<LocalText | null>`published -> 'tried'`.as('summaries'),
      sql<string | null>`plan ->> 'summary'`.as('summary'),
    ])
  // The count stands on a row of its own, so that a page past the end still knows it.
  const rows = await database
    .selectFrom(
      wanted(database, filter)
        .select(({ fn }) => fn.countAll<number>().as('total'))
        .as('counted'),
    )
    .leftJoin(shown.as('shown'), (join) => join.onTrue())
    .selectAll('shown')
    .select('counted.total')
    .orderBy('shown.listed_at', 'desc')
    .orderBy('shown.id')
    .execute()
  const total = Number(rows[0]?.total ?? 0)
  return {
    total,
    pages: Math.max(1, Math.ceil(total / onPage)),
    experiments: rows.flatMap((row) =>
      row.id === null ||
      row.origin === null ||
      row.state === null ||
      row.title === null ||
      row.updated_at === null
        ? []
        : [
            {
              id: row.id,
              municipalityCode: row.municipality_code,
              parentId: row.parent_id,
              responsiblePersonId: row.responsible_person_id,
              origin: row.origin,
              state: row.state,
              outcome: row.outcome,
              title: row.title,
              titles: row.titles,
              summary: row.summary,
              summaries: row.summaries,
              theme: row.theme,
              startsOn: row.starts_on,
              endsOn: row.ends_on,
              yearFrom: row.year_from,
              yearTo: row.year_to,
              frozenAt: row.frozen_at,
              updatedAt: row.updated_at,
            },
          ],
    ),
  }
}

/** Years in which public experiments went on, newest first, for the filter of a list. */
export async function yearsOfExperiments(database: Database): Promise<number[]> {
  const { rows } = await sql<{ year: number }>`
    select distinct year
    from (select distinct year_from, year_to from experiments where is_public) as spans,
      generate_series(coalesce(year_from, year_to), coalesce(year_to, year_from)) as year
    order by year desc`.execute(database)
  return rows.map((row) => row.year)
}
