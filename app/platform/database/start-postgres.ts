import { chownSync, existsSync, lstatSync, mkdirSync, readFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import { findPostgresBinaries, otherServer } from './postgres-binaries.ts'
import { prepareCluster } from './postgres-cluster.ts'
import { launch, postmaster, signalPostmaster, stopPostmaster } from './postgres-process.ts'
import { serverUser, type ServerUser } from './server-user.ts'

/** A running built-in server. */
export interface Postgres {
  /** Address for the owner of the application's tables, who is not a superuser. */
  url: string
  /** Address for the superuser, who creates and drops databases. */
  superuserUrl: string
  /** True when the server was already running, e.g. after the application was killed. */
  reattached: boolean
  processId: () => number | undefined
  /** Closes the server's connections and ends it; returns when it has ended. */
  stop: () => Promise<void>
  /** Leaves the server running and stops looking after it: somebody else does. */
  leave: () => void
  /** Ends the server at once and without waiting; the next start recovers. For a second stop signal. */
  kill: () => void
}

interface Options {
  /** The cluster's folder, e.g. `.uskalla/postgres`. Made when it does not exist. */
  folder: string
  /** False only for tests: nothing is forced to disk. */
  durable?: boolean
  /** True for tests: the server ends when this process ends in whatever way. */
  endsWithProcess?: boolean
  /** How long the server may take to recover and answer, in milliseconds. */
  patienceMs?: number
}

/**
 * Starts the built-in PostgreSQL on the cluster in `folder`, or re-attaches to the one that runs there. It listens on a
 * unix socket only. If the server ends by itself it is started again. Throws with a message for the operator.
 */
export async function startPostgres(options: Options): Promise<Postgres> {
  const durable = options.durable ?? true
  const user = serverUser(options.folder)
  const binaries = findPostgresBinaries(user)
  const cluster = prepareCluster(options.folder, binaries, user, durable)
  const sockets = socketFolder(cluster, user)
  const superuserUrl = address('postgres', 'postgres', sockets)
  const patienceMs = options.patienceMs ?? 60_000

  let stopping = false
  const run = async () => {
    const deadline = performance.now() + patienceMs
    let launched = false
    let failure: Error | undefined
    const failed = (error: Error) => (failure = error)
    while (!stopping) {
      const running = postmaster(cluster)
      if (running === undefined) {
        launched = true
        launch({
          cluster,
          sockets,
          binaries,
          user,
          durable,
          failed,
          endsWithProcess: options.endsWithProcess ?? false,
        })
      } else if (await answers(superuserUrl)) {
        return !launched
      }
      if (failure !== undefined)
        throw new Error(`The built-in PostgreSQL does not run: ${failure.message}. ${otherServer}`)
      if (performance.now() > deadline) throw new Error(notStarted(cluster, sockets))
      await wait(launched ? 25 : 100)
      // A launched server writes its pid file within a moment; one that gives up must not be launched in a tight loop.
      for (let tries = 0; running === undefined && tries < 20 && postmaster(cluster) === undefined; tries++)
        await wait(25)
    }
    return false
  }
  const reattached = await run()
  await createOwner(superuserUrl)

  let revival: Promise<void> | undefined
  const watch = setInterval(() => {
    if (revival !== undefined || postmaster(cluster) !== undefined) return
    // A failure is tried again at the next look; meanwhile the health page tells that the database is away.
    revival = run()
      .then(() => {})
      .catch(() => {})
      .finally(() => (revival = undefined))
  }, 200)
  watch.unref()

  return {
    url: address('uskalla_owner', 'uskalla', sockets),
    superuserUrl,
    reattached,
    processId: () => postmaster(cluster),
    async stop() {
      stopping = true
      clearInterval(watch)
      await revival
      await stopPostmaster(cluster)
    },
    leave() {
      stopping = true
      clearInterval(watch)
    },
    kill() {
      stopping = true
      clearInterval(watch)
      signalPostmaster(cluster, 'SIGQUIT')
    },
  }
}

function address(user: string, database: string, sockets: string): string {
  return `postgresql://${user}@localhost/${database}?host=${encodeURIComponent(sockets)}`
}

/** A unix socket's path may have about 100 bytes, so a deep cluster gets a short folder elsewhere. */
function socketFolder(cluster: string, user: ServerUser | undefined): string {
  if (Buffer.byteLength(cluster) < 80) return cluster
  const owner = user?.uid ?? process.getuid?.() ?? 0
  const folder = join(
    tmpdir(),
    `uskalla-${owner}-${createHash('sha256').update(cluster).digest('hex').slice(0, 16)}`,
  )
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (user && lstatSync(folder).uid === 0) chownSync(folder, user.uid, user.gid)
  const found = lstatSync(folder)
  if (!found.isDirectory() || found.uid !== owner || (found.mode & 0o077) !== 0) {
    throw new Error(
      `${folder} is needed for the database's socket but belongs to somebody else. Remove it and start again.`,
    )
  }
  return folder
}

async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.end()
    return true
  } catch {
    return false
  }
}

function notStarted(cluster: string, sockets: string): string {
  const log = join(cluster, 'start.log')
  const words = existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n').slice(-5).join('\n') : ''
  const processId = postmaster(cluster)
  const who =
    processId === undefined ? '' : ` Process ${processId} holds it but does not answer in ${sockets}.`
  return `The database in ${cluster} did not start.${who}${words ? ` It said:\n${words}` : ''}`
}

async function createOwner(superuserUrl: string): Promise<void> {
  const client = new Client({ connectionString: superuserUrl })
  await client.connect()
  try {
    const role = await client.query(`select 1 from pg_roles where rolname = 'uskalla_owner'`)
    if (role.rowCount === 0) await client.query('create role uskalla_owner login createrole')
    const database = await client.query(`select 1 from pg_database where datname = 'uskalla'`)
    if (database.rowCount === 0) await client.query('create database uskalla owner uskalla_owner')
  } finally {
    await client.end()
  }
}
