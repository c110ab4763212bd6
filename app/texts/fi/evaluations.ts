export const evaluations = {}

export type EvaluationsTexts = typeof evaluations
