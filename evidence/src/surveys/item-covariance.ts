/** Sample covariances (n − 1) between items, each a list of the same respondents' answers; an item without spread has exactly 0. */
export function sampleCovariance(items: readonly (readonly number[])[]): number[][] {
  const size = items[0]!.length
  const centred = items.map((item) => {
    if (item.every((answer) => answer === item[0])) return item.map(() => 0)
    const mean = item.reduce((sum, answer) => sum + answer / size, 0)
    return item.map((answer) => answer - mean)
  })
  return centred.map((first) =>
    centred.map((second) => first.reduce((sum, value, i) => sum + value * second[i]!, 0) / (size - 1)),
  )
}
