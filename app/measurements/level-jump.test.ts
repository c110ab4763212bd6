import { describe, expect, test } from 'vitest'
import { addDays } from '../platform/format.ts'
import { jumpByRows, levelJump } from './level-jump.ts'
import type { Observation } from './observation.ts'

const swing = [0, 1.3, -0.8, 2.1, -1.7, 0.6, -2.2]
const series = (days: number, level: (index: number) => number) =>
  Array.from({ length: days }, (_, index) => ({
    day: addDays('2026-03-02', index),
    value: level(index) * (1 + (swing[index % 7] ?? 0) / 10),
  }))

describe('a level that jumps', () => {
  test.each([
    ['kg to g', (index: number) => (index < 10 ? 12 : 12_000), 1_000],
    ['g to kg', (index: number) => (index < 10 ? 12_000 : 12), 1 / 1_000],
    ['hours to minutes', (index: number) => (index < 10 ? 2 : 120), 60],
    [
      'euros to cents, while the trial lowered the level by a fifth',
      (index: number) => (index < 10 ? 3 : 240),
      100,
    ],
    ['cm to mm', (index: number) => (index < 10 ? 30 : 300), 10],
  ])('%s', (_, level, factor) => {
    expect(levelJump(series(20, level))).toMatchObject({ day: '2026-03-12', factor })
  })

  test.each([
    ['one odd day', (index: number) => (index === 10 ? 12_000 : 12)],
    ['a steady level', () => 12],
    ['a level that the trial halved', (index: number) => (index < 10 ? 12 : 6)],
    ['a level that goes back', (index: number) => (index < 10 || index > 14 ? 12 : 12_000)],
    ['a rise by no known factor', (index: number) => (index < 10 ? 12 : 350)],
    ['only two days on the new level', (index: number) => (index < 18 ? 12 : 12_000)],
    ['readings of nought', (index: number) => (index < 10 ? 0 : 1_000)],
  ])('%s is none', (_, level) => {
    expect(levelJump(series(20, level))).toBeUndefined()
  })
})

describe('rows that are brought', () => {
  const measure = { id: 'm', kind: 'number' as const }
  const stored = (readings: { day: string; value: number }[], unit: string | null = null): Observation[] =>
    readings.map((one, index) => ({
      ...one,
      id: String(index),
      experimentId: 'e',
      measureId: 'm',
      unit,
      note: null,
      way: 'form',
      enteredBy: null,
      at: new Date(0),
    }))
  const rows = (readings: { day: string; value: number }[], unit: string | null = null) =>
    readings.map((one, index) => ({ ...one, line: index + 1, unit, note: null }))
  const all = series(20, (index) => (index < 10 ? 12 : 12_000))

  test('are held against what stands', () => {
    const found = jumpByRows({}, measure, stored(all.slice(0, 10)), rows(all.slice(10)))
    expect(found).toMatchObject({ day: '2026-03-12', factor: 1_000, place: null })
    expect(jumpByRows({}, measure, [], rows(all.slice(10)))).toBeUndefined()
  })

  test('are no jump where the change of the unit is known, or where it stood there before', () => {
    const unitChanges = [{ measureId: 'm', day: '2026-03-12', unit: 'g', planUnits: 0.001 }]
    expect(
      jumpByRows({ unitChanges }, measure, stored(all.slice(0, 10)), rows(all.slice(10))),
    ).toBeUndefined()
    expect(jumpByRows({}, measure, stored(all.slice(0, 15)), rows(all.slice(15)))).toBeUndefined()
  })

  test('are looked at place by place: places of different sizes are no jump', () => {
    const small = series(20, () => 12).slice(0, 10)
    const large = series(20, () => 12_000).slice(10)
    expect(jumpByRows({}, measure, [], [...rows(small, 'A'), ...rows(large, 'B')])).toBeUndefined()
    expect(jumpByRows({}, measure, [], [...rows(small, 'A'), ...rows(large, 'A')])).toMatchObject({
      place: 'A',
    })
  })

  test('of faces and answers never jump', () => {
    expect(jumpByRows({}, { id: 'm', kind: 'scale' }, [], rows(all))).toBeUndefined()
  })
})
