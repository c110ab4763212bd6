export { anhoejLimits, type AnhoejLimits, type RunAnalysis } from './run-rules.ts'
export { controlChart, runChart } from './control-chart.ts'
export type { ChartOptions, ChartPhase, ChartPoint, ControlChart } from './control-chart.ts'
export type { ChartKind } from './chart-limits.ts'
export { xmrChart, type PointMeaning, type XmrChart, type XmrOptions, type XmrPoint } from './xmr-chart.ts'
export type { SpecialCause } from './xmr-rules.ts'
export {
  expectedRegressionToMean,
  type RegressionToMean,
  type RegressionToMeanInput,
} from './regression-to-mean.ts'
export {
  interruptedSeries,
  type InterruptedSeries,
  type InterruptedSeriesOptions,
  type SegmentedTerm,
} from './interrupted-series.ts'
export type { ResidualChecks } from './residual-checks.ts'
export { autoregressiveSeries, type AutoregressiveSeries } from './autoregressive-series.ts'
export {
  interruptedCounts,
  type InterruptedCounts,
  type InterruptedCountsOptions,
} from './interrupted-counts.ts'
