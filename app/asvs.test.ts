import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { waitLimits } from './platform/database/database.ts'
import { createTestDatabase } from './platform/database/test-database.ts'
import { productFolder } from './platform/folders.ts'
import { queueJob } from './platform/jobs/queue-job.ts'
import { budgets, createLimits } from './platform/web/limits.ts'
import { examplePeopleOfTrial as people } from './people/index.ts'
import { createTestSite } from './test-site.ts'

/** One requirement of the OWASP Application Security Verification Standard 5.0, and what shows that it is met. */
interface Requirement {
  requirement: string
  level: string
  shown: string
  metBy: string
  note: string
}

/** docs/asvs.csv. Cells with commas stand in quotes and hold none themselves. */
function listedRequirements(): Requirement[] {
  const [, ...lines] = readFileSync(join(productFolder, 'docs/asvs.csv'), 'utf8').trim().split('\n')
  return lines.map((line) => {
    const cells = [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map((cell) => cell[1] ?? cell[2] ?? '')
    const [requirement = '', level = '', shown = '', metBy = '', note = '', ...more] = cells
    expect(more, line).toEqual([])
    return { requirement, level, shown, metBy, note }
  })
}

const notByUs = ['operator', 'waits', 'not applicable']
const pathsIn = (text: string) => text.match(/\b(?:app|docs|deploy|stories)\/[\w./-]*\w/g) ?? []

describe('the list of security requirements', () => {
  test('names each once, in order, with its level and what is shown', () => {
    const listed = listedRequirements()
    expect(listed.length).toBeGreaterThan(50)
    const numbers = listed.map(({ requirement }) => requirement)
    const order = new Intl.Collator('en', { numeric: true }).compare
    expect(numbers).toEqual([...new Set(numbers)].toSorted(order))
    for (const { requirement, level, shown } of listed) {
      expect(requirement).toMatch(/^V\d+\.\d+\.\d+$/)
      expect(level, requirement).toMatch(/^[123]$/)
      expect(shown, requirement).not.toBe('')
    }
  })

  test('says of each what meets it, or why nothing of ours does', () => {
    for (const { requirement, metBy, note } of listedRequirements())
      if (notByUs.includes(metBy)) expect(note, requirement).not.toBe('')
      else expect(pathsIn(metBy).join(' '), requirement).toBe(metBy)
  })

  test('names files that are there', () => {
    const named = listedRequirements().flatMap(({ metBy, note }) => [...pathsIn(metBy), ...pathsIn(note)])
    expect(named.filter((path) => !existsSync(join(productFolder, path)))).toEqual([])
  })
})

describe('what is refused or let in leaves a line', () => {
  let site: Awaited<ReturnType<typeof createTestSite>>
  let counted = createLimits()
  beforeAll(async () => {
    site = await createTestSite({ limits: { take: (charges, now) => counted.take(charges, now) } })
  })
  afterAll(() => site.close())
  beforeEach(() => {
    counted = createLimits()
    site.lines.length = 0
  })

  const refusals = () => site.lines.filter(({ event }) => event === 'refused').map(({ reason }) => reason)

  test('V16.3.2: a page and a form that somebody may not have', async () => {
    const resident = await site.browser('resident')
    expect((await resident.get('/fi/kokeilut/uusi')).status).toBe(403)
    expect((await resident.post('/fi/kokeilut/uusi', { title: 'Kokeilu' })).status).toBe(403)
    expect(refusals()).toEqual(['not-allowed', 'not-allowed'])
    expect(JSON.stringify(site.lines)).not.toContain(people.resident.id)
  })

  test('V16.3.2: what looks as if it did not exist, and what leads to signing in', async () => {
    const [nobody, elsewhere] = [await site.browser(), await site.browser('ambassador')]
    const missing = site.newId()
    expect((await elsewhere.get(`/fi/kokeilut/${missing}`)).status).toBe(404)
    expect((await elsewhere.post(`/fi/kokeilut/${missing}/paivakirja`, {})).status).toBe(404)
    expect((await nobody.get('/fi/kokeilut/uusi')).location).toContain('/kirjaudu')
    expect((await nobody.post('/fi/ideat/kerro', { problem: 'a' })).location).toContain('/kirjaudu')
    expect((await nobody.get(`/api/v1/experiments/${missing}`)).status).toBe(404)
    expect(refusals()).toEqual(['not-found', 'not-found', 'sign-in', 'sign-in', 'not-found'])
    // Each line stands with that of its request, which names the address.
    const ids = site.lines.filter(({ event }) => event === 'refused').map(({ requestId }) => requestId)
    const asked = site.lines.filter((line) => line.event === 'request' && ids.includes(line['requestId']))
    expect(asked).toHaveLength(5)
    site.lines.length = 0
    expect((await nobody.get('/fi/ei-ole')).status).toBe(404)
    expect(refusals()).toEqual([])
  })

  test('V16.3.2: a program without its key, with another’s, and a phone whose session has ended', async () => {
    const nobody = await site.browser()
    const json = { 'content-type': 'application/json' }
    const path = `/api/v1/measures/${site.newId()}/observations`
    const sent = { method: 'POST', body: '{}' }
    expect((await nobody.send(path, { ...sent, headers: json })).status).toBe(401)
    const wrong = { ...json, authorization: 'Bearer keksitty' }
    expect((await nobody.send(path, { ...sent, headers: wrong })).status).toBe(401)
    const phone = '/pikakirjaus/merkinnat/fi'
    expect((await nobody.send(phone, { ...sent, headers: json })).status).toBe(403)
    const ours = { ...json, 'x-uskalla-log': '1', 'sec-fetch-site': 'same-origin' }
    expect((await nobody.send(phone, { ...sent, headers: ours })).status).toBe(401)
    counted = createLimits({ ...budgets, 'api by network': { burst: 0, perMinute: 1 } })
    expect((await nobody.get('/api/v1/experiments')).status).toBe(429)
    expect(refusals()).toEqual(['no-key', 'no-key', 'not-allowed', 'no-key', 'too-many'])
  })

  test('V16.3.3: a form that was forged, holds what it does not ask for, or comes too often', async () => {
    const kaisa = await site.browser('employee')
    const path = '/fi/ideat/kerro'
    await kaisa.post(path, { problem: 'a', _token: 'forged' })
    await kaisa.post(path, { problem: 'a', role: 'office' })
    counted = createLimits({ ...budgets, 'form by network': { burst: 0, perMinute: 1 } })
    await kaisa.post(path, { problem: 'a' })
    expect(new Set(refusals()).size).toBe(3)
    expect(refusals()).toContain('too-many')
  })

  test('V16.3.1: signing in, with the way that was taken', async () => {
    const nobody = await site.browser()
    await nobody.fillIn('/fi/kokeile-roolissa', { person: people.leader.id })
    const lines = await site.database
      .selectFrom('log_entries')
      .select('person_id')
      .where('action', '=', 'person.signed-in-by-trial')
      .execute()
    expect(lines).toEqual([{ person_id: people.leader.id }])
  })
})

test('V16.2.3: lines go to standard output and into the database: nothing else prints, and no file takes them', () => {
  const sources = readdirSync(join(productFolder, 'app'), { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|(?:^|\/)test-[\w-]+\.tsx?$|\.examples\.ts$/.test(file),
  )
  const those = (pattern: RegExp) =>
    sources.filter((file) => pattern.test(readFileSync(join(productFolder, 'app', file), 'utf8'))).toSorted()
  expect(those(/console\.|process\.(?:stdout|stderr)\.write/)).toEqual([
    'command-line.ts',
    'main.ts',
    'platform/jobs/live-as-worker.ts',
    // What stops the start, for whoever started it.
    'platform/life.ts',
    'worker.ts',
  ])
  expect(those(/\b(?:writeFile|appendFile|createWriteStream|openSync|copyFile)/)).toEqual([
    // What the built-in database says before its own log begins.
    'platform/database/postgres-process.ts',
    // Hashes of those who have been forgotten.
    'platform/erasure-ledger.ts',
    // Letters, where there is no mail server.
    'platform/mail/send-mail.ts',
    // Run by hand when the look changes.
    'ui/charts/draw-finland-outline.ts',
    'ui/write-tokens.ts',
  ])
})

describe('what the operator is told', () => {
  const guide = readFileSync(join(productFolder, 'docs/operating.md'), 'utf8')

  test('V13.1.2, V13.1.3: how long anything is waited for, and how many connections there are', () => {
    const row = (what: string) => guide.split('\n').find((line) => line.startsWith(`| ${what} `)) ?? ''
    const waits = {
      'statement in the database': waitLimits.statementMs,
      'getting a connection': waitLimits.connectionMs,
      'lock in a migration': waitLimits.migrationLockMs,
      'idle in a transaction': waitLimits.idleTransactionMs,
      'a call to another machine (mail, an identity provider)': waitLimits.outgoingMs,
    }
    for (const [what, milliseconds] of Object.entries(waits))
      expect(row(what), what).toContain(`| ${milliseconds / 1_000} s`)
    const figure = (file: string, pattern: RegExp) =>
      Number(pattern.exec(readFileSync(join(productFolder, 'app', file), 'utf8'))?.[1])
    const pages = figure('platform/database/open-data.ts', /'application' \? (\d+)/)
    const ofJobs = figure('worker.ts', /^const connections = (\d+)/m)
    const ofQueue = figure('platform/jobs/worker.ts', /maxPoolSize: (\d+)/)
    const letters = figure('platform/jobs/worker.ts', /concurrency: (\d+)/)
    expect(row('connections to the database')).toContain(
      `| ${pages} for pages, ${ofJobs + ofQueue} for the worker`,
    )
    expect(row('connections to the mail server')).toContain(`| ${letters} `)
  })

  test('V13.1.3: after how many attempts and how long a job is given up, as the code and the queue have it', async () => {
    const own = await createTestDatabase()
    try {
      await queueJob(own.database, 'forget-finished-jobs', {})
      const { rows } = await sql<{
        most: number
      }>`select max_attempts as most from graphile_worker.jobs`.execute(own.everything)
      const usual = rows[0]?.most ?? 0
      const named = readdirSync(join(productFolder, 'app'), { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
        .flatMap((file) => [
          ...readFileSync(join(productFolder, 'app', file), 'utf8').matchAll(/maximumAttempts: (\d+)/g),
        ])
        .map(([, attempts]) => Number(attempts))
      expect(named.length).toBeGreaterThan(1)
      for (const attempts of new Set([usual, ...named]))
        expect(guide).toContain(`${attempts} times ${lasting(attempts)}`)
    } finally {
      await own.close()
    }
  })

  test('every reason for which something is refused is explained', () => {
    const calm = readFileSync(join(productFolder, 'app/platform/web/calm-pages.tsx'), 'utf8')
    const refusing = [...calm.matchAll(/^\s+'?([\w-]+)'?: \[(?:400|403|429),/gm)].map(
      ([, reason = '']) => reason,
    )
    for (const reason of [...refusing, 'no-key', 'not-found', 'sign-in'])
      expect(guide, reason).toContain(`\`${reason}\``)
  })
})

/** How long the queue goes on trying, in words: after each failed attempt it waits e to the power of the attempts, 10 at most, seconds. */
function lasting(attempts: number): string {
  let seconds = 0
  for (let failed = 1; failed < attempts; failed++) seconds += Math.exp(Math.min(failed, 10))
  if (seconds > 86_400) return `within ${Math.round(seconds / 86_400)} days`
  return seconds > 3_600
    ? `within ${Math.round(seconds / 3_600)} hours`
    : `within ${Math.ceil(seconds / 60)} minutes`
}
