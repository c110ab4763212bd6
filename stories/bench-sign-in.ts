// npm run bench:sign-in: does the time of an answer tell what the answer does not? Asks in turns, in an order drawn anew for
// each pair, for what exists and for what does not, and prints for each question the medians, their difference and in how many
// of all pairs the existing one took longer: 0.50 tells nothing, 1.00 tells everything; with a 95 % interval. Then how long
// others wait for the front page while sixteen connections send the largest bodies that are read. `-- 500` for pairs other
// than 300.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { readConfiguration } from '../app/platform/configuration.ts'
import { asSystem } from '../app/platform/database/acting.ts'
import { openData } from '../app/platform/database/open-data.ts'
import { orderedIds } from '../app/platform/identifiers.ts'
import { newLife } from '../app/platform/life.ts'
import { startApplication } from './application.ts'

const pairs = Number(process.argv.slice(2).find((word) => /^\d+$/.test(word)) ?? 300)
const folder = mkdtempSync(join(tmpdir(), 'uskalla-bench-'))
chmodSync(folder, 0o755)
const dataFolder = join(folder, 'data')
const newId = orderedIds()
console.log(
  `${cpus().length} processors (${cpus()[0]?.model}), Node ${process.versions.node}, ${pairs} pairs`,
)
console.log(`other work on the machine before the start: ${loadavg()[0]?.toFixed(1)} processes`)
const application = await startApplication({ dataFolder, environment: { USKALLA_RATE_LIMITS: 'off' } })
const { url } = application

/** One request; how long its answer took, in milliseconds. Throws when the answer is another than the one expected. */
async function timed(path: string, status: number, init: RequestInit = {}): Promise<number> {
  const begun = performance.now()
  const answer = await fetch(url + path, { redirect: 'manual', ...init })
  await answer.arrayBuffer()
  if (answer.status !== status) throw new Error(`${path} answered ${answer.status}`)
  return performance.now() - begun
}

function quantile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** In how many of all pairs the first kind took longer, ties as halves; with the 95 % interval of Hanley and McNeil (1982). */
function longerShare(there: readonly number[], away: readonly number[]) {
  let longer = 0
  for (const one of there) for (const other of away) longer += one > other ? 1 : one === other ? 0.5 : 0
  const n = there.length
  const share = longer / (n * n)
  const [q1, q2] = [share / (2 - share), (2 * share ** 2) / (1 + share)]
  const variance = (share * (1 - share) + (n - 1) * (q1 - share ** 2) + (n - 1) * (q2 - share ** 2)) / (n * n)
  return { share, from: share - 1.96 * Math.sqrt(variance), to: share + 1.96 * Math.sqrt(variance) }
}

async function compare(
  title: string,
  ask: { there: (n: number) => Promise<number>; away: (n: number) => Promise<number> },
  before: (n: number) => Promise<void> = async () => {},
): Promise<void> {
  const [there, away]: [number[], number[]] = [[], []]
  for (let n = -10; n < pairs; n++) {
    await before(n)
    const order = Math.random() < 0.5
    const first = order ? await ask.there(n) : await ask.away(n)
    const second = order ? await ask.away(n) : await ask.there(n)
    // The first ten pairs warm up.
    if (n < 0) continue
    there.push(order ? first : second)
    away.push(order ? second : first)
  }
  const { share, from, to } = longerShare(there, away)
  const [a, b] = [quantile(there, 0.5), quantile(away, 0.5)]
  const numbers = [a, b, a - b, share].map((value) => value.toFixed(2).padStart(9)).join('')
  console.log(`${title.padEnd(44)}${numbers}   ${from.toFixed(2)} to ${to.toFixed(2)}`)
}

try {
  const life = newLife()
  const { database } = await openData(readConfiguration({ USKALLA_DATA: dataFolder }), life, 'command')
  const draftId = newId()
  await asSystem(database, async (system) => {
    await sql`insert into persons (id, email, name, lang, created_at)
      select gen_random_uuid(), 'tuttu-' || n || '@mittaus.invalid', 'Tuttu ' || n, 'fi', now()
      from generate_series(0, ${pairs + 10}::integer) as n`.execute(system)
    await sql`insert into experiments (id, municipality_code, origin, state, title, plan, created_at, updated_at, listed_at)
      values (${draftId}, '239', 'own', 'draft', 'Luonnos', '{}', now(), now(), now())`.execute(system)
  })
  const page = await fetch(`${url}/fi/kirjaudu`)
  const cookie = page.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  const token = /name="_token" value="([^"]+)"/.exec(await page.text())?.[1] ?? ''
  const order = (email: string) =>
    timed('/fi/kirjaudu', 303, {
      method: 'POST',
      body: new URLSearchParams({ _token: token, email }),
      headers: { cookie, origin: url },
    })

  console.log(
    '\n                                          there ms  away ms  differ.  longer   95 % interval',
  )
  await compare(
    'a letter with a link: known, unknown address',
    {
      there: (n) => order(`tuttu-${n + 10}@mittaus.invalid`),
      away: (n) => order(`vieras-${n + 10}@mittaus.invalid`),
    },
    async (n) => {
      // Below the limits of letters, at which nothing is sent any more.
      if (n % 20 === 0) await asSystem(database, (system) => sql`delete from sign_in_links`.execute(system))
    },
  )
  await compare('page of an unfrozen plan: there, not there', {
    there: () => timed(`/fi/kokeilut/${draftId}`, 404),
    away: () => timed(`/fi/kokeilut/${newId()}`, 404),
  })
  await compare('the same in the public interface', {
    there: () => timed(`/api/v1/experiments/${draftId}`, 404),
    away: () => timed(`/api/v1/experiments/${newId()}`, 404),
  })
  await compare('search for a word of it, for no word', {
    there: () => timed('/fi/haku?q=Luonnos', 200),
    away: () => timed('/fi/haku?q=Luonnxs', 200),
  })

  const calm = []
  for (let n = 0; n < 100; n++) calm.push(await timed('/fi', 200))
  const largest = new URLSearchParams({ _token: token, email: 'ä'.repeat(30_000) })
    .toString()
    .slice(0, 190_000)
  let sending = true
  const senders = Array.from({ length: 16 }, async () => {
    while (sending) {
      const init = {
        method: 'POST',
        body: largest,
        headers: { cookie, origin: url, 'content-type': 'application/x-www-form-urlencoded' },
      }
      await fetch(`${url}/fi/kirjaudu`, { redirect: 'manual', ...init }).then((answer) =>
        answer.arrayBuffer(),
      )
    }
  })
  const busy = []
  for (let n = 0; n < 100; n++) busy.push(await timed('/fi', 200))
  sending = false
  await Promise.all(senders)
  console.log('\nfront page of others                       p50 ms   p95 ms')
  for (const [name, times] of Object.entries({
    'nobody else there': calm,
    'sixteen send the largest bodies': busy,
  }))
    console.log(
      name.padEnd(40) + [0.5, 0.95].map((share) => quantile(times, share).toFixed(1).padStart(9)).join(''),
    )
  await life.stop()
} finally {
  await application.stop()
  rmSync(folder, { recursive: true, force: true })
}
