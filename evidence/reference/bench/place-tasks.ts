import { fromColumns } from '../../src/numbers/matrix.ts'
import { controlChart } from '../../src/before-and-after/control-chart.ts'
import { interruptedSeries } from '../../src/before-and-after/interrupted-series.ts'
import { xmrChart } from '../../src/before-and-after/xmr-chart.ts'
import { poolStudies } from '../../src/several-places/meta-analysis.ts'
import { smallAreaEstimates } from '../../src/several-places/small-area.ts'
import { syntheticControl, type SyntheticControl } from '../../src/several-places/synthetic-control.ts'
import { rake, type FittedWeights } from '../../src/surveys/raking.ts'
import { surveyMean } from '../../src/surveys/survey-estimates.ts'
import type { OutcomeTable, RakingInput } from './inputs.ts'
import { task, valueOf, type BenchTask } from './task.ts'

/** Raking to the three margins. */
export function rakeAll(rows: RakingInput): FittedWeights {
  const byCode = (targets: number[]): Record<string, number> =>
    Object.fromEntries(targets.map((target, c) => [String(c + 1), target]))
  return valueOf(
    rake(
      [
        { name: 'age', labels: rows.age, targets: byCode(rows.targets.age) },
        { name: 'sex', labels: rows.sex, targets: byCode(rows.targets.sex) },
        { name: 'area', labels: rows.area, targets: byCode(rows.targets.area) },
      ],
      undefined,
      { tolerance: 1e-9 },
    ),
  )
}

/** Limits and all rules of every series: XmR with its marks, and the individuals chart with its run rules. */
export function chartAll(series: readonly number[][]): number {
  let signals = 0
  for (const values of series) {
    const xmr = valueOf(xmrChart(values))
    if (xmr.points.some((point) => point.meaning !== 'common-cause')) signals += 1
    if (valueOf(controlChart('individuals', values)).signal) signals += 1
  }
  return signals
}

function control(outcomes: OutcomeTable | null, placebos: boolean): () => SyntheticControl {
  if (outcomes === null) throw new Error('the data file prop99_wide.csv is not there')
  const units = outcomes.names.map((name, j) => ({ name, values: outcomes.columns[j]! }))
  return () => valueOf(syntheticControl(units, 'California', 19, { placebos }))
}

const upperLimits = (series: readonly number[][]): number[] =>
  series.map((values) => valueOf(controlChart('individuals', values)).points[0]!.upper ?? NaN)

/** Several places, series and surveys. */
export const placeTasks: BenchTask[] = [
  task(
    {
      id: 'B1',
      what: 'pool 13 studies, REML',
      package: 'metafor',
      target: 0.1,
      n: 13,
      allowed: { rel: 1e-4 },
    },
    ({ bcg }) =>
      () =>
        valueOf(poolStudies(bcg.effects, bcg.variances)),
    (pooled) => ({ tau2: pooled.betweenVariance.value }),
  ),
  task(
    {
      id: 'B2',
      what: 'pool 309 studies, REML',
      package: 'metafor',
      target: 0.08,
      n: 309,
      allowed: { rel: 1e-4 },
    },
    ({ studies }) =>
      () =>
        valueOf(poolStudies(studies.effects, studies.variances)),
    (pooled) => ({ tau2: pooled.betweenVariance.value }),
  ),
  task(
    {
      id: 'B9',
      what: 'synthetic control, 38 donors',
      package: 'quadprog',
      target: 3,
      n: 38,
      allowed: { rel: 1e-4 },
    },
    ({ outcomes }) => control(outcomes, false),
    (fit) => ({ preRmspe: fit.preRmspe }),
  ),
  task(
    {
      id: 'B10',
      what: 'the same with 38 placebos',
      package: 'quadprog',
      target: 3.4,
      n: 39,
      allowed: { abs: 0 },
    },
    ({ outcomes }) => control(outcomes, true),
    (fit) => ({ rank: fit.placebo?.rank ?? NaN }),
  ),
  task(
    {
      id: 'B11',
      what: '300 control charts × 36 points',
      package: 'base, stand-in',
      target: 1,
      n: 10_800,
      allowed: { rel: 1e-9 },
    },
    ({ series }) =>
      () => ({ signals: chartAll(series), series }),
    ({ series }) => ({ upper: upperLimits(series) }),
  ),
  task(
    {
      id: 'B12',
      what: 'rake 100,000 rows, 3 margins',
      package: 'survey',
      target: 0.2,
      n: 100_000,
      allowed: { rel: 1e-5 },
    },
    ({ raking }) =>
      () =>
        rakeAll(raking),
    (fit) => ({ weights: [...fit.weights.subarray(0, 1000)] }),
  ),
  task(
    {
      id: 'B13',
      what: 'mean and se on the raked rows',
      package: 'survey',
      target: 0.2,
      n: 100_000,
      allowed: { rel: 1e-2 },
    },
    ({ raking }) => {
      const { weights } = rakeAll(raking)
      const margins = [raking.age, raking.sex, raking.area]
      return () => valueOf(surveyMean(raking.answer, { weights, calibration: { margins } }))
    },
    (mean) => ({ mean: mean.estimate, se: mean.standardError }),
  ),
  task(
    {
      id: 'B14',
      what: 'segmented regression + Newey–West',
      package: 'sandwich',
      target: 0.3,
      n: 60,
      allowed: { rel: 1e-7 },
    },
    ({ segmented }) =>
      () =>
        valueOf(interruptedSeries(segmented, 31, { slopeChange: false, lag: 3 })),
    (fit) => ({ se: fit.terms.map((term) => term.neweyWest ?? NaN) }),
  ),
  task(
    {
      id: 'B15',
      what: 'Fay–Herriot, 43 areas',
      package: 'metafor, stand-in',
      target: 0.5,
      n: 43,
      allowed: { rel: 1e-4 },
    },
    ({ areas }) => {
      const regions = [...new Set(areas.region)].toSorted((a, b) => a - b)
      const columns = regions.map((level, j) =>
        areas.region.map((own) => (j === 0 ? 1 : Number(own === level))),
      )
      const design = fromColumns(columns)
      return () => valueOf(smallAreaEstimates(areas.direct, areas.variances, design))
    },
    (fit) => ({ variance: fit.betweenVariance }),
  ),
]
