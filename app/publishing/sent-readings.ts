import { createRoute, z } from '@hono/zod-openapi'
import { measureIdParameters } from './parameters.ts'
import { problemShape } from './problem.ts'
import { day, text } from './shapes.ts'

/** The most readings of one request, and its largest body in bytes. */
export const mostReadings = 1_000
export const largestRequestBytes = 1_000_000

const named = (most: number) => z.string().trim().min(1).max(most)

/** A reading as a program sends it. */
export const sentReading = z
  .strictObject({
    id: named(100).openapi({
      description: 'Your own name for the reading. Sent again under it, the reading is stored once.',
      example: 'scale-3/2026-03-09',
    }),
    day: day.openapi({
      description: 'The day in Finland, not in the future. Days before the trial are its baseline.',
    }),
    value: z.number().gt(-1e12).lt(1e12).openapi({
      description: 'In the unit of the measure; 1 to 3 for faces, 1 to 5 for scales.',
      example: 52.5,
    }),
    unit: z.string().max(80).optional().openapi({
      description: 'The unit of the value. Another unit than the measure’s is refused.',
      example: 'kg',
    }),
    place: named(80).optional().openapi({
      description: 'Where the design has several places or versions: the one that was measured.',
    }),
    note: z.string().max(300).optional().openapi({ description: 'A remark. No names of people.' }),
  })
  .openapi('SentReading')

const sentReadings = z.union([sentReading, z.array(sentReading).min(1).max(mostReadings)])

const storedReadings = z
  .object({
    stored: z.int().min(0).openapi({ description: 'Readings that are new.' }),
    already_stored: z.int().min(0).openapi({ description: 'Readings that had been sent before, unchanged.' }),
    replaced: z.int().min(0).openapi({ description: 'Earlier readings in whose place these came.' }),
    observations: z.array(z.object({ id: text, observation_id: z.uuid() })),
  })
  .openapi('StoredReadings')

const problemOf = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problemShape } },
})

export const sameDayChoices = ['refuse', 'replace', 'keep'] as const

/** The one address that takes something in; described here, answered by `receive-readings.ts`. */
export const sendReadingsRoute = createRoute({
  method: 'post',
  path: '/measures/{id}/observations',
  operationId: 'sendObservations',
  summary: 'Send readings of a measure',
  description:
    'For programs of a municipality: scales, counters, exports. The key is made on the experiment’s page of measurements, belongs to one measure and can do nothing else. All readings of a request are stored, or none.',
  security: [{ measureKey: [] }],
  request: {
    params: measureIdParameters,
    query: z.strictObject({
      same_day: z.enum(sameDayChoices).optional().openapi({
        default: 'refuse',
        description:
          'What to do where a day has a reading already: refuse, put the new one in its place, or keep both (the value of the day is their mean). Readings are never added up.',
      }),
    }),
    headers: z.object({
      'Idempotency-Key': z.string().max(200).optional().openapi({
        description:
          'Your own name for the whole request: sent again within 30 days, it gets the same answer.',
      }),
    }),
    body: { required: true, content: { 'application/json': { schema: sentReadings } } },
  },
  responses: {
    200: {
      description: 'Everything had been sent before.',
      content: { 'application/json': { schema: storedReadings } },
    },
    201: { description: 'Stored.', content: { 'application/json': { schema: storedReadings } } },
    400: problemOf('The body is not JSON, or a parameter cannot be read.'),
    401: problemOf('The key is missing, unknown or out of use.'),
    403: problemOf('The key is for another measure, or the trial takes no readings any more.'),
    413: problemOf('The body is larger than a megabyte.'),
    415: problemOf('The body is not application/json.'),
    422: problemOf(
      'Readings cannot be stored; `invalid_rows` names each with its fault. Nothing was stored.',
    ),
    429: problemOf('Too many requests; `Retry-After` says in how many seconds to try again.'),
  },
})
