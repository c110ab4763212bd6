import type { IdeasTexts } from '../fi/ideas.ts'

export const ideas: IdeasTexts = {}
