import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Finding } from '../finding.ts'
import { createRandom } from '../numbers/random.ts'
import { autoregressiveSeries } from './autoregressive-series.ts'
import { interruptedCounts } from './interrupted-counts.ts'
import { interruptedSeries } from './interrupted-series.ts'
import { expectedRegressionToMean } from './regression-to-mean.ts'

function valueOf<T>(finding: Finding<T>): T {
  if (!finding.ok) throw new Error(finding.refusal.why)
  return finding.value
}

function codesOf(finding: Finding<unknown>): string[] {
  return finding.warnings.map((own) => own.code)
}

/** Noise with the given likeness of neighbours. */
function noise(n: number, seed: number, likeness = 0): number[] {
  const random = createRandom(seed)
  let last = 0
  return Array.from({ length: n }, () => (last = likeness * last + random.normal()))
}

describe('an interrupted series', () => {
  const series = noise(40, 3).map((error, i) => 20 + 0.2 * i + (i >= 20 ? 5 : 0) + error)

  test('the step is the jump at the start, with a slope that changes from there', () => {
    const exact = Array.from({ length: 30 }, (_, i) => 10 + 0.5 * (i + 1) + (i >= 15 ? 3 + 2 * (i - 15) : 0))
    const { terms, testDefined } = valueOf(interruptedSeries(exact, 16))
    expect(terms.map((term) => term.estimate)).toEqual(
      [10, 0.5, 3, 2].map((value) => expect.closeTo(value, 9)),
    )
    expect(testDefined).toBe(false)
    expect(terms.every((term) => term.p === null && term.standardError === null)).toBe(true)
  })

  test('a further column in far too small a unit is refused, and accepted in another', () => {
    const columnOf = (unit: number) => [{ name: 'rain', values: series.map((_, i) => unit * ((i * 7) % 5)) }]
    expect(interruptedSeries(series, 21, { extra: columnOf(1e-154) })).toMatchObject({
      ok: false,
      refusal: { code: 'ill-conditioned', why: expect.stringContaining('another unit') },
    })
    expect(interruptedSeries(series, 21, { extra: columnOf(1e-90) }).ok).toBe(true)
  })

  test('without any lag Newey-West is the plain sandwich', () => {
    const { terms } = valueOf(interruptedSeries(series, 21, { lag: 0 }))
    // HC1 is the sandwich × n/(n−k).
    for (const term of terms) expect(term.neweyWestAdjusted).toBeCloseTo(term.hc1!, 12)
  })

  test('its intervals hold a step of nothing about 95 times in 100, however few the points', () => {
    const random = createRandom(41)
    let held = 0
    let oldHeld = 0
    for (let run = 0; run < 1000; run++) {
      const values = Array.from({ length: 20 }, () => random.normal())
      const { terms, degreesOfFreedom } = valueOf(interruptedSeries(values, 11, { slopeChange: false }))
      const { estimate, low, high, neweyWestAdjusted, intervalFreedom } = terms[2]!
      expect(intervalFreedom!).toBeLessThan(degreesOfFreedom)
      if (low! <= 0 && high! >= 0) held++
      if (Math.abs(estimate!) <= 2.11 * neweyWestAdjusted!) oldHeld++
    }
    expect(held / 1000).toBeGreaterThan(0.935)
    expect(held / 1000).toBeLessThan(0.975)
    // With the plain errors and n − k = 17 degrees of freedom (t = 2.11) far fewer would.
    expect(oldHeld / 1000).toBeLessThan(0.9)
  })

  test('likeness of neighbours too slight for one lag is seen over several', () => {
    const slight = noise(120, 21, 0.28)
    const { checks, likeness } = valueOf(interruptedSeries(slight, 61))
    expect(checks.autocorrelation!).toBeLessThan(0.3)
    expect(likeness!).toBeGreaterThan(1.2816)
    expect(codesOf(interruptedSeries(slight, 61))).toEqual(['autocorrelation'])
  })

  test('a step that starts with the series, or ends it, cannot be told apart', () => {
    expect(codesOf(interruptedSeries(series, 40))).toContain('term-dropped')
    const { terms } = valueOf(interruptedSeries(series, 40))
    expect(terms.find((term) => term.name === 'slope')!.estimate).toBeNull()
  })

  test('warnings show where they should and stay silent elsewhere', () => {
    expect(codesOf(interruptedSeries(series, 21))).toEqual([])
    expect(codesOf(interruptedSeries(series.slice(0, 23), 12))).toEqual(['too-few-points'])
    expect(codesOf(interruptedSeries(noise(60, 5, 0.9), 31))).toContain('autocorrelation')
    expect(
      codesOf(
        interruptedSeries(
          Array.from({ length: 30 }, () => 4),
          16,
        ),
      ),
    ).toEqual(['constant-series'])
    expect(codesOf(interruptedSeries([...series, null], 21))).toEqual(['missing-values'])
    const seasonal = series.map((value, i) => value + 6 * Math.sin((2 * Math.PI * i) / 12))
    expect(codesOf(interruptedSeries(seasonal, 21, { season: 12 }))).toContain('seasonality-unmodelled')
    const wave = (name: string, f: (angle: number) => number) => ({
      name,
      values: series.map((_, i) => f((2 * Math.PI * i) / 12)),
    })
    const modelled = interruptedSeries(seasonal, 21, {
      season: 12,
      extra: [wave('sin', Math.sin), wave('cos', Math.cos)],
    })
    expect(codesOf(modelled)).toEqual([])
  })

  test.each([0, 41, 2.5, NaN])('a start at %s is refused', (start) => {
    expect(interruptedSeries(series, start)).toMatchObject({
      ok: false,
      refusal: { code: 'not-enough-data' },
    })
  })

  test('the figures move and stretch with the data', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1000, max: 1000 }), fc.integer({ min: 1, max: 50 }), (shift, scale) => {
        const before = valueOf(interruptedSeries(series, 21)).terms
        const after = valueOf(
          interruptedSeries(
            series.map((value) => value * scale + shift),
            21,
          ),
        ).terms
        before.forEach((term, j) => {
          expect(after[j]!.estimate).toBeCloseTo(term.estimate! * scale + (j === 0 ? shift : 0), 7)
          expect(after[j]!.neweyWest).toBeCloseTo(term.neweyWest! * scale, 7)
          if (j > 0) expect(after[j]!.p).toBeCloseTo(term.p!, 9)
        })
      }),
      { numRuns: 30 },
    )
  })

  test('more noise never narrows the ordinary errors', () => {
    const errors = noise(40, 3)
    const widths = [0.5, 1, 2, 4].map(
      (size) =>
        valueOf(
          interruptedSeries(
            errors.map((error, i) => 0.2 * i + size * error),
            21,
          ),
        ).terms[2]!.ordinary!,
    )
    expect(widths).toEqual([...widths].sort((a, b) => a - b))
  })
})

describe('errors that remember', () => {
  const series = noise(60, 8, 0.6).map((error, i) => 5 + (i >= 30 ? 4 : 0) + error)

  test('rho is near the likeness in the data and the errors are wider than without it', () => {
    const ar = valueOf(autoregressiveSeries(series, 31, { slopeChange: false }))
    const plain = valueOf(interruptedSeries(series, 31, { slopeChange: false }))
    expect(ar.rho).toBeGreaterThan(0.3)
    expect(ar.rho).toBeLessThan(0.8)
    expect(ar.terms[2]!.standardError).toBeGreaterThan(plain.terms[2]!.ordinary!)
    expect(ar.likelihood.phi).toBeCloseTo(ar.rho, 1)
  })

  test('intervals rest on more likeness than Prais-Winsten finds, and on fewer degrees of freedom', () => {
    const { rho, restricted, degreesOfFreedom, terms } = valueOf(
      autoregressiveSeries(series, 31, { slopeChange: false }),
    )
    expect(restricted.phi).toBeGreaterThan(rho)
    expect(restricted.intervalFreedom).toBeCloseTo(
      (degreesOfFreedom * (1 - restricted.phi)) / (1 + restricted.phi),
      12,
    )
    const { estimate, high, standardError } = terms[2]!
    expect((high! - estimate!) / standardError!).toBeGreaterThan(2.1)
  })

  test('likeness that the model explains raises no warning', () => {
    expect(codesOf(autoregressiveSeries(series, 31, { slopeChange: false }))).toEqual([])
    expect(codesOf(interruptedSeries(series, 31, { slopeChange: false }))).toEqual(['autocorrelation'])
  })

  test('a series that follows the model exactly is refused, and so are more terms than points', () => {
    expect(autoregressiveSeries([1, 1, 1, 2, 2, 2], 4, { slopeChange: false })).toMatchObject({
      ok: false,
      warnings: [{ code: 'too-few-points' }, { code: 'constant-series' }],
    })
    expect(autoregressiveSeries([1, 2, 4], 2)).toMatchObject({
      ok: false,
      refusal: { code: 'not-enough-data' },
    })
  })
})

describe('interrupted counts', () => {
  const counts = Array.from({ length: 48 }, (_, i) => (i < 24 ? 100 + (i % 3) : 50 + (i % 3)))

  test('a step alone is the ratio of the two means', () => {
    const flat = valueOf(interruptedCounts([10, 12, 8, 5, 4, 6], 4, { spread: 'poisson' }))
    expect(flat.degreesOfFreedom).toBe(3)
    const noTrend = valueOf(interruptedCounts([...counts, ...counts.slice(24).reverse()], 25))
    expect(noTrend.rateRatio.low).toBeLessThan(noTrend.rateRatio.estimate)
    expect(noTrend.rateRatio.estimate).toBeGreaterThan(0.4)
    expect(noTrend.rateRatio.estimate).toBeLessThan(0.6)
  })

  test('doubling exposure and counts leaves the ratio alone', () => {
    const once = valueOf(interruptedCounts(counts, 25, { exposure: counts.map(() => 1000) }))
    const twice = valueOf(
      interruptedCounts(
        counts.map((count) => 2 * count),
        25,
        { exposure: counts.map(() => 2000) },
      ),
    )
    expect(twice.rateRatio.estimate).toBeCloseTo(once.rateRatio.estimate, 7)
  })

  test('quasi widens the errors by the root of the spread found', () => {
    const poisson = valueOf(interruptedCounts(counts, 25, { spread: 'poisson' }))
    const quasi = valueOf(interruptedCounts(counts, 25))
    expect(poisson.dispersion).toBe(1)
    expect(quasi.terms[1]!.standardError! / poisson.terms[1]!.standardError!).toBeCloseTo(
      Math.sqrt(quasi.dispersion),
      9,
    )
  })

  test('a side without events gives no ratio', () => {
    expect(interruptedCounts([3, 4, 5, 0, 0, 0], 4)).toMatchObject({
      ok: false,
      refusal: { code: 'ill-conditioned' },
      warnings: [{ code: 'too-few-points' }, { code: 'zero-cells' }],
    })
  })

  test('warnings show where they should and stay silent elsewhere', () => {
    const lively = noise(48, 4).map((error, i) => Math.max(0, Math.round((i < 24 ? 100 : 60) + 10 * error)))
    expect(codesOf(interruptedCounts(lively, 25))).toEqual([])
    expect(codesOf(interruptedCounts(lively, 25, { season: { cycle: 12, pairs: 1 } }))).toEqual([])
    expect(codesOf(interruptedCounts(lively, 25, { season: { cycle: 12, pairs: 0 } }))).toEqual([
      'seasonality-unmodelled',
    ])
    expect(codesOf(interruptedCounts(lively, 25, { season: { cycle: 52, pairs: 1 } }))).toContain(
      'seasonality-unmodelled',
    )
    expect(codesOf(interruptedCounts([...lively.slice(0, 47), null], 25))).toEqual(['missing-values'])
  })

  test('negative counts and exposures of nothing are refused', () => {
    expect(interruptedCounts([1, -2, 3, 4], 3)).toMatchObject({
      ok: false,
      refusal: { code: 'not-enough-data' },
    })
    expect(interruptedCounts([1, 2, 3, 4], 3, { exposure: [1, 1, 0, 1] })).toMatchObject({ ok: false })
  })
})

describe('regression to the mean', () => {
  test('a perfectly reliable reading does not fall, one without any falls all the way', () => {
    const population = { mean: 50, standardDeviation: 10, selectedAbove: 60 }
    const perfect = valueOf(expectedRegressionToMean({ ...population, reliability: 1 }))
    const none = valueOf(expectedRegressionToMean({ ...population, reliability: 0 }))
    expect(perfect.expectedDrop).toBe(0)
    expect(none.expectedAfter).toBe(50)
    expect(none.expectedBefore).toBe(perfect.expectedBefore)
  })

  test('far cuts keep their digits', () => {
    const at = (z: number): number =>
      valueOf(expectedRegressionToMean({ mean: 0, standardDeviation: 1, reliability: 0, selectedAbove: z }))
        .expectedBefore
    expect(at(29.999) - 29.999).toBeCloseTo(at(30.001) - 30.001, 5)
    expect(at(40)).toBeCloseTo(40.0249688, 7)
  })

  test('a spread of nothing is refused', () => {
    expect(
      expectedRegressionToMean({ mean: 0, standardDeviation: 0, reliability: 0.5, selectedAbove: 1 }),
    ).toMatchObject({ ok: false, refusal: { code: 'not-enough-data' } })
  })
})
