export const resources = {}

export type ResourcesTexts = typeof resources
