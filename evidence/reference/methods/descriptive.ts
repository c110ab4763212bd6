import { describeSeries } from '../../src/numbers/describe-series.ts'
import { MalformedCase, resultOf, type Methods } from '../case.ts'

/** Series from the text `A then (B, C) x N`. */
function generated(text: string, length: number): number[] {
  const parts = /^\s*(\S+) then \(\s*(\S+)\s*,\s*(\S+)\s*\) x (\d+)\s*$/.exec(text)
  if (parts === null) throw new MalformedCase('generator has to read "A then (B, C) x N"')
  const [first, second, third, times] = parts.slice(1).map(Number) as [number, number, number, number]
  const series = [first]
  for (let i = 0; i < times; i++) series.push(second, third)
  if (series.length !== length)
    throw new MalformedCase(`the generator gives ${series.length} values, not ${length}`)
  return series
}

export const methods: Methods = {
  'mean-sd-acf1': (input) => {
    const series = input.has('generator')
      ? generated(input.text('generator'), input.number('n'))
      : input.numbers('y')
    return resultOf(describeSeries(series), (value) => ({
      mean: value.mean,
      sd: value.standardDeviation,
      acf1: value.autocorrelation,
    }))
  },
}
