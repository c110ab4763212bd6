import { boundariesOfLooks } from '../../src/planning/group-sequential.ts'
import { sizeForTwoMeans } from '../../src/planning/power-of-t-test.ts'
import { simulatePowerOfRankTest } from '../../src/planning/simulate-power.ts'
import { leastSquares } from '../../src/numbers/least-squares.ts'
import { fromColumns } from '../../src/numbers/matrix.ts'
import { heteroscedasticCovariance } from '../../src/numbers/robust-covariance.ts'
import { createRandom } from '../../src/numbers/random.ts'
import { compareSharesByBelief } from '../../src/two-groups/compare-shares-by-belief.ts'
import { fisherExact } from '../../src/two-groups/fisher-exact.ts'
import { compareRanks } from '../../src/two-groups/rank-test.ts'
import { sampledShares, splitShares } from '../../src/two-groups/split-test.ts'
import { survival } from '../../src/two-groups/survival.ts'
import { poolValues } from '../../src/two-groups/usable-values.ts'
import { task, valueOf, type BenchTask } from './task.ts'

/** Monte Carlo permutation p of the difference of means from 10,000 splits. */
function sampledTest(first: number[], second: number[]): number {
  const { values, scale } = poolValues(first, second)
  let mean = 0
  for (const value of values) mean += value / values.length
  const centred = values.map((value) => value - mean)
  let observed = 0
  for (let i = 0; i < first.length; i++) observed += centred[i]!
  return sampledShares(centred, first.length, observed, 1e-9 * scale, createRandom(7), 10_000).twoSided
}

function exactSplits(first: number[], second: number[]): number {
  const { values, scale } = poolValues(first, second)
  return splitShares(values, first.length, scale).twoSided
}

function exactRanks(first: number[], second: number[]): number {
  return compareRanks(poolValues(first, second).values, first.length).exactP
}

/** Two groups, planning and least squares. */
export const groupTasks: BenchTask[] = [
  task(
    {
      id: 'B3',
      what: '10,000 random splits, 2 × 50',
      package: 'coin',
      target: 0.95,
      n: 100,
      allowed: { abs: 0.02 },
    },
    ({ fifty }) =>
      () =>
        sampledTest(fifty.first, fifty.second),
    (p) => ({ p }),
  ),
  task(
    {
      id: 'B4',
      what: 'the same in a plain loop',
      package: 'base',
      target: 0.08,
      n: 100,
      allowed: { abs: 0.02 },
    },
    ({ fifty }) =>
      () =>
        sampledTest(fifty.first, fifty.second),
    (p) => ({ p }),
  ),
  task(
    {
      id: 'B5',
      what: 'all 184,756 splits, 10 against 10',
      package: 'utils',
      target: 0.12,
      n: 20,
      allowed: { abs: 1e-12 },
    },
    ({ ten }) =>
      () =>
        exactSplits(ten.first, ten.second),
    (p) => ({ p }),
  ),
  task(
    {
      id: 'B6',
      what: 'exact Mann–Whitney 2 × 50, ties',
      package: 'coin',
      target: 1,
      n: 100,
      allowed: { rel: 1e-7 },
    },
    ({ fiftyRounded }) =>
      () =>
        exactRanks(fiftyRounded.first, fiftyRounded.second),
    (p) => ({ p }),
  ),
  task(
    {
      id: 'B7',
      what: 'exact Mann–Whitney 20 against 20',
      package: 'stats',
      target: 1,
      n: 40,
      allowed: { rel: 1e-9 },
    },
    ({ twenty }) =>
      () =>
        exactRanks(twenty.first, twenty.second),
    (p) => ({ p }),
  ),
  task(
    { id: 'B8', what: 'Fisher 2×2', package: 'stats', target: 0.2, n: 40, allowed: { rel: 1e-6 } },
    ({ table }) =>
      () =>
        valueOf(fisherExact(table)),
    (test) => ({ p: test.twoSidedP }),
  ),
  task(
    { id: 'B16', what: 'solve a sample size', package: 'stats', target: 0.5, n: 1, allowed: { rel: 1e-5 } },
    () => () => valueOf(sizeForTwoMeans({ effect: 0.5 }, 0.8)),
    (size) => ({ n: size.exact }),
  ),
  task(
    {
      id: 'B17',
      what: 'simulated Mann–Whitney power, 2,000 runs',
      package: 'stats',
      target: 0.4,
      n: 2000,
      allowed: { abs: 0.05 },
    },
    () => () => valueOf(simulatePowerOfRankTest({ size1: 10, size2: 12, shift: 1 }, { runs: 2000, seed: 7 })),
    (power) => ({ power: power.power }),
  ),
  task(
    {
      id: 'B18',
      what: 'Kaplan–Meier and log-rank',
      package: 'survival',
      target: 0.3,
      n: 23,
      allowed: { rel: 1e-6 },
    },
    ({ survival: rows }) => {
      const happened = rows.event.map((event) => event === 1)
      return () => valueOf(survival(rows.time, happened, rows.group))
    },
    (curve) => ({
      surviving: curve.steps.map((step) => step.surviving),
      chiSquare: curve.logRank?.chiSquare ?? NaN,
    }),
  ),
  task(
    {
      id: 'B19',
      what: 'spending boundaries, 3 looks',
      package: 'rpact',
      target: 0.5,
      n: 3,
      allowed: { abs: 1e-4 },
    },
    () => () =>
      valueOf(
        boundariesOfLooks({
          shape: { kind: 'spend-like-obrien-fleming' },
          informationRates: [1 / 3, 2 / 3, 1],
          alpha: 0.025,
          sided: 1,
        }),
      ),
    (looks) => ({ z: looks.criticalZ }),
  ),
  task(
    {
      id: 'B20',
      what: 'beta-binomial with equivalence region',
      package: 'stats',
      target: 1,
      n: 100,
      allowed: { abs: 1e-6 },
    },
    () => () => valueOf(compareSharesByBelief({ events: 30, size: 50 }, { events: 20, size: 50 }, 0.05)),
    (belief) => ({
      higher: belief.firstHigher,
      above: belief.firstClearlyHigher,
      below: belief.secondClearlyHigher,
    }),
  ),
  task(
    {
      id: 'B21',
      what: 'least squares of 20 columns with HC3',
      package: 'sandwich',
      target: 1,
      n: 1000,
      allowed: { rel: 1e-8 },
    },
    ({ regression }) => {
      const ones = regression.y.map(() => 1)
      return () => {
        const x = fromColumns([ones, ...regression.columns])
        return heteroscedasticCovariance(x, leastSquares(x, regression.y), 'HC3')
      }
    },
    (covariance) => ({
      variances:
        covariance === null
          ? []
          : [...covariance.values].filter((_, i) => i % (covariance.columns + 1) === 0),
    }),
  ),
]
