import { type Finding, found, refused, warning } from '../finding.ts'

/** A list of p-values in the order given; null where the p-value was missing. */
export type AdjustedList = (number | null)[]

/** p-values adjusted for having asked several questions at once. */
export interface AdjustedPValues {
  /** m·p, at most 1. */
  bonferroni: AdjustedList
  /** Step-down, Holm 1979; for claims fixed beforehand. */
  holm: AdjustedList
  /** Step-up, Hochberg 1988; for independent tests. */
  hochberg: AdjustedList
  /** False discovery rate, Benjamini and Hochberg 1995; for screening. */
  benjaminiHochberg: AdjustedList
  /** False discovery rate under any dependence, Benjamini and Yekutieli 2001. */
  benjaminiYekutieli: AdjustedList
}

/**
 * How do p-values read when several questions were asked at once? Missing p-values (null or NaN) stay null, do not
 * count as tests and raise `missing-values`. Refuses a list without any and values outside 0–1.
 *
 * @example
 * const adjusted = adjustPValues([0.01, 0.04, 0.03])
 * adjusted.ok && adjusted.value.holm // => [0.03, 0.06, 0.06]
 * adjusted.ok && adjusted.value.benjaminiHochberg // => [0.03, 0.04, 0.04]
 */
export function adjustPValues(pValues: readonly (number | null)[]): Finding<AdjustedPValues> {
  const places: number[] = []
  for (let i = 0; i < pValues.length; i++) {
    const p = pValues[i]
    if (p === null || p === undefined || Number.isNaN(p)) continue
    if (!(p >= 0 && p <= 1)) return refused('not-enough-data', 'A p-value lies outside 0 to 1.')
    places.push(i)
  }
  const tests = places.length
  if (tests === 0) return refused('not-enough-data', 'There is no p-value.')
  places.sort((i, j) => pValues[i]! - pValues[j]!)
  let harmonic = 0
  for (let k = 1; k <= tests; k++) harmonic += 1 / k
  /** Runs from the smallest p-value upwards, or downwards from the largest, keeping the order of the p-values. */
  const adjust = (upwards: boolean, factor: (rank: number) => number): AdjustedList => {
    const adjusted: AdjustedList = pValues.map(() => null)
    let bound = upwards ? 0 : 1
    for (let step = 0; step < tests; step++) {
      const k = upwards ? step : tests - 1 - step
      const value = factor(k + 1) * pValues[places[k]!]!
      bound = upwards ? Math.max(bound, Math.min(1, value)) : Math.min(bound, value)
      adjusted[places[k]!] = bound
    }
    return adjusted
  }
  return found(
    {
      bonferroni: adjust(true, () => tests),
      holm: adjust(true, (rank) => tests - rank + 1),
      hochberg: adjust(false, (rank) => tests - rank + 1),
      benjaminiHochberg: adjust(false, (rank) => tests / rank),
      benjaminiYekutieli: adjust(false, (rank) => (tests * harmonic) / rank),
    },
    tests < pValues.length ? [warning('missing-values', `${pValues.length - tests} dropped`)] : [],
  )
}
