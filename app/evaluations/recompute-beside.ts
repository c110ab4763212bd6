import { agreedLooks, boundariesFor, measureOf } from '../experiments/index.ts'
import type { Observation } from '../measurements/index.ts'
import { dataFingerprint } from './data-fingerprint.ts'
import { engineVersion } from './engine-version.ts'
import { asJson } from './engine.ts'
import { explore, methodsToExplore } from './exploration.ts'
import { compareFigures } from './figures.ts'
import type { Bundle } from './read-bundle.ts'
import { lookOn } from './take-looks.ts'

/** What came of computing again what stands beside the result. */
export interface BesideTheResult {
  looks: number
  explorations: number
  /** What rests on readings that were corrected since, so that it cannot be computed again, in plain English. */
  skipped: string[]
  faults: string[]
}

/** Computes the agreed looks and the analyses outside the plan again, each on the readings that it had. */
export function besideTheResult(bundle: Bundle, observations: readonly Observation[]): BesideTheResult {
  const beside: BesideTheResult = { looks: 0, explorations: 0, skipped: [], faults: [] }
  lookAgain(bundle, observations, beside)
  exploreAgain(bundle, observations, beside)
  return beside
}

function lookAgain(
  { plan: { plan }, draw, looks }: Bundle,
  observations: readonly Observation[],
  beside: BesideTheResult,
): void {
  const boundaries = boundariesFor(agreedLooks(plan).length)
  for (const look of looks) {
    const name = `Look ${look.number}`
    const agreed = agreedLooks(plan).find(({ number }) => number === look.number)
    if (!boundaries || agreed?.day !== look.day) {
      beside.faults.push(`${name} is not one that the plan agreed on.`)
      continue
    }
    const until = observations.filter((one) => one.day <= look.day)
    if (dataFingerprint(until) !== look.data_fingerprint) {
      beside.skipped.push(`${name} had other readings: some up to ${look.day} were corrected or added since.`)
      continue
    }
    const again = lookOn(plan, until, draw?.order, boundaries, look.number)
    const { readings, said, estimate, low, high } = look
    const told = { readings, said, estimate, low, high }
    beside.looks++
    compare(name, 'looks.json', told, again, beside)
  }
}

function exploreAgain(
  { plan: { plan }, draw, explorations, evaluation }: Bundle,
  observations: readonly Observation[],
  beside: BesideTheResult,
): void {
  const current = dataFingerprint(observations)
  for (const [index, one] of explorations.entries()) {
    const name = `Analysis ${index + 1} outside the plan`
    const measure = measureOf(plan, one.measure)
    const besides = one.besides === undefined ? undefined : measureOf(plan, one.besides)
    if (!measure || !methodsToExplore(plan).includes(one.method) || (one.besides !== undefined && !besides)) {
      beside.faults.push(`${name} is not one that this plan allows.`)
      continue
    }
    if (one.data_fingerprint !== current) {
      beside.skipped.push(`${name} had other readings: some were corrected or added since.`)
      continue
    }
    if (one.engine_version !== engineVersion) {
      beside.skipped.push(`${name} was made by version ${one.engine_version} of the engine; this is another.`)
      continue
    }
    const openedEarly = evaluation.opened_early.some((moment) => moment <= one.made_at)
    const again = explore(
      { plan, observations, drawnOrder: draw?.order, openedEarly },
      { measure, method: one.method, period: one.period, besides },
    )
    beside.explorations++
    compare(name, 'explorations.json', one.evaluation, asJson(again), beside)
  }
}

function compare(name: string, file: string, told: unknown, again: unknown, beside: BesideTheResult): void {
  const { differences } = compareFigures(told, again)
  const [first] = differences
  if (!first) return
  beside.faults.push(
    `${name} differs in ${differences.length} figures and words. The first: ${first.path} in ${file} is ${first.first ?? 'missing'} in the bundle and ${first.second ?? 'missing'} when computed again.`,
  )
}
