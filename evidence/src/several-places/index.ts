export { differenceInDifferences } from './difference-in-differences.ts'
export type { ChangeObservation, DifferenceInDifferences } from './difference-in-differences.ts'
export type { CellMeans, ChangeErrors, ClusterErrors } from './change-model.ts'
export { exactChangeTest, type ExactChangeTest } from './exact-change-test.ts'
export { changeRegression, type ChangeRegression, type UnitChange } from './change-regression.ts'
export { placeboChanges, type PlaceboChanges } from './placebo-changes.ts'
export type { UnitSeries } from './wide-panel.ts'
export { eventStudy, type EventStudy } from './event-study.ts'
export type { PanelObservation } from './long-panel.ts'
export { groupTimeEffects, type GroupTimeEffect, type GroupTimeEffects } from './group-time-effects.ts'
export { parallelTrends, type ParallelTrends } from './parallel-trends.ts'
export { syntheticControl, type SyntheticControl } from './synthetic-control.ts'
export { predictorControl, type PlaceBefore, type PredictorControl } from './predictor-control.ts'
export { effectsOfTwoByTwo, standardisedDifference } from './effect-sizes.ts'
export type { EffectSize, GroupSummary, TwoByTwo as StudyTable } from './effect-sizes.ts'
export { poolStudies, type PooledEffect } from './meta-analysis.ts'
export type { BetweenVarianceMethod } from './between-variance.ts'
export { regressStudies, smallStudyAsymmetry, type MetaRegression } from './meta-regression.ts'
export {
  poolWithoutEach,
  shrunkenEffects,
  type PooledWithout,
  type ShrunkenEffect,
} from './study-by-study.ts'
export { smallAreaEstimates, type AreaVarianceMethod, type SmallAreaEstimates } from './small-area.ts'
export { intraclassCorrelation, type IntraclassCorrelation } from './intraclass-correlation.ts'
export { shrinkClusterMeans, type ShrunkenMean, type ShrunkenMeans } from './shrunken-means.ts'
export { steppedWedgeTest, type SteppedWedgeTest } from './stepped-wedge-permutation.ts'
export {
  clusterTest,
  type ClusterSummary,
  type ClusterTest,
  type DrawnCluster,
} from './randomised-clusters.ts'
