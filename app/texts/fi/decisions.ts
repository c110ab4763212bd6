export const decisions = {}

export type DecisionsTexts = typeof decisions
