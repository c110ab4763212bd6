import { describe, expect, test } from 'vitest'
import { linearRegression, polynomialRegression } from './regression.ts'

/** Rows of the NIST Statistical Reference Datasets (public domain), with their certified values. */
const filip = {
  y: [
    0.8116, 0.9072, 0.9052, 0.9039, 0.8053, 0.8377, 0.8667, 0.8809, 0.7975, 0.8162, 0.8515, 0.8766, 0.8885,
    0.8859, 0.8959, 0.8913, 0.8959, 0.8971, 0.9021, 0.909, 0.9139, 0.9199, 0.8692, 0.8872, 0.89, 0.891,
    0.8977, 0.9035, 0.9078, 0.7675, 0.7705, 0.7713, 0.7736, 0.7775, 0.7841, 0.7971, 0.8329, 0.8641, 0.8804,
    0.7668, 0.7633, 0.7678, 0.7697, 0.77, 0.7749, 0.7796, 0.7897, 0.8131, 0.8498, 0.8741, 0.8061, 0.846,
    0.8751, 0.8856, 0.8919, 0.8934, 0.894, 0.8957, 0.9047, 0.9129, 0.9209, 0.9219, 0.7739, 0.7681, 0.7665,
    0.7703, 0.7702, 0.7761, 0.7809, 0.7961, 0.8253, 0.8602, 0.8809, 0.8301, 0.8664, 0.8834, 0.8898, 0.8964,
    0.8963, 0.9074, 0.9119, 0.9228,
  ],
  x: [
    -6.860120914, -4.324130045, -4.358625055, -4.358426747, -6.955852379, -6.661145254, -6.355462942,
    -6.118102026, -7.115148017, -6.815308569, -6.519993057, -6.204119983, -5.853871964, -6.109523091,
    -5.79832982, -5.482672118, -5.171791386, -4.851705903, -4.517126416, -4.143573228, -3.709075441,
    -3.499489089, -6.300769497, -5.953504836, -5.642065153, -5.031376979, -4.680685696, -4.329846955,
    -3.928486195, -8.56735134, -8.363211311, -8.107682739, -7.823908741, -7.522878745, -7.218819279,
    -6.920818754, -6.628932138, -6.323946875, -5.991399828, -8.781464495, -8.663140179, -8.473531488,
    -8.247337057, -7.971428747, -7.676129393, -7.352812702, -7.072065318, -6.774174009, -6.478861916,
    -6.159517513, -6.835647144, -6.53165267, -6.224098421, -5.910094889, -5.598599459, -5.290645224,
    -4.974284616, -4.64454848, -4.290560426, -3.885055584, -3.408378962, -3.13200249, -8.726767166,
    -8.66695597, -8.511026475, -8.165388579, -7.886056648, -7.588043762, -7.283412422, -6.995678626,
    -6.691862621, -6.392544977, -6.067374056, -6.684029655, -6.378719832, -6.065855188, -5.752272167,
    -5.132414673, -4.811352704, -4.098269308, -3.66174277, -3.2644011,
  ],
  coefficients: [
    -1467.4896142298, -2772.17959193342, -2316.37108160893, -1127.97394098372, -354.478233703349,
    -75.1242017393757, -10.8753180355343, -1.06221498588947, -0.0670191154593408, -0.00246781078275479,
    -0.0000402962525080404,
  ],
  errors: [
    298.084530995537, 559.77986547495, 466.477572127796, 227.204274477751, 71.6478660875927, 15.28971787474,
    2.23691159816033, 0.221624321934227, 0.0142363763154724, 0.000535617408889821, 0.00000896632837373868,
  ],
}
const zeroToTwenty = Array.from({ length: 21 }, (_, i) => i)
const power = (scale: number) =>
  zeroToTwenty.map((x) => [0, 1, 2, 3, 4, 5].reduce((sum, k) => sum + (x * scale) ** k, 0))
const wampler3 = [
  760, -2042, 2111, -1684, 3888, 1858, 11379, 17560, 39287, 64382, 113159, 175108, 273291, 400186, 581243,
  811568, 1121004, 1506550, 2002767, 2611612, 3369180,
]
const wampler4 = [
  75901, -204794, 204863, -204436, 253665, -200894, 214131, -185192, 221249, -138370, 315911, -27644, 455253,
  197434, 783995, 608816, 1370781, 1303798, 2205519, 2408860, 3444321,
]

function digits(got: number | null | undefined, certified: number): number {
  return -Math.log10(Math.max(1e-16, Math.abs(got! - certified) / Math.abs(certified)))
}

describe('certified values of NIST', () => {
  test('Filip, a polynomial of degree 10, to nine digits', () => {
    const fit = polynomialRegression(filip.x, filip.y, 10)
    if (!fit.ok) throw new Error(fit.refusal.why)
    fit.value.terms.forEach((term, k) => {
      expect(digits(term.estimate, filip.coefficients[k]!)).toBeGreaterThan(9)
      expect(digits(term.standardError, filip.errors[k]!)).toBeGreaterThan(9)
    })
    expect(digits(fit.value.residualSumOfSquares, 0.000795851382172941)).toBeGreaterThan(9)
    expect(digits(fit.value.rSquared, 0.99672741618562)).toBeGreaterThan(9)
  })

  test('Wampler 1 and 2, which the polynomial fits exactly', () => {
    const first = polynomialRegression(zeroToTwenty, power(1), 5)
    const second = polynomialRegression(
      zeroToTwenty,
      power(0.1).map((value) => Math.round(value * 1e5) / 1e5),
      5,
    )
    if (!first.ok || !second.ok) throw new Error('refused')
    first.value.terms.forEach((term) => expect(digits(term.estimate, 1)).toBeGreaterThan(12))
    second.value.terms.forEach((term, k) => expect(digits(term.estimate, 0.1 ** k)).toBeGreaterThan(9))
    expect(first.value.residualSumOfSquares).toBeLessThan(1e-12)
  })

  test('Wampler 3 and 4, with noise of two and of two hundred thousand', () => {
    for (const [y, rss, error] of [
      [wampler3, 83554268, 2152.3262467817],
      [wampler4, 835542680000, 215232.62467817],
    ] as const) {
      const fit = polynomialRegression(zeroToTwenty, y, 5)
      if (!fit.ok) throw new Error(fit.refusal.why)
      fit.value.terms.forEach((term) => expect(digits(term.estimate, 1)).toBeGreaterThan(8))
      expect(digits(fit.value.residualSumOfSquares, rss)).toBeGreaterThan(12)
      expect(digits(fit.value.terms[0]!.standardError, error)).toBeGreaterThan(12)
    }
  })
})

describe('columns that other columns determine', () => {
  const week = [1, 2, 3, 4, 5, 6]
  const y = [2, 4, 5, 4, 7, 9]

  test('are dropped and named, and the fit is the one without them', () => {
    const plain = linearRegression([{ name: 'week', values: week }], y)
    const doubled = linearRegression(
      [
        { name: 'week', values: week },
        { name: 'fortnight', values: week.map((value) => value / 2) },
      ],
      y,
    )
    if (!plain.ok || !doubled.ok) throw new Error('refused')
    expect(plain.warnings).toEqual([])
    expect(doubled.warnings).toEqual([{ code: 'term-dropped', detail: 'fortnight' }])
    expect(doubled.value.terms[2]).toMatchObject({ estimate: null, standardError: null, p: null })
    expect(doubled.value.rank).toBe(2)
    doubled.value.fitted.forEach((value, i) => expect(value).toBeCloseTo(plain.value.fitted[i]!, 12))
  })

  test('large tables give the same answer as small ones', () => {
    const rows = 2000
    const wave = Array.from({ length: rows }, (_, i) => Math.sin(i))
    const trend = Array.from({ length: rows }, (_, i) => i / rows)
    const other = Array.from({ length: rows }, (_, i) => Math.cos(i * i))
    const columns = [wave, trend, other].map((values, j) => ({ name: String(j), values }))
    const target = wave.map((value, i) => 3 + value - 2 * trend[i]! + 0.5 * other[i]!)
    const fit = linearRegression(
      [
        ...columns,
        { name: 'again', values: trend.map((value) => value * 3) },
        ...columns.map((column) => ({ ...column, name: 'copy' })),
      ],
      target,
    )
    if (!fit.ok) throw new Error(fit.refusal.why)
    expect(fit.value.terms.slice(0, 4).map((term) => term.estimate)).toEqual(
      [3, 1, -2, 0.5].map((value) => expect.closeTo(value, 10)),
    )
    expect(fit.warnings).toHaveLength(4)
  })
})

describe('refusals', () => {
  test.each([
    ['no rows', [], []],
    ['a missing value', [1, 2, NaN], [1, 2, 3]],
    ['an infinite value', [1, 2, Infinity], [1, 2, 3]],
    ['lists of different length', [1, 2], [1, 2, 3]],
  ])('%s', (_, x, y) => {
    expect(linearRegression([{ name: 'x', values: x }], y)).toMatchObject({
      ok: false,
      refusal: { code: 'not-enough-data' },
    })
  })

  test('too few different values for a polynomial', () => {
    expect(polynomialRegression([1, 1, 2, 2], [1, 2, 3, 4], 3)).toMatchObject({
      ok: false,
      refusal: { code: 'ill-conditioned' },
    })
  })

  test('as many terms as rows leave nothing to estimate errors from', () => {
    const fit = linearRegression([{ name: 'x', values: [1, 2] }], [3, 5])
    expect(fit).toMatchObject({ ok: true, warnings: [{ code: 'too-few-points' }] })
    if (fit.ok) expect(fit.value.terms[1]).toMatchObject({ standardError: null, p: null })
  })
})
