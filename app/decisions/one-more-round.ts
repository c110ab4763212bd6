import { valueOfInformation } from '@uskalla/evidence'
import type { Analysis } from '../evaluations/index.ts'
import { type Measure, type Plan, weeksOfTrial } from '../experiments/index.ts'
import type { Effort } from '../measurements/index.ts'

/** Why what one more round is worth cannot be told. */
export type RoundUnknown =
  /** The change has no range, so that nothing says how much more data would narrow it. */
  | 'no-range'
  /** Nobody said which change would be worth having: there is no break-even. */
  | 'no-threshold'

/** What one more round like the one behind costs, and what knowing more is worth before choosing. */
export interface OneMoreRound {
  /** Whole weeks of the trial, at least 1; null without dates. */
  weeks: number | null
  hours: number
  euros: number
  /** Euros with hours at their price; null where hours were spent and their price is not known. */
  cost: number | null
  unknown: RoundUnknown | null
  /** Chance, 0–1, that the change is above what was agreed to be worth having. */
  probabilityWorthwhile: number | null
  /** What the better choice is expected to be worth, in the measure's unit. */
  worthInUnits: number | null
  /** The same in euros a year; null where nobody said what one unit is worth. */
  worth: number | null
  /** From which worth of one unit, in euros a year, the round pays; null where its cost is not known or nothing can be learned. */
  paysFrom: number | null
}

/** Half the width of a 95 % range, in standard deviations. */
const halfRange = 1.959963984540054

/**
 * One more round as long and as large as the one behind. What is believed is the change with its range, held against the
 * smallest change worth having as break-even; a new round would tell the same as precisely. Raiffa and Schlaifer 1961, by
 * the engine.
 */
export function oneMoreRound(
  plan: Plan,
  measure: Measure,
  analysis: Analysis | undefined,
  spent: Effort | undefined,
): OneMoreRound {
  const weeks = weeksOfTrial(plan)
  const hours = spent?.hours || (plan.hoursPlanned ?? 0)
  const euros = spent?.euros || (plan.eurosPlanned ?? 0)
  const perHour = plan.eurosPerHour ?? null
  const cost = hours > 0 && perHour === null ? null : euros + hours * (perHour ?? 0)
  const told = {
    weeks: weeks === undefined ? null : Math.max(1, Math.round(weeks)),
    hours,
    euros,
    cost,
    probabilityWorthwhile: null,
    worthInUnits: null,
    worth: null,
    paysFrom: null,
  }
  const effect = analysis?.effect
  if (!effect || effect.low === null || effect.high === null || !(effect.high > effect.low))
    return { ...told, unknown: 'no-range' }
  if (measure.smallestWorthwhile === null) return { ...told, unknown: 'no-threshold' }
  const sd = (effect.high - effect.low) / (2 * halfRange)
  const gain = measure.direction === 'up' ? effect.estimate : -effect.estimate
  const found = valueOfInformation(
    { mean: gain - measure.smallestWorthwhile, sd, population: 1 },
    { sampleSd: sd, observations: 1, cost: 0 },
  )
  if (!found.ok || !found.value.further) return { ...told, unknown: 'no-range' }
  const worthInUnits = found.value.further.total
  const perUnit = plan.eurosPerUnit ?? null
  return {
    ...told,
    unknown: null,
    probabilityWorthwhile: found.value.probabilityPositive,
    worthInUnits,
    worth: perUnit === null ? null : worthInUnits * perUnit,
    paysFrom: cost !== null && worthInUnits > 0 ? cost / worthInUnits : null,
  }
}
