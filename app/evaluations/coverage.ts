import { coversFigures, type Experiment } from '../experiments/index.ts'

/** How much of an experiment's figures may be seen: nothing until the end, the chart only, or everything. */
export type Coverage = 'covered' | 'chart_only' | 'open'

/**
 * Until its last day has passed, a trial whose design covers the figures shows none, and one that may be watched shows its
 * chart without range and conclusion. Openings before the end uncover everything, and so does an agreed look whose
 * boundary was passed.
 */
export function coverageOf(
  experiment: Pick<Experiment, 'plan' | 'state'>,
  today: string,
  openedEarly: boolean,
  boundaryPassed = false,
): Coverage {
  if (openedEarly || boundaryPassed || !coversFigures(experiment, today)) return 'open'
  return experiment.plan.design?.watched ? 'chart_only' : 'covered'
}
