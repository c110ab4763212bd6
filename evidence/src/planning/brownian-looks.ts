import { normalUpper } from '../numbers/distributions.ts'
import { gaussLegendre } from '../numbers/integrate.ts'

/**
 * Brownian motion watched at a few times: the density of its place over the paths that have stayed inside all bounds
 * so far, kept on quadrature nodes. Places are in units of the final spread; z-values times √time.
 */
export interface Survivors {
  time: number
  nodes: Float64Array
  /** Density times quadrature weight at each node; adds up to the chance of having stayed inside. */
  masses: Float64Array
}

/** All paths at the start: at place 0 for sure. */
export const startOfPaths: Survivors = { time: 0, nodes: Float64Array.of(0), masses: Float64Array.of(1) }

const inverseSqrtTwoPi = 0.3989422804014327
const pointsPerPanel = 12
const mostPanels = 160
/** Width of a panel in steps' spreads: 12 points resolve a normal density over it to about 1e-12. */
const panelWidth = 2

/** Chance that a path, inside so far, is above `bound` (or, two-sided, beyond ±bound) at a later time. */
export function crossing(survivors: Survivors, time: number, bound: number, twoSided: boolean): number {
  const spread = Math.sqrt(time - survivors.time)
  const { nodes, masses } = survivors
  let chance = 0
  for (let i = 0; i < nodes.length; i++) {
    const beyond = normalUpper((bound - nodes[i]!) / spread)
    chance += masses[i]! * (twoSided ? beyond + normalUpper((bound + nodes[i]!) / spread) : beyond)
  }
  return chance
}

/**
 * Paths still inside at a later time, between −bound (two-sided) or far below (one-sided) and bound. `nextStep` is the
 * time until the look after, which the nodes must resolve.
 * Source: Armitage, McPherson and Rowe 1969; Jennison and Turnbull 2000, chapter 19.
 */
export function advance(
  survivors: Survivors,
  time: number,
  bound: number,
  twoSided: boolean,
  nextStep: number,
): Survivors {
  const step = time - survivors.time
  const spread = Math.sqrt(step)
  const high = Math.min(bound, 8.5 * Math.sqrt(time))
  const low = twoSided ? -high : -8.5 * Math.sqrt(time)
  if (!(high > low)) return { time, nodes: Float64Array.of(0), masses: Float64Array.of(0) }
  const finest = Math.min(spread, nextStep > 0 ? Math.sqrt(nextStep) : Infinity)
  const panels = Math.min(mostPanels, Math.max(2, Math.ceil((high - low) / (panelWidth * finest))))
  const rule = gaussLegendre(pointsPerPanel)
  const nodes = new Float64Array(panels * pointsPerPanel)
  const masses = new Float64Array(panels * pointsPerPanel)
  const half = (high - low) / (2 * panels)
  for (let panel = 0, k = 0; panel < panels; panel++) {
    const middle = low + (2 * panel + 1) * half
    for (let i = 0; i < pointsPerPanel; i++, k++) {
      const place = middle + half * rule.nodes[i]!
      nodes[k] = place
      masses[k] = half * rule.weights[i]! * densityAt(survivors, place, spread)
    }
  }
  return { time, nodes, masses }
}

function densityAt({ nodes, masses }: Survivors, place: number, spread: number): number {
  let density = 0
  const reach = 8.6 * spread
  for (let i = 0; i < nodes.length; i++) {
    const distance = place - nodes[i]!
    if (distance > reach || distance < -reach) continue
    const z = distance / spread
    density += masses[i]! * Math.exp(-0.5 * z * z)
  }
  return (density * inverseSqrtTwoPi) / spread
}

/** Chances of crossing at each look and not before, for bounds given as z-values. */
export function crossingChances(
  times: readonly number[],
  bounds: readonly number[],
  twoSided: boolean,
): number[] {
  const chances: number[] = []
  let survivors = startOfPaths
  for (let k = 0; k < times.length; k++) {
    const time = times[k]!
    const bound = bounds[k]! * Math.sqrt(time)
    chances.push(crossing(survivors, time, bound, twoSided))
    if (k + 1 < times.length) survivors = advance(survivors, time, bound, twoSided, times[k + 1]! - time)
  }
  return chances
}
