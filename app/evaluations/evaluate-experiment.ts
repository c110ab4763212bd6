import type { ChosenMethod, CollectedData, StudyPlan, WarningCode } from '@uskalla/evidence'
import {
  type Assignment,
  assignmentOf,
  boundariesFor,
  collectsAnswers,
  fewestPoints,
  type Measure,
  type Plan,
  studyPlanOf,
} from '../experiments/index.ts'
import { type Observation, seriesOf, type SeriesPoint } from '../measurements/index.ts'
import { type AnswerGroup, answersOnScale, shareAtEnd } from './answers-on-scale.ts'
import { analysePlaces, analyseStarts, analyseVersions } from './analyse-places.ts'
import { analyseSynthetic } from './analyse-synthetic.ts'
import { alongside, analyseSeries, type Besides, type MethodResult } from './analyse-series.ts'
import { evaluateMeasure } from './evaluate-measure.ts'
import { assessEvidence, precisionOf } from './engine.ts'
import type { Analysis, Effect, MeasureEvaluation } from './evaluation.ts'

/** What an evaluation is made of. */
export interface EvaluationInput {
  plan: Plan
  observations: readonly Observation[]
  /** The order that the lot gave, where the plan has one and it has been drawn. */
  drawnOrder: readonly string[] | undefined
  /** The figures were opened before the end although the plan had them covered. */
  openedEarly: boolean
}

/** Every measure of a plan with what its readings show, by the engine's chooser. By measure id. */
export function evaluateExperiment(input: EvaluationInput): Record<string, MeasureEvaluation> {
  return Object.fromEntries(
    input.plan.measures.map((measure) => {
      const series = seriesOf(input.plan, input.observations, measure.id)
      const finding = evaluateMeasure(measure, series)
      const answers = answersOf(input, measure)
      const analysis = analysisOf(input, measure, series, answers)
      return [measure.id, { finding, analysis, ...(answers && { answers }) }]
    }),
  )
}

function answersOf({ plan, observations, drawnOrder }: EvaluationInput, measure: Measure) {
  if (measure.kind !== 'scale') return undefined
  const own = observations.filter((one) => one.measureId === measure.id)
  return answersOnScale(plan, assignmentOf(plan, drawnOrder), own)
}

function analysisOf(
  { plan, observations, drawnOrder, openedEarly }: EvaluationInput,
  measure: Measure,
  series: SeriesPoint[],
  answers: AnswerGroup[] | undefined,
): Analysis | null {
  const own = observations.filter((one) => one.measureId === measure.id)
  const before = series.filter((point) => point.phase === 'before').length
  const after = series.length - before
  const study = studyPlanOf(plan) ?? studyOfSeries(plan, measure, before, after)
  if (plan.design?.kind === 'just_try') return null
  const kind = plan.design?.kind
  const several = kind === 'with_and_without' || kind === 'staggered' || kind === 'two_versions'
  // Fewer readings than this are told one by one or as a level; nothing is concluded from them. Of two versions by turns the
  // day is the unit: a lot over fewer days gives an exact p all the same, but no more to conclude from.
  if (!several && (after < fewestPoints || (before === 0 && measure.baseline === null))) return null
  if (kind === 'two_versions' && after < fewestPoints) return null
  if (several && after === 0) return null
  const collected: CollectedData = {
    openedBeforeEnd: openedEarly,
    ...(several ? readingsPerPlace(plan, own) : { pointsBefore: before, pointsAfter: after }),
    ...(answers && { shareAtEnd: shareAtEnd(answers) }),
  }
  const chosen = assessEvidence(study, collected)
  if (!chosen.ok) return null
  const result = resultOf(plan, own, series, measure, drawnOrder, chosen.value.method)
  if (!result) return null
  return graded(plan, study, collected, measure, result)
}

/** Readings that a place has on average, before and after; of two versions, the readings of each. */
function readingsPerPlace(plan: Plan, own: readonly Observation[]): Partial<CollectedData> {
  const units = plan.design?.units ?? []
  const count = (unit: string, during: boolean) =>
    new Set(
      own
        .filter((one) => one.unit === unit && plan.startsOn !== null && one.day >= plan.startsOn === during)
        .map((one) => one.day),
    ).size
  if (plan.design?.kind === 'two_versions')
    return { treatedUnits: count(units[0] ?? '', true), comparisonUnits: count(units[1] ?? '', true) }
  const average = (during: boolean) =>
    Math.floor(units.reduce((sum, unit) => sum + count(unit, during), 0) / Math.max(1, units.length))
  return { pointsBefore: average(false), pointsAfter: average(true) }
}

function resultOf(
  plan: Plan,
  own: readonly Observation[],
  series: SeriesPoint[],
  measure: Measure,
  drawnOrder: readonly string[] | undefined,
  method: ChosenMethod,
  besides?: Besides,
): MethodResult | undefined {
  if (plan.design?.kind === 'two_versions') return analyseVersions(plan, own, method)
  const assignment = assignmentOf(plan, drawnOrder)
  if (plan.design?.kind === 'with_and_without')
    return assignment && comparePlaces(plan, assignment, own, method)
  if (plan.design?.kind === 'staggered') return assignment && analyseStarts(plan, assignment, own, method)
  return analyseSeries(measure, series, method, besides)
}

/**
 * A measure by a method that is asked for instead of chosen, for analyses outside the plan. null where nothing can be said
 * of its grade. What comes back may be by another method, where the one asked for had to give way. `other` is a measure that
 * a model of one series takes into account.
 */
export function analyseOtherwise(
  { plan, observations, drawnOrder, openedEarly }: EvaluationInput,
  measure: Measure,
  method: ChosenMethod,
  other?: Measure,
): Analysis | null {
  const { design, startsOn } = plan
  const onlyAfter = method === 'one-time-comparison' && startsOn !== null
  const own = observations.filter(
    (one) => one.measureId === measure.id && (!onlyAfter || one.day >= startsOn),
  )
  const all = seriesOf(plan, own, measure.id)
  const { series, besides } = other
    ? alongside(all, seriesOf(plan, observations, other.id))
    : { series: all, besides: undefined }
  const before = series.filter((point) => point.phase === 'before').length
  const assignment = assignmentOf(plan, drawnOrder)
  const result =
    design?.kind === 'staggered'
      ? // Places one by one, whatever the lot decided of their order.
        assignment && analyseStarts({ ...plan, design: { ...design, byLot: false } }, assignment, own, method)
      : resultOf(plan, own, series, measure, drawnOrder, method, besides)
  if (!result || series.length === before) return null
  const collected = {
    pointsBefore: before,
    pointsAfter: series.length - before,
    openedBeforeEnd: openedEarly,
  }
  const study = studyPlanOf(plan) ?? studyOfSeries(plan, measure, before, series.length - before)
  return graded(plan, study, collected, measure, result)
}

/** A plan from before designs were asked for follows one place against its own past. */
function studyOfSeries(plan: Plan, measure: Measure, before: number, after: number): StudyPlan {
  return {
    outcome: collectsAnswers(measure) ? 'scale' : 'continuous',
    drawnByLot: false,
    treatedUnits: 1,
    comparisonUnits: 0,
    pointsBefore: before,
    pointsAfter: after,
    guardrails: plan.measures.filter((one) => one.harmLimit !== null).length,
  }
}

/** Where a comparison put together from other places cannot be had, each place in turn is taken for the one that tried. */
function comparePlaces(
  plan: Plan,
  assignment: Assignment,
  own: readonly Observation[],
  method: ChosenMethod,
): MethodResult {
  if (method !== 'synthetic-control') return analysePlaces(plan, assignment, own, method)
  return (
    analyseSynthetic(plan, assignment, own) ??
    analysePlaces(plan, assignment, own, 'difference-with-placebos')
  )
}

/** Agreed looks along the way have their price: the range of the main measure is as much wider as they ask for. */
function widened(plan: Plan, measure: Measure, effect: Effect | null): Effect | null {
  const factor = boundariesFor(plan.design?.looks ?? 0)?.widening
  if (!effect || factor === undefined || plan.measures[0]?.id !== measure.id) return effect
  const { estimate, low, high } = effect
  const stretched = (limit: number | null) => (limit === null ? null : estimate + (limit - estimate) * factor)
  return { estimate, low: stretched(low), high: stretched(high) }
}

function graded(
  plan: Plan,
  study: StudyPlan,
  collected: CollectedData,
  measure: Measure,
  result: MethodResult,
): Analysis | null {
  const judged = assessEvidence(study, { ...collected, methodWarnings: withoutDoubles(result.warnings) })
  if (!judged.ok) return null
  const effect = widened(plan, measure, result.effect)
  return {
    method: result.method,
    told: result.told,
    effect,
    p: result.p,
    chart: result.chart,
    checks: judged.value.checks,
    evidence: judged.value.evidence,
    precision:
      effect && effect.low !== null && effect.high !== null && measure.smallestWorthwhile !== null
        ? precisionOf({ low: effect.low, high: effect.high }, measure.smallestWorthwhile)
        : null,
  }
}

function withoutDoubles(warnings: readonly WarningCode[]): WarningCode[] {
  return [...new Set(warnings)]
}
