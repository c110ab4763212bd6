import { describe, expect, test } from 'vitest'
import { poolStudies } from '@uskalla/evidence'
import type { PublishedRecord } from '../experiments/index.ts'
import { poolFigures } from './pool-figures.ts'

const inAll = (text: string) => ({ fi: text, sv: text, en: text })
const figure = (name: string, value: number, change: Partial<PublishedRecord['figures'][number]> = {}) => ({
  series: inAll(name),
  period: inAll('2014'),
  value,
  unit: inAll('€'),
  qualifier: null,
  arm: 'trial' as const,
  source: 'https://esimerkki.invalid/',
  ...change,
})
/** The savings of three schools of Ii in 2014 and 2015, in euros. */
const schools = [
  figure('Ojakylä', 619.65),
  figure('Ojakylä', 1745.23),
  figure('Kuivaniemi', 3947.26),
  figure('Kuivaniemi', 1800.74),
  figure('Asema', 1784.85),
  figure('Asema', 4343.5),
]

describe('published figures of several units', () => {
  test('are pooled from their means with the variance between years that all units share', () => {
    const pooled = poolFigures({ figures: schools })
    expect(pooled?.spreadWithin).toBeCloseTo(
      Math.sqrt((1125.58 ** 2 / 2 + 2146.52 ** 2 / 2 + 2558.65 ** 2 / 2) / 3),
      6,
    )
    const variance = (pooled?.spreadWithin ?? 0) ** 2 / 2
    const engine = poolStudies([1182.44, 2874, 3064.175], [variance, variance, variance])
    if (!engine.ok) throw new Error('the engine refuses')
    expect(pooled?.result.effect).toBeCloseTo(engine.value.effect, 6)
    expect(pooled?.result.low).toBeCloseTo(engine.value.shown.low, 6)
  })

  test('leave out figures of another kind or unit', () => {
    const more = [
      ...schools,
      figure('Koko kunta', 23497, { arm: 'context' }),
      figure('Vesi', 3, { unit: inAll('m³') }),
    ]
    expect(poolFigures({ figures: more })?.units).toHaveLength(3)
  })

  test('are not pooled with one unit, one period, or none', () => {
    expect(poolFigures({ figures: [] })).toBeUndefined()
    expect(poolFigures({ figures: schools.slice(0, 2) })).toBeUndefined()
    expect(poolFigures({ figures: [...schools, figure('Uusi', 100)] })).toBeUndefined()
    expect(
      poolFigures({ figures: [figure('A', 1), figure('A', 1), figure('B', 1), figure('B', 1)] }),
    ).toBeUndefined()
  })
})
