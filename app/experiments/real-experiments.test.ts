import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { municipalityByCode } from '../municipalities/index.ts'
import file from './real-experiments.json' with { type: 'json' }

const words = z.strictObject({ fi: z.string().min(1), sv: z.string().min(1), en: z.string().min(1) })
const qualifier = z.enum(['moreThan', 'almost', 'about', 'atLeast']).nullable()
const year = z.int().min(2000).max(2026).nullable()
const themes = file.themes.map((theme) => theme.id)

const shape = z.array(
  z.strictObject({
    id: z.string().regex(/^EX\d\d$/),
    municipalityCode: z.string().nullable(),
    yearFrom: year,
    yearTo: year,
    theme: z.enum(themes as [string, ...string[]]),
    title: words,
    tried: words,
    measure: words.nullable(),
    scale: words.nullable(),
    result: z
      .strictObject({ value: z.number().nullable(), unit: words.nullable(), qualifier, statement: words })
      .refine((result) => (result.value === null) === (result.unit === null))
      .nullable(),
    cost: z.strictObject({ fromEuros: z.number().nullable(), toEuros: z.number(), of: words }).nullable(),
    outcome: z.enum(['spread', 'continued', 'stopped', 'unknown']),
    stopReason: z
      .strictObject({
        kind: z.enum(['did_not_work', 'no_owner', 'law', 'money', 'people_left', 'overtaken', 'planned_end']),
        words,
      })
      .nullable(),
    copiedFrom: z.string().nullable(),
    notes: words.nullable(),
    sources: z.array(z.url({ protocol: /^https?$/ })).min(1),
    observations: z.array(
      z.strictObject({
        series: words,
        period: words.nullable(),
        value: z.number(),
        unit: words,
        qualifier,
        arm: z.enum(['trial', 'estimate', 'target', 'context', 'spread']),
        source: z.url({ protocol: /^https?$/ }),
      }),
    ),
  }),
)

const experiments = shape.parse(file.experiments)
const source = (name: string) => new URL(`../../../shared/domain/${name}.csv`, import.meta.url)
const beside = existsSync(source('experiments')) && existsSync(source('observations'))

/** Reads comma-separated values in which quotation marks may hold commas. */
function readRows(text: string): Record<string, string>[] {
  const lines = text.trim().split('\n')
  const cellsOf = (line: string) =>
    [...line.matchAll(/("([^"]*)"|[^,]*)(,|$)/g)].map((cell) => cell[2] ?? cell[1] ?? '')
  const names = cellsOf(lines[0] ?? '')
  return lines.slice(1).map((line) => {
    const cells = cellsOf(line)
    return Object.fromEntries(names.map((name, index) => [name, cells[index] ?? '']))
  })
}

describe('the 26 real experiments', () => {
  test('are all there, each in three languages with its sources', () => {
    expect(experiments.map((one) => one.id)).toEqual(
      Array.from({ length: 26 }, (_, index) => `EX${String(index + 1).padStart(2, '0')}`),
    )
  })

  test('belong to a municipality of today, but for the two that were national', () => {
    const national = experiments.filter((one) => one.municipalityCode === null).map((one) => one.id)
    expect(national).toEqual(['EX24', 'EX25'])
    for (const { municipalityCode } of experiments)
      if (municipalityCode !== null) expect(municipalityByCode(municipalityCode)).toBeDefined()
  })

  test('have a reason exactly when they were stopped, and a parent that is among them', () => {
    const ids = new Set(experiments.map((one) => one.id))
    for (const { outcome, stopReason, copiedFrom } of experiments) {
      expect(stopReason !== null).toBe(outcome === 'stopped')
      if (copiedFrom !== null) expect(ids.has(copiedFrom)).toBe(true)
    }
  })

  test('put a sum in euros only where its parts add up to it', () => {
    const savings = experiments.find((one) => one.id === 'EX07')
    const parts = savings?.observations.filter((one) => one.arm === 'trial').map((one) => one.value) ?? []
    expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(savings?.result?.value ?? Number.NaN, 6)
  })

  test.runIf(beside)('say what the collected facts say, and leave empty what they leave empty', () => {
    const rows = readRows(readFileSync(source('experiments'), 'utf8'))
    expect(rows).toHaveLength(26)
    for (const row of rows) {
      const own = experiments.find((one) => one.id === row.id)
      expect([own?.municipalityCode ?? '', String(own?.yearFrom ?? ''), String(own?.yearTo ?? '')]).toEqual([
        row.municipality_code,
        row.year_from,
        row.year_to,
      ])
      expect([own?.title.fi, own?.outcome, own?.copiedFrom ?? '']).toEqual([
        row.title_fi,
        row.outcome,
        row.copied_from_id,
      ])
      expect(own?.sources).toContain(row.source_url)
      expect(own?.result?.value ?? null).toBe(row.unit ? Number(row.result) : null)
      expect(own?.result !== null).toBe(row.result !== '')
      expect([own?.measure !== null, own?.scale !== null]).toEqual([
        row.measure !== '',
        row.n_or_scale !== '',
      ])
      const cost = [own?.cost?.fromEuros ?? null, own?.cost?.toEuros ?? null]
        .filter((one) => one !== null)
        .join('-')
      expect(cost).toBe(row.cost_eur)
    }
  })

  test.runIf(beside)('hold every observation with its kind and source, and no other', () => {
    const rows = readRows(readFileSync(source('observations'), 'utf8'))
    const collected = rows.map((row) =>
      [row.experiment_id, Number(row.value), row.arm, row.source_url].join(' '),
    )
    const own = experiments.flatMap((one) =>
      one.observations.map((figure) => [one.id, figure.value, figure.arm, figure.source].join(' ')),
    )
    expect(own.toSorted()).toEqual(collected.toSorted())
  })

  if (!beside) console.info('2 tests left out: the collected facts are not beside the repository')
})
