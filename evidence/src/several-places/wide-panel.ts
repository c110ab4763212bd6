import { type Refused, refused } from '../finding.ts'
import { largestValue } from '../numbers/regression.ts'

/** One unit followed over the periods, oldest first. */
export interface UnitSeries {
  name: string
  values: ArrayLike<number | null>
}

/** Several units over the same periods, complete and usable; the treated one apart. */
export interface WidePanel {
  names: string[]
  /** One series per unit, in the order given. */
  series: Float64Array[]
  treated: number
  periods: number
  /** Names of units left out because a value was missing. */
  dropped: string[]
}

/**
 * Checks a panel: same length, finite numbers, the treated unit complete, at least `fewestOthers` other complete
 * units, `pre` periods before the start and at least one after. Other units with a missing value are left out.
 */
export function readPanel(
  units: readonly UnitSeries[],
  treatedName: string,
  pre: number,
  fewestOthers: number,
): WidePanel | Refused {
  const treatedUnit = units.find((unit) => unit.name === treatedName)
  if (treatedUnit === undefined) return refused('not-enough-data', `There is no unit called ${treatedName}.`)
  if (new Set(units.map((unit) => unit.name)).size < units.length)
    return refused('not-enough-data', 'Two units have the same name.')
  const periods = treatedUnit.values.length
  if (!(Number.isInteger(pre) && pre >= 1 && pre < periods))
    return refused('not-enough-data', 'There has to be at least one period before and one after the start.')
  const names: string[] = []
  const series: Float64Array[] = []
  const dropped: string[] = []
  const all = new Float64Array(units.length * periods)
  for (const unit of units) {
    if (unit.values.length !== periods)
      return refused('not-enough-data', `Unit ${unit.name} has another number of periods.`)
    const from = series.length * periods
    const values = all.subarray(from, from + periods)
    let missing = false
    for (let t = 0; t < periods; t++) {
      const value = unit.values[t] ?? NaN
      if (Math.abs(value) > largestValue)
        return refused('ill-conditioned', `Unit ${unit.name} holds an infinite or huge value.`)
      if (Number.isNaN(value)) missing = true
      values[t] = value
    }
    if (missing) {
      if (unit.name === treatedName) return refused('not-enough-data', 'The treated unit has missing values.')
      dropped.push(unit.name)
      continue
    }
    names.push(unit.name)
    series.push(values)
  }
  if (names.length - 1 < fewestOthers)
    return refused('not-enough-data', `At least ${fewestOthers} complete other units are needed.`)
  return { names, series, treated: names.indexOf(treatedName), periods, dropped }
}
