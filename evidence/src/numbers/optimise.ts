/**
 * Root of f between low and high by Brent's method; null when f has the same sign at both ends or turns undefined.
 * Source: Brent 1973.
 */
export function findRoot(
  f: (x: number) => number,
  low: number,
  high: number,
  tolerance = 1e-13,
  maximumSteps = 300,
): number | null {
  let a = low
  let b = high
  let fa = f(a)
  let fb = f(b)
  if (Number.isNaN(fa) || Number.isNaN(fb)) return null
  if (fa === 0) return a
  if (fb === 0) return b
  if (fa > 0 === fb > 0) return null
  let c = a
  let fc = fa
  let previous = b - a
  let step = previous
  for (let i = 0; i < maximumSteps; i++) {
    if (fb > 0 === fc > 0) {
      c = a
      fc = fa
      previous = b - a
      step = previous
    }
    if (Math.abs(fc) < Math.abs(fb)) {
      a = b
      b = c
      c = a
      fa = fb
      fb = fc
      fc = fa
    }
    const limit = 2 * Number.EPSILON * Math.abs(b) + tolerance / 2
    const half = (c - b) / 2
    if (Math.abs(half) <= limit || fb === 0) return b
    if (Math.abs(previous) >= limit && Math.abs(fa) > Math.abs(fb)) {
      const s = fb / fa
      let p: number
      let q: number
      if (a === c) {
        p = 2 * half * s
        q = 1 - s
      } else {
        const r = fb / fc
        const t = fa / fc
        p = s * (2 * half * t * (t - r) - (b - a) * (r - 1))
        q = (t - 1) * (r - 1) * (s - 1)
      }
      if (p > 0) q = -q
      else p = -p
      if (2 * p < Math.min(3 * half * q - Math.abs(limit * q), Math.abs(previous * q))) {
        previous = step
        step = p / q
      } else {
        step = half
        previous = half
      }
    } else {
      step = half
      previous = half
    }
    a = b
    fa = fb
    b += Math.abs(step) > limit ? step : half > 0 ? limit : -limit
    fb = f(b)
    if (Number.isNaN(fb)) return null
  }
  return b
}

/** Where a function is smallest and how small it is there. */
export interface Minimum {
  x: number
  value: number
}

/**
 * Minimum of a one-peaked f between low and high by golden section with parabolic steps.
 * The place is exact to about the square root of machine accuracy. Source: Brent 1973.
 */
export function minimise(f: (x: number) => number, low: number, high: number, tolerance = 1e-9): Minimum {
  const golden = 0.381966011250105
  let a = low
  let b = high
  let x = a + golden * (b - a)
  let w = x
  let v = x
  let fx = f(x)
  let fw = fx
  let fv = fx
  let step = 0
  let previous = 0
  for (let i = 0; i < 500; i++) {
    const middle = (a + b) / 2
    const limit = tolerance * Math.abs(x) + 1e-15
    if (Math.abs(x - middle) <= 2 * limit - (b - a) / 2) break
    let useGolden = true
    if (Math.abs(previous) > limit) {
      const r = (x - w) * (fx - fv)
      let q = (x - v) * (fx - fw)
      let p = (x - v) * q - (x - w) * r
      q = 2 * (q - r)
      if (q > 0) p = -p
      q = Math.abs(q)
      if (Math.abs(p) < Math.abs(0.5 * q * previous) && p > q * (a - x) && p < q * (b - x)) {
        previous = step
        step = p / q
        const u = x + step
        if (u - a < 2 * limit || b - u < 2 * limit) step = middle >= x ? limit : -limit
        useGolden = false
      }
    }
    if (useGolden) {
      previous = x >= middle ? a - x : b - x
      step = golden * previous
    }
    const u = x + (Math.abs(step) >= limit ? step : step > 0 ? limit : -limit)
    const fu = f(u)
    if (fu <= fx) {
      if (u >= x) a = x
      else b = x
      v = w
      fv = fw
      w = x
      fw = fx
      x = u
      fx = fu
    } else {
      if (u < x) a = u
      else b = u
      if (fu <= fw || w === x) {
        v = w
        fv = fw
        w = u
        fw = fu
      } else if (fu <= fv || v === x || v === w) {
        v = u
        fv = fu
      }
    }
  }
  return { x, value: fx }
}

/** Where a function of several variables is smallest. */
export interface MinimumOfMany {
  x: number[]
  value: number
}

/**
 * Minimum of f of several variables by the simplex of Nelder and Mead 1965, restarted until a restart no longer
 * helps. `scale` is the size of the first step per variable.
 */
export function minimiseMany(
  f: (x: readonly number[]) => number,
  start: readonly number[],
  scale: number | readonly number[] = 0.1,
  tolerance = 1e-12,
  maximumCalls = 20_000,
): MinimumOfMany {
  let best = nelderMead(f, start, scale, tolerance, maximumCalls)
  for (let restart = 0; restart < 5; restart++) {
    const again = nelderMead(f, best.x, scale, tolerance, maximumCalls)
    const gain = best.value - again.value
    if (again.value < best.value) best = again
    if (!(gain > tolerance * (1 + Math.abs(best.value)))) break
  }
  return best
}

function nelderMead(
  f: (x: readonly number[]) => number,
  start: readonly number[],
  scale: number | readonly number[],
  tolerance: number,
  maximumCalls: number,
): MinimumOfMany {
  const n = start.length
  const safe = (x: readonly number[]): number => {
    const value = f(x)
    return Number.isNaN(value) ? Infinity : value
  }
  const corners: MinimumOfMany[] = [{ x: [...start], value: safe(start) }]
  for (let i = 0; i < n; i++) {
    const x = [...start]
    x[i] = x[i]! + (typeof scale === 'number' ? scale : scale[i]!)
    corners.push({ x, value: safe(x) })
  }
  let calls = n + 1
  const along = (centre: number[], from: number[], factor: number): MinimumOfMany => {
    const x = centre.map((c, i) => c + factor * (from[i]! - c))
    calls++
    return { x, value: safe(x) }
  }
  while (calls < maximumCalls) {
    corners.sort((p, q) => p.value - q.value)
    const best = corners[0]!
    const worst = corners[n]!
    if (Math.abs(worst.value - best.value) <= tolerance * (Math.abs(best.value) + tolerance)) {
      const spread = Math.max(...worst.x.map((v, i) => Math.abs(v - best.x[i]!)))
      if (spread <= Math.sqrt(tolerance)) break
    }
    const centre = best.x.map((_, i) => {
      let sum = 0
      for (let c = 0; c < n; c++) sum += corners[c]!.x[i]!
      return sum / n
    })
    const reflected = along(centre, worst.x, -1)
    if (reflected.value < best.value) {
      const expanded = along(centre, worst.x, -2)
      corners[n] = expanded.value < reflected.value ? expanded : reflected
    } else if (reflected.value < corners[n - 1]!.value) {
      corners[n] = reflected
    } else {
      const inward = reflected.value < worst.value
      const contracted = along(centre, inward ? reflected.x : worst.x, 0.5)
      if (contracted.value < Math.min(worst.value, reflected.value)) corners[n] = contracted
      else for (let c = 1; c <= n; c++) corners[c] = along(best.x, corners[c]!.x, 0.5)
    }
  }
  corners.sort((p, q) => p.value - q.value)
  return corners[0]!
}
