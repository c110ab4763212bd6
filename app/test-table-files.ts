import { exampleMeasure, examplePlan, saveExampleExperiment } from './experiments/experiments.examples.ts'
import type { Plan } from './experiments/index.ts'
import { asSystem } from './platform/database/acting.ts'
import type { createTestSite, TestAnswer, TestBrowser } from './test-site.ts'
import { importFileJobs } from './measurements/import-file-jobs.ts'
import { readingsAsEntered } from './measurements/observation-store.ts'

export const plates = exampleMeasure()

/** What tests of files do at a site: begin a trial, send files as the employee, press the buttons of their pages, run the job. */
export function filesAt(site: Awaited<ReturnType<typeof createTestSite>>, kaisa: TestBrowser) {
  async function running(change: Partial<Plan> = {}): Promise<string> {
    const id = site.newId()
    await asSystem(site.database, (transaction) =>
      saveExampleExperiment(transaction, {
        id,
        newId: site.newId,
        at: site.clock.now,
        state: 'running',
        plan: examplePlan({ measures: [plates], startsOn: '2026-03-01', ...change }),
      }),
    )
    return id
  }

  async function sendFile(
    browser: TestBrowser,
    id: string,
    bytes: Uint8Array | string,
    name = 'luvut.csv',
  ): Promise<TestAnswer> {
    const body = new FormData()
    body.set('_token', browser.token())
    body.set('measure', plates.id)
    body.set('file', new File([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)], name))
    const path = `/fi/kokeilut/${id}/mittaukset/tiedosto`
    const request = new Request(`http://uskalla.test${path}`, { method: 'POST', body })
    return browser.send(path, {
      method: 'POST',
      body: await request.arrayBuffer(),
      headers: {
        'content-type': request.headers.get('content-type') ?? '',
        origin: 'http://uskalla.test',
      },
    })
  }

  /** Sends a file that is taken, and returns where it is shown. */
  async function taken(id: string, bytes: Uint8Array | string, name?: string): Promise<string> {
    const answer = await sendFile(kaisa, id, bytes, name)
    if (answer.status !== 303) throw new Error(answer.text.slice(0, 3_000))
    return answer.location ?? ''
  }

  /** Presses a button of the file's page, with the choices that stand there and these. */
  async function press(path: string, act: string, choices: Record<string, string> = {}): Promise<TestAnswer> {
    const { text } = await kaisa.get(path)
    const version = /name="_version" value="(\d+)"/.exec(text)?.[1] ?? ''
    const selected = [...text.matchAll(/<select[^>]*name="([^"]+)".*?<\/select>/gs)].map(([select, name]) => [
      name,
      /<option value="([^"]*)" selected/.exec(select)?.[1] ?? '',
    ])
    const ticked = [...text.matchAll(/<input type="(?:radio|checkbox)"[^>]*>/g)].flatMap(([tag]) =>
      tag.includes('checked') ? [[/name="([^"]+)"/.exec(tag)?.[1], /value="([^"]+)"/.exec(tag)?.[1]]] : [],
    )
    const standing = Object.fromEntries([...selected, ...ticked]) as Record<string, string>
    return kaisa.post(path, { _version: version, ...standing, act, ...choices })
  }

  const valuesOf = async (id: string) =>
    (await readingsAsEntered(site.database, id)).map(({ day, value }) => [day, value])

  /** Runs the job that stores files as the worker would. */
  async function runJob(fileId: string, experimentId: string): Promise<void> {
    const job = importFileJobs(site.newId)['store-import-file']
    if (typeof job !== 'object') throw new Error('no job that works beside the database')
    await job.outgoing(
      { fileId, experimentId, lang: 'fi', requestId: 'test' },
      { now: site.clock.now, inTransaction: (work) => asSystem(site.application, work) },
    )
  }

  return { running, sendFile, taken, press, valuesOf, runJob }
}
