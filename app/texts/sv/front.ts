import type { FrontTexts } from '../fi/front.ts'

export const front: FrontTexts = {}
