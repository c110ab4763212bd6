import type { ChosenMethod } from '@uskalla/evidence'
import { z } from 'zod'
import type { Plan } from '../experiments/index.ts'
import { formats } from './bundle-files.ts'
import { methodsToTry, periods } from './exploration.ts'

// What is read back from a bundle. Bundles come from anywhere: nothing of them is believed before it has this shape.

const fingerprint = z.string().regex(/^[0-9a-f]{64}$/)
const figure = z.number().nullable()
const day = z.iso.date().nullable()

const measure = z.looseObject({
  id: z.string(),
  name: z.string(),
  unit: z.string(),
  kind: z.string(),
  direction: z.enum(['up', 'down']),
  baseline: figure,
  predicted: figure,
  smallestWorthwhile: figure,
  harmLimit: figure,
})

const design = z.looseObject({
  kind: z.string(),
  units: z.array(z.string()),
  treatedCount: figure,
  byLot: z.boolean().nullable(),
  stepWeeks: figure,
  rhythm: z.string().nullable(),
  weeksBefore: figure,
})

/** The parts of a plan that an evaluation rests on; its words are not looked at. */
const plan = z.looseObject({
  startsOn: day,
  endsOn: day,
  design: design.optional(),
  measures: z.array(measure).max(100),
})

const isPlan = (value: unknown): value is Plan => plan.safeParse(value).success

/** The file of a frozen plan. */
export const planShape = z.object({
  format: z.literal('uskalla-plan-1'),
  experiment: z.string(),
  municipality: z.string().nullable(),
  plan: z.custom<Plan>(isPlan),
})

/** The file of a draw. */
export const drawShape = z.looseObject({
  format: z.literal(formats.draw),
  seed: fingerprint,
  commitment: fingerprint,
  plan_fingerprint: fingerprint,
  order: z.array(z.string()).max(10_000),
})

/** The file of an evaluation. */
export const evaluationShape = z.looseObject({
  format: z.literal(formats.evaluation),
  experiment: z.string(),
  engine_version: z.string(),
  seed: z.number(),
  plan_fingerprint: fingerprint,
  data_fingerprint: fingerprint,
  opened_early: z.array(z.iso.datetime()),
  measures: z.record(z.string(), z.unknown()),
})

/** The file of changed units. */
export const unitChangesShape = z.looseObject({
  format: z.literal(formats.unitChanges),
  changes: z
    .array(
      z.looseObject({
        measure: z.string(),
        from: z.iso.date(),
        unit: z.string(),
        plan_units: z.number().positive().nullable(),
      }),
    )
    .max(1_000),
})

/** The file of agreed looks. */
export const looksShape = z.looseObject({
  format: z.literal(formats.looks),
  seed: z.number(),
  looks: z
    .array(
      z.looseObject({
        number: z.int(),
        day: z.iso.date(),
        looked_at: z.string(),
        data_fingerprint: fingerprint,
        readings: z.number(),
        said: z.string(),
        estimate: figure,
        low: figure,
        high: figure,
      }),
    )
    .max(10),
})

const isMethod = (value: unknown): value is ChosenMethod => methodsToTry.some((method) => method === value)

/** The file of analyses outside the plan. */
export const explorationsShape = z.looseObject({
  format: z.literal(formats.explorations),
  seed: z.number(),
  explorations: z
    .array(
      z.looseObject({
        measure: z.string(),
        method: z.custom<ChosenMethod>(isMethod),
        period: z.enum(periods),
        besides: z.string().optional(),
        made_at: z.iso.datetime(),
        engine_version: z.string(),
        data_fingerprint: fingerprint,
        evaluation: z.unknown(),
      }),
    )
    .max(1_000),
})
