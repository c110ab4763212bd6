import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRandom } from '../numbers/random.ts'
import { poolStudies } from './meta-analysis.ts'
import { regressStudies, smallStudyAsymmetry } from './meta-regression.ts'
import { poolWithoutEach, shrunkenEffects } from './study-by-study.ts'
import type { Finding } from '../finding.ts'

/** BCG vaccine trials: log risk ratios, sampling variances, absolute latitude (Colditz et al. 1994). */
const bcg = {
  effects: [
    -0.889311333920205, -1.58538865720143, -1.34807314829969, -1.44155119002131, -0.217547322211296,
    -0.786115585818864, -1.62089822359839, 0.0119523335238405, -0.469417648738149, -1.37134480347278,
    -0.339358828338391, 0.445913400571379, -0.0173139482168798,
  ],
  variances: [
    0.325584765003961, 0.194581121398144, 0.415367965367965, 0.0200100319022476, 0.0512101721696309,
    0.00690561845590876, 0.223017247572315, 0.00396157929781773, 0.056434210463249, 0.0730247936130289,
    0.0124122139715597, 0.532505845200153, 0.0714046596839863,
  ],
  latitude: [44, 55, 42, 52, 13, 44, 19, 13, 27, 42, 18, 33, 33],
}

function valueOf<T>(finding: Finding<T>): T {
  if (!finding.ok) throw new Error(finding.refusal.why)
  return finding.value
}

const codesOf = (finding: Finding<unknown>): string[] => finding.warnings.map(({ code }) => code)

const studies = fc.array(
  fc.tuple(fc.double({ min: -50, max: 50, noNaN: true }), fc.double({ min: 0.01, max: 50, noNaN: true })),
  { minLength: 2, maxLength: 12 },
)

describe('pooling what several places found', () => {
  it('gives the published figures of the BCG trials by maximum likelihood', () => {
    const pooled = valueOf(poolStudies(bcg.effects, bcg.variances, 'ML'))
    expect(pooled.betweenVariance.value).toBeCloseTo(0.2800281, 5)
    expect(pooled.betweenVariance.standardError).toBeCloseTo(0.144252, 5)
    expect(pooled.effect).toBeCloseTo(-0.7111991, 5)
    expect(pooled.heterogeneity?.iSquared).toBeCloseTo(91.37828, 4)
  })

  it('solves the Q-profile limits to full accuracy', () => {
    const { low, high } = valueOf(poolStudies(bcg.effects, bcg.variances)).betweenVariance
    expect(low).toBeCloseTo(0.1197184, 6)
    expect(high).toBeCloseTo(1.1114791, 6)
  })

  it('gives a single study back with a warning and predicts nothing', () => {
    const finding = poolStudies([2], [0.25])
    expect(codesOf(finding)).toEqual(['single-study'])
    const pooled = valueOf(finding)
    expect(pooled.effect).toBe(2)
    expect(pooled.shown.standardError).toBe(0.5)
    expect(pooled.prediction.higgins).toBeNull()
  })

  it('predicts the next place with the uncertainty of the between-variance counted in', () => {
    const random = createRandom(12)
    let held = 0
    let conventional = 0
    for (let run = 0; run < 400; run++) {
      const variances = Array.from({ length: 10 }, () => 0.5 + random.next())
      const effects = variances.map((variance) => random.normal() + Math.sqrt(variance) * random.normal())
      const next = random.normal()
      const { shown, higgins } = valueOf(poolStudies(effects, variances)).prediction
      if (shown!.low <= next && next <= shown!.high) held++
      if (higgins!.low <= next && next <= higgins!.high) conventional++
    }
    expect(held / 400).toBeGreaterThan(0.925)
    expect(conventional / 400).toBeLessThan(0.92)
  })

  it('predicts the mirror image of mirrored effects, and nothing from two studies', () => {
    const plain = valueOf(poolStudies(bcg.effects, bcg.variances)).prediction.shown!
    const mirrored = bcg.effects.map((effect) => -effect)
    const turned = valueOf(poolStudies(mirrored, bcg.variances)).prediction.shown!
    expect(turned.low).toBeCloseTo(-plain.high, 10)
    expect(turned.high).toBeCloseTo(-plain.low, 10)
    expect(valueOf(poolStudies([1, 2], [1, 1])).prediction.shown).toBeNull()
  })

  it('shows the wider range when nearly equal effects make Hartung and Knapp too sure', () => {
    const finding = poolStudies([1, 1.1, 0.9, 1, 1.05], [1, 1, 1, 1, 1])
    expect(codesOf(finding)).toEqual(['hk-floor-used', 'between-variance-zero'])
    const pooled = valueOf(finding)
    expect(pooled.shown.standardError).toBe(pooled.wald.standardError)
  })

  it('stays silent on thirteen trials that differ and names a study that carries the rest', () => {
    expect(codesOf(poolStudies(bcg.effects, bcg.variances))).toEqual([])
    expect(codesOf(poolStudies([1, 9, 1.2, 30, 5], [0.001, 90, 80, 900, 95]))).toContain('dominant-study')
  })

  it.each([
    ['no study', [], []],
    ['a negative variance', [1, 2], [1, -1]],
    ['a variance of zero', [1, 2], [1, 0]],
    ['an infinite effect', [1, Infinity], [1, 1]],
    ['lists of uneven length', [1, 2], [1]],
  ])('refuses %s', (_what, effects, variances) => {
    expect(poolStudies(effects, variances).ok).toBe(false)
  })

  it('leaves a study without a variance out and says so', () => {
    const finding = poolStudies([...bcg.effects, 1], [...bcg.variances, null])
    expect(codesOf(finding)).toEqual(['missing-values'])
    expect(valueOf(finding).studies).toBe(13)
  })

  it('moves with a shift, stretches with a scale and turns with a sign', () => {
    fc.assert(
      fc.property(studies, fc.double({ min: -20, max: 20, noNaN: true }), (list, shift) => {
        const effects = list.map(([effect]) => effect)
        const variances = list.map(([, variance]) => variance)
        const plain = valueOf(poolStudies(effects, variances))
        const moved = valueOf(
          poolStudies(
            effects.map((effect) => 3 * effect + shift),
            variances.map((v) => 9 * v),
          ),
        )
        const turned = valueOf(
          poolStudies(
            effects.map((effect) => -effect),
            variances,
          ),
        )
        expect(moved.effect).toBeCloseTo(3 * plain.effect + shift, 4)
        expect(turned.effect).toBeCloseTo(-plain.effect, 8)
        expect(turned.shown.high).toBeCloseTo(-plain.shown.low, 6)
      }),
    )
  })

  it('never narrows the fixed-effect range when the studies get noisier', () => {
    fc.assert(
      fc.property(studies, fc.double({ min: 1, max: 10, noNaN: true }), (list, noise) => {
        const effects = list.map(() => 1)
        const quiet = valueOf(
          poolStudies(
            effects,
            list.map(([, v]) => v),
          ),
        )
        const noisy = valueOf(
          poolStudies(
            effects,
            list.map(([, v]) => v * noise),
          ),
        )
        expect(noisy.shown.standardError).toBeGreaterThanOrEqual(quiet.shown.standardError * (1 - 1e-12))
      }),
    )
  })
})

describe('study by study', () => {
  it('gives the published regression of the BCG trials on latitude', () => {
    const fit = valueOf(regressStudies(bcg.effects, bcg.variances, bcg.latitude))
    expect(fit.intercept).toBeCloseTo(0.25146821, 7)
    expect(fit.slope).toBeCloseTo(-0.02910173, 7)
    expect(fit.slopeStandardError).toBeCloseTo(0.00719533, 7)
    expect(fit.betweenVariance).toBeCloseTo(0.07634796, 7)
    expect(fit.waldChiSquare).toBeCloseTo(16.3582321, 5)
    expect(fit.rSquared).toBeCloseTo(75.6266218, 4)
  })

  it('keeps the slope when the moderator is a year', () => {
    const years = bcg.latitude.map((latitude) => 2000 + latitude)
    expect(valueOf(regressStudies(bcg.effects, bcg.variances, years)).slope).toBeCloseTo(-0.02910173, 7)
  })

  it('refuses a moderator without spread', () => {
    const finding = regressStudies([1, 2, 3], [1, 1, 1], [4, 4, 4])
    expect(finding.ok ? null : finding.refusal.code).toBe('ill-conditioned')
    expect(codesOf(finding)).toContain('term-dropped')
  })

  it('finds no asymmetry in the BCG trials', () => {
    const test = valueOf(smallStudyAsymmetry(bcg.effects, bcg.variances))
    expect(test.z).toBeCloseTo(-0.80333, 4)
    expect(test.p).toBeCloseTo(0.42178, 4)
  })

  it('pulls small trials towards the pooled effect more than large ones', () => {
    const shrunken = valueOf(shrunkenEffects(bcg.effects, bcg.variances))
    expect(shrunken[0]!.effect).toBeCloseTo(-0.8002336, 5)
    expect(shrunken[0]!.standardError).toBeCloseTo(0.4099305, 5)
    expect(shrunken[7]!.effect).toBeCloseTo(0.0028792, 5)
  })

  it('pools again without each trial', () => {
    const without = valueOf(poolWithoutEach(bcg.effects, bcg.variances))
    expect(without[3]!.effect).toBeCloseTo(-0.6284094, 5)
    expect(without[3]!.betweenVariance).toBeCloseTo(0.2627581, 5)
    expect(poolWithoutEach([1, 2], [1, 1]).ok).toBe(false)
  })
})
