import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Database } from '../platform/database/database.ts'
import { record } from '../platform/log/log.ts'
import { emptyPlan } from './plan.ts'
import { outcomes, type PublishedRecord, stopReasons, themes } from './experiment.ts'
import { experimentById } from './experiment-store.ts'
import { indexExperiment } from './index-experiment.ts'
import { savePublishedExperiment } from './shipped-experiment-store.ts'
import file from './real-experiments.json' with { type: 'json' }

const inLanguages = z.object({ fi: z.string().min(1), sv: z.string().min(1), en: z.string().min(1) })
const qualifier = z.enum(['about', 'almost', 'atLeast', 'moreThan']).nullable()
const year = z.int().min(1990).max(2100).nullable()
const address = z.url({ protocol: /^https?$/ })

const realExperiment = z.object({
  id: z.string().regex(/^EX\d{2}$/),
  municipalityCode: z
    .string()
    .regex(/^\d{3}$/)
    .nullable(),
  yearFrom: year,
  yearTo: year,
  theme: z.enum(themes),
  title: inLanguages,
  tried: inLanguages,
  measure: inLanguages.nullable(),
  scale: inLanguages.nullable(),
  result: z
    .object({
      value: z.number().nullable(),
      unit: inLanguages.nullable(),
      qualifier,
      statement: inLanguages.nullable(),
    })
    .nullable(),
  cost: z
    .object({
      fromEuros: z.number().nullable(),
      toEuros: z.number().nullable(),
      of: inLanguages.nullable(),
    })
    .nullable(),
  outcome: z.enum(outcomes),
  stopReason: z.object({ kind: z.enum(stopReasons), words: inLanguages }).nullable(),
  copiedFrom: z.string().nullable(),
  notes: inLanguages.nullable(),
  sources: z.array(address).min(1),
  observations: z.array(
    z.object({
      series: inLanguages,
      period: inLanguages.nullable(),
      value: z.number(),
      unit: inLanguages,
      qualifier,
      arm: z.enum(['trial', 'estimate', 'target', 'context', 'spread']),
      source: address,
    }),
  ),
})

/** The id of a published experiment: always the same for the same number, EX01–EX26. A UUID of version 8, from SHA-256. */
export function idOfRealExperiment(number: string): string {
  const hex = createHash('sha256').update(`uskalla experiment ${number}`).digest('hex')
  const variant = ((Number.parseInt(hex.slice(16, 18), 16) & 0x3f) | 0x80).toString(16)
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(18, 20)}`,
    hex.slice(20, 32),
  ].join('-')
}

type RealExperiment = z.infer<typeof realExperiment>

function recordOf(real: RealExperiment): PublishedRecord {
  return {
    number: real.id,
    title: real.title,
    tried: real.tried,
    measure: real.measure,
    scale: real.scale,
    result: real.result,
    cost: real.cost,
    stopReason: real.stopReason,
    notes: real.notes,
    sources: real.sources,
    figures: real.observations,
  }
}

/** Parents before their children, so that the link always finds its end. */
function parentsFirst(all: readonly RealExperiment[]): RealExperiment[] {
  const depth = (real: RealExperiment): number => {
    const parent = all.find((other) => other.id === real.copiedFrom)
    return parent ? depth(parent) + 1 : 0
  }
  return [...all].sort((a, b) => depth(a) - depth(b))
}

/**
 * Brings the real experiments of public sources into the database and the search index. Answers how many were added or
 * changed; a second run answers 0. Run it in a transaction of the system's.
 */
export async function loadRealExperiments(database: Database, now: Date): Promise<number> {
  let changed = 0
  for (const real of parentsFirst(z.array(realExperiment).parse(file.experiments))) {
    const id = idOfRealExperiment(real.id)
    const saved = await savePublishedExperiment(database, {
      id,
      municipalityCode: real.municipalityCode,
      parentId: real.copiedFrom === null ? null : idOfRealExperiment(real.copiedFrom),
      origin: 'published',
      state: 'ended',
      outcome: real.outcome,
      title: real.title.fi,
      plan: { ...emptyPlan(), theme: real.theme },
      published: recordOf(real),
      years: { from: real.yearFrom, to: real.yearTo },
      at: now,
    })
    if (!saved) continue
    changed++
    await record(database, {
      chain: real.municipalityCode ?? '000',
      action: 'experiment.loaded',
      recordKind: 'experiment',
      recordId: id,
      personId: null,
      requestId: 'load',
      at: now,
      after: real,
    })
    const experiment = await experimentById(database, id)
    if (experiment) await indexExperiment(database, experiment)
  }
  return changed
}
