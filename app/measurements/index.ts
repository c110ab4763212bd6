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
