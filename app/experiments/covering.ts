import type { Experiment } from './experiment.ts'

/** What covering depends on. Figures opened before the end are covered by nothing. */
type Covered = Pick<Experiment, 'plan' | 'state'> & Partial<Pick<Experiment, 'figuresOpenedAt'>>

/**
 * True while a trial is under way whose design covers its figures until the end, or shows them as a chart only. Trials
 * without a design, and those that only tell a story, cover nothing.
 */
export function coversFigures({ plan, state, figuresOpenedAt }: Covered, today: string): boolean {
  const { design, endsOn } = plan
  const underWay = (state === 'running' || state === 'paused') && endsOn !== null && today <= endsOn
  return design !== undefined && design.kind !== 'just_try' && underWay && !figuresOpenedAt
}

/** True while not even single readings are shown to those who do not write them down. */
export function coversReadings(experiment: Covered, today: string): boolean {
  return coversFigures(experiment, today) && !experiment.plan.design?.watched
}
