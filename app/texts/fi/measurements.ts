export const measurements = {}

export type MeasurementsTexts = typeof measurements
