import { findRoot } from '../numbers/optimise.ts'

/**
 * The x ≥ smallest at which a rising curve reaches a target, from a starting guess: secant steps while they stay
 * sensible, else a widening bracket and Brent's method. Returns `smallest` when the curve is above the target there
 * already, null when it is not reached below `largest`.
 */
export function reachTarget(
  curve: (x: number) => number,
  target: number,
  start: number,
  smallest: number,
  largest: number,
): number | null {
  const excess = (x: number) => curve(x) - target
  let x0 = Math.min(largest, Math.max(smallest, start))
  let f0 = excess(x0)
  let x1 = x0 * (1 + (f0 > 0 ? -1e-3 : 1e-3))
  for (let step = 0; step < 8 && x1 > smallest && x1 < largest; step++) {
    const f1 = excess(x1)
    if (!Number.isFinite(f1)) break
    if (f1 === 0) return x1
    const slope = (f1 - f0) / (x1 - x0)
    const next = x1 - f1 / slope
    // A curve that hardly rises, or a step that more than doubles or halves, is left to the bracket.
    if (!(slope > 0) || !(next > x1 / 2 && next < x1 * 2)) break
    if (Math.abs(next - x1) <= 1e-9 * x1) return next > smallest ? next : smallest
    x0 = x1
    f0 = f1
    x1 = next
  }
  return bracketTarget(excess, start, smallest, largest)
}

function bracketTarget(
  excess: (x: number) => number,
  start: number,
  smallest: number,
  largest: number,
): number | null {
  if (excess(smallest) >= 0) return smallest
  let low = smallest
  let high = Math.max(smallest * 2, Math.min(start, largest))
  while (excess(high) < 0) {
    low = high
    high *= 2
    if (low >= largest) return null
  }
  return findRoot(excess, low, high, 1e-10 * high)
}
