import { type Finding, found, warning } from '../finding.ts'
import { binomialCdf, chiSquareUpper } from '../numbers/distributions.ts'
import { type TwoByTwo, checkTable } from './fisher-exact.ts'

/** McNemar's test of paired yes/no answers. */
export interface McNemar {
  /** Two-sided binomial p on the pairs that changed; 1 when none did. */
  exactP: number
  /** Chi-square with continuity correction, 1 df; undefined when no pair changed. */
  chiSquare: number | undefined
  /** Its p. */
  chiSquareP: number | undefined
  /** Pairs with "yes" first only, and second only. */
  firstOnly: number
  secondOnly: number
}

/**
 * Did the share of "yes" change between two answers of the same people? The table is
 * [[both, first only], [second only, neither]]. Refuses counts that are not whole or negative. Warns `zero-cells` when
 * one kind of change never happened. Source: McNemar 1947.
 *
 * @example
 * const approval = changeInPairs([[794, 150], [86, 570]])
 * approval.ok && [approval.value.exactP, approval.value.chiSquare] // => [3.715936e-5, 16.8178]
 */
export function changeInPairs(table: TwoByTwo): Finding<McNemar> {
  const problem = checkTable(table)
  if (problem !== null) return problem
  const [[, firstOnly], [secondOnly]] = table
  const changed = firstOnly + secondOnly
  const exactP =
    changed === 0 ? 1 : Math.min(1, 2 * binomialCdf(Math.min(firstOnly, secondOnly), changed, 0.5))
  const chiSquare =
    changed === 0 ? undefined : Math.max(0, Math.abs(firstOnly - secondOnly) - 1) ** 2 / changed
  return found(
    {
      exactP,
      chiSquare,
      chiSquareP: chiSquare === undefined ? undefined : chiSquareUpper(chiSquare, 1),
      firstOnly,
      secondOnly,
    },
    firstOnly === 0 || secondOnly === 0 ? [warning('zero-cells')] : [],
  )
}
