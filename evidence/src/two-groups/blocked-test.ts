import { type Finding, type Warning, found, refused, warning } from '../finding.ts'
import { choose } from '../numbers/distributions.ts'
import { type Random, createRandom } from '../numbers/random.ts'
import { mean } from '../numbers/summaries.ts'
import { type Counting, mostForMatching } from './split-test.ts'
import { type TailCounts, countPairs, countSubsetSums, sortedSubsetSums, splitHalves } from './subset-sums.ts'
import { largestUsableValue, missingValuesWarning, tieTolerance } from './usable-values.ts'

/** Values drawn by lot within blocks, and the exact test that keeps to the blocks. */
export interface BlockedTest {
  /** Unweighted mean over blocks of (mean of the treated − mean of the others). */
  effect: number
  /** Number of assignments the draw could have given: product over blocks of "block size choose treated". */
  assignments: number
  /** Share of assignments whose effect is at least as far from 0. */
  twoSidedP: number
  /** Share of assignments whose effect is at least as large. */
  greaterP: number
  counting: Counting
  /** Smallest two-sided p this design can give. */
  smallestP: number
  /** Number of blocks that hold both treated and others. */
  blocks: number
}

/** One unit of a blocked draw; a unit whose value is null or NaN is left out. */
export interface BlockedUnit {
  value: number | null
  treated: boolean
  block: string | number
}

const mostSumsPerHalf = 4e6
const sampledAssignments = 100_000

/**
 * Does a treatment drawn by lot within blocks (schools within municipalities, pupils within classes) change the
 * values? Counts every assignment the draw could have given, exactly while the two halves of the blocks have fewer
 * than four million sums each, otherwise from 100,000 assignments with a fixed seed.
 *
 * Units with missing values are dropped, blocks left with only one arm do not count; both raise `missing-values`.
 * Refuses infinite values and data in which no block holds both arms. Warns `min-p-above-alpha`.
 * Source: Fisher 1935; Edgington and Onghena 2007.
 *
 * @example
 * const blocked = blockedTest([
 *   { value: 5, treated: true, block: 'A' }, { value: 4, treated: false, block: 'A' },
 *   { value: 9, treated: true, block: 'B' }, { value: 6, treated: false, block: 'B' },
 * ])
 * blocked.ok && [blocked.value.effect, blocked.value.assignments, blocked.value.twoSidedP] // => [2, 4, 0.5]
 */
export function blockedTest(units: readonly BlockedUnit[], alpha = 0.05): Finding<BlockedTest> {
  const blocks = new Map<string | number, { treated: number[]; others: number[] }>()
  let missing = 0
  for (const { value, treated, block } of units) {
    if (value === null || Number.isNaN(value)) {
      missing++
      continue
    }
    if (!(Math.abs(value) <= largestUsableValue)) {
      return refused('ill-conditioned', 'The values hold an infinite or far too large value.')
    }
    const members = blocks.get(block) ?? { treated: [], others: [] }
    blocks.set(block, members)
    ;(treated ? members.treated : members.others).push(value)
  }
  const usable = [...blocks.values()].filter((b) => b.treated.length > 0 && b.others.length > 0)
  const warnings: Warning[] = missingValuesWarning(missing)
  if (usable.length < blocks.size) {
    warnings.push(warning('missing-values', `${blocks.size - usable.length} blocks with one arm only`))
  }
  if (usable.length === 0)
    return refused('not-enough-data', 'No block holds both treated and others.', warnings)

  const prepared = usable.map(prepareBlock)
  const observed = prepared.reduce((sum, block) => sum + block.observed, 0)
  const assignments = prepared.reduce(
    (product, block) => product * choose(block.weighted.length, block.treated),
    1,
  )
  const balanced = usable.every((block) => block.treated.length === block.others.length)
  const smallestP = Math.min(1, (balanced ? 2 : 1) / assignments)
  if (smallestP > alpha) warnings.push(warning('min-p-above-alpha', String(smallestP)))
  const scale = Math.max(...prepared.map((block) => block.largest))
  const slack = tieTolerance * Math.max(Math.abs(observed), scale)
  const counted =
    countAssignments(prepared, observed, slack) ??
    sampleAssignments(prepared, observed, slack, createRandom(1))
  return found(
    { effect: observed / usable.length, assignments, ...counted, smallestP, blocks: usable.length },
    warnings,
  )
}

/** A block whose values are scaled so that the sum over its treated units is its difference of means. */
interface PreparedBlock {
  weighted: Float64Array
  treated: number
  observed: number
  largest: number
}

function prepareBlock(block: { treated: number[]; others: number[] }): PreparedBlock {
  const all = [...block.treated, ...block.others]
  const centre = mean(all)
  const factor = 1 / block.treated.length + 1 / block.others.length
  const weighted = Float64Array.from(all, (value) => (value - centre) * factor)
  let observed = 0
  for (let i = 0; i < block.treated.length; i++) observed += weighted[i]!
  return { weighted, treated: block.treated.length, observed, largest: Math.max(...weighted.map(Math.abs)) }
}

interface AssignmentShares {
  twoSidedP: number
  greaterP: number
  counting: Counting
}

function countAssignments(blocks: PreparedBlock[], observed: number, slack: number): AssignmentShares | null {
  const [only] = blocks
  const distance = Math.abs(observed)
  const mark = observed - slack
  if (blocks.length === 1 && only && only.weighted.length <= mostForMatching) {
    const halves = splitHalves(only.weighted, only.treated)
    const both = countSubsetSums(halves, distance - slack, slack - distance)
    return shares(both, countSubsetSums(halves, mark, mark), distance <= slack)
  }
  const halves = [Float64Array.of(0), Float64Array.of(0)]
  const bySize = [...blocks].sort(
    (p, q) => choose(q.weighted.length, q.treated) - choose(p.weighted.length, p.treated),
  )
  for (const block of bySize) {
    const side = halves[0]!.length <= halves[1]!.length ? 0 : 1
    const count = choose(block.weighted.length, block.treated)
    if (count * halves[side]!.length > mostSumsPerHalf) return null
    const { sums } = sortedSubsetSums(block.weighted, block.treated, block.treated)
    const next = new Float64Array(count * halves[side]!.length)
    let k = 0
    for (const a of sums) for (const b of halves[side]!) next[k++] = a + b
    halves[side] = next
  }
  const first = halves[0]!.sort()
  const second = halves[1]!.sort()
  const both = countPairs(first, second, distance - slack, slack - distance)
  return shares(both, countPairs(first, second, mark, mark), distance <= slack)
}

function shares(both: TailCounts, upper: TailCounts, everything: boolean): AssignmentShares {
  return {
    twoSidedP: everything ? 1 : (both.atOrAbove + both.atOrBelow) / both.total,
    greaterP: upper.atOrAbove / upper.total,
    counting: 'exact',
  }
}

function sampleAssignments(
  blocks: PreparedBlock[],
  observed: number,
  slack: number,
  random: Random,
): AssignmentShares {
  let far = 0
  let above = 0
  for (let draw = 0; draw < sampledAssignments; draw++) {
    let sum = 0
    for (const { weighted, treated } of blocks) {
      for (let i = 0; i < treated; i++) {
        const j = i + random.integer(weighted.length - i)
        const value = weighted[j]!
        weighted[j] = weighted[i]!
        weighted[i] = value
        sum += value
      }
    }
    if (Math.abs(sum) >= Math.abs(observed) - slack) far++
    if (sum >= observed - slack) above++
  }
  const share = (count: number) => (count + 1) / (sampledAssignments + 1)
  return { twoSidedP: share(far), greaterP: share(above), counting: 'monte-carlo' }
}
