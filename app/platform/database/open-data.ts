import { chmodSync, existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import type { Configuration } from '../configuration.ts'
import type { Life } from '../life.ts'
import { checkServer } from './check-server.ts'
import { closeDatabase, openDatabase, waitLimits, type Database } from './database.ts'
import { migrate } from './migrate.ts'
import { startPostgres, type Postgres } from './start-postgres.ts'

/** The opened and migrated database. */
export interface OpenData {
  /** Acts as the application. */
  database: Database
  /** The owner's address, for the worker and the operator's commands. */
  url: string
  /** True when no other application can be using it: it is the built-in one, held by this process. */
  alone: boolean
  /** Migrations that were run just now. */
  migrated: string[]
  /** What the operator should know about the server. */
  warnings: string[]
}

// Any number will do, as long as every release takes the same one.
const holderLock = 7_250_419

/**
 * Opens the database the configuration names, starting the built-in one when it names none, and brings it to the present
 * schema. An application holds the built-in one for itself until its life ends, and a second one is told who does; a
 * command shares it with a running application. Throws with a message for the operator.
 */
export async function openData(
  configuration: Configuration,
  life: Life,
  user: 'application' | 'command',
): Promise<OpenData> {
  const builtIn =
    configuration.databaseUrl === undefined ? await startBuiltIn(configuration, life, user) : undefined
  const url = builtIn?.url ?? configuration.databaseUrl ?? ''
  const warnings = await withClient(url, (client) => checkServer(client, configuration.production))
  const migrated = await migrate(url)
  const database = openDatabase(url, { maximumConnections: user === 'application' ? 10 : 2 })
  life.onStop(() => closeDatabase(database))
  return { database, url, alone: builtIn !== undefined && user === 'application', migrated, warnings }
}

async function startBuiltIn(
  configuration: Configuration,
  life: Life,
  user: 'application' | 'command',
): Promise<Postgres> {
  makeDataFolder(configuration.dataFolder)
  let running: Postgres | undefined
  let holder: Holder | undefined
  const starting = startPostgres({ folder: join(configuration.dataFolder, 'postgres') })
  // Before it has started, so that a signal during the start leaves no server behind.
  life.onStop(
    async () => {
      const postgres = await starting.catch(() => undefined)
      if (postgres === undefined) return
      const ours = holder !== undefined || (!postgres.reattached && (await isFree(postgres.url)))
      await holder?.letGo()
      if (ours) await postgres.stop()
      else postgres.leave()
    },
    () => {
      if (running && (holder !== undefined || !running.reattached)) running.kill()
    },
  )
  running = await starting
  if (user === 'application') holder = await hold(running, configuration)
  return running
}

/** Other users of the machine have no business here: the folder holds mail and the database. */
function makeDataFolder(folder: string): void {
  if (existsSync(folder)) return
  mkdirSync(folder, { recursive: true })
  // Not readable, but to be passed through: started by root, the server's own user must reach its folder.
  chmodSync(folder, process.getuid?.() === 0 ? 0o711 : 0o700)
}

interface Holder {
  letGo: () => Promise<void>
}

/** A lock that lasts as long as a connection does, so that it cannot outlive a killed process. */
async function hold(postgres: Postgres, configuration: Configuration): Promise<Holder> {
  const name = `uskalla ${process.pid} ${configuration.baseUrl}`.slice(0, 63)
  let client = await connected(postgres.url, name)
  // The connection of a process that was killed a moment ago may need a moment to go.
  for (let attempt = 1; !(await tryLock(client)); attempt++) {
    if (attempt === 10) {
      const holder = await nameOfHolder(client)
      await client.end()
      throw new Error(
        `The data in ${configuration.dataFolder} is in use by ${holder}. ` +
          'Use that one, or stop it first, or set USKALLA_DATA to another folder.',
      )
    }
    await wait(100)
  }
  let over = false
  // When the server ended by itself the connection and the lock went with it: taken anew from the one that follows.
  const holdAgain = async () => {
    while (!over) {
      await wait(500)
      try {
        const next = await connected(postgres.url, name)
        if (await tryLock(next)) {
          client = next
          client.once('end', () => void holdAgain())
          return
        }
        await next.end()
      } catch {
        // Not up again yet.
      }
    }
  }
  client.once('end', () => void holdAgain())
  return {
    async letGo() {
      over = true
      await client.end().catch(() => {})
    },
  }
}

async function tryLock(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ held: boolean }>('select pg_try_advisory_lock($1) as held', [
    holderLock,
  ])
  return rows[0]?.held === true
}

async function nameOfHolder(client: Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    `select application_name as name from pg_locks join pg_stat_activity using (pid)
     where locktype = 'advisory' and objid = $1 and granted`,
    [holderLock],
  )
  const [, processId, address] = (rows[0]?.name ?? '').split(' ')
  return processId ? `process ${processId} at ${address}` : 'another process'
}

async function isFree(url: string): Promise<boolean> {
  return withClient(url, tryLock).catch(() => false)
}

async function withClient<Result>(url: string, work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = await connected(url, 'uskalla')
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

async function connected(url: string, name: string): Promise<Client> {
  const client = new Client({
    connectionString: url,
    application_name: name,
    connectionTimeoutMillis: 2 * waitLimits.connectionMs,
  })
  client.on('error', () => {})
  try {
    await client.connect()
  } catch (error) {
    throw new Error(
      `The database does not answer: ${(error as Error).message}. Is DATABASE_URL right and the server up?`,
      {
        cause: error,
      },
    )
  }
  return client
}
