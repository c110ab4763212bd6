// Owns: observations however they arrive, and the hours and euros an experiment takes.
// Never does: draws a conclusion from them.
// Looks back to: people, municipalities, ideas and experiments.
export { effortEntriesOf, effortOf, type Effort, type EffortEntry } from './effort-store.ts'
export { observationsOf } from './observation-store.ts'
export {
  phaseOf,
  seriesOf,
  takesObservations,
  type Observation,
  type Phase,
  type SeriesPoint,
} from './observation.ts'
export { mayLogEffort, mayMeasure } from './measurement-policy.ts'
export { addObservation } from './add-observation.ts'
export { importTable } from './import-table.ts'
export { logEffort } from './log-effort.ts'
export { median, seriesInWords, valueInWords } from './value-in-words.ts'
export { correctMeasurementPage } from './pages/correct-measurement-page.tsx'
export { EffortSection } from './pages/effort-section.tsx'
export { logHoursPage } from './pages/log-hours-page.tsx'
export { logMeasurePage } from './pages/log-measure-page.tsx'
export { logPage } from './pages/log-page.tsx'
export { measurementsPage } from './pages/measurements-page.tsx'
export { MeasurementsSection } from './pages/measurements-section.tsx'
export { pasteMeasurementsPage } from './pages/paste-measurements-page.tsx'
export { type ChartMark, SeriesChart } from './pages/series-chart.tsx'
export { undoImportPage } from './pages/undo-import-page.tsx'
