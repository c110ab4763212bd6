export const experiments = {}

export type ExperimentsTexts = typeof experiments
