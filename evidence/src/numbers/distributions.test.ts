import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as d from './distributions.ts'
import { betaLower, gammaLower, gammaUpperTail } from './incomplete-integrals.ts'

function relative(got: number, expected: number): number {
  return Math.abs(got - expected) / Math.abs(expected)
}

describe('tails agree with their closed forms', () => {
  test('Student t with one and two degrees of freedom', () => {
    for (const t of [0.1, 1, 3, 50, 1e4]) {
      expect(relative(d.studentTUpper(t, 1), Math.atan(1 / t) / Math.PI)).toBeLessThan(1e-12)
      const root = Math.sqrt(2 + t * t)
      expect(relative(d.studentTUpper(t, 2), 1 / (root * (root + t)))).toBeLessThan(1e-12)
    }
  })

  test('chi-square with two and F with two numerator degrees of freedom', () => {
    for (const x of [0.01, 1, 20, 300])
      expect(relative(d.chiSquareUpper(x, 2), Math.exp(-x / 2))).toBeLessThan(1e-12)
    for (const x of [0.5, 4, 100])
      expect(relative(d.fUpper(x, 2, 9), (1 + (2 * x) / 9) ** -4.5)).toBeLessThan(1e-12)
  })

  test('the normal tail far out', () => {
    // Values of the complementary error function to 15 digits.
    expect(relative(d.normalUpper(6), 9.865876450376981e-10)).toBeLessThan(1e-13)
    expect(relative(d.normalUpper(20), 2.753624118606234e-89)).toBeLessThan(1e-12)
    expect(d.normalCdf(-1.959963984540054)).toBeCloseTo(0.025, 15)
  })

  test('binomial and Poisson by adding up', () => {
    let binomial = 0
    let poisson = 0
    for (let k = 0; k <= 12; k++) {
      binomial += d.binomialPmf(k, 30, 0.3)
      poisson += d.poissonPmf(k, 9.5)
      expect(d.binomialCdf(k, 30, 0.3)).toBeCloseTo(binomial, 13)
      expect(d.poissonCdf(k, 9.5)).toBeCloseTo(poisson, 13)
    }
    expect(d.binomialUpper(12, 30, 0.3)).toBeCloseTo(1 - binomial, 13)
  })

  test('a hypergeometric draw of four from four and four', () => {
    expect([0, 1, 2, 3, 4].map((k) => d.hypergeometricPmf(k, 4, 4, 4) * 70)).toEqual(
      [1, 16, 36, 16, 1].map((ways) => expect.closeTo(ways, 10)),
    )
  })

  test('large shapes pass from the fraction to the expansion without a step', () => {
    // I_x(a, b) − I_x(a+1, b) = x^a (1−x)^b / (a B(a, b)), once within the expansion and once across its border.
    for (const a of [1.1e6, 1e6]) {
      for (const x of [0.3541, 0.35484, 0.3552]) {
        const b = (a * 20) / 11
        const fall = betaLower(x, 1 - x, a, b) - betaLower(x, 1 - x, a + 1, b)
        const density = (d.betaPdf(x, a, b) * x * (1 - x)) / a
        expect(Math.abs(fall - density)).toBeLessThan(1e-10)
      }
    }
    expect(gammaLower(2e6, 2.001e6) + gammaUpperTail(2e6, 2.001e6)).toBeCloseTo(1, 12)
    expect(relative(gammaUpperTail(2e6, 2.01e6), 8.351979541e-13)).toBeLessThan(1e-8)
  })
})

describe('quantiles give back their probability', () => {
  const probability = fc.double({ min: 1e-8, max: 1 - 1e-8, noNaN: true })
  const shape = fc.double({ min: 0.05, max: 400, noNaN: true })

  test('normal, t, chi-square, F, beta and gamma', () => {
    fc.assert(
      fc.property(probability, shape, shape, (p, a, b) => {
        expect(relative(d.normalCdf(d.normalQuantile(p)), p)).toBeLessThan(1e-10)
        expect(relative(d.studentTCdf(d.studentTQuantile(p, a), a), p)).toBeLessThan(1e-8)
        const chi = d.chiSquareQuantile(p, a)
        if (chi > 1e-290) expect(Math.abs(d.chiSquareCdf(chi, a) - p)).toBeLessThan(1e-9)
        const beta = d.betaQuantile(p, a, b)
        // A quantile so near an end that its distance is lost cannot give the area back.
        if (beta > 1e-290 && beta < 1 - 1e-9) expect(Math.abs(d.betaCdf(beta, a, b) - p)).toBeLessThan(1e-6)
        const f = d.fQuantile(p, a, b)
        if (f > 1e-290 && f < 1e290) expect(Math.abs(d.fCdf(f, a, b) - p)).toBeLessThan(1e-9)
      }),
      { numRuns: 150 },
    )
  })

  test('discrete quantiles are the first value that reaches the probability', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), probability, probability, (n, share, p) => {
        const k = d.binomialQuantile(p, n, share)
        expect(d.binomialCdf(k, n, share)).toBeGreaterThanOrEqual(p * (1 - 1e-12))
        if (k > 0) expect(d.binomialCdf(k - 1, n, share)).toBeLessThan(p * (1 + 1e-12))
      }),
    )
  })
})

describe('the noncentral t', () => {
  test('is the central t without noncentrality', () => {
    for (const df of [1, 3, 10, 200])
      for (const t of [-2, 0.5, 4])
        expect(d.noncentralTUpper(t, df, 0)).toBeCloseTo(d.studentTUpper(t, df), 11)
  })

  test('at zero is the normal tail of the noncentrality', () => {
    for (const ncp of [-3, 0.2, 5]) expect(d.noncentralTCdf(0, 7, ncp)).toBeCloseTo(d.normalCdf(-ncp), 13)
  })

  test('grows with the noncentrality', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -5, max: 5, noNaN: true }),
        fc.integer({ min: 1, max: 80 }),
        fc.double({ min: -4, max: 4, noNaN: true }),
        (t, df, ncp) => {
          expect(d.noncentralTUpper(t, df, ncp + 0.5)).toBeGreaterThanOrEqual(
            d.noncentralTUpper(t, df, ncp) - 1e-12,
          )
        },
      ),
      { numRuns: 60 },
    )
  })
})
