import { type Finding, type Warning, found, refused, warning } from '../finding.ts'
import { chiSquareUpper } from '../numbers/distributions.ts'
import { midranks } from '../numbers/summaries.ts'
import { type Observations, missingValuesWarning, poolValues, usableValues } from './usable-values.ts'

/** Rank comparison of several groups. */
export interface SeveralGroups {
  /** Kruskal-Wallis H, corrected for ties; undefined when all values are equal. */
  h: number | undefined
  /** Its chi-square p with groups − 1 degrees of freedom. */
  p: number | undefined
  /** Values used, and groups they come from. */
  n: number
  groups: number
}

/**
 * Do several independent groups differ in level? `groups` names the group of each value. Missing values are dropped
 * with a warning; refuses fewer than two groups, infinite values and lists of different length.
 * Source: Kruskal and Wallis 1952.
 *
 * @example
 * const groups = compareSeveralGroups([4, 3, 5, 2, 3, 3, 5, 5, 4, 1, 2, 2], [1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4])
 * groups.ok && [groups.value.h, groups.value.p] // => [8.958486, 0.029848]
 */
export function compareSeveralGroups(
  values: Observations,
  groups: ArrayLike<string | number>,
): Finding<SeveralGroups> {
  if (values.length !== groups.length) {
    return refused('not-enough-data', 'There must be one group label for each value.')
  }
  const byGroup = new Map<string | number, (number | null)[]>()
  for (let i = 0; i < values.length; i++) {
    const list = byGroup.get(groups[i]!) ?? []
    byGroup.set(groups[i]!, list)
    list.push(values[i]!)
  }
  const usable: Float64Array[] = []
  let missing = 0
  for (const list of byGroup.values()) {
    const kept = usableValues(list, 'The list of values', 0)
    if (!kept.ok) return kept
    missing += kept.missing
    if (kept.values.length > 0) usable.push(kept.values)
  }
  const warnings: Warning[] = missingValuesWarning(missing)
  if (usable.length < 2) return refused('not-enough-data', 'Fewer than two groups have values.', warnings)
  const all = usable.flatMap((list) => [...list])
  const n = all.length
  const pooled = poolValues(all, [])
  const { ranks, tieSum } = midranks(pooled.values)
  const correction = 1 - tieSum / (n ** 3 - n)
  if (pooled.scale === 0 || correction <= 0) {
    warnings.push(warning('constant-values'))
    return found({ h: undefined, p: undefined, n, groups: usable.length }, warnings)
  }
  let between = 0
  let at = 0
  for (const list of usable) {
    let sum = 0
    for (let i = 0; i < list.length; i++) sum += ranks[at++]! - (n + 1) / 2
    between += (sum * sum) / list.length
  }
  const h = ((12 / (n * (n + 1))) * between) / correction
  return found({ h, p: chiSquareUpper(h, usable.length - 1), n, groups: usable.length }, warnings)
}
