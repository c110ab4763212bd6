import type { ExperimentState, Outcome, StopReason } from '../experiments/index.ts'
import type { Hidden } from '../platform/hidden.ts'
import type { Proposal } from './propose.ts'

export const decisionKinds = ['continue', 'spread', 'adapt', 'stop'] as const
/** What was decided: go on here, spread it, go on changed, stop. */
export type DecisionKind = (typeof decisionKinds)[number]

export interface Decision {
  id: string
  experimentId: string
  kind: DecisionKind
  reasons: string
  stopReason: StopReason | null
  /** What the rule proposed at that moment; null for a plan without a measure. */
  proposal: Proposal | null
  /** Why another way was chosen than the rule proposed; null when it was followed. */
  againstProposal: string | null
  wouldChange: string | null
  decidedBy: string
  decidedOn: string
  at: Date
  /** Set where moderators have hidden the words of the decision: they are then empty. What was decided stays. */
  hidden: Hidden | null
}

export const checkAnswers = ['alive', 'changed', 'gone'] as const
export type CheckAnswer = (typeof checkAnswers)[number]

/** A look back 6 or 12 months after the decision: does it still live? */
export interface Check {
  id: string
  experimentId: string
  months: 6 | 12
  dueOn: string
  answer: CheckAnswer | null
  words: string | null
  answeredOn: string | null
}

/** Where the thing lives after the decision. */
export interface Embedding {
  unit: string
  budgetLine: string | null
  instruction: string | null
  owner: string
  inPractice: boolean
  somethingNew: boolean
  answersProblem: boolean
  version: number
}

/** States in which a decision can be made: from the trial on, and again after a decision that let it go on. */
export function canBeDecided(state: ExperimentState): boolean {
  return ['running', 'paused', 'learning', 'aborted', 'decided'].includes(state)
}

/** The outcome that a kind of decision gives the experiment. */
export const outcomeOf: Record<DecisionKind, Outcome> = {
  continue: 'continued',
  spread: 'spread',
  adapt: 'changed',
  stop: 'stopped',
}

/** True when the decision goes the way the rule proposed. Continuing here follows a proposal to spread or adapt as it is. */
export function follows(kind: DecisionKind, proposal: Proposal | undefined): boolean {
  return proposal === undefined || kind === proposal || (kind === 'continue' && proposal !== 'stop')
}

/** Checks follow every decision that lets something live on. */
export function needsChecks(kind: DecisionKind): boolean {
  return kind !== 'stop'
}
