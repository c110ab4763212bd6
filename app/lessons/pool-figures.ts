import { poolStudies } from '@uskalla/evidence'
import type { LocalText, PublishedRecord } from '../experiments/index.ts'
import type { PooledResult } from './pooled-family.ts'

/** One unit (a school, a kitchen) with its published figures of several periods. */
export interface FiguresOfUnit {
  name: LocalText
  values: number[]
  mean: number
}

/** What several units show together, in the unit of the figures. */
export interface PooledFiguresResult {
  unit: LocalText
  units: FiguresOfUnit[]
  /** Standard deviation of the figures of one unit between periods, taken as the same for all. */
  spreadWithin: number
  result: Pick<PooledResult, 'effect' | 'low' | 'high' | 'spread' | 'checks'>
}

/**
 * Pools published figures of several units over several periods: the mean of each unit, with the variance between periods
 * taken as common to all units, since two or three periods of one unit tell too little of its own. Units are pooled by
 * random effects (REML, Hartung–Knapp with floor). undefined with fewer than two units, where a unit has a single period,
 * or where the periods do not differ at all. Source: Higgins, Thompson and Spiegelhalter 2009; Hartung and Knapp 2001.
 */
export function poolFigures({ figures }: Pick<PublishedRecord, 'figures'>): PooledFiguresResult | undefined {
  const [first] = figures
  const byUnit = new Map<string, FiguresOfUnit>()
  for (const { arm, series, unit, value } of figures) {
    if (arm !== 'trial' || unit.en !== first?.unit.en) continue
    const own = byUnit.get(series.en) ?? { name: series, values: [], mean: 0 }
    own.values.push(value)
    byUnit.set(series.en, own)
  }
  const units = [...byUnit.values()].map((own) => ({
    ...own,
    mean: own.values.reduce((sum, value) => sum + value, 0) / own.values.length,
  }))
  if (!first || units.length < 2 || units.some((own) => own.values.length < 2)) return undefined
  const squares = units.reduce(
    (sum, own) => sum + own.values.reduce((inner, value) => inner + (value - own.mean) ** 2, 0),
    0,
  )
  const degrees = units.reduce((sum, own) => sum + own.values.length - 1, 0)
  const variance = squares / degrees
  const pooled = poolStudies(
    units.map((own) => own.mean),
    units.map((own) => variance / own.values.length),
  )
  if (!pooled.ok) return undefined
  const { effect, shown, betweenVariance } = pooled.value
  return {
    unit: first.unit,
    units,
    spreadWithin: Math.sqrt(variance),
    result: {
      effect,
      low: shown.low,
      high: shown.high,
      spread: Math.sqrt(betweenVariance.value),
      checks: pooled.warnings.map(({ code }) => code),
    },
  }
}
