import { type Finding, type Warning, found, refused, warning } from '../finding.ts'
import { chiSquareUpper, normalQuantile } from '../numbers/distributions.ts'
import { type TwoByTwo, checkTable } from './fisher-exact.ts'

/** Common odds ratio over strata. */
export interface CommonOddsRatio {
  /** Mantel-Haenszel estimate; 0 or Infinity at the edge. */
  oddsRatio: number
  /** Robins-Breslow-Greenland limits; 0 and Infinity when the odds ratio is at the edge. */
  low: number
  high: number
  /** Mantel-Haenszel chi-square without continuity correction, 1 df; undefined when no stratum informs. */
  chiSquare: number | undefined
  p: number | undefined
  /** Odds ratio of the summed table, ignoring the strata; undefined when it is 0/0. */
  crudeOddsRatio: number | undefined
}

/**
 * Is a yes/no outcome related to a group when strata (places, classes) are kept apart? Refuses tables that are not
 * whole counts, and strata none of which can inform. Warns `simpson-reversal` when crude and stratified odds ratios
 * point opposite ways, `zero-cells` when the estimate lies at the edge.
 *
 * Source: Mantel and Haenszel 1959; interval of Robins, Breslow and Greenland 1986.
 *
 * @example
 * const strata = commonOddsRatio([[[12, 5], [8, 10]], [[6, 9], [3, 14]]])
 * strata.ok && strata.value.oddsRatio // => 3.047191
 */
export function commonOddsRatio(tables: readonly TwoByTwo[], level = 0.95): Finding<CommonOddsRatio> {
  if (!(level > 0 && level < 1)) return refused('not-enough-data', 'The level must lie between 0 and 1.')
  let numerator = 0
  let denominator = 0
  let pr = 0
  let psqr = 0
  let qs = 0
  let excess = 0
  let variance = 0
  const crude = [0, 0, 0, 0]
  for (const table of tables) {
    const [[a, b], [c, d]] = table
    const n = a + b + c + d
    if (n === 0) continue
    const problem = checkTable(table)
    if (problem !== null) return problem
    const r = (a * d) / n
    const s = (b * c) / n
    const p = (a + d) / n
    const q = (b + c) / n
    numerator += r
    denominator += s
    pr += p * r
    psqr += p * s + q * r
    qs += q * s
    excess += a - ((a + b) * (a + c)) / n
    if (n > 1) variance += ((((a + b) / n) * (c + d)) / n) * (((a + c) * (b + d)) / (n - 1))
    crude[0] = crude[0]! + a
    crude[1] = crude[1]! + b
    crude[2] = crude[2]! + c
    crude[3] = crude[3]! + d
  }
  if (numerator === 0 && denominator === 0) {
    return refused('not-enough-data', 'No stratum holds both groups and both answers.')
  }
  const warnings: Warning[] = []
  const oddsRatio = denominator === 0 ? Infinity : numerator / denominator
  let low = 0
  let high = Infinity
  if (numerator > 0 && denominator > 0) {
    const error = Math.sqrt(
      pr / (2 * numerator ** 2) + psqr / (2 * numerator * denominator) + qs / (2 * denominator ** 2),
    )
    const margin = normalQuantile(1 - (1 - level) / 2) * error
    low = oddsRatio * Math.exp(-margin)
    high = oddsRatio * Math.exp(margin)
  } else warnings.push(warning('zero-cells'))
  const crudeTop = crude[0]! * crude[3]!
  const crudeBottom = crude[1]! * crude[2]!
  const crudeOddsRatio = crudeTop + crudeBottom === 0 ? undefined : crudeTop / crudeBottom
  if (crudeOddsRatio !== undefined && (crudeOddsRatio - 1) * (oddsRatio - 1) < 0) {
    warnings.push(warning('simpson-reversal'))
  }
  const chiSquare = variance > 0 ? excess ** 2 / variance : undefined
  const p = chiSquare === undefined ? undefined : chiSquareUpper(chiSquare, 1)
  return found({ oddsRatio, low, high, chiSquare, p, crudeOddsRatio }, warnings)
}
