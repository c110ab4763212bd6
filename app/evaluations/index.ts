// Owns: what the measurements of a trial show against the time before and the prediction, and what was written of it.
// Never does: decides what should be done about it.
// Looks back to: experiments and measurements.
export {
  evaluateMeasure,
  evidenceLevelOf,
  mainFinding,
  type MeasureFinding,
  type Standing,
} from './evaluate-measure.ts'
export { mayRecordFinding } from './evaluation-policy.ts'
export { measureInSentences, outcomeWords } from './analysis-in-words.ts'
export type { Analysis, Effect, KeptEvaluation } from './evaluation.ts'
export type { Coverage } from './coverage.ts'
export { currentEvaluationOf, type EvaluationTrouble } from './current-evaluation.ts'
export { evaluateAgainJobs } from './evaluate-again.ts'
export { BeingWorkedOut } from './pages/being-worked-out.tsx'
export { engineVersion } from './engine-version.ts'
export { keptEvaluationOf, openingsOf } from './evaluation-store.ts'
export { evaluationJobs, keepEvaluation, renewEvaluations } from './keep-evaluation.ts'
export { bundleStateOf } from './bundle.ts'
export { recomputeCommand } from './recompute-command.ts'
export { bundleFile } from './pages/bundle-file.ts'
export { BundleLink } from './pages/bundle-section.tsx'
export { explorationsOf, explorationTexts } from './exploration-store.ts'
export { methodsToTry, periods } from './exploration.ts'
export { keepExploration } from './keep-exploration.ts'
export { explorePage } from './pages/explore-page.tsx'
export { lookJobs } from './take-looks.ts'
export { openEarlyPage } from './pages/open-early-page.tsx'
export { meanInWords } from './finding-in-words.ts'
export { type Finding, type Learning, type Telling } from './finding-store.ts'
export { findingTexts } from './hiding-store.ts'
export { analysisOf, coverageNow, readEvaluation, type Evaluation } from './read-evaluation.ts'
export { recordFinding } from './record-finding.ts'
export { evaluationPage } from './pages/evaluation-page.tsx'
export { CoverageNote, EvidenceLevel, MeasureResult, RecordedNote } from './pages/finding-section.tsx'
export { PredictedAndHappened } from './pages/predicted-and-happened.tsx'
export { notYetInWords } from './trouble-in-words.ts'
export { recordFindingPage } from './pages/record-finding-page.tsx'
export { ownDataOf } from './own-data-store.ts'
