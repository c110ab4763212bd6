/** One unit against its own synthetic unit. */
export interface PlaceboFit {
  /** The unit minus its synthetic unit, every period. */
  gap: readonly number[]
  /** Weight of the treated unit in the synthetic unit; 0 for the treated unit itself. */
  weightOfTreated: number
  /** Size below which a gap is rounding. */
  rounding: number
}

const tieTolerance = 1e-9
const halvings = 50
const doublings = 14

/** Root of the mean squared value of the periods `from` up to, not including, `to`. */
export function rootMeanSquare(gap: readonly number[], from: number, to: number): number {
  let squares = 0
  for (let t = from; t < to; t++) squares += gap[t]! * gap[t]!
  return Math.sqrt(squares / (to - from))
}

/** Gap after the start over gap before it; Infinity or 0 where the fit before is exact. */
export function ratioOf({ gap, rounding }: PlaceboFit, pre: number): number {
  const before = rootMeanSquare(gap, 0, pre)
  const after = rootMeanSquare(gap, pre, gap.length)
  if (before > rounding) return after / before
  return after > rounding ? Infinity : 0
}

/** Units, the treated one included, whose ratio is at least as large as its, and those whose ratio is larger. */
export function countLarger(ratios: readonly number[], treated: number): { asLarge: number; larger: number } {
  const mine = ratios[treated]!
  return {
    asLarge: ratios.filter((ratio) => ratio >= mine * (1 - tieTolerance)).length,
    larger: ratios.filter((ratio) => ratio > mine * (1 + tieTolerance)).length,
  }
}

/**
 * Which constant effects would the placebos not single out? Each is taken off the treated unit after the start and the rank
 * of its ratio asked again; weights rest on the time before and stay. Limits are found outwards from the mean gap and by halving, and are infinite with
 * fewer than 1/alpha units, on a side that nothing bounds, and where even the mean gap is singled out.
 * Source: Firpo and Possebom 2018, confidence sets for constant effects.
 */
export function effectsLeftOpen(
  fits: readonly PlaceboFit[],
  treated: number,
  pre: number,
  alpha: number,
): { low: number; high: number } {
  const unbounded = { low: -Infinity, high: Infinity }
  if (1 / fits.length > alpha) return unbounded
  const singledOut = (effect: number): boolean => {
    const ratios = fits.map((fit, i) => {
      const off = i === treated ? -effect : fit.weightOfTreated * effect
      return ratioOf({ ...fit, gap: fit.gap.map((value, t) => (t < pre ? value : value + off)) }, pre)
    })
    return countLarger(ratios, treated).asLarge / fits.length <= alpha
  }
  const after = fits[treated]!.gap.slice(pre)
  const middle = after.reduce((sum, value) => sum + value, 0) / after.length
  if (singledOut(middle)) return unbounded
  const reach = 10 * Math.max(...fits.flatMap((fit) => fit.gap.map(Math.abs)), Math.abs(middle))
  const limit = (direction: -1 | 1): number => {
    // Outwards in growing steps: far out, units in which the treated one weighs much are singled out with it.
    let step = reach / 2 ** doublings
    while (step < reach && !singledOut(middle + direction * step)) step *= 2
    let [inside, outside] = [middle + (direction * step) / 2, middle + direction * step]
    if (!singledOut(outside)) return direction * Infinity
    if (singledOut(inside)) inside = middle
    for (let i = 0; i < halvings; i++) {
      const half = (inside + outside) / 2
      if (singledOut(half)) outside = half
      else inside = half
    }
    return outside
  }
  return { low: limit(-1), high: limit(1) }
}
