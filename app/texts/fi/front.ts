export const front = {}

export type FrontTexts = typeof front
