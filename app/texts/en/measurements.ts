import type { MeasurementsTexts } from '../fi/measurements.ts'

export const measurements: MeasurementsTexts = {}
