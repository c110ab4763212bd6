import { type Experiment, experimentsByIds } from '../experiments/index.ts'
import type { Database } from '../platform/database/database.ts'
import { type LessonFilter, lessonsOf, listTaught, newestTaught } from './lesson-store.ts'
import type { Lesson } from './lesson.ts'
import { type FamilyPool, poolsOf } from './read-pool.ts'

/** An experiment that has taught something; the lesson is undefined for published ones, of which only the sources tell. */
export interface Taught {
  experiment: Experiment
  lesson: Lesson | undefined
  /** What its family shows together, where at least two municipalities have told of their change. */
  together: FamilyPool | undefined
}

async function taughtByIds(database: Database, ids: readonly string[]): Promise<Taught[]> {
  const [experiments, lessons, pools] = await Promise.all([
    experimentsByIds(database, ids),
    lessonsOf(database, ids),
    poolsOf(database, ids),
  ])
  return ids.flatMap((id) => {
    const experiment = experiments.get(id)
    return experiment ? [{ experiment, lesson: lessons.get(id), together: pools.get(id) }] : []
  })
}

/** A page of what has been learned, newest first. */
export async function taughtOnPage(
  database: Database,
  filter: LessonFilter & { page?: number; perPage?: number },
): Promise<{ taught: Taught[]; total: number; pages: number }> {
  const { ids, total, pages } = await listTaught(database, filter)
  return { taught: await taughtByIds(database, ids), total, pages }
}

/** The newest of what was stopped and what spread, as many of each: they stand side by side. */
export async function newestLessons(
  database: Database,
  each: number,
): Promise<{ stopped: Taught[]; spread: Taught[] }> {
  const [stopped, spread] = await Promise.all([
    newestTaught(database, 'stopped', each),
    newestTaught(database, 'spread', each),
  ])
  const taught = await taughtByIds(database, [...stopped, ...spread])
  return { stopped: taught.slice(0, stopped.length), spread: taught.slice(stopped.length) }
}
