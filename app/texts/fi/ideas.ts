export const ideas = {}

export type IdeasTexts = typeof ideas
