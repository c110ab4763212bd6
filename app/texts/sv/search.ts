import type { SearchTexts } from '../fi/search.ts'

export const search: SearchTexts = {}
