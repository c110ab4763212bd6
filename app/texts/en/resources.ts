import type { ResourcesTexts } from '../fi/resources.ts'

export const resources: ResourcesTexts = {}
