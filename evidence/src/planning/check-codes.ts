import type { WarningCode } from '../finding.ts'

/** Checks of the study that no numeric method can make; the study page raises them. */
export const studyCheckCodes = [
  'regression-to-mean',
  'carry-over',
  'spillover',
  'co-intervention',
  'multiplicity',
  'clustering',
  'attrition',
  'low-response',
  'definition-changed',
  'ceiling',
  'guardrail-missing',
  'learning-pilot',
] as const

/** One of `studyCheckCodes`. */
export type StudyCheckCode = (typeof studyCheckCodes)[number]

/** Any code that may have to be shown beside a plan or a result. */
export type CheckCode = WarningCode | StudyCheckCode
