import { type Finding, found, refused, type Warning, warning } from '../finding.ts'
import { fUpper } from '../numbers/distributions.ts'
import { leastSquares } from '../numbers/least-squares.ts'
import { fromColumns } from '../numbers/matrix.ts'
import { type RegressionTerm, roundingFloor, termWith } from '../numbers/regression.ts'
import { demeaned, type PanelObservation, readLongPanel, withinRows } from './long-panel.ts'

/** Effects period by period around the start, in units of the outcome. */
export interface EventStudy {
  /** Periods before the start, the one just before it left out: differences that should be about 0. */
  leads: (RegressionTerm & { period: number })[]
  /** Periods from the start on. */
  effects: (RegressionTerm & { period: number })[]
  /** Joint test that all leads are 0; null when there is no lead or no spread. */
  leadTest: { f: number; p: number } | null
  degreesOfFreedom: number
}

/** Fewest periods before the start in which a different trend could be seen. */
const fewestPre = 4

/**
 * When did one cohort begin to differ from units never treated, and did it differ before? Leads and lags with
 * unit and period effects.
 *
 * All treated units share one first period. Missing outcomes are dropped (`missing-values`). Warns `pre-trend`
 * when the leads are jointly different from 0 (p < .05) or fewer than 4 periods precede the start,
 * `unbalanced-panel`, `term-dropped`. Refuses `not-enough-data` without treated and never-treated units, with
 * several cohorts (use `groupTimeEffects`) or without a period before the start.
 * Source: two-way fixed effects least squares; checked against R lm.
 *
 * @example
 * eventStudy([1, 2].flatMap((unit) => [1, 2, 3].map((period) => (
 *   { unit, period, y: unit * 10 + period + (unit === 2 && period === 3 ? 5 : 0), firstTreated: unit === 2 ? 3 : null }
 * )))).value.effects[0].estimate // => 5
 */
export function eventStudy(observations: readonly PanelObservation[]): Finding<EventStudy> {
  const panel = readLongPanel(observations)
  if ('ok' in panel) return panel
  const cohorts = new Set(panel.units.map((unit) => unit.firstTreated).filter((first) => first !== null))
  if (cohorts.size !== 1 || panel.units.every((unit) => unit.firstTreated !== null))
    return refused('not-enough-data', 'One cohort of treated units and units never treated are needed.')
  const start = [...cohorts][0]!
  const before = panel.periods.filter((period) => period < start)
  const after = panel.periods.filter((period) => period >= start)
  if (before.length === 0 || after.length === 0)
    return refused('not-enough-data', 'There has to be a period before the start and one from it on.')
  const warnings: Warning[] = []
  if (panel.missing > 0) warnings.push(warning('missing-values', `${panel.missing} rows`))
  if (panel.incomplete > 0)
    warnings.push(warning('unbalanced-panel', `${panel.incomplete} units lack a period`))
  const rows = withinRows(panel)
  const periodColumns = panel.periods
    .slice(1)
    .map((_, p) => Float64Array.from(rows.period, (own) => (own === p + 1 ? 1 : 0)))
  const dated = [...before.slice(0, -1), ...after]
  const eventColumns = dated.map((period) => {
    const place = panel.periods.indexOf(period)
    return Float64Array.from(rows.period, (own, i) =>
      own === place && panel.units[rows.unit[i]!]!.firstTreated !== null ? 1 : 0,
    )
  })
  const y = demeaned(rows.y, rows)
  const within = (columns: Float64Array[]): Float64Array[] => columns.map((column) => demeaned(column, rows))
  const fit = leastSquares(fromColumns([...within(periodColumns), ...within(eventColumns)]), y)
  const degreesOfFreedom = rows.y.length - rows.units - fit.kept.length
  const spread = fit.residualSumOfSquares > roundingFloor(rows.y)
  const variance = degreesOfFreedom > 0 && spread ? fit.residualSumOfSquares / degreesOfFreedom : null
  const terms = dated.map((period, k) => {
    const place = fit.kept.indexOf(periodColumns.length + k)
    if (place < 0) {
      warnings.push(warning('term-dropped', `period ${period}`))
      return { period, ...termWith(String(period), null, null, degreesOfFreedom) }
    }
    const square = fit.inverseCross.values[place * fit.kept.length + place]!
    const error = variance === null ? null : Math.sqrt(variance * square)
    return { period, ...termWith(String(period), fit.coefficients[place]!, error, degreesOfFreedom) }
  })
  const leads = terms.slice(0, before.length - 1)
  const testable = leads.filter((lead) => lead.estimate !== null).length
  const leadTest =
    variance === null || testable === 0
      ? null
      : testOfLeads(
          leastSquares(
            fromColumns([...within(periodColumns), ...within(eventColumns.slice(leads.length))]),
            y,
          ).residualSumOfSquares - fit.residualSumOfSquares,
          testable,
          variance,
          degreesOfFreedom,
        )
  if (before.length < fewestPre)
    warnings.push(warning('pre-trend', `${before.length} periods before the start`))
  else if (leadTest !== null && leadTest.p < 0.05)
    warnings.push(warning('pre-trend', `p = ${leadTest.p.toPrecision(2)}`))
  return found({ leads, effects: terms.slice(leads.length), leadTest, degreesOfFreedom }, warnings)
}

function testOfLeads(gain: number, leads: number, variance: number, df: number): { f: number; p: number } {
  const f = Math.max(0, gain) / leads / variance
  return { f, p: fUpper(f, leads, df) }
}
