import type { PublishingTexts } from '../fi/publishing.ts'

export const publishing: PublishingTexts = {}
