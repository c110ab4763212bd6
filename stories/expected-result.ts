import {
  compareTwoGroups,
  findingInWords,
  interruptedSeries,
  permutationInterval,
  type Statement,
  steppedWedgeTest,
} from '@uskalla/evidence'
import { texts } from '../app/texts/index.ts'
import { type KindOfTrial, type Reading, readingsOf, type Trying } from './four-kinds.ts'

type Ground = Extract<Statement, { kind: 'effect' }>['ground']

/** What the result of a trial must be, reckoned from what was written down, without the application. */
export interface ExpectedResult {
  effect: { estimate: number; low: number; high: number }
  /** The three sentences. */
  sentences: string[]
  /** What the agreed rule makes of it. */
  proposal: string
  method: keyof typeof texts.fi.evaluations.analysis.methods
  /** The sentence below the title of the chart. */
  chart: string
  /** Middle of the days since the start, each day by its mean. */
  middle: number
  days: number
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const half = sorted.length / 2
  return mean(sorted.slice(Math.ceil(half) - 1, Math.floor(half) + 1))
}

function given<Value>(finding: { ok: true; value: Value } | { ok: false }): Value {
  if (!finding.ok) throw new Error('The engine refuses what the story expects an answer to.')
  return finding.value
}

/** How many of all ways to choose as many as `first` differ from the rest at least as much. */
function asFarApart(
  first: readonly number[],
  second: readonly number[],
): { asExtreme: number; possible: number } {
  const all = [...first, ...second]
  const difference = (chosen: ReadonlySet<number>) =>
    mean(all.filter((_, i) => chosen.has(i))) - mean(all.filter((_, i) => !chosen.has(i)))
  const observed = Math.abs(difference(new Set(first.keys())))
  let [asExtreme, possible] = [0, 0]
  for (let bits = 0; bits < 2 ** all.length; bits++) {
    const chosen = new Set(all.keys().filter((i) => (bits >> i) % 2 === 1))
    if (chosen.size !== first.length) continue
    possible++
    if (Math.abs(difference(chosen)) >= observed - 1e-9) asExtreme++
  }
  return { asExtreme, possible }
}

interface Reckoned extends Pick<ExpectedResult, 'effect' | 'method' | 'chart'> {
  ground: Ground
}

const { analysis } = texts.fi.evaluations

function inOnePlace({ before, during }: { before: Reading[]; during: Reading[] }): Reckoned {
  const values = [...before, ...during].map(({ value }) => value)
  const [, , step] = given(interruptedSeries(values, before.length + 1, { slopeChange: false })).terms
  if (!step || step.estimate === null || step.low === null || step.high === null)
    throw new Error('The model has no step.')
  return {
    effect: { estimate: step.estimate, low: step.low, high: step.high },
    ground: { kind: 'series' },
    method: 'interrupted-series',
    chart: analysis.interruptedChart,
  }
}

function inSomePlaces(trial: KindOfTrial, readings: ReturnType<typeof readingsOf>, trying: Trying): Reckoned {
  const changes = trying.order.map((unit) => {
    const [before, during] = [readings.before, readings.during].map((some) =>
      mean(some.filter((one) => one.unit === unit).map(({ value }) => value)),
    ) as [number, number]
    return during - before
  })
  const [tried, rest] = [changes.slice(0, trial.treatedCount), changes.slice(trial.treatedCount)]
  const { low, high } = given(permutationInterval(tried, rest))
  return {
    effect: { estimate: mean(tried) - mean(rest), low, high },
    ground: { kind: 'lot-draws', ...asFarApart(tried, rest) },
    method: 'cluster-randomisation-test',
    chart: analysis.placesChart,
  }
}

/** From the far end of what can be towards the effect: the last shift that one order in twenty still speaks for. */
function endOfRange(p: (shift: number) => number, effect: number, outside: number): number {
  let [inner, outer] = [effect, outside]
  for (let halving = 0; halving < 40; halving++) {
    const middle = (inner + outer) / 2
    if (p(middle) > 0.05) inner = middle
    else outer = middle
  }
  return outer
}

function oneByOne({ before, during }: ReturnType<typeof readingsOf>, { order }: Trying): Reckoned {
  const all = [...before, ...during]
  const days = [...new Set(all.map(({ day }) => day))]
  const weeksBefore = new Set(before.map(({ day }) => day)).size
  const read = order.map((unit) =>
    days.map((day) => all.find((one) => one.unit === unit && one.day === day)?.value ?? Number.NaN),
  )
  const started = order.map((_, rank) => days.map((_day, week) => week - weeksBefore >= rank))
  const test = (shift: number) =>
    given(
      steppedWedgeTest(
        read.map((row, i) => row.map((value, j) => (started[i]?.[j] ? value - shift : value))),
        started,
      ),
    )
  const { effect, twoSidedP, distinctAssignments } = test(0)
  const p = (shift: number) => test(shift).twoSidedP
  const values = read.flat()
  const far = 10 * (Math.max(...values) - Math.min(...values) + Math.abs(effect))
  return {
    effect: {
      estimate: effect,
      low: endOfRange(p, effect, effect - far),
      high: endOfRange(p, effect, effect + far),
    },
    ground: {
      kind: 'lot-draws',
      asExtreme: Math.round(twoSidedP * distinctAssignments),
      possible: distinctAssignments,
    },
    method: 'stepped-wedge-permutation',
    chart: analysis.placesChart,
  }
}

function sideBySide(trial: KindOfTrial, { during }: ReturnType<typeof readingsOf>, trying: Trying): Reckoned {
  const [newVersion, oldVersion] = (trial.units?.[trying.municipality] ?? []).map((version) =>
    during.filter(({ unit }) => unit === version).map(({ value }) => value),
  ) as [number[], number[]]
  const { low, high } = given(permutationInterval(newVersion, oldVersion))
  return {
    effect: { estimate: mean(newVersion) - mean(oldVersion), low, high },
    ground: { kind: 'lot', p: given(compareTwoGroups(newVersion, oldVersion)).permutationP },
    method: 'permutation-with-shift',
    chart: analysis.versionsChart,
  }
}

function reckon(trial: KindOfTrial, readings: ReturnType<typeof readingsOf>, trying: Trying): Reckoned {
  switch (trial.kind) {
    case 'before_after':
      return inOnePlace(readings)
    case 'with_and_without':
      return inSomePlaces(trial, readings, trying)
    case 'staggered':
      return oneByOne(readings, trying)
    case 'two_versions':
      return sideBySide(trial, readings, trying)
  }
}

/** The result that a trial must have when every reading has been written down. */
export function expectedResult(trial: KindOfTrial, trying: Trying): ExpectedResult {
  const readings = readingsOf(trial, trying)
  const { effect, ground, method, chart } = reckon(trial, readings, trying)
  const outcome = outcomeOf(trial)
  const { smallestWorthwhile } = trial
  const byDay = Map.groupBy(readings.during, ({ day }) => day)
  const [, proposal = ''] = findingInWords(
    'fi',
    { kind: 'decision', decision: 'spread', ...effect, smallestWorthwhile },
    outcome,
  )
  return {
    effect,
    sentences: findingInWords(
      'fi',
      {
        kind: 'effect',
        ...effect,
        ground,
        betterIs: trial.measure.better === 'up' ? 'higher' : 'lower',
        smallestWorthwhile,
      },
      outcome,
    ),
    proposal,
    method,
    chart,
    middle: median([...byDay.values()].map((some) => mean(some.map(({ value }) => value)))),
    days: byDay.size,
  }
}

/** How sentences speak of the measure of a trial. */
export function outcomeOf({ measure: { name, unit } }: KindOfTrial) {
  return { lead: `${name}:`, unit: { one: unit, many: unit } }
}
