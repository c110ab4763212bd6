import { exampleMeasure, examplePlan, saveExampleExperiment } from './experiments/experiments.examples.ts'
import { asSystem } from './platform/database/acting.ts'
import type { createTestSite, TestBrowser } from './test-site.ts'
import { readingsAsEntered } from './measurements/observation-store.ts'

export const plates = exampleMeasure({ unit: 'kg' })
export const mood = exampleMeasure({
  id: '00000000-0000-7000-8000-0000000000bb',
  name: 'Miten lounas maistui',
  unit: '',
  kind: 'faces',
})

/** Where the keys of an experiment are made and taken out of use. */
export const pageOf = (id: string) => `/fi/kokeilut/${id}/mittaukset/ohjelmat`

/** What the interface answers to a program. */
export interface Answer {
  status: number
  headers: Headers
  body: {
    stored?: number
    already_stored?: number
    replaced?: number
    detail?: string
    invalid_rows?: { row: number; id: string; field: string; reason: string }[]
  }
}

/** A reading as a program sends it. */
export const reading = (id: string, day = '2026-03-09', value = 2) => ({ id, day, value })

/** What tests of programs do at a site: begin a trial, make keys as the employee, send readings, look at what is stored. */
export function programsAt(site: Awaited<ReturnType<typeof createTestSite>>, kaisa: TestBrowser) {
  async function running(): Promise<string> {
    const id = site.newId()
    await asSystem(site.database, (transaction) =>
      saveExampleExperiment(transaction, {
        id,
        newId: site.newId,
        at: site.clock.now,
        state: 'running',
        plan: examplePlan({ measures: [plates, mood], startsOn: '2026-03-01' }),
      }),
    )
    return id
  }

  /** Makes a key on its page and reads it from there, the one time it is shown. */
  async function keyFor(id: string, measureId = plates.id): Promise<string> {
    const answer = await kaisa.fillIn(pageOf(id), { measure: measureId, name: 'Keittiön vaaka' })
    return /uskalla_[\w-]{43}/.exec(answer.text)?.[0] ?? ''
  }

  async function send(
    key: string | undefined,
    readings: unknown,
    { measureId = plates.id, query = '', headers = {} as Record<string, string> } = {},
  ): Promise<Answer> {
    const response = await site.site.request(
      `http://uskalla.test/api/v1/measures/${measureId}/observations${query}`,
      {
        method: 'POST',
        body: typeof readings === 'string' ? readings : JSON.stringify(readings),
        headers: {
          'content-type': 'application/json',
          ...(key !== undefined && { authorization: `Bearer ${key}` }),
          ...headers,
        },
      },
    )
    return {
      status: response.status,
      headers: response.headers,
      body: (await response.json()) as Answer['body'],
    }
  }

  const valuesOf = async (id: string) =>
    (await readingsAsEntered(site.database, id)).map(({ day, value, way, enteredBy }) => [
      day,
      value,
      way,
      enteredBy,
    ])

  return { running, keyFor, send, valuesOf }
}
