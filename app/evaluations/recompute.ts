import { commitmentTo, drawnOrder, planFingerprint, planText, thingsToDraw } from '../experiments/index.ts'
import { inPlanUnits, type Observation, phaseOf } from '../measurements/index.ts'
import { asObservations } from './bundle-data.ts'
import { caseOf, figuresText } from './bundle.ts'
import { dataFingerprint } from './data-fingerprint.ts'
import { seedOfEvaluations } from './distribution-of-draws.ts'
import { engineVersion } from './engine-version.ts'
import { asJson, withCalls } from './engine.ts'
import { evaluateExperiment } from './evaluate-experiment.ts'
import type { MeasureEvaluation } from './evaluation.ts'
import { compareFigures, type Difference } from './figures.ts'
import { type Bundle, readBundle } from './read-bundle.ts'
import { besideTheResult, type BesideTheResult } from './recompute-beside.ts'

/** What came of computing a bundle again. */
export interface Recomputation {
  /** Figures and words of the evaluation that were compared. */
  figures: number
  /** Questions to the engine that were put again. */
  questions: number
  /** The version that computed the bundle, when it is not the one at hand. */
  otherEngine: string | undefined
  /** What does not fit, in plain English, the first difference of each kind. Empty: everything is the same. */
  faults: string[]
  /** Agreed looks and analyses outside the plan. */
  beside: BesideTheResult
  /** Every measure by its name with what was computed now. */
  measures: { name: string; unit: string; evaluation: MeasureEvaluation }[]
}

/**
 * Computes a bundle again from its plan, draw and readings, and compares every figure with what it tells, to the last
 * printed digit. A text says why the bundle cannot be read.
 */
export function recompute(archive: Buffer): Recomputation | string {
  const bundle = readBundle(archive)
  if (typeof bundle === 'string') return bundle
  const { evaluation, cases, plan } = bundle
  const observations = inPlanUnits(bundle.unitChanges, asObservations(plan.experiment, bundle.readings))
  let beside: BesideTheResult
  let again: ReturnType<typeof evaluateAgain>
  try {
    again = evaluateAgain(bundle, observations)
    beside = besideTheResult(bundle, observations)
  } catch {
    return 'The plan and the readings are such that nothing can be computed from them.'
  }
  const sameEngine = evaluation.engine_version === engineVersion
  const byMeasure = asJson(again.result)
  const told = sameEngine ? byMeasure : onlyWhatIsIn(evaluation.measures, byMeasure)
  const figures = compareFigures(evaluation.measures, told)
  const asked = again.calls.map((call, index) => asJson(caseOf(call, index)))
  const questions = compareFigures(
    cases.map((one) => one.content),
    sameEngine
      ? asked
      : onlyWhatIsIn(
          cases.map((one) => one.content),
          asked,
        ),
  )
  const printedAgain = figuresText(plan.plan.measures, again.result)
  return {
    figures: figures.compared,
    questions: cases.length,
    otherEngine: sameEngine ? undefined : evaluation.engine_version,
    faults: [
      ...bundle.changedFiles,
      ...faultsOfPlan(bundle),
      ...faultsOfDraw(bundle),
      ...faultsOfReadings(bundle, dataFingerprint(observations)),
      ...(evaluation.seed === seedOfEvaluations
        ? []
        : [`The seed is ${evaluation.seed} in the bundle and ${seedOfEvaluations} in the engine at hand.`]),
      ...inWords(figures.differences, 'figures and words of the result', (path) => measurePath(bundle, path)),
      ...(figures.differences.length === 0 && sameEngine && printedAgain !== bundle.figures
        ? ['figures.txt prints other figures than the evaluation holds.']
        : []),
      ...inWords(questions.differences, 'parts of the questions to the engine', (path) =>
        casePath(bundle, path),
      ),
      ...beside.faults,
    ],
    beside,
    measures: plan.plan.measures.flatMap(({ id, name, unit }) => {
      const one = again.result[id]
      return one ? [{ name, unit, evaluation: one }] : []
    }),
  }
}

function evaluateAgain({ plan, draw, evaluation }: Bundle, observations: readonly Observation[]) {
  return withCalls(() =>
    evaluateExperiment({
      plan: plan.plan,
      observations,
      drawnOrder: draw?.order,
      openedEarly: evaluation.opened_early.length > 0,
    }),
  )
}

function faultsOfPlan({ plan, planText: text, evaluation }: Bundle): string[] {
  const document = { id: plan.experiment, municipalityCode: plan.municipality, plan: plan.plan }
  const faults: string[] = []
  if (planFingerprint(document) !== evaluation.plan_fingerprint)
    faults.push('The plan is not the one that was evaluated: its fingerprint is another.')
  if (planText(document) !== text) faults.push('plan.json is not in its canonical form.')
  if (plan.experiment !== evaluation.experiment)
    faults.push('The plan and the evaluation are of different experiments.')
  return faults
}

function faultsOfDraw({ draw, plan, evaluation }: Bundle): string[] {
  const things = thingsToDraw(plan.plan)
  if (!draw)
    return things.length === 0 ? [] : ['The plan leaves something to the lot, but draw.json is missing.']
  const faults: string[] = []
  if (commitmentTo(draw.seed) !== draw.commitment)
    faults.push('The seed of the draw is not the one that was committed to.')
  if (draw.plan_fingerprint !== evaluation.plan_fingerprint)
    faults.push('The draw was made for another plan.')
  const order = drawnOrder(things, draw.seed, draw.plan_fingerprint)
  const place = order.findIndex((thing, index) => thing !== draw.order[index])
  if (place >= 0 || order.length !== draw.order.length)
    faults.push(
      `The draw gives another order: number ${place + 1} is ${order[place] ?? 'nothing'}, in the bundle ${draw.order[place] ?? 'nothing'}.`,
    )
  return faults
}

function faultsOfReadings({ readings, plan, evaluation }: Bundle, fingerprint: string): string[] {
  const faults: string[] = []
  if (fingerprint !== evaluation.data_fingerprint)
    faults.push('The readings in data.csv are not those that were evaluated: their fingerprint is another.')
  const misplaced = readings.findIndex((one) => one.phase !== phaseOf(one.day, plan.plan))
  if (misplaced >= 0)
    faults.push(`The reading of ${readings[misplaced]?.day} in data.csv is told for the wrong phase.`)
  return faults
}

/** Of a value by a newer engine, what an older one told too, so that figures it did not know are no differences. */
function onlyWhatIsIn(older: unknown, newer: unknown): unknown {
  if (Array.isArray(older) && Array.isArray(newer))
    return newer.map((part: unknown, index) =>
      index < older.length ? onlyWhatIsIn(older[index], part) : part,
    )
  if (!isRecord(older) || !isRecord(newer)) return newer
  return Object.fromEntries(
    Object.entries(newer).flatMap(([key, part]) =>
      key in older ? [[key, onlyWhatIsIn(older[key], part)]] : [],
    ),
  )
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function inWords(
  differences: readonly Difference[],
  what: string,
  named: (path: string) => string,
): string[] {
  const [first] = differences
  if (!first) return []
  const told = (value: string | undefined) => value ?? 'missing'
  const slightly = isRounding(first)
  return [
    `${differences.length} ${what} differ. The first: ${named(first.path)} is ${told(first.first)} in the bundle and ${told(first.second)} when computed again.` +
      (slightly ? ' They differ in the last digits only: another version of Node rounds otherwise.' : ''),
  ]
}

function isRounding({ first, second }: Difference): boolean {
  const [a, b] = [Number(first), Number(second)]
  return (
    Number.isFinite(a) && Number.isFinite(b) && Math.abs(a - b) <= 1e-12 * Math.max(Math.abs(a), Math.abs(b))
  )
}

/** `ID.analysis.effect.estimate` as the measure's name and the way within it. */
function measurePath({ plan }: Bundle, path: string): string {
  const measure = plan.plan.measures.find(({ id }) => path.startsWith(`${id}.`))
  return measure ? `${path.slice(measure.id.length + 1)} of “${measure.name}”` : path
}

/** `[3].expected.value.low` as the case's file and the way within it. */
function casePath({ cases }: Bundle, path: string): string {
  const [, number = '', rest = ''] = /^\[(\d+)\]\.?(.*)$/.exec(path) ?? []
  const name = cases[Number(number) - 1]?.name
  return name === undefined ? `question ${number}` : `${rest} in ${name}`
}
