export { attributeDisclosure, differencing, suppressLine, suppressTable, withHidden } from './disclosure.ts'
export type { AttributeDisclosure, CellPosition, Differencing, Suppression } from './disclosure.ts'
export type { Label } from './labels.ts'
export { ordinalAgreement, type OrdinalAgreement } from './ordinal-agreement.ts'
export { ordinalLogit, type CategoricalPredictor, type OrdinalLogit } from './ordinal-logit.ts'
export { rake, trimWeights, type FittedWeights, type Margin, type RakingOptions } from './raking.ts'
export { scaleReliability, type ScaleReliability } from './reliability.ts'
export {
  placeAgainst,
  publicationTier,
  publishableDistribution,
  smallGroupThresholds,
} from './small-groups.ts'
export type { Placing, PublicationTier, PublishableDistribution } from './small-groups.ts'
export { isUndetermined, possibleCounts, type HiddenTable } from './suppression-audit.ts'
export type { SurveyDesign } from './survey-design.ts'
export { surveyMean, surveyRatio, surveyTotal, type SurveyEstimate } from './survey-estimates.ts'
export { protectTable, type ProtectedTable } from './table-protection.ts'
