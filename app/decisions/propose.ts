import { proposeDecision, type Proposal as Reasoning } from '@uskalla/evidence'
import type { Analysis, MeasureFinding } from '../evaluations/index.ts'
import type { Measure } from '../experiments/index.ts'

/** What the rule agreed in the plan proposes. */
export type Proposal = 'spread' | 'adapt' | 'stop'

/** The ground of a proposal, for its sentence. */
export type Ground =
  | 'harm'
  | 'cannot-tell'
  | 'no-baseline'
  | 'no-threshold'
  | 'worth-it'
  | 'not-better'
  | 'too-little'
  /** The range of the change, held against what was agreed to be worth having. */
  | 'by-range'

/** A proposal with its ground; where it rests on a range, with the parts of the rule as the engine found them. */
export interface Proposed {
  proposal: Proposal
  ground: Ground
  reasoning?: Pick<Reasoning, 'surelyNotWorse' | 'worthwhile' | 'surelyTooSmall'>
}

/**
 * The frozen rule applied to the main measure: past the harm limit, stop. Where the engine has a range around the change,
 * it evaluates the rule (spread when the change is worth having and the worse end of the range is no worse than before;
 * stop when even the better end is too little; adapt otherwise). Without a range the amount alone is held against the
 * smallest change worth having, which its sentence says; too little data, or a chart that varies as before, means adapt
 * and gather more. Equality counts as met. Undefined for a plan without a measure.
 */
export function propose(
  measure: Measure | undefined,
  finding: MeasureFinding | undefined,
  analysis?: Analysis,
): Proposed | undefined {
  if (!measure || !finding) return undefined
  if (finding.harmful) return { proposal: 'stop', ground: 'harm' }
  const { smallestWorthwhile } = measure
  if (analysis?.effect && smallestWorthwhile !== null) {
    const { estimate, low, high } = analysis.effect
    const ruled =
      low !== null && high !== null
        ? proposeDecision({
            estimate,
            low,
            high,
            smallestWorthwhile,
            wanted: measure.direction === 'up' ? 'increase' : 'decrease',
          })
        : undefined
    if (!ruled?.ok) return { proposal: 'adapt', ground: 'cannot-tell' }
    return { proposal: ruled.value.decision, ground: 'by-range', reasoning: ruled.value }
  }
  if (finding.standing === 'no-data' || finding.standing === 'few-points')
    return { proposal: 'adapt', ground: 'cannot-tell' }
  if (analysis?.told.kind === 'chart' && analysis.told.signal === 'none')
    return { proposal: 'adapt', ground: 'cannot-tell' }
  if (finding.improvement === null) return { proposal: 'adapt', ground: 'no-baseline' }
  if (finding.improvement <= 0) return { proposal: 'stop', ground: 'not-better' }
  if (smallestWorthwhile === null) return { proposal: 'adapt', ground: 'no-threshold' }
  if (finding.improvement >= smallestWorthwhile) return { proposal: 'spread', ground: 'worth-it' }
  return { proposal: 'adapt', ground: 'too-little' }
}
