import { fewestPoints, type Measure, type Plan } from '../experiments/index.ts'
import { median, type SeriesPoint } from '../measurements/index.ts'

/** Why more cannot be told, or that the change can be named while its cause cannot. */
export type Standing =
  /** Nothing has been measured during the trial. */
  | 'no-data'
  /** Fewer than eight days during the trial. */
  | 'few-points'
  /** Enough days, but nothing to hold them against. */
  | 'no-baseline'
  /** Before and after in one place: the amount is known, its cause is not. */
  | 'cause-unknown'

/** What one measure shows. All amounts are in the measure's unit; faces are means on 1–3. null is unknown. */
export interface MeasureFinding {
  standing: Standing
  daysBefore: number
  daysDuring: number
  /** Median of the days before, or the plan's own figure where nothing was measured before. */
  baseline: number | null
  baselineFrom: 'points' | 'plan' | null
  /** Median of the days during and after the trial. */
  during: number | null
  /** `during` minus `baseline`. */
  change: number | null
  /** The change in the direction that is better: positive means better. */
  improvement: number | null
  /** `during` minus what was predicted. */
  beyondPrediction: number | null
  /** True when the median has passed the value at which the trial was to be broken off. */
  harmful: boolean
}

/**
 * What a series of one measure shows against the time before and the plan. Medians, because single odd days are common and
 * series short. Below eight days during the trial, or without a baseline, it says so instead of concluding; with both, the
 * amount is told and its cause is not, since nothing was compared (evidence level 1 at most).
 */
export function evaluateMeasure(measure: Measure, series: readonly SeriesPoint[]): MeasureFinding {
  const before = series.filter((point) => point.phase === 'before').map((point) => point.value)
  const after = series.filter((point) => point.phase !== 'before').map((point) => point.value)
  const measured = median(before)
  const baseline = measured ?? measure.baseline
  const during = median(after) ?? null
  const change = during !== null && baseline !== null ? rounded(during - baseline) : null
  const sign = measure.direction === 'up' ? 1 : -1
  return {
    standing:
      after.length === 0
        ? 'no-data'
        : after.length < fewestPoints
          ? 'few-points'
          : baseline === null
            ? 'no-baseline'
            : 'cause-unknown',
    daysBefore: before.length,
    daysDuring: after.length,
    baseline,
    baselineFrom: measured !== undefined ? 'points' : baseline !== null ? 'plan' : null,
    during,
    change,
    improvement: change === null ? null : sign * change,
    beyondPrediction:
      during !== null && measure.predicted !== null ? rounded(during - measure.predicted) : null,
    harmful: isHarmful(measure, during),
  }
}

function isHarmful(measure: Measure, during: number | null): boolean {
  if (during === null || measure.harmLimit === null) return false
  return measure.direction === 'up' ? during <= measure.harmLimit : during >= measure.harmLimit
}

/** Differences of decimals carry noise in their last binary digits; nine decimals are more than anyone measures. */
function rounded(value: number): number {
  return Math.round(value * 1e9) / 1e9
}

/** Level of evidence 0–5: a single place before and after is 1; without a baseline or with too few days it is 0. */
export function evidenceLevelOf(finding: MeasureFinding): 0 | 1 {
  return finding.standing === 'cause-unknown' ? 1 : 0
}

/** The main measure of a plan with its finding; undefined for a plan without measures. */
export function mainFinding(
  plan: Plan,
  seriesFor: (measureId: string) => SeriesPoint[],
): { measure: Measure; series: SeriesPoint[]; finding: MeasureFinding } | undefined {
  const measure = plan.measures[0]
  if (!measure) return undefined
  const series = seriesFor(measure.id)
  return { measure, series, finding: evaluateMeasure(measure, series) }
}
