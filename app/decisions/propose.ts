import type { MeasureFinding } from '../evaluations/index.ts'
import type { Measure } from '../experiments/index.ts'

/** What the rule agreed in the plan proposes. */
export type Proposal = 'spread' | 'adapt' | 'stop'

/** The ground of a proposal, for its sentence. */
export type Ground =
  'harm' | 'cannot-tell' | 'no-baseline' | 'no-threshold' | 'worth-it' | 'not-better' | 'too-little'

/**
 * The frozen rule applied to the main measure: past the harm limit, stop; too little data to tell, adapt and gather more;
 * a change of at least the smallest one worth having, spread; no change in the better direction, stop; anything between,
 * adapt. Equality counts as met. Without a range around the change the proposal rests on the amount alone, which its
 * sentence says. Undefined for a plan without a measure.
 */
export function propose(
  measure: Measure | undefined,
  finding: MeasureFinding | undefined,
): { proposal: Proposal; ground: Ground } | undefined {
  if (!measure || !finding) return undefined
  if (finding.harmful) return { proposal: 'stop', ground: 'harm' }
  if (finding.standing === 'no-data' || finding.standing === 'few-points')
    return { proposal: 'adapt', ground: 'cannot-tell' }
  if (finding.improvement === null) return { proposal: 'adapt', ground: 'no-baseline' }
  if (finding.improvement <= 0) return { proposal: 'stop', ground: 'not-better' }
  if (measure.smallestWorthwhile === null) return { proposal: 'adapt', ground: 'no-threshold' }
  if (finding.improvement >= measure.smallestWorthwhile) return { proposal: 'spread', ground: 'worth-it' }
  return { proposal: 'adapt', ground: 'too-little' }
}
