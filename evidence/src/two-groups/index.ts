export * from './blocked-test.ts'
export {
  compareTwoGroups,
  type TwoGroupComparison,
  type TwoGroupOptions,
  type WelchTest,
} from './compare-two-groups.ts'
export * from './equivalence.ts'
export { fisherExact, type FisherExact, type TwoByTwo } from './fisher-exact.ts'
export * from './kruskal-wallis.ts'
export * from './mantel-haenszel.ts'
export * from './mcnemar.ts'
export * from './paired-change.ts'
export * from './permutation-interval.ts'
export * from './shift-interval.ts'
export type { Observations } from './usable-values.ts'
export type { Counting } from './split-test.ts'
export * from './compare-shares-by-belief.ts'
export * from './share-difference.ts'
export { shareInterval, type Limits, type ShareInterval } from './share-interval.ts'
export * from './share-trend.ts'
export * from './update-belief.ts'
export { survival, type Survival, type SurvivalStep } from './survival.ts'
export type { LogRank } from './log-rank.ts'
