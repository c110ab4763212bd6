import type { ExperimentsTexts } from '../fi/experiments.ts'

export const experiments: ExperimentsTexts = {}
