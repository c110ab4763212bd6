import { z } from 'zod'
import { keepExploration, methodsToTry, periods } from '../evaluations/index.ts'
import {
  designKinds,
  type Experiment,
  emptyPlan,
  idOfRealExperiment,
  loadRetrospective,
  type Measure,
  measureOf,
  type PublishedRecord,
  rhythms,
  themes,
} from '../experiments/index.ts'
import { loadReadings } from '../measurements/index.ts'
import type { Database } from '../platform/database/database.ts'
import file from './retrospective-examples.json' with { type: 'json' }

const words = z.object({ fi: z.string().min(1), sv: z.string().min(1), en: z.string().min(1) })
const text = z.string().min(1).nullable()
const figure = z.number().nullable()
const address = z.url({ protocol: /^https?$/ })

const exampleShape = z.object({
  number: z.string().regex(/^RE\d{2}$/),
  municipalityCode: z.string().regex(/^\d{3}$/),
  yearFrom: z.int(),
  yearTo: z.int(),
  theme: z.enum(themes),
  title: words,
  tried: words,
  measure: words,
  /** Name and unit of each measure of the plan, in its order. */
  measureWords: z.array(z.object({ name: words, unit: words })).min(1),
  scale: words,
  notes: words,
  attribution: text,
  sources: z.array(address).min(1),
  figures: z.array(
    z.object({
      series: words,
      period: words,
      value: z.number(),
      unit: words,
      qualifier: z.null(),
      arm: z.literal('trial'),
      source: address,
    }),
  ),
  plan: z.object({
    question: z.string(),
    summary: text,
    goal: text,
    doing: text,
    variables: text,
    targetGroup: text,
    place: text,
    comparison: text,
    theme: z.enum(themes),
    startsOn: z.iso.date(),
    endsOn: z.iso.date(),
    design: z.object({
      kind: z.enum(designKinds),
      units: z.array(z.string()),
      treatedCount: figure,
      byLot: z.boolean().nullable(),
      stepWeeks: figure,
      rhythm: z.enum(rhythms).nullable(),
      weeksBefore: figure,
      usualLow: figure,
      usualHigh: figure,
      watched: z.boolean().nullable(),
      pickedForReading: z.boolean().nullable(),
    }),
    measures: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        unit: z.string(),
        kind: z.literal('number'),
        direction: z.enum(['up', 'down']),
        baseline: figure,
        baselineHow: text,
        predicted: figure,
        smallestWorthwhile: figure,
        harmLimit: figure,
      }),
    ),
  }),
  readings: z.array(
    z.object({
      measure: z.int(),
      rows: z.array(z.object({ unit: text, day: z.iso.date(), value: z.number(), note: text })),
    }),
  ),
  /** Analyses outside the plan, in their order; measures by their place in the plan. */
  explorations: z
    .array(
      z.object({
        measure: z.int(),
        method: z.enum(methodsToTry),
        period: z.enum(periods),
        besides: z.int().nullable(),
        why: words,
      }),
    )
    .optional(),
})

type Example = z.infer<typeof exampleShape>

function sourcesOf(example: Example): PublishedRecord {
  const { number, title, tried, measure, measureWords, scale, notes, sources, figures, attribution } = example
  const explorationWords = example.explorations?.map(({ why }) => why)
  return {
    number,
    title,
    tried,
    measure,
    measureWords,
    ...(explorationWords && { explorationWords }),
    scale,
    result: null,
    cost: null,
    stopReason: null,
    notes,
    sources,
    figures,
    attribution,
  }
}

function measureAt(example: Example, experiment: Experiment, index: number): Measure {
  const measure = measureOf(experiment.plan, example.plan.measures[index]?.id ?? '')
  if (!measure) throw new Error(`${example.number} has no measure ${index}`)
  return measure
}

/**
 * Brings the examples that the makers of the service worked out afterwards from open data into the database: plan, sources,
 * readings, which the same job evaluates as everybody's, and analyses outside the plan. Answers how many were added; a
 * second run answers 0.
 */
export async function loadRetrospectiveExamples(
  database: Database,
  { now, newId }: { now: Date; newId: () => string },
): Promise<number> {
  let added = 0
  for (const example of z.array(exampleShape).parse(file.examples)) {
    const { number, municipalityCode } = example
    const experiment = await loadRetrospective(database, {
      id: idOfRealExperiment(number),
      municipalityCode,
      plan: { ...emptyPlan(), ...example.plan },
      published: sourcesOf(example),
      years: { from: example.yearFrom, to: example.yearTo },
      now,
    })
    if (!experiment) continue
    added++
    const readings = example.readings.flatMap(({ measure, rows }) => {
      const measureId = measureAt(example, experiment, measure).id
      return rows.map((row) => ({ ...row, measureId }))
    })
    if (readings.length > 0)
      await loadReadings(database, { experimentId: experiment.id, municipalityCode, readings, newId, now })
    for (const { measure, method, period, besides, why } of example.explorations ?? []) {
      const kept = await keepExploration(database, {
        experiment,
        municipalityCode,
        measure: measureAt(example, experiment, measure),
        method,
        period,
        besides: besides === null ? undefined : measureAt(example, experiment, besides),
        why: why.fi,
        personId: null,
        now,
        requestId: 'load',
        newId,
      })
      if (!kept) throw new Error(`${number} does not allow the analysis ${method}`)
    }
  }
  return added
}
