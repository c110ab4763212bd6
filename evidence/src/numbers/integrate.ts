/** Nodes and weights of Gauss-Legendre quadrature on −1..1. */
export interface Quadrature {
  nodes: Float64Array
  weights: Float64Array
}

const made = new Map<number, Quadrature>()

/** Gauss-Legendre rule with n points, by Newton steps on the Legendre polynomial; kept once made. */
export function gaussLegendre(n: number): Quadrature {
  const ready = made.get(n)
  if (ready) return ready
  const nodes = new Float64Array(n)
  const weights = new Float64Array(n)
  for (let i = 0; i < Math.ceil(n / 2); i++) {
    let x = Math.cos((Math.PI * (i + 0.75)) / (n + 0.5))
    let slope = 1
    for (let step = 0; step < 100; step++) {
      let before = 1
      let value = x
      for (let k = 2; k <= n; k++) {
        const next = ((2 * k - 1) * x * value - (k - 1) * before) / k
        before = value
        value = next
      }
      slope = (n * (x * value - before)) / (x * x - 1)
      const change = value / slope
      x -= change
      if (Math.abs(change) < 1e-16) break
    }
    const weight = 2 / ((1 - x * x) * slope * slope)
    nodes[i] = -x
    nodes[n - 1 - i] = x
    weights[i] = weight
    weights[n - 1 - i] = weight
  }
  if (n % 2 === 1) nodes[(n - 1) / 2] = 0
  const rule = { nodes, weights }
  made.set(n, rule)
  return rule
}

/** Integral of f over low..high with an n-point Gauss-Legendre rule. */
export function integrate(f: (x: number) => number, low: number, high: number, n = 32): number {
  const { nodes, weights } = gaussLegendre(n)
  const half = (high - low) / 2
  const middle = (high + low) / 2
  let sum = 0
  for (let i = 0; i < n; i++) sum += weights[i]! * f(middle + half * nodes[i]!)
  return sum * half
}

/** Integral of f over the panels between successive break points (ascending; equal neighbours are skipped). */
export function integratePanels(f: (x: number) => number, breaks: readonly number[], n = 24): number {
  let sum = 0
  for (let i = 1; i < breaks.length; i++) {
    if (breaks[i]! > breaks[i - 1]!) sum += integrate(f, breaks[i - 1]!, breaks[i]!, n)
  }
  return sum
}
