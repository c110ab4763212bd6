export const municipalities = {}

export type MunicipalitiesTexts = typeof municipalities
