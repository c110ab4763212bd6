import type { MunicipalitiesTexts } from '../fi/municipalities.ts'

export const municipalities: MunicipalitiesTexts = {}
