import { type CheckCode, poolStudies, shrunkenEffects } from '@uskalla/evidence'
import type { Coverage, KeptEvaluation } from '../evaluations/index.ts'
import { type Experiment, mainMeasure, type Measure } from '../experiments/index.ts'

/** Why the result of a member is told but not pooled. */
export type LeftOut =
  /** Its figures are not public before its end. */
  | 'under-way'
  /** Its figures were opened before the end although the plan had them covered. */
  | 'opened-early'
  /** Its plan had not said how the measuring was to be compared, so the method was chosen by the readings. */
  | 'exploratory'
  /** Its main measure has another unit, scale or direction. */
  | 'other-measure'
  /** Worked out afterwards from open data, beside trials of people's own. */
  | 'afterwards'
  /** Made up, beside real ones. */
  | 'made-up'
  /** Its main measure has no reading since the start. */
  | 'no-readings'
  /** The readings were too few, or its method gives no size of the change. */
  | 'cannot-tell'
  /** Nothing bounds the range of its change at one end. */
  | 'open-range'

/** One member whose evaluation was looked at. Amounts are in the unit of its own main measure. */
export interface PooledMember {
  experimentId: string
  municipalityCode: string
  leftOut: LeftOut | null
  /** The change with its range; null where there is none, or where it is not public. */
  effect: { estimate: number; low: number; high: number } | null
}

/** A municipality in the pool; several trials of one municipality have been put together first. */
export interface PooledPlace {
  municipalityCode: string
  experimentIds: string[]
  effect: number
  low: number
  high: number
  /** Half the width of the range over 1.96. */
  standardError: number
  /** Share of the pooled figure that this place carries, 0–1. */
  weight: number
  /** The place's own change drawn towards the common one: what to expect there if it were tried again. */
  shrunken: number
}

/** What the places show together, in the unit of the measure. */
export interface PooledResult {
  effect: number
  low: number
  high: number
  /** Standard deviation between places (tau), and its range; a limit that cannot be computed is null. */
  spread: number
  spreadLow: number | null
  spreadHigh: number | null
  /** Where the change of the next place is likely to lie; null below five places. */
  next: { low: number; high: number } | null
  checks: CheckCode[]
}

/** A family of adoptions as it is kept. */
export interface PooledFamily {
  /** The member whose main measure gives the unit; null where nobody has a figure. */
  measureOf: string | null
  members: PooledMember[]
  places: PooledPlace[]
  /** null below two places. */
  result: PooledResult | null
}

/** A member with what is known of its result. */
export interface MemberResult {
  experiment: Experiment
  kept: KeptEvaluation
  coverage: Coverage
  openedEarly: boolean
}

/** From this many places on it is told what is likely in the next one. */
export const fewestToPredict = 5

/** Half the width of a 95 per cent range in standard errors. */
const halfWidthInErrors = 1.959963984540054

/**
 * Pools what the adoptions of one plan show: random effects by REML, the range by Hartung and Knapp with floor, and from
 * five places a range for the next one. The standard error of a member is the width of its range over 3.92 (Cochrane
 * Handbook for Systematic Reviews 6.5, section 6.3.1); ranges made with t or by permutation are wider than that assumes,
 * which makes the error rather too large than too small. Trials of one municipality are not independent: they are put
 * together first, by the inverse of their variances. Members that may not stand beside the others are listed with the
 * reason. Real, made-up and retrospective ones are never mixed.
 */
export function poolFamily(results: readonly MemberResult[]): PooledFamily {
  const kind = leadingKind(results)
  const reference = referenceMeasure(results.filter((one) => kindOf(one.experiment) === kind))
  const members = results.flatMap((one): PooledMember[] => {
    const { experiment } = one
    if (experiment.municipalityCode === null) return []
    const leftOut = reasonToLeaveOut(one, kind, reference)
    return [
      {
        experimentId: experiment.id,
        municipalityCode: experiment.municipalityCode,
        leftOut,
        effect: leftOut === 'under-way' ? null : (boundedEffect(one) ?? null),
      },
    ]
  })
  const places = placesOf(members)
  const pooled = places.length < 2 ? undefined : pool(places)
  return {
    measureOf: reference?.experimentId ?? null,
    members,
    places: pooled?.places ?? places,
    result: pooled?.result ?? null,
  }
}

type Kind = 'own' | 'example' | 'retrospective'

function kindOf({ origin }: Experiment): Kind {
  return origin === 'example' ? 'example' : origin === 'own' ? 'own' : 'retrospective'
}

/** Real trials come before what was worked out afterwards, and that before what is made up. */
function leadingKind(results: readonly MemberResult[]): Kind {
  const kinds = new Set(results.map((one) => kindOf(one.experiment)))
  return kinds.has('own') ? 'own' : kinds.has('retrospective') ? 'retrospective' : 'example'
}

/** The measure that most members with a figure share; of equally many, that of the oldest. */
function referenceMeasure(results: readonly MemberResult[]): Reference | undefined {
  const measures = results
    .filter((one) => one.coverage === 'open' && boundedEffect(one))
    .toSorted((a, b) => a.experiment.createdAt.getTime() - b.experiment.createdAt.getTime())
    .flatMap(({ experiment }): Reference[] => {
      const measure = mainMeasure(experiment.plan)
      return measure ? [{ experimentId: experiment.id, measure }] : []
    })
  const alike = ({ measure }: Reference) =>
    measures.filter((other) => isSameMeasure(measure, other.measure)).length
  return measures.reduce<Reference | undefined>(
    (best, one) => (best === undefined || alike(one) > alike(best) ? one : best),
    undefined,
  )
}

interface Reference {
  experimentId: string
  measure: Measure
}

/** Figures with a unit are alike by scale, unit and direction; those without one by their name too. */
export function isSameMeasure(a: Measure, b: Measure): boolean {
  const written = (text: string) => text.trim().toLowerCase()
  return (
    a.kind === b.kind &&
    a.direction === b.direction &&
    written(a.unit) === written(b.unit) &&
    (a.unit.trim() !== '' || written(a.name) === written(b.name))
  )
}

function reasonToLeaveOut(one: MemberResult, kind: Kind, reference: Reference | undefined): LeftOut | null {
  const own = kindOf(one.experiment)
  const measure = mainMeasure(one.experiment.plan)
  const effect = measure && one.kept.byMeasure[measure.id]?.analysis?.effect
  if (one.coverage !== 'open') return 'under-way'
  if (own !== kind) return own === 'example' ? 'made-up' : 'afterwards'
  if (one.openedEarly) return 'opened-early'
  if (measure && (one.kept.byMeasure[measure.id]?.finding.daysDuring ?? 0) === 0) return 'no-readings'
  if (!effect) return 'cannot-tell'
  if (one.experiment.plan.design === undefined) return 'exploratory'
  if (reference && !isSameMeasure(measure, reference.measure)) return 'other-measure'
  return boundedEffect(one) ? null : 'open-range'
}

/** The change of the main measure where both ends of its range are bounded and apart. */
function boundedEffect({ experiment, kept }: MemberResult): PooledMember['effect'] | undefined {
  const measure = mainMeasure(experiment.plan)
  const effect = measure && kept.byMeasure[measure.id]?.analysis?.effect
  if (!effect || effect.low === null || effect.high === null || !(effect.high > effect.low)) return undefined
  return { estimate: effect.estimate, low: effect.low, high: effect.high }
}

type UnweightedPlace = Omit<PooledPlace, 'weight' | 'shrunken'>

function placesOf(members: readonly PooledMember[]): PooledPlace[] {
  const byCode = new Map<string, PooledMember[]>()
  for (const member of members)
    if (member.leftOut === null && member.effect)
      byCode.set(member.municipalityCode, [...(byCode.get(member.municipalityCode) ?? []), member])
  return [...byCode].map(([municipalityCode, own]) => ({
    ...togetherIn(municipalityCode, own),
    weight: 1 / byCode.size,
    shrunken: togetherIn(municipalityCode, own).effect,
  }))
}

function togetherIn(municipalityCode: string, own: readonly PooledMember[]): UnweightedPlace {
  const experimentIds = own.map((member) => member.experimentId)
  const effects = own.flatMap(({ effect }) =>
    effect ? [{ ...effect, error: (effect.high - effect.low) / (2 * halfWidthInErrors) }] : [],
  )
  const [only] = effects
  if (only && effects.length === 1) {
    const { estimate, low, high, error } = only
    return { municipalityCode, experimentIds, effect: estimate, low, high, standardError: error }
  }
  const weights = effects.map(({ error }) => 1 / error ** 2)
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  const effect = effects.reduce((sum, { estimate }, index) => sum + estimate * (weights[index] ?? 0), 0) / all
  const standardError = Math.sqrt(1 / all)
  const half = halfWidthInErrors * standardError
  return { municipalityCode, experimentIds, effect, low: effect - half, high: effect + half, standardError }
}

function pool(places: readonly PooledPlace[]): { places: PooledPlace[]; result: PooledResult } | undefined {
  const effects = places.map((place) => place.effect)
  const variances = places.map((place) => place.standardError ** 2)
  const pooled = poolStudies(effects, variances)
  const shrunken = shrunkenEffects(effects, variances)
  if (!pooled.ok || !shrunken.ok) return undefined
  const { effect, shown, betweenVariance, prediction } = pooled.value
  const weights = variances.map((variance) => 1 / (variance + betweenVariance.value))
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  const rootOf = (variance: number | null) =>
    variance === null || !Number.isFinite(variance) ? null : Math.sqrt(variance)
  return {
    places: places.map((place, index) => ({
      ...place,
      weight: (weights[index] ?? 0) / all,
      shrunken: shrunken.value[index]?.effect ?? place.effect,
    })),
    result: {
      effect,
      low: shown.low,
      high: shown.high,
      spread: Math.sqrt(betweenVariance.value),
      spreadLow: rootOf(betweenVariance.low),
      spreadHigh: rootOf(betweenVariance.high),
      next: places.length >= fewestToPredict ? prediction.shown : null,
      checks: pooled.warnings.map(({ code }) => code),
    },
  }
}
