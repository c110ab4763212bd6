import { performance } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import {
  exampleMeasure,
  examplePlan,
  saveExampleExperiment,
} from '../app/experiments/experiments.examples.ts'
import { type Design, designOf } from '../app/experiments/design.ts'
import type { Plan } from '../app/experiments/plan.ts'
import { saveExampleReadings } from '../app/measurements/measurements.examples.ts'
import { asSystem } from '../app/platform/database/acting.ts'
import type { Database } from '../app/platform/database/database.ts'
import { addDays } from '../app/platform/format.ts'
import { orderedIds } from '../app/platform/identifiers.ts'

/** Made-up experiments for measuring results, by what they are large in. */
export interface MeasuredResults {
  /** One series of 300 points, evaluated. */
  longSeries: string
  /** 10,000 readings of 20 places, evaluated. */
  manyReadings: string
  /** What takes the engine longest of what plans can ask for: two versions by turns, on many days. */
  heavy: string
}

const newId = orderedIds()
const startsOn = '2025-03-03'
const measure = exampleMeasure({ baseline: null })

/** Adds the experiments of `MeasuredResults` to a database and evaluates them. */
export async function addMeasuredResults(database: Database): Promise<MeasuredResults> {
  const add = async (design: Design, readings: { day: string; value: number; unit?: string }[]) => {
    const id = newId()
    const at = new Date()
    const plan: Plan = examplePlan({ measures: [measure], design, startsOn, endsOn: '2025-12-19' })
    await asSystem(database, async (transaction) => {
      await saveExampleExperiment(transaction, { id, newId, at, plan, state: 'learning' })
      await saveExampleReadings(transaction, { experimentId: id, measureId: measure.id, newId, at, readings })
    })
    await evaluateByWorker(database, id)
    return id
  }
  const value = (index: number, after: boolean) => (after ? 50 : 62) + ((index * 7) % 11) / 3
  const series = Array.from({ length: 300 }, (_, index) => ({
    day: addDays(startsOn, index - 100),
    value: value(index, index >= 100),
  }))
  const places = Array.from({ length: 20 }, (_, index) => `Paikka ${index + 1}`)
  const many = places.flatMap((unit, place) =>
    Array.from({ length: 500 }, (_, index) => ({
      unit,
      day: addDays(startsOn, Math.floor(index / 2) - 125),
      value: value(index + place, index >= 250 && place < 8),
    })),
  )
  const versions = ['uusi', 'nykyinen']
  const turns = Array.from({ length: 200 }, (_, index) => ({
    unit: versions[index % 2] ?? '',
    day: addDays(startsOn, index),
    value: value(index * 3, index % 2 === 0),
  }))
  return {
    longSeries: await add(designOf('before_after'), series),
    manyReadings: await add({ ...designOf('with_and_without', places), treatedCount: 8, byLot: false }, many),
    heavy: await add({ ...designOf('two_versions', versions), byLot: false }, turns),
  }
}

/**
 * Has the application's worker evaluate one experiment over and over, as long as `work` goes on. Returns what came of it and
 * how many evaluations were finished meanwhile.
 */
export async function whileEvaluating<Result>(
  database: Database,
  experimentId: string,
  work: () => Promise<Result>,
): Promise<{ result: Result; evaluations: number }> {
  let over = false
  let evaluations = 0
  const evaluate = (async () => {
    for (; !over; evaluations++) await evaluateByWorker(database, experimentId)
  })()
  const result = await work().finally(() => (over = true))
  await evaluate
  return { result, evaluations }
}

/** Has the application's worker evaluate an experiment anew, and waits until it has. */
async function evaluateByWorker(database: Database, experimentId: string): Promise<void> {
  await asSystem(database, async (transaction) => {
    await sql`delete from evaluations where experiment_id = ${experimentId}`.execute(transaction)
    await sql`select queue_job('evaluate-experiment', ${JSON.stringify({ experimentId })}::json, null, null, null)`.execute(
      transaction,
    )
  })
  const isDone = async (transaction: Database) =>
    (await sql`select 1 from evaluations where experiment_id = ${experimentId}`.execute(transaction)).rows
      .length > 0
  while (!(await asSystem(database, isDone))) await wait(20)
}

/** How long a file takes to arrive, in milliseconds, each of several times in order; and its size in kB. */
export async function fetchTimes(url: string, times: number): Promise<{ ms: number[]; kilobytes: number }> {
  const ms: number[] = []
  let kilobytes = 0
  for (let i = 0; i < times; i++) {
    const started = performance.now()
    const answer = await fetch(url)
    if (!answer.ok) throw new Error(`${url} answered ${answer.status}`)
    kilobytes = (await answer.arrayBuffer()).byteLength / 1_000
    ms.push(performance.now() - started)
  }
  return { ms: ms.sort((a, b) => a - b), kilobytes }
}
