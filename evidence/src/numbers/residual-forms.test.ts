import { describe, expect, test } from 'vitest'
import { leastSquares } from './least-squares.ts'
import { fromRows } from './matrix.ts'
import { createRandom } from './random.ts'
import { likenessOfNeighbours, momentsOfForm, neweyWestCorrections } from './residual-forms.ts'

const rows = [1, 2, 3, 4, 5, 6, 7, 8].map((time) => [1, time, time > 5 ? 1 : 0])
const x = fromRows(rows)
const fit = leastSquares(x, [2, 1, 4, 3, 5, 9, 8, 11])

/** The projection onto what the columns leave over, written out. */
function leftOver(): number[][] {
  const bread = fit.inverseCross.values
  return rows.map((first, i) =>
    rows.map((second, j) => {
      let hat = 0
      for (let a = 0; a < 3; a++)
        for (let b = 0; b < 3; b++) hat += first[a]! * bread[a * 3 + b]! * second[b]!
      return (i === j ? 1 : 0) - hat
    }),
  )
}

function times(left: number[][], right: number[][]): number[][] {
  return left.map((row) =>
    right[0]!.map((_, j) => row.reduce((sum, value, m) => sum + value * right[m]![j]!, 0)),
  )
}

const traceOf = (matrix: number[][]) => matrix.reduce((sum, row, i) => sum + row[i]!, 0)

describe('a form in residuals', () => {
  test('has the moments of the matrices written out', () => {
    const weightAt = (i: number, j: number) => (i - j === 0 ? 2 : i - j === 1 ? 1 + j / 10 : 0.3)
    const full = rows.map((_, i) =>
      rows.map((__, j) => (Math.abs(i - j) > 2 ? 0 : weightAt(Math.max(i, j), Math.min(i, j)))),
    )
    const both = times(leftOver(), full)
    const { trace, traceOfSquare } = momentsOfForm(x, fit, 2, weightAt)
    expect(trace).toBeCloseTo(traceOf(both), 10)
    expect(traceOfSquare).toBeCloseTo(traceOf(times(both, both)), 10)
  })
})

describe('the Newey–West correction', () => {
  test('is n − k degrees of freedom for the mean of independent points without lags', () => {
    const plain = fromRows([1, 2, 3, 4, 5].map(() => [1]))
    const mean = leastSquares(plain, [1, 4, 2, 8, 3])
    const [correction] = neweyWestCorrections(plain, mean, 0)
    expect(correction!.factor).toBeCloseTo(5 / 4, 12)
    expect(correction!.degreesOfFreedom).toBeCloseTo(4, 12)
  })

  test('leaves fewer degrees of freedom the longer the lag', () => {
    const freedom = (lag: number) => neweyWestCorrections(x, fit, lag)[2]!.degreesOfFreedom
    expect(freedom(1)).toBeLessThan(freedom(0))
    expect(freedom(3)).toBeLessThan(freedom(1))
  })

  test('is not given for a coefficient that fits its only point exactly', () => {
    const single = fromRows([1, 2, 3, 4, 5, 6].map((time) => [1, time === 6 ? 1 : 0]))
    const exact = leastSquares(single, [1, 3, 2, 5, 4, 9])
    expect(neweyWestCorrections(single, exact, 0)[1]).not.toBeNull()
    const alone = fromRows([
      [1, 0],
      [0, 1],
    ])
    expect(neweyWestCorrections(alone, leastSquares(alone, [1, 2]), 0)).toEqual([null, null])
  })
})

describe('likeness of neighbours', () => {
  const design = fromRows(Array.from({ length: 60 }, (_, i) => [1, i + 1, i >= 30 ? 1 : 0]))

  test('is seldom far above 0 for independent errors and mostly is for errors that remember', () => {
    const random = createRandom(8)
    let alarms = 0
    let seen = 0
    for (let run = 0; run < 2000; run++) {
      const independent = Float64Array.from({ length: 60 }, () => random.normal())
      let before = random.normal()
      const alike = independent.map(() => (before = 0.3 * before + Math.sqrt(0.91) * random.normal()))
      if (likenessOfNeighbours(design, leastSquares(design, independent))! > 1.2816) alarms++
      if (likenessOfNeighbours(design, leastSquares(design, alike))! > 1.2816) seen++
    }
    expect(alarms / 2000).toBeGreaterThan(0.08)
    expect(alarms / 2000).toBeLessThan(0.12)
    expect(seen / 2000).toBeGreaterThan(0.6)
  })

  test('does not depend on unit or level', () => {
    const random = createRandom(9)
    const values = Float64Array.from({ length: 60 }, () => random.normal())
    const plain = likenessOfNeighbours(design, leastSquares(design, values))!
    const moved = leastSquares(
      design,
      values.map((value) => 1000 * value + 5),
    )
    expect(likenessOfNeighbours(design, moved)).toBeCloseTo(plain, 6)
  })

  test('is unknown without spread and for five points', () => {
    expect(likenessOfNeighbours(design, leastSquares(design, new Float64Array(60)))).toBeNull()
    const five = fromRows([1, 2, 3, 4, 5].map(() => [1]))
    expect(likenessOfNeighbours(five, leastSquares(five, [1, 2, 1, 3, 2]))).toBeNull()
  })
})
