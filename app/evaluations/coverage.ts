import type { Experiment } from '../experiments/index.ts'

/** How much of an experiment's figures may be seen: nothing until the end, the chart only, or everything. */
export type Coverage = 'covered' | 'chart_only' | 'open'

/**
 * Until its last day has passed, a trial whose design covers the figures shows none, and one that may be watched shows its
 * chart without range and conclusion. Openings before the end uncover everything. Trials without a design, and those that
 * only tell a story, cover nothing.
 */
export function coverageOf(
  { plan, state }: Pick<Experiment, 'plan' | 'state'>,
  today: string,
  openedEarly: boolean,
): Coverage {
  const { design, endsOn } = plan
  const underWay = (state === 'running' || state === 'paused') && endsOn !== null && today <= endsOn
  if (!design || design.kind === 'just_try' || !underWay || openedEarly) return 'open'
  return design.watched ? 'chart_only' : 'covered'
}
