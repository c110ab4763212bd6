// Owns: plans, their freezing, leave to start, stages, departures and the diary of experiments.
// Never does: measures, judges or decides; draws no conclusion.
// Looks back to: people, municipalities, search and ideas.
export {
  boundsOfKind,
  collectsAnswers,
  emptyPlan,
  mainMeasure,
  measureKinds,
  measureOf,
  resourceKinds,
  type Lane,
  type Measure,
  type MeasureKind,
  type Plan,
  type ResourceKind,
  type ResourceLevel,
} from './plan.ts'
export {
  experimentStates,
  isPublic,
  isTriedHere,
  outcomes,
  stopReasons,
  summaryOf,
  themes,
  titleOf,
  type Experiment,
  type ExperimentState,
  type ListedExperiment,
  type LocalText,
  type Origin,
  type Outcome,
  type PublishedRecord,
  type StopReason,
  type Theme,
} from './experiment.ts'
export {
  mayAnswerLeave,
  mayDecideOnExperiment,
  mayReadExperiment,
  mayWorkOnExperiment,
} from './experiment-policy.ts'
export { assignmentOf, type Assignment } from './assignment.ts'
export { coversFigures, coversReadings } from './covering.ts'
export { type Design, designKinds, designOf, rhythms, unitsOf } from './design.ts'
export { commitmentTo, drawnOrder, thingsToDraw } from './draw.ts'
export { drawOf, type Draw } from './draw-store.ts'
export { inLanguage } from './in-language.ts'
export { inPlanUnit, measureOn, type UnitChange, unitChangeOn } from './unit-change.ts'
export { unitChangeInWords } from './unit-change-in-words.ts'
export { unitChangesOf } from './unit-change-store.ts'
export { planFingerprint, planText } from './plan-document.ts'
export { agreedLooks, boundariesFor, type Look, type LookBoundaries } from './looks.ts'
export { studyPlanOf, weeksOfTrial } from './study-plan-of.ts'
export { fewestPoints } from './what-it-can-tell.ts'
export { nextStepOf } from './next-step.ts'
export { placeInWords, themeInWords } from './experiment-in-words.ts'
export {
  childrenOf,
  experimentById,
  experimentForChange,
  experimentsByIds,
  saveExperiment,
  setOutcome,
  type NewExperiment,
} from './experiment-store.ts'
export { setFiguresOpened, setState } from './stage-store.ts'
export { listExperiments } from './experiment-list-store.ts'
export { experimentsWaitingFor } from './open-experiments-store.ts'
export { departuresOf, diaryOf, type Departure, type DiaryEntry } from './diary-store.ts'
export { eventsOf, type ExperimentEvent } from './event-store.ts'
export { departureTexts, diaryTexts, eventTexts, planTexts } from './hiding-store.ts'
export { indexExperiment } from './index-experiment.ts'
export { idOfRealExperiment, loadRealExperiments } from './load-real-experiments.ts'
export { loadRetrospective } from './load-retrospective.ts'
export { RetrospectiveNote, RetrospectiveSources } from './pages/retrospective-section.tsx'
export {
  mayDecideOnThis,
  mayReadThis,
  experimentAsFrozen,
  mayWorkOnThis,
  ownExperiment,
  readableExperiment,
  type WithExperiment,
} from './pages/load-experiment.ts'
export { namesFor } from './pages/names-for.ts'
export { crumbsTo } from './pages/plan-crumbs.ts'
export { DiarySection } from './pages/diary-section.tsx'
export { ExperimentCards } from './pages/experiment-cards.tsx'
export { ExperimentHead } from './pages/experiment-head.tsx'
export { InShort } from './pages/in-short.tsx'
export { NextStep } from './pages/next-step.tsx'
export { PlanSection } from './pages/plan-section.tsx'
export { PublishedSection } from './pages/published-section.tsx'
export { addDeparturePage } from './pages/add-departure-page.tsx'
export { askLeavePage } from './pages/ask-leave-page.tsx'
export { changeStatePage } from './pages/change-state-page.tsx'
export { drawPage } from './pages/draw-page.tsx'
export { ExperimentTags } from './pages/experiment-tags.tsx'
export { experimentsPage } from './pages/experiments-page.tsx'
export { freezePlanPage } from './pages/freeze-plan-page.tsx'
export { giveLeavePage } from './pages/give-leave-page.tsx'
export { EventList } from './pages/event-list.tsx'
export { noteEventPage } from './pages/note-event-page.tsx'
export { planFile } from './pages/plan-file.ts'
export { planPanelFragment } from './pages/plan-panel-fragment.tsx'
export { planPage } from './pages/plan-page.tsx'
export { planStepPage } from './pages/plan-step-page.tsx'
export { mayStartPlan, startPlanPage } from './pages/start-plan-page.tsx'
export { writeDiaryPage } from './pages/write-diary-page.tsx'
export { noteEvent } from './note-event.ts'
export { addDeparture } from './add-departure.ts'
export { changeStage } from './change-stage.ts'
export { freezePlan } from './freeze-plan.ts'
export { writeDiary } from './write-diary.ts'
export { forgetPerson, ownDataOf } from './own-data-store.ts'
