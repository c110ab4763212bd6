// Owns: plans, their freezing, leave to start, stages, departures and the diary of experiments.
// Never does: measures, judges or decides; draws no conclusion.
// Looks back to: people, municipalities, search and ideas.
export {
  emptyPlan,
  lanes,
  mainMeasure,
  measureOf,
  resourceKinds,
  resourceLevels,
  type DecisionRule,
  type Lane,
  type Measure,
  type Plan,
  type ResourceKind,
  type ResourceLevel,
  type ResourceOfPlan,
} from './plan.ts'
export {
  experimentStates,
  isPublic,
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
  type PublishedFigure,
  type PublishedRecord,
  type StopReason,
  type Theme,
} from './experiment.ts'
export { mayDecideOnExperiment, mayReadExperiment, mayWorkOnExperiment } from './experiment-policy.ts'
export { lifeStepOf, lifeSteps } from './experiment-rules.ts'
export { fewestPoints, prospectOf, type Prospect } from './what-it-can-tell.ts'
export { nextStepOf, type NextStepOfExperiment } from './next-step.ts'
export { placeInWords, stateInWords, themeInWords, timeInWords } from './experiment-in-words.ts'
export {
  childrenOf,
  experimentById,
  experimentForChange,
  experimentsByIds,
  experimentsOfIdea,
  saveExperiment,
  setOutcome,
  type NewExperiment,
} from './experiment-store.ts'
export { setState, stagesOf, type StageChange } from './stage-store.ts'
export {
  experimentsOnPage,
  listExperiments,
  yearsOfExperiments,
  type ExperimentFilter,
} from './experiment-list-store.ts'
export { experimentsWaitingFor } from './open-experiments-store.ts'
export { departuresOf, diaryOf, type Departure, type DiaryEntry } from './diary-store.ts'
export { leavesOf, type Leave } from './leave-store.ts'
export { inGroups, planFingerprint, planText } from './plan-document.ts'
export { indexExperiment } from './index-experiment.ts'
export { idOfRealExperiment, loadRealExperiments } from './load-real-experiments.ts'
export {
  mayDecideOnThis,
  mayReadThis,
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
export { ExperimentTags } from './pages/experiment-tags.tsx'
export { InShort } from './pages/in-short.tsx'
export { NextStep } from './pages/next-step.tsx'
export { PlanSection } from './pages/plan-section.tsx'
export { PublishedSection } from './pages/published-section.tsx'
export { addDeparturePage } from './pages/add-departure-page.tsx'
export { askLeavePage } from './pages/ask-leave-page.tsx'
export { changeStatePage } from './pages/change-state-page.tsx'
export { experimentsPage } from './pages/experiments-page.tsx'
export { freezePlanPage } from './pages/freeze-plan-page.tsx'
export { giveLeavePage } from './pages/give-leave-page.tsx'
export { planFile } from './pages/plan-file.ts'
export { planPage } from './pages/plan-page.tsx'
export { planStepPage } from './pages/plan-step-page.tsx'
export { mayStartPlan, startPlanPage } from './pages/start-plan-page.tsx'
export { writeDiaryPage } from './pages/write-diary-page.tsx'
export { exampleMeasure, examplePlan, saveExampleExperiment } from './experiments.examples.ts'
