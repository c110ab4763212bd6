import type { CheckCode } from './check-codes.ts'
import type { ChosenMethod } from './method-tree.ts'
import type { CollectedData, StudyPlan } from './study-plan.ts'

/** How strong a design is, on the platform's own steps and on the two scales it is stored by. */
export interface EvidenceLevel {
  /** Steps 0 (an idea) to 5 (drawn by lot, few drop-outs, enough units). */
  step: number
  /** Maryland scale as the What Works Centre for Local Economic Growth uses it; 0 means below 1. */
  maryland: number
  /** Nesta's standards of evidence, 1–5. */
  nesta: number
  /** The check that lowered the step, if one did. */
  loweredBy: CheckCode | null
}

/** Checks that lower the level when they fail, the gravest first. */
const majorChecks: readonly CheckCode[] = [
  'definition-changed',
  'attrition',
  'co-intervention',
  'spillover',
  'pre-trend',
  'poor-pre-fit',
  'outside-donor-hull',
  'regression-to-mean',
  'peeking',
]

/** Nesta's level at each step, before independent repeats. */
const nestaAtStep = [1, 2, 2, 3, 3, 3] as const

/**
 * The level of evidence of a design with the checks that failed; the gravest failed check lowers the step by one.
 * The scale grades the design, not the size or the use of the effect: show the precision beside it.
 * Sources: Sherman et al. 1997 in the version of What Works Growth; Puttick and Ludlow 2013 (Nesta).
 */
export function levelOfEvidence(
  plan: StudyPlan,
  method: ChosenMethod,
  failed: readonly CheckCode[],
  data: CollectedData = {},
): EvidenceLevel {
  const design = designStep(plan, method, failed)
  const loweredBy = majorChecks.find((check) => failed.includes(check)) ?? null
  const step = Math.max(0, loweredBy === null ? design : design - 1)
  const repeated = (data.municipalities ?? 1) >= 2 && step >= 3
  const nesta = repeated ? (data.manualAndConsistent ? 5 : 4) : nestaAtStep[step]!
  return { step, maryland: step, nesta, loweredBy }
}

function designStep(plan: StudyPlan, method: ChosenMethod, failed: readonly CheckCode[]): number {
  if (plan.treatedUnits < 1 || plan.pointsBefore + plan.pointsAfter < 1) return 0
  if (method === 'every-value') return 1
  if (plan.startOrderByLot || (plan.drawnByLot && plan.comparisonUnits > 0)) {
    const enoughUnits = !failed.includes('learning-pilot') && !failed.includes('min-p-above-alpha')
    return enoughUnits ? 5 : 4
  }
  switch (method) {
    case 'synthetic-control':
    case 'difference-with-placebos':
    case 'difference-in-differences':
    case 'group-time-effects':
      return 3
    case 'interrupted-series':
    case 'interrupted-series-counts':
    case 'xmr-chart':
      return 2
    default:
      return 1
  }
}

/** How precise a result is beside what would be worth having. */
export type Precision = 'high' | 'moderate' | 'low'

/**
 * Precision by the half width of the range: high up to half of the smallest worthwhile change, moderate up to the
 * whole of it, low above. Null when a limit is infinite or the smallest worthwhile change is not above 0.
 * @example
 * precisionOf({ low: 4, high: 8 }, 5) // => "high"
 */
export function precisionOf(
  range: { low: number; high: number },
  smallestWorthwhile: number,
): Precision | null {
  const half = (range.high - range.low) / 2
  if (!Number.isFinite(half) || !(half >= 0) || !(smallestWorthwhile > 0)) return null
  if (half <= smallestWorthwhile / 2) return 'high'
  return half <= smallestWorthwhile ? 'moderate' : 'low'
}
