import type { Assignment, Plan } from '../experiments/index.ts'
import { mean, type Observation } from '../measurements/index.ts'
import { addDays, addMonths } from '../platform/format.ts'
import type { MethodResult } from './analyse-series.ts'
import { syntheticControl } from './engine.ts'

/** As many other places, and as many readings before the start, as the engine's chooser asks of this method. */
const fewestDonors = 8
const fewestBefore = 8

/** Days in one period of the panel: a reading has a day, week, month or year of its own by the plan's rhythm. */
function daysOfPeriod(plan: Plan): number {
  const rhythm = plan.design?.rhythm
  return rhythm === 'workday' ? 1 : rhythm === 'month' ? 30.4375 : rhythm === 'year' ? 365.25 : 7
}

interface Panel {
  /** First day of each period. */
  days: string[]
  /** Periods before the start. */
  before: number
  units: { name: string; values: (number | null)[] }[]
}

/**
 * The readings of the one place that tries and of all others, period by period from the start: only periods in which every
 * place was read, or, when too few are left, all in which the one that tries was read.
 */
export function panelOf(
  plan: Plan,
  assignment: Assignment,
  observations: readonly Observation[],
): Panel | undefined {
  const [treated] = assignment.treated
  const { startsOn } = plan
  if (treated === undefined || startsOn === null || assignment.treated.length !== 1) return undefined
  const length = daysOfPeriod(plan)
  const periodOf = (day: string) =>
    Math.floor((Date.parse(day) - Date.parse(startsOn)) / 86_400_000 / length + 1e-9)
  const cells = new Map<string, number[]>()
  for (const one of observations) {
    const cell = `${periodOf(one.day)} ${one.unit ?? ''}`
    cells.set(cell, [...(cells.get(cell) ?? []), one.value])
  }
  const names = [treated, ...assignment.comparison]
  const read = (period: number, name: string) => cells.has(`${period} ${name}`)
  const all = [...new Set(observations.map((one) => periodOf(one.day)))]
    .filter((period) => read(period, treated))
    .sort((a, b) => a - b)
  const shared = all.filter((period) => names.every((name) => read(period, name)))
  const enough = (periods: number[]) =>
    periods.filter((period) => period < 0).length >= fewestBefore && periods.some((period) => period >= 0)
  const periods = enough(shared) ? shared : all
  if (!enough(periods)) return undefined
  return {
    days: periods.map((period) =>
      plan.design?.rhythm === 'year'
        ? addMonths(startsOn, period * 12)
        : addDays(startsOn, Math.round(period * length)),
    ),
    before: periods.filter((period) => period < 0).length,
    units: names.map((name) => ({
      name,
      values: periods.map((period) => mean(cells.get(`${period} ${name}`) ?? []) ?? null),
    })),
  }
}

/**
 * One place that tries against a weighted mean of others that moved like it beforehand, by the engine, with every place in
 * turn taken for the one that tried. Undefined where the readings are too few or the engine refuses: simpler comparisons
 * then tell what they can.
 */
export function analyseSynthetic(
  plan: Plan,
  assignment: Assignment,
  observations: readonly Observation[],
): MethodResult | undefined {
  const panel = panelOf(plan, assignment, observations)
  const treated = panel?.units[0]
  if (!panel || !treated) return undefined
  const complete = panel.units.filter(({ values }) => values.every((value) => value !== null))
  if (complete.length - 1 < fewestDonors) return undefined
  const control = syntheticControl(panel.units, treated.name, panel.before)
  if (!control.ok || !control.value.placebo) return undefined
  const { effect, gap, placebo, weights, preRmspe, postRmspe } = control.value
  const asLarge = Math.round(placebo.p * placebo.units.length)
  return {
    method: 'synthetic-control',
    told: { kind: 'synthetic', asLarge, units: placebo.units.length },
    effect: { estimate: effect, low: finite(placebo.low), high: finite(placebo.high) },
    p: placebo.p,
    chart: {
      kind: 'synthetic',
      treated: treated.name,
      days: panel.days,
      start: panel.before,
      values: treated.values.map((value) => value ?? 0),
      gap,
      placebos: placebo.units.filter((unit) => unit.name !== treated.name),
      ratio: placebo.units.find((unit) => unit.name === treated.name)?.ratio ?? null,
      rank: placebo.rank,
      weights,
      preRmspe,
      postRmspe,
    },
    warnings: control.warnings.map((warning) => warning.code),
  }
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null
}
