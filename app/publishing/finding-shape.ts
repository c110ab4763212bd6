import { z } from '@hono/zod-openapi'
import { fingerprint, inLanguages, moment, orNull, text } from './shapes.ts'

const levels = z
  .object({
    standing: z.enum(['no-data', 'few-points', 'no-baseline', 'cause-unknown']),
    days_before: z.int(),
    days_during: z.int(),
    baseline: z.number().nullable(),
    baseline_from: z.enum(['points', 'plan']).nullable(),
    during: z.number().nullable().openapi({ description: 'Median of the days during and after the trial.' }),
    change: z.number().nullable(),
    improvement: z.number().nullable().openapi({ description: 'The change; positive means better.' }),
    beyond_prediction: z.number().nullable(),
    harmful: z.boolean(),
  })
  .nullable()
  .openapi({
    description:
      'Levels of the main measure as it was measured, in its unit; as they were when a finding was written, where its readings have not been evaluated.',
  })

/** What came of a trial: what its readings show, as the statistics engine tells it, and what those who tried wrote. */
export const findingShape = z
  .object({
    measure_id: z.string().nullable().openapi({ description: 'The main measure, which the figures are of.' }),
    unit: text.nullable().openapi({ description: 'Unit of estimate and range; null where it has none.' }),
    estimate: z.number().nullable().openapi({
      description:
        'How much the main measure changed by the trial. null: it cannot be told from these readings.',
    }),
    low: z
      .number()
      .nullable()
      .openapi({ description: 'Lower end of the 95 % range; null: nothing bounds it.' }),
    high: z.number().nullable(),
    method: text.nullable().openapi({ description: 'The method the engine chose, e.g. interrupted-series.' }),
    refused: text.nullable().openapi({
      description: 'Why the method gives no figure, e.g. not-enough-data; null: it did not refuse.',
    }),
    warnings: z.array(text).openapi({ description: 'What has to be known beside the figures, as codes.' }),
    precision: z.enum(['high', 'moderate', 'low']).nullable().openapi({
      description: 'Width of the range beside the smallest change worth having.',
    }),
    words: orNull(inLanguages).openapi({ description: 'What the readings show, in sentences.' }),
    evidence_level: z.int().min(0).max(5).openapi({
      description: '0 cannot tell, 1 before and after in one place, up to 5.',
    }),
    figures: levels,
    plan_fingerprint: fingerprint,
    data_fingerprint: fingerprint,
    engine_version: text.nullable(),
    seed: z.int().nullable(),
    computed_at: moment.nullable(),
    happened: text.nullable().openapi({ description: 'In the words of those who tried.' }),
    tells: z.enum(['as_predicted', 'otherwise', 'cannot_tell']).nullable().openapi({
      description: 'Whether the prediction came true, by those who tried; null: nobody has written it down.',
    }),
    learning: z.enum(['works', 'inspired', 'both']).nullable(),
    written_at: moment.nullable(),
    version: z.int().nullable().openapi({ description: 'Version of what was written.' }),
  })
  .openapi('Finding', {
    description:
      'null while nothing has been evaluated or written. Figures that a plan covers until the end of its trial are null until then.',
  })
