export const publishing = {}

export type PublishingTexts = typeof publishing
