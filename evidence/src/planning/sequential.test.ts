import { describe, expect, test } from 'vitest'
import {
  bestMixingVariance,
  logNormalMixture,
  normalMixtureBoundary,
  shareSequence,
} from './confidence-sequence.ts'
import { type BoundaryShape, type LooksPlan, boundariesOfLooks } from './group-sequential.ts'
import { falseAlarmsOfPeeking } from './peeking.ts'
import { gammaExponentialBoundary, stitchedBoundary } from './skewed-confidence-sequence.ts'

const thirds = [1 / 3, 2 / 3, 1]
const uneven = [0.1, 0.5, 0.8, 1]

function boundaries(shape: BoundaryShape, informationRates: number[], sided: 1 | 2 = 2) {
  const finding = boundariesOfLooks({ shape, informationRates, sided, alpha: sided === 2 ? 0.05 : 0.025 })
  if (!finding.ok) throw new Error(finding.refusal.why)
  return finding.value
}

const codesOf = (finding: { warnings: { code: string }[] }) => finding.warnings.map((warning) => warning.code)

describe('boundaries of planned looks', () => {
  // rpact 3.3.4, getDesignGroupSequential.
  test.each<[BoundaryShape, number[], 1 | 2, number[]]>([
    [{ kind: 'pocock' }, thirds, 1, [2.28947846, 2.28947846, 2.28947846]],
    [{ kind: 'pocock' }, uneven, 2, [2.38576435, 2.38576435, 2.38576435, 2.38576435]],
    [{ kind: 'obrien-fleming' }, thirds, 2, [3.47109144, 2.4544323, 2.00403558]],
    [{ kind: 'wang-tsiatis' }, thirds, 1, [2.7411366, 2.30501194, 2.08281341]],
    [{ kind: 'wang-tsiatis', delta: 0.25 }, uneven, 2, [3.74461147, 2.50417261, 2.2265593, 2.10574977]],
    [{ kind: 'haybittle-peto' }, thirds, 1, [3, 3, 1.97509763]],
    [{ kind: 'haybittle-peto' }, uneven, 2, [3, 3, 3, 1.98779046]],
    [{ kind: 'spend-like-obrien-fleming' }, thirds, 1, [3.71030287, 2.51142748, 1.99304748]],
    [{ kind: 'spend-like-obrien-fleming' }, thirds, 2, [3.71030287, 2.51142748, 1.99304748]],
    [{ kind: 'spend-like-pocock' }, uneven, 1, [2.65511005, 2.25256424, 2.31136654, 2.3616618]],
    [{ kind: 'spend-like-pocock' }, uneven, 2, [2.65511005, 2.25255956, 2.31133317, 2.36159649]],
    [{ kind: 'spend-power' }, thirds, 1, [2.77292129, 2.34727221, 2.06191377]],
    [{ kind: 'spend-power', gamma: 2 }, uneven, 2, [3.4807564, 2.5095721, 2.23278984, 2.10440046]],
  ])('%o at %j, %i-sided, agree with rpact', (shape, rates, sided, expected) => {
    const { criticalZ, alphaSpent, stageLevels } = boundaries(shape, rates, sided)
    criticalZ.forEach((z, k) => expect(z).toBeCloseTo(expected[k]!, 5))
    expect(alphaSpent.at(-1)).toBeCloseTo(sided === 2 ? 0.05 : 0.025, 9)
    expect(stageLevels).toHaveLength(rates.length)
  })

  test('of five equal looks are 2.413 for Pocock and end at 2.040 for O’Brien and Fleming', () => {
    const fifths = [0.2, 0.4, 0.6, 0.8, 1]
    expect(boundaries({ kind: 'pocock' }, fifths).criticalZ[0]).toBeCloseTo(2.41317622, 6)
    expect(boundaries({ kind: 'obrien-fleming' }, fifths).criticalZ[4]).toBeCloseTo(2.04007317, 6)
    expect(boundaries({ kind: 'pocock' }, fifths).stageLevels[2]).toBeCloseTo(0.00790708577909272, 8)
  })

  test('of a single look are the plain value', () => {
    expect(boundaries({ kind: 'pocock' }, [1]).criticalZ[0]).toBeCloseTo(1.959963984540054, 9)
    expect(boundaries({ kind: 'spend-like-pocock' }, [1], 1).criticalZ[0]).toBeCloseTo(1.959963984540054, 9)
  })

  test('are equal for shapes that meet: Wang and Tsiatis with delta 0 and 0.5', () => {
    const flat = boundaries({ kind: 'wang-tsiatis', delta: 0.5 }, thirds)
    expect(flat.criticalZ[0]).toBeCloseTo(boundaries({ kind: 'pocock' }, thirds).criticalZ[0]!, 8)
    const steep = boundaries({ kind: 'wang-tsiatis', delta: 0 }, thirds)
    expect(steep.criticalZ[0]).toBeCloseTo(boundaries({ kind: 'obrien-fleming' }, thirds).criticalZ[0]!, 8)
  })

  test('cannot be reached at a look that may spend next to nothing', () => {
    const { criticalZ, alphaSpent } = boundaries({ kind: 'spend-like-obrien-fleming' }, [0.02, 0.3, 1], 1)
    expect(criticalZ[0]).toBe(Infinity)
    expect(criticalZ[1]).toBeCloseTo(3.92857254, 5)
    expect(alphaSpent[0]).toBe(0)
  })

  test('are refused for plans that are none', () => {
    const plan: LooksPlan = { shape: { kind: 'pocock' }, informationRates: thirds }
    const refusalOf = (broken: Partial<LooksPlan>) => {
      const finding = boundariesOfLooks({ ...plan, ...broken })
      return finding.ok ? null : finding.refusal.code
    }
    expect(refusalOf({ informationRates: [] })).toBe('not-enough-data')
    expect(refusalOf({ informationRates: [0.5, 0.5, 1] })).toBe('not-enough-data')
    expect(refusalOf({ informationRates: [0.5, 0.9] })).toBe('not-enough-data')
    expect(refusalOf({ informationRates: [NaN, 1] })).toBe('not-enough-data')
    expect(refusalOf({ informationRates: [-1, 1] })).toBe('not-enough-data')
    expect(refusalOf({ alpha: 0 })).toBe('not-enough-data')
    expect(refusalOf({ alpha: 0.5 })).toBe('not-enough-data')
    expect(refusalOf({ shape: { kind: 'wang-tsiatis', delta: 0.6 } })).toBe('not-enough-data')
    expect(refusalOf({ shape: { kind: 'spend-power', gamma: 0 } })).toBe('not-enough-data')
    expect(refusalOf({ shape: { kind: 'haybittle-peto' }, alpha: 0.001 })).toBe('ill-conditioned')
    expect(refusalOf({})).toBeNull()
  })
})

describe('naive looks', () => {
  test('raise false alarms as Armitage, McPherson and Rowe found', () => {
    const finding = falseAlarmsOfPeeking([1, 2, 5, 10, 20])
    const published = [0.05, 0.083, 0.142, 0.193, 0.248]
    if (!finding.ok) throw new Error(finding.refusal.why)
    finding.value.forEach((rate, i) => expect(rate).toBeCloseTo(published[i]!, 3))
    expect(codesOf(finding)).toEqual(['peeking'])
  })

  test('at the end only are no peeking', () => {
    expect(codesOf(falseAlarmsOfPeeking([1]))).toEqual([])
  })

  test('must be whole and not too many', () => {
    expect(falseAlarmsOfPeeking([]).ok).toBe(false)
    expect(falseAlarmsOfPeeking([0]).ok).toBe(false)
    expect(falseAlarmsOfPeeking([1.5]).ok).toBe(false)
    expect(falseAlarmsOfPeeking([201]).ok).toBe(false)
    expect(falseAlarmsOfPeeking([NaN]).ok).toBe(false)
  })
})

describe('confidence sequences', () => {
  // Expected values of the unit tests of confseq (Howard et al. 2021).
  test('by a normal mixture have the published boundary', () => {
    const finding = normalMixtureBoundary(100, 0.05, { bestAt: 100 })
    expect(finding.ok && finding.value.rho).toBeCloseTo(12.60056, 5)
    expect(finding.ok && finding.value.boundary).toBeCloseTo(30.35209, 5)
    expect(logNormalMixture(10, 100, bestMixingVariance(100, 0.05))).toBeCloseTo(-0.6510052, 6)
  })

  test('reach log(1/alpha) on the boundary', () => {
    const finding = normalMixtureBoundary(250, 0.01, { rho: 40 })
    expect(finding.ok && logNormalMixture(finding.value.boundary, 250, 40)).toBeCloseTo(Math.log(100), 10)
  })

  test('by a gamma-exponential mixture and by stitching have the published boundaries', () => {
    const mixture = gammaExponentialBoundary(100, 0.05, 100, 2)
    expect(mixture.ok && mixture.value).toBeCloseTo(33.02017, 5)
    const stitched = stitchedBoundary(100, 0.05, 10, 3)
    expect(stitched.ok && stitched.value).toBeCloseTo(64.48755, 5)
    const negative = stitchedBoundary(100, 0.05, 10, -1)
    expect(negative.ok && negative.value).toBeCloseTo(28.99389, 5)
    const farApart = stitchedBoundary(1e100, 0.05, 1e-308, 0)
    expect(farApart.ok && farApart.value / 1e50).toBeGreaterThan(3)
    const pulledDown = stitchedBoundary(1e-300, 0.05, 1e-308, -1e9)
    expect(pulledDown.ok && pulledDown.value).toBeGreaterThan(0)
    const early = stitchedBoundary(1, 0.05, 10, 0)
    expect(early).toEqual(stitchedBoundary(10, 0.05, 10, 0))
  })

  test('by a gamma-exponential mixture approach the normal one for a small scale', () => {
    const small = gammaExponentialBoundary(100, 0.05, 100, 0.01)
    const smaller = gammaExponentialBoundary(100, 0.05, 100, 0.005)
    // One-sided normal mixture, confseq: 27.66071.
    expect(small.ok && small.value).toBeCloseTo(27.66, 1)
    expect(smaller.ok && smaller.value).toBeCloseTo(27.66, 1)
    const far = gammaExponentialBoundary(1e12, 0.05, 1e12, 1e-6)
    expect(!far.ok && far.refusal.code).toBe('ill-conditioned')
  })

  test.each([
    [700, 1000, 100, 0.651629, 0.745949],
    [15, 50, 50, 0.129556, 0.511896],
    [5, 50, 50, 0.013021, 0.269264],
    [1, 50, 50, 0, 0.13489],
    [1, 2, 50, 0, 1],
    [100, 200, 1, 0.328923, 0.671076],
    [0, 1, 50, 0, 1],
    [1, 1, 50, 0, 1],
  ])(
    'of a share of %i in %i tuned for %i have the published limits',
    (events, answers, bestAt, low, high) => {
      const finding = shareSequence(events, answers, 0.05, bestAt)
      if (!finding.ok) throw new Error(finding.refusal.why)
      // The published limits are cut after six digits.
      expect(Math.abs(finding.value.low - low)).toBeLessThan(2e-6)
      expect(Math.abs(finding.value.high - high)).toBeLessThan(2e-6)
    },
  )

  test('mirror when yes and no are swapped', () => {
    const yes = shareSequence(30, 90, 0.05, 60)
    const no = shareSequence(60, 90, 0.05, 60)
    expect(yes.ok && no.ok && yes.value.low + no.value.high).toBeCloseTo(1, 10)
  })

  test('are refused for times, counts and levels that are none', () => {
    expect(normalMixtureBoundary(-1, 0.05, { bestAt: 100 }).ok).toBe(false)
    expect(normalMixtureBoundary(1, 0.05, { bestAt: 0 }).ok).toBe(false)
    expect(normalMixtureBoundary(1, 0.05, { bestAt: 1, alpha: 2 }).ok).toBe(false)
    expect(normalMixtureBoundary(1, 0, { rho: 1 }).ok).toBe(false)
    expect(shareSequence(2, 1, 0.05, 10).ok).toBe(false)
    expect(shareSequence(0, 0, 0.05, 10).ok).toBe(false)
    expect(shareSequence(1, 2, 0.05, 0).ok).toBe(false)
    expect(shareSequence(1, 2, 1, 10).ok).toBe(false)
    expect(gammaExponentialBoundary(0, 0.05, 1, 1).ok).toBe(false)
    expect(gammaExponentialBoundary(1, 0.05, 1, 0).ok).toBe(false)
    expect(gammaExponentialBoundary(1, 1, 1, 1).ok).toBe(false)
    expect(stitchedBoundary(1, 0.05, 0, 1).ok).toBe(false)
    expect(stitchedBoundary(1, NaN, 1, 1).ok).toBe(false)
    expect(stitchedBoundary(1, 0.05, 1, NaN).ok).toBe(false)
  })
})
