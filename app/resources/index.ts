// Owns: the picture of the six resources of an experiment.
// Never does: keeps figures of its own; it reads what daily work has left.
// Looks back to: ideas, experiments and measurements.
export { resourcePicture, type ResourceKnown } from './resource-picture.ts'
export { ResourcesSection } from './pages/resources-section.tsx'
