import { type Finding, found, type Warning, warning } from '../finding.ts'
import { readPanel, type UnitSeries } from './wide-panel.ts'

/** The change of one treated unit set against the change every other unit would have shown in its place. */
export interface PlaceboChanges {
  /** Change of the treated unit beyond the mean of the others, in units of the outcome. */
  estimate: number
  /** Share of units, the treated one included, whose own figure is at least as large either way. */
  p: number
  /** The figure of every unit in turn. */
  units: { name: string; estimate: number }[]
}

const tieTolerance = 1e-9

/**
 * Did one treated unit change more than all others, and would the others have shown as much by chance?
 *
 * `pre` is the number of periods before the start. Units with missing values are left out (`unbalanced-panel`);
 * `min-p-above-alpha` when even the largest change could not fall below `alpha` (.05). Refuses `not-enough-data`
 * without the treated unit, another unit or a period on both sides, `ill-conditioned` for infinite or huge
 * values.
 * Source: in-space placebos of Abadie, Diamond and Hainmueller 2010 applied to differences in differences.
 *
 * @example
 * placeboChanges([
 *   { name: 'a', values: [1, 1, 5] }, { name: 'b', values: [2, 2, 2] }, { name: 'c', values: [3, 3, 4] },
 * ], 'a', 2).value.estimate // => 3.5
 */
export function placeboChanges(
  units: readonly UnitSeries[],
  treated: string,
  pre: number,
  options: { alpha?: number } = {},
): Finding<PlaceboChanges> {
  const panel = readPanel(units, treated, pre, 1)
  if ('ok' in panel) return panel
  const changes = panel.series.map((series) => meanOf(series, pre, panel.periods) - meanOf(series, 0, pre))
  const count = changes.length
  const total = changes.reduce((sum, change) => sum + change, 0)
  const figures = changes.map((change) => change - (total - change) / (count - 1))
  const estimate = figures[panel.treated]!
  const slack = tieTolerance * Math.max(...figures.map(Math.abs))
  const asLarge = figures.filter((figure) => Math.abs(figure) >= Math.abs(estimate) - slack).length
  const warnings: Warning[] = []
  if (panel.dropped.length > 0) warnings.push(warning('unbalanced-panel', panel.dropped.join(', ')))
  if (1 / count > (options.alpha ?? 0.05)) warnings.push(warning('min-p-above-alpha', `1 of ${count} units`))
  return found(
    {
      estimate,
      p: asLarge / count,
      units: figures.map((figure, i) => ({ name: panel.names[i]!, estimate: figure })),
    },
    warnings,
  )
}

function meanOf(series: Float64Array, from: number, to: number): number {
  let sum = 0
  for (let i = from; i < to; i++) sum += series[i]!
  return sum / (to - from)
}
