import { type ConditionalTables, tiltedTables } from '../../src/two-groups/conditional-table.ts'
import { roughRoot } from './published-search.ts'

/** Odds ratio at which f crosses 0, searched on 0..1 for ratios below 1 and on their inverse above, as printed. */
function roughOdds(f: (odds: number) => number): number {
  const atOne = f(1)
  if (atOne === 0) return 1
  const atZero = f(0)
  if (atZero > 0 !== atOne > 0) return roughRoot(f, 0, 1)
  return 1 / roughRoot((inverse) => f(1 / inverse), Number.EPSILON, 1)
}

/**
 * Conditional odds ratio and 95% limits as the published examples print them: their root search stops at about 1.2e-4
 * of the odds ratio (or of its inverse), which moves a limit by up to a percent, while the examples are compared at
 * 1e-4. The engine itself solves to full accuracy.
 */
export function publishedOdds(
  tables: ConditionalTables,
  cell: number,
): { ratio: number; low: number; high: number } {
  const atLowest = cell === tables.lowest
  const atHighest = cell === tables.highest
  const at = (odds: number) => {
    if (odds === 0) return { mean: tables.lowest, atMost: 1, atLeast: atLowest ? 1 : 0 }
    return tiltedTables(tables, Math.log(odds), cell)
  }
  return {
    ratio: atLowest ? 0 : atHighest ? Infinity : roughOdds((odds) => at(odds).mean - cell),
    low: atLowest ? 0 : roughOdds((odds) => at(odds).atLeast - 0.025),
    high: atHighest ? Infinity : roughOdds((odds) => at(odds).atMost - 0.025),
  }
}
