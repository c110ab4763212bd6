// Owns: observations however they arrive, and the hours and euros an experiment takes.
// Never does: draws a conclusion from them.
// Looks back to: people, municipalities, ideas and experiments.
export { effortOf, type Effort, type EffortEntry } from './effort-store.ts'
export { observationsOf } from './observation-store.ts'
export { phaseOf, seriesOf, type Observation, type Phase, type SeriesPoint } from './observation.ts'
export { mayPromise, takesPromises } from './log-promise.ts'
export { promisesOf } from './promise-store.ts'
export { mayLogEffort, mayMeasure } from './measurement-policy.ts'
export { addObservation } from './add-observation.ts'
export { importTable } from './import-table.ts'
export { loadReadings } from './load-readings.ts'
export { logEffort } from './log-effort.ts'
export { mean, median, seriesInWords, valueInWords } from './value-in-words.ts'
export { correctMeasurementPage } from './pages/correct-measurement-page.tsx'
export { EffortSection } from './pages/effort-section.tsx'
export { importFileJobs } from './import-file-jobs.ts'
export { importFilePage } from './pages/import-file-page.tsx'
export { importMeasurementsPage } from './pages/import-measurements-page.tsx'
export { importProblemsFile } from './pages/import-problems-file.ts'
export type { MeasureToken } from './measure-token.ts'
export {
  measureTokenOf,
  takeFromProgram,
  type SameDayOfProgram,
  type SentFault,
  type SentReading,
  type TakenFromProgram,
} from './take-from-program.ts'
export { measureTokensPage } from './pages/measure-tokens-page.tsx'
export { logHoursPage } from './pages/log-hours-page.tsx'
export { logMeasurePage } from './pages/log-measure-page.tsx'
export { logPage } from './pages/log-page.tsx'
export { measurementsPage } from './pages/measurements-page.tsx'
export { pasteMeasurementsPage } from './pages/paste-measurements-page.tsx'
export { posterPage } from './pages/poster-page.tsx'
export { posterThanksPage } from './pages/poster-thanks-page.tsx'
export { postersPage } from './pages/posters-page.tsx'
export { printPosterPage } from './pages/print-poster-page.tsx'
export { revokePosterPage } from './pages/revoke-poster-page.tsx'
export { quickLogManifestFile } from './pages/quick-log-manifest-file.ts'
export { quickLogPage } from './pages/quick-log-page.tsx'
export { quickLogShellPage } from './pages/quick-log-shell-page.tsx'
export { servePhoneLog } from './pages/serve-phone-log.ts'
export { type ChartMark, SeriesChart } from './pages/series-chart.tsx'
export { answerReminderPage } from './pages/answer-reminder-page.tsx'
export { stopRemindersPage } from './pages/stop-reminders-page.tsx'
export { serveOneClick } from './pages/serve-one-click.ts'
export { reminderJobs } from './send-weekly-reminders.ts'
export { promisesPage } from './pages/promises-page.tsx'
export { PromisesSection, readPromises, type Promises } from './pages/promises-section.tsx'
export { undoImportPage } from './pages/undo-import-page.tsx'
export { forgetPerson, measurementsRetention, ownDataOf } from './own-data-store.ts'
export { takeLetters } from './take-letters.ts'
