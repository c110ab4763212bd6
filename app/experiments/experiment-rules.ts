import { type Experiment, type ExperimentState, isTriedHere } from './experiment.ts'
import type { Plan } from './plan.ts'
import { missingBeforeStart } from './start-checklist.ts'

/** True while the pages of the plan form may be saved. A plan that leaders are looking at must be taken back first. */
export function isPlanOpen(experiment: Pick<Experiment, 'state' | 'frozenAt' | 'origin'>): boolean {
  return (
    experiment.frozenAt === null &&
    isTriedHere(experiment) &&
    (experiment.state === 'draft' || experiment.state === 'planned')
  )
}

/**
 * Where an experiment is after a page of its plan was saved. In the own-work lane a plan with everything told is ready
 * at once; in the decision lane every change needs leave again.
 */
export function stateAfterEdit(plan: Plan, today: string): ExperimentState {
  return plan.lane === 'own_work' && missingBeforeStart(plan, today).length === 0 ? 'planned' : 'draft'
}

/** True when leave can be asked: decision lane, everything told, nobody asked yet. */
export function mayAskLeave(experiment: Pick<Experiment, 'state' | 'plan'>, today: string): boolean {
  return (
    experiment.state === 'draft' &&
    experiment.plan.lane === 'decision' &&
    missingBeforeStart(experiment.plan, today).length === 0
  )
}

/** True when the plan can be frozen and the trial started on `today`. */
export function mayFreeze(
  experiment: Pick<Experiment, 'state' | 'plan' | 'frozenAt'>,
  today: string,
): boolean {
  return (
    experiment.frozenAt === null &&
    experiment.state === 'planned' &&
    missingBeforeStart(experiment.plan, today).length === 0
  )
}

/** A step that those who try can take themselves; deciding is another room's. */
export type StageMove = 'pause' | 'go_on' | 'gather_lessons' | 'break_off'

const moves: Record<
  StageMove,
  { from: readonly ExperimentState[]; to: ExperimentState; needsReason: boolean }
> = {
  pause: { from: ['running'], to: 'paused', needsReason: true },
  go_on: { from: ['paused'], to: 'running', needsReason: false },
  gather_lessons: { from: ['running', 'paused'], to: 'learning', needsReason: false },
  break_off: { from: ['running', 'paused'], to: 'aborted', needsReason: true },
}

/** The moves that are open in a state, in the order in which they are offered. */
export function movesFrom(state: ExperimentState): StageMove[] {
  return (Object.keys(moves) as StageMove[]).filter((move) => moves[move].from.includes(state))
}

/** The state a move leads to. */
export function stateAfter(move: StageMove): ExperimentState {
  return moves[move].to
}

/** True when a move must be explained. */
export function needsReason(move: StageMove): boolean {
  return moves[move].needsReason
}

/** The five steps of an experiment's line. */
export const lifeSteps = ['idea', 'plan', 'try', 'learn', 'decide'] as const
export type LifeStep = (typeof lifeSteps)[number]

/** Where on the line an experiment is; 'past' when it has walked all five. */
export function lifeStepOf(state: ExperimentState): LifeStep | 'past' {
  if (state === 'draft' || state === 'awaiting_decision' || state === 'planned') return 'plan'
  if (state === 'running' || state === 'paused') return 'try'
  if (state === 'learning' || state === 'aborted') return 'learn'
  return 'past'
}
