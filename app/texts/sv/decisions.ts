import type { DecisionsTexts } from '../fi/decisions.ts'

export const decisions: DecisionsTexts = {}
