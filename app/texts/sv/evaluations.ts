import type { EvaluationsTexts } from '../fi/evaluations.ts'

export const evaluations: EvaluationsTexts = {}
