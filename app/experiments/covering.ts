import type { Experiment } from './experiment.ts'

/**
 * True while a trial is under way whose design covers its figures until the end, or shows them as a chart only. Trials
 * without a design, and those that only tell a story, cover nothing.
 */
export function coversFigures({ plan, state }: Pick<Experiment, 'plan' | 'state'>, today: string): boolean {
  const { design, endsOn } = plan
  const underWay = (state === 'running' || state === 'paused') && endsOn !== null && today <= endsOn
  return design !== undefined && design.kind !== 'just_try' && underWay
}
