import { createHash } from 'node:crypto'
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import {
  measureTokenOf,
  type MeasureToken,
  type SameDayOfProgram,
  type SentFault,
  type SentReading,
  takeFromProgram,
  type TakenFromProgram,
} from '../measurements/index.ts'
import { asSystem } from '../platform/database/acting.ts'
import type { SiteEnvironment } from '../platform/web/site.ts'
import { problem } from './problem.ts'
import {
  largestRequestBytes,
  mostReadings,
  sameDayChoices,
  sendReadingsRoute,
  sentReading,
} from './sent-readings.ts'
import type { ApiParts } from './serve-api.ts'

/** Where programs send readings; closed to pages of other sites. */
export const readingsPath = '/measures/:id/observations'

/** Carries a refusal out of the transaction, so that everything in it is undone. */
class NothingTaken extends Error {
  readonly taken: TakenFromProgram & { ok: false }
  constructor(taken: TakenFromProgram & { ok: false }) {
    super('nothing taken')
    this.taken = taken
  }
}

/** Takes in what programs send: who they are is told by a key alone, and the key by its header alone. */
export function receiveReadings(
  api: OpenAPIHono<SiteEnvironment>,
  { database, limits, now, newId }: Pick<ApiParts, 'database' | 'limits' | 'now' | 'newId'>,
): void {
  api.openAPIRegistry.registerComponent('securitySchemes', 'measureKey', {
    type: 'http',
    scheme: 'bearer',
    description: 'A key for one measure, made on the experiment’s page of measurements.',
  })
  api.openAPIRegistry.registerPath(sendReadingsRoute)

  const tooMany = (context: Context, waitSeconds: number) => {
    context.header('Retry-After', String(waitSeconds))
    return problem(context, 429, `Please try again in ${waitSeconds} s.`)
  }

  api.post(readingsPath, async (context) => {
    context.header('Cache-Control', 'no-store')
    const key = /^Bearer +(\S+)$/i.exec(context.req.header('authorization') ?? '')?.[1]
    const token = key === undefined ? undefined : await measureTokenOf(database, key)
    if (!token) {
      const waitSeconds = limits.take(
        [{ budget: 'wrong-key by network', whose: context.get('network') }],
        now(),
      )
      if (waitSeconds !== undefined) return tooMany(context, waitSeconds)
      context.header('WWW-Authenticate', 'Bearer realm="uskalla"')
      return problem(context, 401, 'Send the key of the measure in the header Authorization: Bearer.')
    }
    const waitSeconds = limits.take([{ budget: 'readings by key', whose: token.id }], now())
    if (waitSeconds !== undefined) return tooMany(context, waitSeconds)
    if (context.req.param('id')?.toLowerCase() !== token.measureId)
      return problem(context, 403, 'This key is for another measure.')
    const sameDay = sameDayOf(context)
    if (!sameDay)
      return problem(
        context,
        400,
        `same_day must be one of ${sameDayChoices.join(', ')}, and there are no other parameters.`,
      )
    if (!/^application\/json\s*(?:;|$)/i.test(context.req.header('content-type') ?? ''))
      return problem(context, 415, 'Send application/json.')
    const body = await boundedBody(context.req.raw)
    if (!body) return problem(context, 413, `A request may be at most ${largestRequestBytes} bytes.`)
    const sent = readingsIn(body)
    if (typeof sent === 'string') return problem(context, 400, sent)
    if (sent.faults.length > 0) return faulty(context, sent.faults)
    return answer(context, token, { body, sameDay, readings: sent.readings })
  })

  async function answer(
    context: Context<SiteEnvironment>,
    token: MeasureToken,
    { body, sameDay, readings }: { body: Buffer; sameDay: SameDayOfProgram; readings: SentReading[] },
  ): Promise<Response> {
    const requestKey = context.req.header('idempotency-key')?.trim().slice(0, 200) || undefined
    const bodyFingerprint = createHash('sha256').update(`${sameDay}\n`).update(body).digest('hex')
    try {
      const taken = await asSystem(database, async (transaction) => {
        const outcome = await takeFromProgram(transaction, {
          token,
          readings,
          sameDay,
          requestKey,
          bodyFingerprint,
          now: now(),
          newId,
          requestId: context.get('requestId'),
        })
        if (!outcome.ok) throw new NothingTaken(outcome)
        return outcome
      })
      return context.json(taken.answer, taken.answer.stored > 0 && !taken.repeated ? 201 : 200)
    } catch (error) {
      if (!(error instanceof NothingTaken)) throw error
      const { taken } = error
      if (taken.why === 'faulty') return faulty(context, taken.faults)
      return taken.why === 'closed'
        ? problem(context, 403, 'The trial takes no readings any more.')
        : problem(context, 422, 'This Idempotency-Key was used for another request.')
    }
  }
}

function faulty(context: Context, faults: SentFault[]): Response {
  const count = faults.length === 1 ? 'One fault' : `${faults.length} faults`
  return problem(context, 422, `${count}; nothing was stored.`, { invalid_rows: faults })
}

function sameDayOf(context: Context): SameDayOfProgram | undefined {
  const asked = [...new URL(context.req.url).searchParams]
  if (asked.length === 0) return 'refuse'
  const [[name, value] = []] = asked
  return asked.length === 1 && name === 'same_day'
    ? sameDayChoices.find((choice) => choice === value)
    : undefined
}

/** The body of a request, undefined past the limit. */
async function boundedBody(request: Request): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength
    if (size > largestRequestBytes) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** The readings in a body with what is wrong with each; a sentence when there are none to speak of. */
function readingsIn(body: Buffer): { readings: SentReading[]; faults: SentFault[] } | string {
  let sent: unknown
  try {
    sent = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch {
    return 'The body must be JSON in UTF-8.'
  }
  const list: unknown[] = Array.isArray(sent) ? sent : [sent]
  if (list.length === 0 || list.length > mostReadings) return `Send from 1 to ${mostReadings} readings.`
  const readings: SentReading[] = []
  const faults: SentFault[] = []
  for (const [row, one] of list.entries()) {
    const read = sentReading.safeParse(one)
    if (read.success && !read.data.id.includes('\0') && !read.data.note?.includes('\0'))
      readings.push(read.data)
    else
      faults.push(
        ...(read.success
          ? [{ row, id: '', field: 'id', reason: 'must hold no NUL' }]
          : read.error.issues.map((issue) => ({
              row,
              id: idOf(one),
              field: issue.code === 'unrecognized_keys' ? (issue.keys[0] ?? '') : String(issue.path[0] ?? ''),
              reason: issue.code === 'unrecognized_keys' ? 'is not a field of a reading' : issue.message,
            }))),
      )
  }
  return { readings, faults }
}

function idOf(one: unknown): string {
  const id = typeof one === 'object' && one !== null && 'id' in one ? one.id : undefined
  return typeof id === 'string' ? id.slice(0, 100) : ''
}
