export const search = {}

export type SearchTexts = typeof search
