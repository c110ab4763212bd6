import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { readConfiguration } from '../app/platform/configuration.ts'
import { asSystem } from '../app/platform/database/acting.ts'
import { openData, type OpenData } from '../app/platform/database/open-data.ts'
import { newLife } from '../app/platform/life.ts'
import { findBrokenLine } from '../app/platform/log/log.ts'
import { freePort, startApplication, type Application } from './application.ts'
import { CrashClient, type Write } from './crash-client.ts'

/** What the rounds found. Everything but the counts of work done must be empty or zero. */
export interface CrashReport {
  rounds: number
  acknowledged: number
  /** Sent again after the start, because the application died before it answered. */
  sentAgain: number
  /** Answered 503 while the database was away. */
  refused: number
  lost: string[]
  doubled: string[]
  wrongAnswers: string[]
  brokenChains: string[]
  /** Milliseconds from the start of the process to its first answer, after each kill. */
  startsMs: number[]
  /** Milliseconds from the killing of the database until the application was ready again. */
  recoveriesMs: number[]
}

/**
 * Kills the application, or its database server, with SIGKILL at a random moment of mixed reading and writing, starts
 * anew, and does so again; at last counts what was acknowledged. The data lie in a temporary folder, removed at the end.
 */
export async function runCrashRounds(options: {
  rounds: number
  kill: 'application' | 'database'
  clients: number
  say?: (line: string) => void
}): Promise<CrashReport> {
  const folder = mkdtempSync(join(tmpdir(), 'uskalla-crash-'))
  chmodSync(folder, 0o755)
  const dataFolder = join(folder, 'data')
  const port = await freePort()
  const clients = Array.from({ length: options.clients }, (_, index) => new CrashClient(index))
  const report: CrashReport = {
    rounds: options.rounds,
    acknowledged: 0,
    sentAgain: 0,
    refused: 0,
    lost: [],
    doubled: [],
    wrongAnswers: [],
    brokenChains: [],
    startsMs: [],
    recoveriesMs: [],
  }
  let application = await startApplication({ dataFolder, port, environment: unlimited })
  try {
    for (const client of clients) await client.signIn(application.url)
    for (let round = 1; round <= options.rounds; round++) {
      let over = false
      const work = Promise.all(clients.map((client) => client.work(application.url, () => over)))
      await wait(150 + Math.random() * 1_000)
      await somethingAcknowledged(clients, round)
      if (options.kill === 'application') {
        await application.kill()
        await work
        application = await startApplication({ dataFolder, port, environment: unlimited })
        report.startsMs.push(application.startMs)
      } else {
        report.recoveriesMs.push(await killDatabase(dataFolder, application))
        over = true
        await work
      }
      for (const client of clients) {
        report.sentAgain += client.unanswered.length
        await client.sendAgain(application.url)
      }
      options.say?.(progress(round, report, clients))
    }
    await application.stop()
    await count(report, clients, dataFolder)
  } finally {
    application.process.kill('SIGTERM')
    rmSync(folder, { recursive: true, force: true })
  }
  return report
}

/** However slow the computer is, there is something to lose: two writes a round. Returns after a minute at the latest. */
async function somethingAcknowledged(clients: readonly CrashClient[], round: number): Promise<void> {
  const count = () => clients.reduce((sum, { acknowledged }) => sum + acknowledged.length, 0)
  for (const until = performance.now() + 60_000; count() < 2 * round && performance.now() < until;)
    await wait(20)
}

async function killDatabase(dataFolder: string, { url }: Application): Promise<number> {
  const processId = Number(
    readFileSync(join(dataFolder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0],
  )
  process.kill(processId, 'SIGKILL')
  const killed = performance.now()
  // A little later, so that the old server's last words are not taken for the new one's first.
  await wait(50)
  while (!(await fetch(`${url}/terveys/valmis`)).ok) await wait(20)
  return performance.now() - killed
}

/** These clients write without a pause, from one address. */
const unlimited = { USKALLA_RATE_LIMITS: 'off' }

async function count(report: CrashReport, clients: CrashClient[], dataFolder: string): Promise<void> {
  const life = newLife()
  const data = await openData(readConfiguration({ USKALLA_DATA: dataFolder }), life, 'command')
  const writes = clients.flatMap((client) => client.acknowledged)
  report.acknowledged = writes.length
  report.refused = clients.reduce((sum, client) => sum + client.refused, 0)
  report.wrongAnswers = clients.flatMap((client) => client.wrong)
  const found = new Map([
    ...(await timesByMark(
      data,
      sql`select substring(problem from 'yli (.*)\\.$') as mark, count(*) as times from ideas group by 1`,
    )),
    ...(await timesByMark(
      data,
      sql`select split_part(recipient, '@', 1) as mark, count(*) as times from mails group by 1`,
    )),
  ])
  for (const write of writes) {
    const times = found.get(write.mark) ?? 0
    if (times === 0) report.lost.push(describeWrite(write))
    if (times > 1) report.doubled.push(describeWrite(write))
  }
  await asSystem(data.database, async (database) => {
    const chains = await database.selectFrom('log_entries').select('chain').distinct().execute()
    for (const { chain } of chains) if (await findBrokenLine(database, chain)) report.brokenChains.push(chain)
  })
  await life.stop()
}

async function timesByMark(data: OpenData, query: ReturnType<typeof sql>): Promise<Map<string, number>> {
  const { rows } = await asSystem(data.database, (database) => query.execute(database))
  return new Map((rows as { mark: string; times: number }[]).map(({ mark, times }) => [mark, times]))
}

function describeWrite({ kind, mark }: Write): string {
  return `${kind} ${mark}`
}

function progress(round: number, report: CrashReport, clients: CrashClient[]): string {
  const acknowledged = clients.reduce((sum, client) => sum + client.acknowledged.length, 0)
  const last = report.startsMs.at(-1) ?? report.recoveriesMs.at(-1) ?? 0
  return `round ${round}: ${acknowledged} acknowledged, back after ${Math.round(last)} ms`
}
