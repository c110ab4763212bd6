import { chiSquareQuantile } from '../../src/numbers/distributions.ts'
import { pooledAt } from '../../src/several-places/between-variance.ts'

const searchEnd = 10_000
const searchTolerance = Number.EPSILON ** 0.25

/**
 * Root of f between two ends with values of opposite sign, as a bracketing search leaves it that stops at about
 * 1.2e-4. Source: Brent 1973, chapter 4, in the variant that judges a step by the one just taken.
 */
export function roughRoot(f: (x: number) => number, low: number, high: number): number {
  let [before, fBefore] = [low, f(low)]
  let [best, fBest] = [high, f(high)]
  if (fBefore === 0) return before
  if (fBest === 0) return best
  let [other, fOther] = [before, fBefore]
  for (let round = 0; round < 1000; round++) {
    const lastStep = best - before
    if (Math.abs(fOther) < Math.abs(fBest)) {
      ;[before, fBefore] = [best, fBest]
      ;[best, fBest] = [other, fOther]
      ;[other, fOther] = [before, fBefore]
    }
    const near = 2 * Number.EPSILON * Math.abs(best) + searchTolerance / 2
    let step = (other - best) / 2
    if (Math.abs(step) <= near || fBest === 0) return best
    if (Math.abs(lastStep) >= near && Math.abs(fBefore) > Math.abs(fBest)) {
      const width = other - best
      const ratio = fBest / fBefore
      let numerator = width * ratio
      let denominator = 1 - ratio
      if (before !== other) {
        const toOther = fBest / fOther
        const fromOther = fBefore / fOther
        numerator = ratio * (width * fromOther * (fromOther - toOther) - (best - before) * (toOther - 1))
        denominator = (fromOther - 1) * (toOther - 1) * (ratio - 1)
      }
      if (numerator > 0) denominator = -denominator
      else numerator = -numerator
      const inside = 0.75 * width * denominator - Math.abs(near * denominator) / 2
      if (numerator < inside && numerator < Math.abs((lastStep * denominator) / 2))
        step = numerator / denominator
    }
    if (Math.abs(step) < near) step = step > 0 ? near : -near
    ;[before, fBefore] = [best, fBest]
    best += step
    fBest = f(best)
    if (fBest > 0 === fOther > 0) [other, fOther] = [before, fBefore]
  }
  return best
}

/**
 * Q-profile limits of the between-variance as the published examples print them. Their root search stops at
 * about 1.2e-4 while the examples are compared at 1e-5 of the value, so the same search is repeated here; the
 * engine itself solves to full accuracy, and `exact` is kept where the root lies outside the search.
 */
export function publishedQProfileLimit(
  effects: readonly number[],
  variances: readonly number[],
  probability: number,
  exact: number,
): number {
  const kept = Array.from(effects.keys()).filter(
    (i) => !Number.isNaN(effects[i]) && !Number.isNaN(variances[i]),
  )
  const y = Float64Array.from(kept, (i) => effects[i]!)
  const v = Float64Array.from(kept, (i) => variances[i]!)
  const target = chiSquareQuantile(probability, kept.length - 1)
  const excess = (betweenVariance: number): number => pooledAt(y, v, betweenVariance).q - target
  if (excess(0) <= 0 || excess(searchEnd) >= 0) return exact
  return roughRoot(excess, 0, searchEnd)
}
