import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exampleMeasure, examplePlan } from '../experiments/experiments.examples.ts'
import type { Observation } from '../measurements/index.ts'
import { languages } from '../platform/language.ts'
import { texts } from '../texts/index.ts'
import { asObservations, dataTable, readDataTable } from './bundle-data.ts'

const measure = exampleMeasure()

function reading(unit: string | null, value: number, day = '2026-03-16'): Observation {
  const [one] = asObservations('e', [{ measureId: measure.id, unit, day, value, phase: 'during' }])
  if (!one) throw new Error('no reading')
  return one
}

test('readings come back as they were, whatever the places and the measure are called', () => {
  const names = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
    .map((name) => name.normalize('NFC'))
  fc.assert(
    fc.property(
      names,
      fc.array(fc.tuple(fc.option(names), fc.double({ noNaN: true, noDefaultInfinity: true }))),
      (measureName, rows) => {
        const plan = examplePlan({ measures: [{ ...measure, name: measureName }] })
        const observations = rows.map(([unit, value]) => reading(unit, value === 0 ? 0 : value))
        const read = readDataTable(dataTable(plan, observations))
        expect(read).toEqual(
          observations.map(({ measureId, unit, day, value }) => ({
            measureId,
            unit,
            day,
            value,
            phase: 'during',
          })),
        )
      },
    ),
  )
})

test('the file that explains the bundle tells what each column holds, in three languages', () => {
  const [header = ''] = dataTable(examplePlan(), []).split('\r\n')
  for (const lang of languages)
    expect(texts[lang].bundle.readme.columns.map(({ column }) => column).join()).toBe(header)
})

test('a spreadsheet sees no formula in it', () => {
  const plan = examplePlan({ measures: [{ ...measure, name: '=1+1', unit: '@x' }] })
  const table = dataTable(plan, [reading('+358 "koulu"', -2.5), reading("'hei", 1)])
  expect(table.split('\r\n').slice(1, 3)).toEqual([
    `${measure.id},'=1+1,'@x,"'+358 ""koulu""",2026-03-16,-2.5,during`,
    `${measure.id},'=1+1,'@x,''hei,2026-03-16,1,during`,
  ])
})

test.each([
  ['', 'data.csv does not begin with the columns of a bundle.'],
  ['day,value\r\n', 'data.csv does not begin with the columns of a bundle.'],
  [`${dataTable(examplePlan(), [])}a,b,c\r\n`, 'Line 2 of data.csv is no reading.'],
  [
    `${dataTable(examplePlan(), [reading(null, 1)])}a,"b"x,c,,2026-03-16,1,during\r\n`,
    'Line 3 of data.csv is no reading.',
  ],
  [
    `${dataTable(examplePlan(), [])}a,"b\nc",g,,2026-03-16,1,during\r\nx,,,,16.3.2026,1,during`,
    'Line 4 of data.csv is no reading.',
  ],
  [
    `${dataTable(examplePlan(), [])}a,,,,2026-03-16,,during\r\n`,
    'Line 2 of data.csv has no number where its value should be.',
  ],
])('%j is told by its line', (text, fault) => {
  expect(readDataTable(text)).toBe(fault)
})

test('any text is readings or a reason', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(',', '"', '\n', '\r\n', 'a', "'") }), (text) => {
      const table = dataTable(examplePlan(), []) + text
      expect(Array.isArray(readDataTable(table)) || typeof readDataTable(table) === 'string').toBe(true)
    }),
  )
})
