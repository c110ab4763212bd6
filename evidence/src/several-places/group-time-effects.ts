import { type Finding, found, refused, type Warning, warning } from '../finding.ts'
import { normalQuantile } from '../numbers/distributions.ts'
import { leastSquares } from '../numbers/least-squares.ts'
import { fromColumns } from '../numbers/matrix.ts'
import { mean, variance } from '../numbers/summaries.ts'
import {
  demeaned,
  type LongPanel,
  type PanelObservation,
  type PanelUnit,
  readLongPanel,
  withinRows,
} from './long-panel.ts'

/** Effect on one group (by first treated period) in one period, in units of the outcome. */
export interface GroupTimeEffect {
  group: number
  period: number
  estimate: number
  /** null with fewer than two units on a side. */
  standardError: number | null
  low: number | null
  high: number | null
}

/** Effects where places started at different times. */
export interface GroupTimeEffects {
  /** By group, then period, the first period left out; periods before the start should be about 0. */
  cells: GroupTimeEffect[]
  /** Mean over treated cells, weighted by group size; null when there is none. */
  overall: number | null
  /** Mean by periods since the start (0, 1, 2, ...), weighted by group size. */
  bySince: { since: number; estimate: number }[]
  /** What two-way fixed effects would have said; for contrast only, null when not identified. */
  twoWayFixedEffects: number | null
}

/**
 * What did it do when places started at different times? Group-time effects against units never treated, no
 * covariates.
 *
 * Each effect compares a group's change since its base with that of the never treated: the base is the period
 * before the start for periods from the start on, the period before for earlier ones. Groups treated from the
 * first period on have no base and are left out. Warns `staggered-starts` with several groups, `unbalanced-panel`
 * when units lack a period (left out where it matters), `missing-values`, `few-clusters` when a group or the
 * never treated have 10 units or fewer. Refuses `not-enough-data` without never-treated units or without a group
 * that has a period before its start.
 * Source: Callaway and Sant'Anna 2021.
 *
 * @example
 * groupTimeEffects([1, 2, 3, 4].flatMap((unit) => [1, 2, 3].map((period) => (
 *   { unit, period, y: unit + period + (unit > 2 && period === 3 ? 4 : 0), firstTreated: unit > 2 ? 3 : null }
 * )))).value.overall // => 4
 */
export function groupTimeEffects(observations: readonly PanelObservation[]): Finding<GroupTimeEffects> {
  const panel = readLongPanel(observations)
  if ('ok' in panel) return panel
  const never = panel.units.filter((unit) => unit.firstTreated === null)
  const groups = [...new Set(panel.units.map((unit) => unit.firstTreated))]
    .filter((first): first is number => first !== null)
    .sort((a, b) => a - b)
  if (never.length === 0)
    return refused('not-enough-data', 'Units that are never treated are needed for comparison.')
  const usable = groups.filter((first) => panel.periods.some((period) => period < first))
  if (usable.length === 0 || panel.periods.length < 2)
    return refused('not-enough-data', 'A group with a period before its start is needed.')
  const sizes = new Map(
    usable.map((first) => [first, panel.units.filter((unit) => unit.firstTreated === first)]),
  )
  const warnings = warningsOf(
    panel,
    usable.length < groups.length ? groups.length - usable.length : 0,
    groups.length,
  )
  const smallest = Math.min(never.length, ...[...sizes.values()].map((units) => units.length))
  if (smallest <= 10) warnings.push(warning('few-clusters', `${smallest} units in the smallest group`))
  const cells: GroupTimeEffect[] = []
  for (const [group, units] of sizes) {
    for (let p = 1; p < panel.periods.length; p++) {
      const cell = cellOf(panel.periods, p, group, units, never)
      if (cell !== null) cells.push(cell)
    }
  }
  if (cells.length === 0) return refused('not-enough-data', 'No group and period can be compared.', warnings)
  const weight = (cell: GroupTimeEffect): number => sizes.get(cell.group)!.length
  const treated = cells.filter((cell) => cell.period >= cell.group)
  const sinceOf = (cell: GroupTimeEffect): number =>
    panel.periods.indexOf(cell.period) - panel.periods.findIndex((period) => period >= cell.group)
  const since = [...new Set(treated.map(sinceOf))].sort((a, b) => a - b)
  return found(
    {
      cells,
      overall: weightedMean(treated, weight),
      bySince: since.map((steps) => ({
        since: steps,
        estimate: weightedMean(
          treated.filter((cell) => sinceOf(cell) === steps),
          weight,
        )!,
      })),
      twoWayFixedEffects: twoWay(panel),
    },
    warnings,
  )
}

function warningsOf(panel: LongPanel, withoutBase: number, groups: number): Warning[] {
  const warnings: Warning[] = []
  if (groups > 1) warnings.push(warning('staggered-starts', `${groups} start times`))
  if (panel.incomplete > 0)
    warnings.push(warning('unbalanced-panel', `${panel.incomplete} units lack a period`))
  if (withoutBase > 0)
    warnings.push(warning('pre-trend', `${withoutBase} groups have no period before their start`))
  if (panel.missing > 0) warnings.push(warning('missing-values', `${panel.missing} rows`))
  return warnings
}

/** The effect on one group in one period; null when no unit on a side has both periods. */
function cellOf(
  periods: readonly number[],
  p: number,
  group: number,
  units: readonly PanelUnit[],
  never: readonly PanelUnit[],
): GroupTimeEffect | null {
  const period = periods[p]!
  const lastBefore = periods.findLastIndex((own) => own < group)
  const base = period >= group ? periods[lastBefore]! : periods[p - 1]!
  const changes = changesBetween(units, base, period)
  const others = changesBetween(never, base, period)
  if (changes.length === 0 || others.length === 0) return null
  const estimate = mean(changes) - mean(others)
  if (changes.length < 2 || others.length < 2)
    return { group, period, estimate, standardError: null, low: null, high: null }
  const standardError = Math.sqrt(variance(changes) / changes.length + variance(others) / others.length)
  const margin = normalQuantile(0.975) * standardError
  return { group, period, estimate, standardError, low: estimate - margin, high: estimate + margin }
}

function changesBetween(units: readonly PanelUnit[], base: number, period: number): number[] {
  const changes: number[] = []
  for (const { outcomes } of units) {
    const before = outcomes.get(base)
    const after = outcomes.get(period)
    if (before !== undefined && after !== undefined) changes.push(after - before)
  }
  return changes
}

function weightedMean(
  cells: readonly GroupTimeEffect[],
  weight: (cell: GroupTimeEffect) => number,
): number | null {
  let above = 0
  let below = 0
  for (const cell of cells) {
    above += weight(cell) * cell.estimate
    below += weight(cell)
  }
  return below > 0 ? above / below : null
}

/** Coefficient of "treated now" with unit and period effects. */
function twoWay(panel: LongPanel): number | null {
  const rows = withinRows(panel)
  const dummies = panel.periods
    .slice(1)
    .map((_, p) => Float64Array.from(rows.period, (own) => (own === p + 1 ? 1 : 0)))
  const now = Float64Array.from(rows.period, (own, i) => {
    const { firstTreated } = panel.units[rows.unit[i]!]!
    return firstTreated !== null && panel.periods[own]! >= firstTreated ? 1 : 0
  })
  const columns = [...dummies, now].map((column) => demeaned(column, rows))
  const fit = leastSquares(fromColumns(columns), demeaned(rows.y, rows))
  const place = fit.kept.indexOf(columns.length - 1)
  return place < 0 ? null : fit.coefficients[place]!
}
