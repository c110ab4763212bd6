import { expect, test } from 'vitest'
import { exampleMeasure, examplePlan } from './experiments.examples.ts'
import { inPlanUnit, measureOn, type UnitChange } from './unit-change.ts'

const measure = exampleMeasure({ unit: 'kg' })
const plan = examplePlan({ measures: [measure] })
const change = (day: string, unit: string, planUnits: number | null): UnitChange => ({
  measureId: measure.id,
  day,
  unit,
  planUnits,
})
const inGrams = [change('2026-03-20', 'g', 0.001)]
const valueOn = (changes: UnitChange[], day: string, value: number) =>
  inPlanUnit(changes, { measureId: measure.id, day, value })

test('a measure is read in the unit of the day, from the day of the change on', () => {
  const on = (day: string) => measureOn({ plan, unitChanges: inGrams }, measure, day).unit
  expect([on('2026-03-19'), on('2026-03-20'), on('2026-04-01')]).toEqual(['kg', 'g', 'g'])
})

test('readings are brought into the unit of the plan without digits of their own', () => {
  expect(valueOn(inGrams, '2026-03-19', 12.3)).toBe(12.3)
  expect(valueOn(inGrams, '2026-03-20', 12_300)).toBe(12.3)
  // 3 × 0.001 and 1.1 × 1000 are not whole in binary numbers.
  expect(valueOn(inGrams, '2026-03-20', 3)).toBe(0.003)
  expect(valueOn([change('2026-03-20', 't', 1_000)], '2026-03-21', 1.1)).toBe(1_100)
})

test('a unit that cannot be converted gives no figure, and the plan’s own unit may come back', () => {
  const changes = [change('2026-03-20', 'ämpäriä', null), change('2026-03-25', 'kg', 1)]
  expect(valueOn(changes, '2026-03-19', 12)).toBe(12)
  expect(valueOn(changes, '2026-03-24', 3)).toBeUndefined()
  expect(valueOn(changes, '2026-03-25', 12)).toBe(12)
})

test('of two changes noted for one day the later holds; other measures are not touched', () => {
  const changes = [change('2026-03-20', 'g', 0.01), change('2026-03-20', 'g', 0.001)]
  expect(valueOn(changes, '2026-03-20', 5_000)).toBe(5)
  expect(inPlanUnit(changes, { measureId: 'another', day: '2026-03-20', value: 5_000 })).toBe(5_000)
})
