import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { exampleMeasure, examplePlan } from '../experiments/experiments.examples.ts'
import { designOf } from '../experiments/index.ts'
import type { Observation } from '../measurements/index.ts'
import { addDays } from '../platform/format.ts'
import type { Analysis } from './evaluation.ts'
import { explore } from './exploration.ts'

// Series of real towns that may be read where they lie but do not ship with the product.
const folder = new URL('../../../shared/data/timeseries/', import.meta.url)
const isThere = existsSync(folder)
if (!isThere)
  console.info('5 tests left out: the series of Helsinki, Kumpula and Kangasala are not beside the project.')

const rowsOf = (name: string) =>
  readFileSync(new URL(name, folder), 'utf8')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(','))

const cyclists = exampleMeasure({ name: 'Pyöräilijöitä Baanalla', unit: '', direction: 'up', baseline: null })
const degrees = exampleMeasure({
  id: '00000000-0000-7000-8000-0000000000ab',
  name: 'Lämpötila',
  unit: '°C',
  baseline: null,
})

const reading = (measureId: string, day: string, value: number): Observation => ({
  id: `${measureId} ${day}`,
  experimentId: 'e',
  measureId,
  unit: null,
  day,
  value,
  note: null,
  way: 'file',
  enteredBy: null,
  at: new Date(0),
})

/** Days of 2017 on which the counter was awake all day: fewer hours are a gap and not a quiet day. */
const counted = (counter: string) =>
  rowsOf('helsinki_cyclists_daily_3counters.csv')
    .filter(([name, day = '', , hours]) => name === counter && day.startsWith('2017') && Number(hours) >= 23)
    .map(([, day = '', count]) => reading(cyclists.id, day, Number(count)))
const weather = () =>
  rowsOf('kumpula-weather-2017.csv').map(([year, month = '', day = '', , , , , celsius]) =>
    reading(degrees.id, `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`, Number(celsius)),
  )

/** A step in the middle of the series, where nothing was tried. */
function stepAt(
  startsOn: string,
  observations: Observation[],
  besides?: typeof degrees,
): Analysis | undefined {
  const plan = examplePlan({
    measures: [cyclists, degrees],
    design: designOf('before_after'),
    startsOn,
    endsOn: observations.at(-1)?.day ?? null,
  })
  return explore(
    { plan, observations, drawnOrder: undefined, openedEarly: false },
    { measure: cyclists, method: 'interrupted-series', period: 'whole', besides },
  )?.analysis
}

const effectOf = (analysis: Analysis | undefined) => {
  const { estimate = NaN, low, high } = analysis?.effect ?? {}
  return {
    estimate,
    width: (high ?? Infinity) - (low ?? -Infinity),
    low: low ?? -Infinity,
    high: high ?? Infinity,
  }
}

describe.skipIf(!isThere)('cyclists in Helsinki in 2017, when nothing was tried', () => {
  test('a step that the weather makes shrinks, and its range too, when the temperature is taken into account', () => {
    const [series, warmth] = [counted('Baana'), weather()]
    expect([series.length, warmth.length]).toEqual([365, 365])
    const alone = effectOf(stepAt('2017-07-01', [...series, ...warmth]))
    const besides = effectOf(stepAt('2017-07-01', [...series, ...warmth], degrees))
    expect(Math.abs(besides.estimate)).toBeLessThan(Math.abs(alone.estimate) / 5)
    expect(besides.width).toBeLessThan(alone.width / 2)
    expect(besides.low < 0 && besides.high > 0).toBe(true)
  })

  test('days on which the counter slept are gaps: neither read as quiet nor filled in', () => {
    const series = counted('Eteläesplanadi')
    expect(series).toHaveLength(363)
    const told = stepAt('2017-07-01', [...series, ...weather()], degrees)
    expect(told?.chart?.kind === 'interrupted' && told.chart.fitted.length).toBe(363)
  })
})

describe.skipIf(!isThere)('unemployed people in Kangasala, month by month', () => {
  const unemployed = () =>
    rowsOf('kangasala_unemployment_monthly_2007_2025.csv')
      .filter(([month = '']) => month >= '2017-03' && month < '2021-03')
      .map(([month, , people]) => reading(cyclists.id, `${month}-01`, Number(people)))

  test('the spring of 2020 shows, and the likeness of neighbouring months is told of', () => {
    const series = unemployed()
    expect(series).toHaveLength(48)
    const told = stepAt('2020-04-01', series)
    expect(told?.effect?.low).toBeGreaterThan(0)
    expect(told?.checks).toContain('autocorrelation')
  })

  test('a year earlier nothing of the kind shows', () => {
    const before = unemployed().filter(({ day }) => day < '2020-03')
    const { low, high } = effectOf(stepAt('2019-04-01', before))
    expect(low < 0 && high > 0).toBe(true)
  })
})

describe.runIf(isThere)('days of frost in Kumpula in 2017, where nothing was tried', () => {
  const frost = exampleMeasure({
    name: 'Pakkaspäiviä viikossa',
    unit: 'päivää',
    direction: 'down',
    baseline: null,
  })
  const weeks = () => {
    const days = weather().slice(1)
    return Array.from({ length: Math.floor(days.length / 7) }, (_, week) => {
      const seven = days.slice(week * 7, week * 7 + 7)
      return reading(frost.id, seven[0]?.day ?? '', seven.filter(({ value }) => value < 0).length)
    })
  }

  test('show a step at 3 of the 37 weeks that have eight others before and eight from it on', () => {
    const all = weeks()
    const starts = all.slice(8, -7).filter((start, index) => {
      const effect = explore(
        {
          plan: examplePlan({ measures: [frost], startsOn: start.day, endsOn: addDays(start.day, 55) }),
          observations: all.slice(index, index + 16),
          drawnOrder: undefined,
          openedEarly: false,
        },
        { measure: frost, method: 'interrupted-series', period: 'whole' },
      )?.analysis.effect
      return (effect?.low ?? 0) > 0 || (effect?.high ?? 0) < 0
    })
    expect(all.slice(8, -7)).toHaveLength(37)
    expect(starts.map(({ day }) => day)).toEqual(['2017-03-06', '2017-03-13', '2017-11-06'])
  })
})
