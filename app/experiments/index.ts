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
export {
  childrenOf,
  experimentById,
  experimentForChange,
  experimentsByIds,
  experimentsOfIdea,
  saveExperiment,
  setOutcome,
  setState,
  stagesOf,
  type NewExperiment,
  type StageChange,
} from './experiment-store.ts'
export {
  experimentsOnPage,
  listExperiments,
  yearsOfExperiments,
  type ExperimentFilter,
} from './experiment-list-store.ts'
export { inGroups, planFingerprint, planText } from './plan-document.ts'
