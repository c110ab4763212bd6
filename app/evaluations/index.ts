// Owns: what the measurements of a trial show against the time before and the prediction, and what was written of it.
// Never does: decides what should be done about it.
// Looks back to: experiments and measurements.
export { evaluateMeasure, mainFinding, type MeasureFinding, type Standing } from './evaluate-measure.ts'
export { mayRecordFinding } from './evaluation-policy.ts'
export { meanInWords } from './finding-in-words.ts'
export { findingOf, type Finding, type Learning, type Telling } from './finding-store.ts'
export { readEvaluation, type Evaluation } from './read-evaluation.ts'
export { recordFinding } from './record-finding.ts'
export { evaluationPage } from './pages/evaluation-page.tsx'
export { EvidenceLevel, MeasureResult, RecordedNote } from './pages/finding-section.tsx'
export { PredictedAndHappened } from './pages/predicted-and-happened.tsx'
export { recordFindingPage } from './pages/record-finding-page.tsx'
export { ownDataOf } from './own-data-store.ts'
