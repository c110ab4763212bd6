import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { CaseInput, type CaseResult } from './case.ts'
import { methods } from './registry.ts'
import { readTable } from './table.ts'

/** Data sets of the literature are not part of this repository; they are read where they lie when they are there. */
const data = join(dirname(fileURLToPath(import.meta.url)), '../../../shared/evidence/cases/data')

/** Published or recomputed figures (R 4.2.2) that no case holds: method, data file, further input, figures. */
const figures: [string, string, Record<string, string | number>, Record<string, unknown>][] = [
  [
    'callaway-santanna-unconditional',
    'mpdta.csv',
    {},
    // Figures of the R package did; two-way fixed effects from lm.
    { simple: -0.03995, dynamic0to3: [-0.01993, -0.05096, -0.13726, -0.10081], twfe: -0.03655 },
  ],
  [
    'event-study',
    'mpdta2007.csv',
    {},
    {
      lead2003: 0.003306,
      lead2004: 0.033813,
      lead2005: 0.031087,
      effect2007: -0.026054,
      preF: 1.4297,
      preP: 0.2323,
    },
  ],
  [
    'did-first-difference',
    'card_krueger_wide.csv',
    {},
    { n: 384, did: 2.75, se: 1.154355, seHC1: 1.337725, didControls: 2.784585, seControls: 1.155579 },
  ],
  [
    'did-2x2-cluster',
    'did_unbalanced.csv',
    {},
    {
      n: 102,
      se_hc1: 0.6920718,
      se_hc2: 0.6963179,
      se_hc3: 0.7150711,
      se_clusterCR1: 0.5207978,
      se_clusterCR1S: 0.5287091,
      se_clusterCR2: 0.5588068,
      satterthwaiteDf: 1.686364,
    },
  ],
  [
    'segmented-quasipoisson',
    'sicily.csv',
    {},
    { dispersion: 3.559194632, coef: { smokban: -0.111628443 }, se: { smokban: 0.03249594536 } },
  ],
  [
    'segmented-quasipoisson-harmonic',
    'sicily.csv',
    {},
    { fSlope: 0.63879, pSlope: 0.42786, coef: { T36: 0.00148222799809, smokban: -0.13185917124976 } },
  ],
  [
    'synthetic-control-simplex',
    'basque_wide.csv',
    { treated: 'Basque Country (Pais Vasco)', preYears: 15 },
    // quadprog on the same table.
    {
      preRmspe: 0.07555837,
      att: -0.8945885,
      ratio: 13.41096,
      placeboRank: 7,
      weights: { 'Madrid (Comunidad De)': 0.48313, 'Baleares (Islas)': 0.31108, 'Rioja (La)': 0.2058 },
    },
  ],
]

const present = figures.filter(([, file]) => existsSync(join(data, file)))
const leftOut = figures.length - present.length

/** The expected figures with each number made a comparison at four digits. */
function nearly(value: unknown): unknown {
  if (typeof value === 'number')
    return Number.isInteger(value)
      ? value
      : expect.closeTo(value, 3 - Math.floor(Math.log10(Math.abs(value))))
  if (Array.isArray(value)) return value.map(nearly)
  return Object.fromEntries(Object.entries(value as object).map(([key, part]) => [key, nearly(part)]))
}

describe(`figures of the literature (${leftOut} of ${figures.length} left out: their data file is not here)`, () => {
  test.each(present)('%s on %s', (method, file, input, expected) => {
    const result: CaseResult = methods[method]!(
      new CaseInput(input, readTable(join(data, file))),
      new CaseInput({}),
    )
    expect(result.refused).toBeNull()
    expect(result.values).toMatchObject(nearly(expected) as object)
  })

  test('the list is not empty', () => {
    expect(figures.length).toBe(7)
  })
})
