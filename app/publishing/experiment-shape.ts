import { z } from '@hono/zod-openapi'
import { designKinds, measureKinds, resourceKinds, rhythms, stopReasons } from '../experiments/index.ts'
import { findingShape } from './finding-shape.ts'
import { lessonCard } from './lesson-shape.ts'
import {
  address,
  day,
  experimentSummary,
  experimentSummaryFields,
  fingerprint,
  inLanguages,
  paging,
  text,
  orNull,
} from './shapes.ts'

const qualifier = z.enum(['about', 'almost', 'atLeast', 'moreThan'])

const measureShape = z
  .object({
    id: z.string(),
    name: text.nullable(),
    unit: text
      .nullable()
      .openapi({ description: 'Unit of every figure of this measure; null where it has none.' }),
    kind: z.enum(measureKinds).openapi({
      description:
        'faces: one of three faces, 1 sad, 2 in between, 3 glad; scale: answers in whole numbers from 1 to 5; figures are means of them.',
    }),
    scale_ends: z
      .object({ low: text.nullable(), high: text.nullable() })
      .nullable()
      .openapi({ description: 'What 1 and 5 stand for; null unless the kind is scale.' }),
    better: z.enum(['up', 'down']).openapi({ description: 'Which way is better.' }),
    baseline: z.number().nullable(),
    baseline_how: text.nullable(),
    predicted: z.number().nullable(),
    smallest_worthwhile_change: z.number().nullable(),
    harm_limit: z.number().nullable().openapi({ description: 'Value at which the trial is broken off.' }),
  })
  .openapi('Measure')

const resource = z.object({
  level: z.int().min(0).max(4).nullable().openapi({ description: '0 none to 4 plenty; null: not told.' }),
  words: text.nullable(),
})

const designShape = z
  .object({
    kind: z.enum(designKinds).openapi({
      description:
        'before_after: one place against its own past; with_and_without: some places try; staggered: places start one after the other; two_versions: two versions by turns.',
    }),
    places: z
      .array(text)
      .openapi({ description: 'Places, or the two versions; empty where one place is followed.' }),
    places_that_try: z.int().nullable(),
    by_lot: z.boolean().nullable(),
    weeks_between_starts: z.number().nullable(),
    rhythm: z.enum(rhythms).nullable().openapi({ description: 'How often each place is measured.' }),
    weeks_before: z.number().nullable().openapi({ description: 'Weeks of measuring before the start.' }),
    watched: z.boolean().nullable().openapi({
      description: 'false: the figures are covered until the end of the trial.',
    }),
    looks: z.int().nullable().openapi({
      description: 'Agreed looks at the result, the one at the end included; null: none along the way.',
    }),
  })
  .openapi('Design')

export const planShape = z
  .object({
    question: text.nullable(),
    summary: text.nullable(),
    goal: text.nullable(),
    doing: text.nullable(),
    cooperation: text.nullable(),
    variables: text.nullable().openapi({ description: 'What else may move the measure.' }),
    prediction: text.nullable(),
    target_group: text.nullable(),
    place: text.nullable(),
    starts_on: day.nullable(),
    ends_on: day.nullable(),
    comparison: text.nullable().openapi({ description: 'null: nothing but the time before.' }),
    design: orNull(designShape).openapi({ description: 'What is compared with what; null: not told.' }),
    measures: z.array(measureShape).openapi({ description: 'The first one is the main measure.' }),
    spread_when: text.nullable(),
    stop_when: text.nullable(),
    resources: z.object(
      Object.fromEntries(resourceKinds.map((kind) => [kind, resource])) as Record<
        (typeof resourceKinds)[number],
        typeof resource
      >,
    ),
    hours_planned: z.number().nullable().openapi({ description: 'Hours of work.' }),
    euros_planned: z.number().nullable(),
    euros_per_hour: z
      .number()
      .nullable()
      .openapi({ description: 'What an hour of work costs; null: not told.' }),
    euros_per_unit: z.number().nullable().openapi({
      description: 'What a change of one unit of the main measure is worth a year; null: not told.',
    }),
    lane: z.enum(['own_work', 'decision']).nullable(),
  })
  .openapi('Plan', {
    description: 'The frozen plan. What names people is left out; `plan_url` gives its very bytes.',
  })

const seriesShape = z
  .object({
    measure_id: z.string(),
    // Empty until the end of a trial whose plan covers its figures.
    points: z.array(
      z.object({
        day,
        value: z
          .number()
          .openapi({ description: 'Mean of the readings of the day, in the unit of the measure.' }),
        readings: z.int().min(1),
        phase: z.enum(['before', 'during', 'after']),
      }),
    ),
  })
  .openapi('Series', { description: 'What was measured, day by day.' })

const decisionShape = z
  .object({
    kind: z.enum(['continue', 'spread', 'adapt', 'stop']),
    reasons: text.nullable(),
    stop_reason: z.enum(stopReasons).nullable(),
    proposed_by_rule: z.enum(['spread', 'adapt', 'stop']).nullable(),
    against_proposal: text
      .nullable()
      .openapi({ description: 'Why the rule was not followed; null where it was.' }),
    would_change: text.nullable(),
    decided_on: day,
  })
  .openapi('Decision')

const figureShape = z.object({
  series: inLanguages,
  period: orNull(inLanguages),
  value: z.number(),
  unit: inLanguages,
  qualifier: qualifier.nullable(),
  kind: z.enum(['trial', 'estimate', 'target', 'context', 'spread']),
  source: address,
})

const publishedShape = z
  .object({
    tried: inLanguages,
    measure: orNull(inLanguages),
    scale: orNull(inLanguages),
    result: z
      .object({
        value: z.number().nullable(),
        unit: orNull(inLanguages),
        qualifier: qualifier.nullable(),
        statement: orNull(inLanguages),
      })
      .nullable(),
    cost: z
      .object({
        from_euros: z.number().nullable(),
        to_euros: z.number().nullable(),
        of: orNull(inLanguages),
      })
      .nullable(),
    stop_reason: z.object({ kind: z.enum(stopReasons), words: inLanguages }).nullable(),
    notes: orNull(inLanguages),
    figures: z.array(figureShape),
    sources: z.array(address).min(1),
  })
  .openapi('PublishedRecord', { description: 'What public sources tell, with the source of each figure.' })

export const experimentShape = z
  .object({
    ...experimentSummaryFields,
    plan: orNull(planShape).openapi({
      description: 'null for published experiments: their plans are not known.',
    }),
    plan_fingerprint: fingerprint.nullable(),
    bundle_url: address.nullable().openapi({
      description: 'An archive from which anyone computes the result again; null while there is none.',
    }),
    plan_url: address.nullable().openapi({ description: 'The bytes that the fingerprint was taken of.' }),
    departures: z
      .array(z.object({ day, what: text, why: text }))
      .openapi({ description: 'What was done otherwise than planned, oldest first.' }),
    events: z.array(z.object({ day, what: text })).openapi({
      description: 'What else happened around the trial and may have moved the measures, oldest first.',
    }),
    series: z.array(seriesShape),
    effort: z
      .object({
        hours: z.number().openapi({ description: 'Hours of work.' }),
        euros: z.number(),
      })
      .nullable()
      .openapi({ description: 'What has gone into it; null: nobody has told.' }),
    finding: orNull(findingShape),
    decisions: z.array(decisionShape).openapi({ description: 'Newest first.' }),
    embedding: z
      .object({
        unit: text.nullable(),
        budget_line: text.nullable(),
        in_practice: z.boolean(),
        something_new: z.boolean(),
        answers_problem: z.boolean(),
      })
      .nullable()
      .openapi({ description: 'Where it lives after the decision.' }),
    checks: z.array(
      z.object({
        months: z.union([z.literal(6), z.literal(12)]),
        due_on: day,
        answer: z.enum(['alive', 'changed', 'gone']).nullable(),
        words: text.nullable(),
        answered_on: day.nullable(),
      }),
    ),
    lesson: orNull(lessonCard),
    published: orNull(publishedShape),
    adopted_in: z.array(z.uuid()).openapi({ description: 'Public experiments taken up from this one.' }),
  })
  .openapi('Experiment')

export const experimentList = z
  .object({ ...paging, results: z.array(experimentSummary) })
  .openapi('ExperimentList')
