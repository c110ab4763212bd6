import { type Selectable, sql } from 'kysely'
import type { Outcome } from '../experiments/index.ts'
import type { Database } from '../platform/database/database.ts'
import { hiddenOf, type HidingColumns } from '../platform/hidden.ts'
import type { Lang } from '../platform/language.ts'
import type { Lesson, Verdict } from './lesson.ts'

interface LessonsTable extends HidingColumns {
  id: string
  experiment_id: string
  municipality_code: string
  language: Lang
  worked: string
  did_not_work: string
  surprised: string
  conditions: string
  works: Verdict
  inspired: string | null
  would_do_otherwise: string | null
  written_by: string | null
  written_at: Date
  version: number
}

declare module '../platform/database/tables.ts' {
  interface Tables {
    lessons: LessonsTable
  }
}

function lessonOf(row: Selectable<LessonsTable>): Lesson {
  const hidden = hiddenOf(row)
  return {
    experimentId: row.experiment_id,
    language: row.language,
    worked: hidden ? '' : row.worked,
    didNotWork: hidden ? '' : row.did_not_work,
    surprised: hidden ? '' : row.surprised,
    conditions: hidden ? '' : row.conditions,
    works: row.works,
    inspired: hidden ? null : row.inspired,
    wouldDoOtherwise: hidden ? null : row.would_do_otherwise,
    writtenAt: row.written_at,
    hidden,
    version: row.version,
  }
}

/** The newest lesson of each experiment that has one, by experiment id. */
export async function lessonsOf(
  database: Database,
  experimentIds: readonly string[],
): Promise<Map<string, Lesson>> {
  if (experimentIds.length === 0) return new Map()
  const rows = await database
    .selectFrom('lessons')
    .distinctOn('experiment_id')
    .selectAll()
    .where('experiment_id', 'in', [...new Set(experimentIds)])
    .orderBy('experiment_id')
    .orderBy('version', 'desc')
    .execute()
  return new Map(rows.map((row) => [row.experiment_id, lessonOf(row)]))
}

export async function lessonOfExperiment(
  database: Database,
  experimentId: string,
): Promise<Lesson | undefined> {
  return (await lessonsOf(database, [experimentId])).get(experimentId)
}

/** Adds a lesson as the next version. False when somebody else has added that version. */
export async function saveLesson(
  database: Database,
  lesson: Lesson & { id: string; municipalityCode: string; writtenBy: string },
): Promise<boolean> {
  const row = await database
    .insertInto('lessons')
    .values({
      id: lesson.id,
      experiment_id: lesson.experimentId,
      municipality_code: lesson.municipalityCode,
      language: lesson.language,
      worked: lesson.worked,
      did_not_work: lesson.didNotWork,
      surprised: lesson.surprised,
      conditions: lesson.conditions,
      works: lesson.works,
      inspired: lesson.inspired,
      would_do_otherwise: lesson.wouldDoOtherwise,
      written_by: lesson.writtenBy,
      written_at: lesson.writtenAt,
      version: lesson.version,
    })
    .onConflict((conflict) => conflict.columns(['experiment_id', 'version']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export interface LessonFilter {
  municipalityCode?: string | undefined
  theme?: string | undefined
  outcome?: Outcome | undefined
  year?: number | undefined
}

const lessonsPerPage = 20

/** That the newest lesson of a row of `experiments` is not hidden; true where there is none. Hidden ones are few: read once. */
const newestIsShown = sql<boolean>`not exists (select from lessons as newest
  where newest.experiment_id = experiments.id and newest.hidden_at is not null and not exists (
    select from lessons as newer where newer.experiment_id = newest.experiment_id and newer.version > newest.version))`

/**
 * Ids of the experiments that have taught something, newest first, a page at a time (pages count from 1): those with a lesson
 * card, and published ones whose outcome their sources tell.
 */
export async function listTaught(
  database: Database,
  {
    municipalityCode,
    theme,
    outcome,
    year,
    page = 1,
    perPage = lessonsPerPage,
  }: LessonFilter & { page?: number; perPage?: number },
): Promise<{ ids: string[]; total: number; pages: number }> {
  let wanted = database
    .selectFrom('experiments')
    .leftJoin('lessons', (join) =>
      join.onRef('lessons.experiment_id', '=', 'experiments.id').on('lessons.version', '=', 1),
    )
    .where((where) =>
      where.or([
        where.and([where('lessons.id', 'is not', null), where('experiments.frozen_at', 'is not', null)]),
        where.and([
          where('experiments.origin', '=', 'published'),
          where('experiments.outcome', 'is not', null),
        ]),
      ]),
    )
  wanted = wanted.where('experiments.hidden_at', 'is', null).where(newestIsShown)
  if (municipalityCode) wanted = wanted.where('experiments.municipality_code', '=', municipalityCode)
  if (theme) wanted = wanted.where('experiments.theme', '=', theme)
  if (outcome) wanted = wanted.where('experiments.outcome', '=', outcome)
  if (year !== undefined)
    wanted = wanted
      .where('experiments.year_from', '<=', year)
      .where(sql<number>`coalesce(experiments.year_to, experiments.year_from)`, '>=', year)
  const rows = await wanted
    .select(['experiments.id', sql<number>`count(*) over ()`.as('total')])
    .orderBy(sql`lessons.written_at desc nulls last`)
    .orderBy(sql`coalesce(experiments.year_to, experiments.year_from) desc nulls last`)
    .orderBy('experiments.id')
    .limit(perPage)
    .offset((page - 1) * perPage)
    .execute()
  const total = Number(rows[0]?.total ?? 0)
  return { ids: rows.map((row) => row.id), total, pages: Math.ceil(total / perPage) }
}

/** Ids of the newest with an outcome: lesson cards first, then published experiments by year. Reads a few rows of two indexes. */
export async function newestTaught(database: Database, outcome: Outcome, most: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    (select experiments.id, 0 as place, lessons.written_at as at, 0 as year
      from lessons join experiments on experiments.id = lessons.experiment_id
      where lessons.version = 1 and experiments.outcome = ${outcome} and experiments.frozen_at is not null
        and experiments.hidden_at is null and ${newestIsShown}
      order by lessons.written_at desc limit ${most})
    union all
    (select id, 1, null, coalesce(year_to, year_from, 0)
      from experiments where origin = 'published' and outcome = ${outcome}
      order by coalesce(year_to, year_from, 0) desc, id limit ${most})
    order by place, at desc, year desc, id limit ${most}`.execute(database)
  return rows.map((row) => row.id)
}

/** Ids of everyone in the family of an experiment: its ancestors, and all that was ever taken up from the oldest of them. */
export async function familyIds(database: Database, experimentId: string): Promise<string[]> {
  // `union` drops what has been seen, so that a circle of parents would end too.
  const { rows } = await sql<{ id: string }>`
    with recursive upward (id, parent_id) as (
      select id, parent_id from experiments where id = ${experimentId}
      union
      select parent.id, parent.parent_id from experiments parent join upward on parent.id = upward.parent_id
    ), family (id) as (
      select id from upward
      union
      select child.id from experiments child join family on child.parent_id = family.id
    )
    select id from family limit 2000`.execute(database)
  return rows.map((row) => row.id)
}
