// npm run bench:import: how long a file of 100,000 figures takes, as CSV, as a workbook and with a column for each place, from the browser's first byte to
// the last row in place: read and shown, then stored by its job while somebody else opens pages. Then the largest file is
// undone. The budget of each import is ten seconds.
import { randomUUID } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import { designOf } from '../app/experiments/design.ts'
import { readConfiguration } from '../app/platform/configuration.ts'
import { openData } from '../app/platform/database/open-data.ts'
import { newLife } from '../app/platform/life.ts'
import { zip } from '../app/platform/zip.ts'
import { startApplication } from './application.ts'
import { cpuMs } from './bench-page.ts'

const rowCount = 100_000
const budgetMs = 10_000
const places = Array.from({ length: 40 }, (_, place) => `Koulu ${place + 1}`)
const folder = mkdtempSync(join(tmpdir(), 'uskalla-bench-'))
chmodSync(folder, 0o755)
console.log(`${cpus().length} processors (${cpus()[0]?.model}), Node ${process.versions.node}`)
console.log(`other work on the machine before the start: ${loadavg()[0]?.toFixed(1)} processes`)
const dataFolder = join(folder, 'data')
const application = await startApplication({
  dataFolder,
  environment: { USKALLA_RATE_LIMITS: 'off' },
})
const { url } = application
let cookie = ''

try {
  await signIn()
  const id = await runningExperiment()
  await importFile(id, 'luvut.csv', Buffer.from(csv()))
  const last = await importFile(id, 'luvut.xlsx', workbook())
  const started = performance.now()
  await pressOn(`/en/experiments/${id}/measurements/table/${last}`, {})
  report('undone whole', performance.now() - started, 5_000)
  const atPlaces = await runningExperiment(places)
  await importFile(atPlaces, 'paikat.csv', Buffer.from(csvOfPlaces()), { shape: 'places' })
} finally {
  application.process.kill('SIGTERM')
  rmSync(folder, { recursive: true, force: true })
}

function report(what: string, ms: number, most: number): void {
  const verdict = ms <= most ? 'within' : 'OVER'
  console.log(`${what.padEnd(46)}${String(Math.round(ms)).padStart(8)} ms   ${verdict} ${most} ms`)
}

async function importFile(
  id: string,
  name: string,
  bytes: Buffer,
  choices: Record<string, string> = {},
): Promise<string> {
  await hasNothingToDo()
  console.log(`\n${name}: ${rowCount} figures, ${(bytes.length / 1e6).toFixed(1)} MB`)
  const began = performance.now()
  const cpuBefore = cpuMs(application.process.pid ?? 0, dataFolder)
  const form = await get(`/en/experiments/${id}/measurements/file`)
  const body = new FormData()
  for (const field of ['_token', '_key']) body.set(field, valueOf(form, field))
  body.set('measure', /<option value="([^"]+)"/.exec(form)?.[1] ?? '')
  body.set('file', new File([new Uint8Array(bytes)], name))
  const sent = await ask(`/en/experiments/${id}/measurements/file`, { method: 'POST', body })
  const path = sent.headers.get('location') ?? ''
  if (!path) throw new Error(`The file was not taken: ${sent.status} ${(await sent.text()).slice(0, 3_000)}`)
  const readMs = performance.now() - began
  // Several readings fall on one day: their mean is what the person wants, in the place of what was there before.
  await choose(path, { act: 'read', repeated: 'keep', existing: 'keep', ...choices })
  const chosenMs = performance.now() - began
  await choose(path, { act: 'store', repeated: 'keep', existing: 'keep', ...choices })
  const storing = performance.now()
  const pages: number[] = []
  let seen = 0
  for (;;) {
    const asked = performance.now()
    const front = await ask('/en/experiments')
    await front.text()
    pages.push(performance.now() - asked)
    const text = await get(path)
    if (text.includes('now among the measurements')) break
    seen = Math.max(seen, Number(/<progress[^>]*value="(\d+)"/.exec(text)?.[1] ?? 0))
    if (performance.now() - storing > 400_000) throw new Error(`It is not stored: ${text.slice(-3_000)}`)
    await wait(100)
  }
  const storedMs = performance.now() - storing
  report('read and shown', readMs, budgetMs)
  report('read again with other choices', chosenMs - readMs, budgetMs)
  report(`stored by its job (progress seen up to ${seen})`, storedMs, budgetMs)
  report('sent, read and stored', readMs + storedMs, budgetMs)
  const cpu = cpuMs(application.process.pid ?? 0, dataFolder) - cpuBefore
  console.log(`processor time of application, worker and database together: ${Math.round(cpu)} ms`)
  pages.sort((a, b) => a - b)
  console.log(`a page meanwhile: slowest of ${pages.length} ${Math.round(pages.at(-1) ?? 0)} ms`)
  return path.split('/').at(-1) ?? ''
}

/** Sends the choices of a file's page, those that stand there and these. */
async function choose(path: string, fields: Record<string, string>): Promise<void> {
  const text = await get(path)
  const selected = [...text.matchAll(/<select[^>]*name="([^"]+)".*?<\/select>/gs)].map(([select, name]) => [
    name,
    /<option value="([^"]*)" selected/.exec(select)?.[1] ?? '',
  ])
  const headed: Record<string, string> = /name="headed"[^>]*checked/.test(text) ? { headed: 'yes' } : {}
  await pressOn(
    path,
    { ...(Object.fromEntries(selected) as Record<string, string>), ...headed, ...fields },
    text,
  )
}

async function pressOn(path: string, fields: Record<string, string>, opened?: string): Promise<void> {
  const text = opened ?? (await get(path))
  const answer = await post(path, {
    _token: valueOf(text, '_token'),
    _key: valueOf(text, '_key'),
    _version: valueOf(text, '_version'),
    ...fields,
  })
  if (answer.status !== 303)
    throw new Error(`${path} answered ${answer.status}: ${(await answer.text()).slice(0, 6_000)}`)
}

/** The worked example, begun anew: its plan is frozen and takes readings, at several places where any are given. */
async function runningExperiment(units: readonly string[] = []): Promise<string> {
  const design =
    units.length > 0 ? { design: { ...designOf('with_and_without', [...units]), byLot: false } } : {}
  const rows = await inDatabase<{ id: string }>(
    `insert into experiments (id, municipality_code, origin, state, title, theme, starts_on, ends_on, plan, frozen_at,
       plan_fingerprint, created_at, updated_at, listed_at)
     select gen_random_uuid(), municipality_code, origin, 'running', title, theme, starts_on, ends_on, plan || $1::jsonb, frozen_at,
       plan_fingerprint, created_at, updated_at, listed_at
     from experiments where origin = 'example' and municipality_code = '239' and frozen_at is not null limit 1
     returning id`,
    [JSON.stringify(design)],
  )
  const [made] = rows
  if (!made) throw new Error('There is no worked example in Keitele.')
  return made.id
}

/** Waits until the worker has made the results of what was stored or undone before: each import is timed alone. */
async function hasNothingToDo(): Promise<void> {
  for (const until = performance.now() + 120_000; performance.now() < until; await wait(250)) {
    const [waiting] = await inDatabase<{ jobs: number }>(
      'select count(*)::int as jobs from graphile_worker.jobs where run_at <= now() and attempts < max_attempts',
    )
    if (waiting?.jobs === 0) return
  }
  throw new Error('The worker still has something to do after two minutes.')
}

async function inDatabase<Row extends object>(statement: string, values: unknown[] = []): Promise<Row[]> {
  const life = newLife()
  const data = await openData(readConfiguration({ USKALLA_DATA: dataFolder }), life, 'command')
  const client = new Client({ connectionString: data.url })
  await client.connect()
  try {
    return (await client.query<Row>(statement, values)).rows
  } finally {
    await client.end()
    await life.stop()
  }
}

async function signIn(): Promise<void> {
  const opened = await fetch(`${url}/en/try-as`)
  const page = await opened.text()
  cookie = cookieOf(opened)
  const person = /name="person"[^>]*value="([^"]+)"|value="([^"]+)"[^>]*name="person"/.exec(page)
  const answer = await post('/en/try-as', {
    _token: valueOf(page, '_token'),
    _key: randomUUID(),
    person: person?.[1] ?? person?.[2] ?? '',
  })
  cookie = cookieOf(answer)
  if (cookie === '') throw new Error(`Nobody could be tried as: ${answer.status}`)
}

function cookieOf(answer: Response): string {
  return (answer.headers.getSetCookie()[0] ?? '').split(';')[0] ?? ''
}

function valueOf(html: string, name: string): string {
  return new RegExp(`name="${name}" value="([^"]*)"`).exec(html.slice(html.indexOf('<main')))?.[1] ?? ''
}

function ask(path: string, init: RequestInit = {}): Promise<Response> {
  return fetch(`${url}${path}`, {
    redirect: 'manual',
    ...init,
    headers: { cookie, origin: url, ...init.headers },
  })
}

async function get(path: string): Promise<string> {
  return (await ask(path)).text()
}

function post(path: string, fields: Record<string, string>): Promise<Response> {
  return ask(path, { method: 'POST', body: new URLSearchParams(fields) })
}

/** Twenty readings a day, the last of them yesterday's. */
function dayOfRow(row: number): Date {
  return new Date(Date.now() - 86_400_000 * (1 + Math.floor(row / 20)))
}

function csv(): string {
  const rows = Array.from({ length: rowCount }, (_, row) => {
    const day = dayOfRow(row)
    return `${day.getUTCDate()}.${day.getUTCMonth() + 1}.${day.getUTCFullYear()};${String((row % 97) / 10).replace('.', ',')};punnittu`
  })
  return ['Päivä;Määrä;Huomautus', ...rows].join('\r\n')
}

/** A row for each of 2,500 days, a column for each of 40 places. */
function csvOfPlaces(): string {
  const rows = Array.from({ length: rowCount / places.length }, (_, row) => {
    const day = new Date(Date.now() - 86_400_000 * (1 + row))
    const cells = places.map((_, place) => String(((row + place) % 97) / 10).replace('.', ','))
    return [`${day.getUTCDate()}.${day.getUTCMonth() + 1}.${day.getUTCFullYear()}`, ...cells].join(';')
  })
  return [['Päivä', ...places].join(';'), ...rows].join('\r\n')
}

function workbook(): Buffer {
  const rows = Array.from({ length: rowCount }, (_, row) => {
    const serial = Math.floor(dayOfRow(row).getTime() / 86_400_000) + 25_569
    const place = row + 2
    return `<row r="${place}"><c r="A${place}" s="1"><v>${serial}</v></c><c r="B${place}"><v>${(row % 97) / 10}</v></c><c r="C${place}" t="s"><v>3</v></c></row>`
  })
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
  const titles = ['A', 'B', 'C'].map((column, index) => `<c r="${column}1" t="s"><v>${index}</v></c>`)
  const files = {
    '[Content_Types].xml': `${head}<Types/>`,
    'xl/workbook.xml': `${head}<workbook><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/styles.xml': `${head}<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `${head}<sst>${['Päivä', 'Määrä', 'Huomautus', 'punnittu'].map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`,
    'xl/worksheets/sheet1.xml': `${head}<worksheet><sheetData><row r="1">${titles.join('')}</row>${rows.join('')}</sheetData></worksheet>`,
  }
  return zip(
    Object.entries(files).map(([name, content]) => ({ name, content })),
    new Date('2026-03-10T08:00:00Z'),
  )
}
