export * from './decision-rule.ts'
export * from './multiple-comparisons.ts'
export * from './value-of-information.ts'
export { studyCheckCodes, type CheckCode, type StudyCheckCode } from './check-codes.ts'
export { assessEvidence, chooseMethod, type MethodChoice } from './choose-method.ts'
export type { DetectableEffect } from './detectable-effect.ts'
export { precisionOf, type EvidenceLevel, type Precision } from './level-of-evidence.ts'
export { chosenMethods, type ChosenMethod } from './method-tree.ts'
export type { CollectedData, DrawBlock, OutcomeType, StudyPlan } from './study-plan.ts'
export * from './power-of-clusters.ts'
export * from './power-of-fisher.ts'
export { sizeForTwoShares, sizeForTwoSharesByNormal, type SharesByArcsine } from './power-of-shares.ts'
export * from './power-of-stepped-wedge.ts'
export {
  powerOfTwoMeans,
  sizeForPairs,
  sizeForTwoMeans,
  smallestEffectOfTwoMeans,
  type Alternative,
  type MeansPlan,
  type NeededSize,
} from './power-of-t-test.ts'
export {
  simulatePower,
  simulatePowerOfClusterTrial,
  simulatePowerOfRankTest,
  simulatePowerOfSteppedWedge,
  type SimulatedPower,
  type SimulationOptions,
} from './simulate-power.ts'
export type { ClustersTrial, SimulatedTrial, SteppedWedgeTrial, TwoGroupsTrial } from './simulated-trials.ts'
export {
  normalMixtureBoundary,
  shareSequence,
  type MixtureBoundary,
  type ShareSequence,
  type Tuning,
} from './confidence-sequence.ts'
export * from './group-sequential.ts'
export * from './peeking.ts'
export * from './skewed-confidence-sequence.ts'
export * from './words/index.ts'
