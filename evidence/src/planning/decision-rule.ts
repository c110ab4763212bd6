import { type Finding, found, refused } from '../finding.ts'

/** What an agreed rule proposes. */
export type Decision = 'spread' | 'adapt' | 'stop'

/** An estimate with its range; limits may be infinite. */
export interface EstimateWithRange {
  estimate: number
  low: number
  high: number
}

/** A guardrail: an outcome that must not get worse, with its own estimate and limit. */
export interface Guardrail extends EstimateWithRange {
  /** Largest acceptable change for the worse, in the unit and sign of the estimate. */
  harmLimit: number
  /** Which way harm lies, default 'decrease': an estimate below the limit is harm. */
  harmIs?: 'decrease' | 'increase'
}

/** The rule as locked before the data, with what was found. */
export interface DecisionRule extends EstimateWithRange {
  /** Smallest change worth having, in the unit of the estimate, counted in the wanted direction. */
  smallestWorthwhile: number
  /** Which change is wanted, default 'increase'. With 'decrease' an estimate of −4 is a gain of 4. */
  wanted?: 'increase' | 'decrease'
  guardrails?: readonly Guardrail[]
}

/** How a guardrail stands: held, passed by the whole range, or passed by the estimate only. */
export type GuardrailState = 'held' | 'passed' | 'unclear'

/** A proposal and the parts of the rule behind it. */
export interface Proposal {
  decision: Decision
  /** Lower limit of the gain is 0 or more. */
  surelyNotWorse: boolean
  /** Estimated gain reaches the smallest worthwhile change. */
  worthwhile: boolean
  /** Upper limit of the gain is below the smallest worthwhile change. */
  surelyTooSmall: boolean
  /** State of each guardrail, in the order given. */
  guardrails: GuardrailState[]
}

/**
 * What does a decision rule that was locked before the data propose?
 * Spread: every guardrail is held, the estimated gain reaches the smallest worthwhile change and its lower limit is 0
 * or more. Stop: the upper limit is below the smallest worthwhile change, or the whole range of a guardrail lies past
 * its harm limit. Adapt otherwise. Equality counts as met.
 *
 * Refuses undefined numbers, an infinite estimate or threshold, and a range turned around.
 *
 * @example
 * const proposal = proposeDecision({ estimate: 4, low: 1, high: 7, smallestWorthwhile: 3 })
 * proposal.ok && proposal.value.decision // => "spread"
 */
export function proposeDecision(rule: DecisionRule): Finding<Proposal> {
  const { smallestWorthwhile, wanted = 'increase', guardrails = [] } = rule
  if (!Number.isFinite(smallestWorthwhile)) {
    return refused('not-enough-data', 'The smallest worthwhile change must be a number.')
  }
  if (!isRange(rule))
    return refused(
      'not-enough-data',
      'The estimate must be a number and its range must not be turned around.',
    )
  for (const guardrail of guardrails) {
    if (!isRange(guardrail) || !Number.isFinite(guardrail.harmLimit)) {
      return refused(
        'not-enough-data',
        'A guardrail needs a limit, an estimate and a range that is not turned around.',
      )
    }
  }
  const gain = wanted === 'increase' ? rule : turned(rule)
  const states = guardrails.map(guardrailState)
  const surelyNotWorse = gain.low >= 0
  const worthwhile = gain.estimate >= smallestWorthwhile
  const surelyTooSmall = gain.high < smallestWorthwhile
  const harmful = states.includes('passed')
  let decision: Decision = 'adapt'
  if (harmful || surelyTooSmall) decision = 'stop'
  else if (worthwhile && surelyNotWorse && states.every((state) => state === 'held')) decision = 'spread'
  return found({ decision, surelyNotWorse, worthwhile, surelyTooSmall, guardrails: states })
}

function isRange({ estimate, low, high }: EstimateWithRange): boolean {
  return Number.isFinite(estimate) && low <= high
}

function turned({ estimate, low, high }: EstimateWithRange): EstimateWithRange {
  return { estimate: -estimate, low: -high, high: -low }
}

function guardrailState(guardrail: Guardrail): GuardrailState {
  const upwards = guardrail.harmIs === 'increase'
  const { estimate, high } = upwards ? turned(guardrail) : guardrail
  const limit = upwards ? -guardrail.harmLimit : guardrail.harmLimit
  if (high < limit) return 'passed'
  return estimate >= limit ? 'held' : 'unclear'
}
