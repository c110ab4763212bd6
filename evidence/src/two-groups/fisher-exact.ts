import { type Finding, type Refused, found, refused, warning } from '../finding.ts'
import {
  conditionalLimits,
  conditionalOddsRatio,
  conditionalTables,
  largestTotal,
  tableProbabilities,
} from './conditional-table.ts'

/** Counts [[a, b], [c, d]] of two yes/no properties. */
export type TwoByTwo = readonly [readonly [number, number], readonly [number, number]]

/** Fisher's exact test. */
export interface FisherExact {
  /** Sum of the probabilities of all tables at most as likely as the observed one. */
  twoSidedP: number
  /** Upper tail of the first cell. */
  greaterP: number
  /** Lower tail of the first cell. */
  lessP: number
  /** Conditional maximum likelihood odds ratio; 0 or Infinity at the edge, undefined when a margin is 0. */
  oddsRatio: number | undefined
  /** Exact conditional limits of the odds ratio; may be 0 and Infinity. */
  low: number
  high: number
}

/** Checks four counts: whole, not negative, together at most 10⁹ and not all 0. */
export function checkTable(table: TwoByTwo): Refused | null {
  const cells = [table[0]?.[0], table[0]?.[1], table[1]?.[0], table[1]?.[1]]
  if (!cells.every((cell) => Number.isInteger(cell) && cell! >= 0)) {
    return refused('not-enough-data', 'The table must hold four whole counts that are not negative.')
  }
  const total = cells.reduce((sum: number, cell) => sum + cell!, 0)
  if (total === 0) return refused('not-enough-data', 'The table is empty.')
  if (total > largestTotal) return refused('ill-conditioned', 'The counts are too large for an exact test.')
  return null
}

/**
 * Are two yes/no properties related, judged exactly? Counts are whole and not negative, together at most 10⁹;
 * anything else is refused. Warns `zero-cells` when a cell is 0. With an empty margin only one table is possible: p is
 * then 1 and the odds ratio undefined.
 *
 * Takes every row to be another unit, which counts cannot show; where they come in clusters or in time order, give the
 * answers as 0 and 1 with `clusters` or `inTimeOrder` to `compareTwoGroups`.
 *
 * Source: Fisher 1935; two-sided by the sum of tables at most as likely as the observed one (factor 1 + 1e-7).
 *
 * @example
 * const tea = fisherExact([[3, 1], [1, 3]])
 * tea.ok && [tea.value.twoSidedP, tea.value.greaterP, tea.value.oddsRatio] // => [0.4857143, 0.2428571, 6.40832]
 */
export function fisherExact(table: TwoByTwo, level = 0.95): Finding<FisherExact> {
  const problem = checkTable(table)
  if (problem !== null) return problem
  if (!(level > 0 && level < 1)) return refused('not-enough-data', 'The level must lie between 0 and 1.')
  const [[a, b], [c, d]] = table
  const tables = conditionalTables(a, b, c, d)
  const { twoSided, less, greater } = tableProbabilities(tables, a)
  const decided = tables.lowest === tables.highest
  const [low, high] = decided ? [0, Infinity] : conditionalLimits(tables, a, (1 - level) / 2)
  const warnings = a * b * c * d === 0 ? [warning('zero-cells')] : []
  const oddsRatio = decided ? undefined : conditionalOddsRatio(tables, a)
  return found({ twoSidedP: twoSided, greaterP: greater, lessP: less, oddsRatio, low, high }, warnings)
}
