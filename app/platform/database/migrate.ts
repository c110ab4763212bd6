import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Logger, runMigrations } from 'graphile-worker'
import { Client, type DatabaseError } from 'pg'
import { applicationRole, waitLimits } from './database.ts'
import { migrationsFolder } from '../folders.ts'

// Any number will do, as long as every release takes the same one.
const lockNumber = 7_250_418

// The queue tells of every one of its own steps, which nobody needs at every start.
const quiet = new Logger(() => () => {})

/**
 * Brings the database at `url` to the present schema: the job queue's own tables first, then every `*.sql` of `folder`
 * in the order of their names, each in its own transaction. Several processes may call it at once; each migration runs
 * once. Returns the names that were run. Throws, naming the file, when one fails or when one that has been run has
 * changed since or is missing. `url` must be the owner's.
 */
export async function migrate(url: string, folder = migrationsFolder): Promise<string[]> {
  const client = new Client({
    connectionString: url,
    application_name: 'uskalla migrations',
    options: '-c timezone=UTC',
  })
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [lockNumber])
    await createApplicationRole(client)
    await runMigrations({ connectionString: url, logger: quiet })
    return await runFiles(client, folder)
  } finally {
    await client.end()
  }
}

/** Names of migrations in `folder` that the database at `url` has not run; all of them when it is empty. */
export async function pendingMigrations(url: string, folder = migrationsFolder): Promise<string[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const exists = await client.query(`select to_regclass('public.migrations') is not null as known`)
    const run = exists.rows[0]?.known
      ? await client.query<{ name: string }>('select name from migrations')
      : { rows: [] }
    const names = new Set(run.rows.map((row) => row.name))
    return migrationFiles(folder).filter((name) => !names.has(name))
  } finally {
    await client.end()
  }
}

async function createApplicationRole(client: Client): Promise<void> {
  const { rows } = await client.query<{ known: boolean; member: boolean }>(
    `select exists (select from pg_roles where rolname = $1) as known,
            coalesce((select pg_has_role(current_user, oid, 'member') from pg_roles where rolname = $1), false) as member`,
    [applicationRole],
  )
  try {
    if (!rows[0]?.known) await client.query(`create role ${applicationRole} nologin`)
    // The creator of a role may not act as it before saying so.
    const { rows: acting } = await client.query<{ may: boolean }>(
      `select pg_has_role(current_user, $1, case when current_setting('server_version_num')::int >= 160000 then 'set' else 'member' end) as may`,
      [applicationRole],
    )
    if (!acting[0]?.may) await client.query(`grant ${applicationRole} to current_user`)
  } catch (error) {
    throw new Error(
      `The database's user may not create the role the application acts as. As a superuser run once: ` +
        `create role ${applicationRole} nologin; grant ${applicationRole} to <the user in DATABASE_URL>; (${(error as Error).message})`,
      { cause: error },
    )
  }
  await client.query(`grant usage on schema public to ${applicationRole}`)
}

function migrationFiles(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
}

async function runFiles(client: Client, folder: string): Promise<string[]> {
  await client.query(
    `create table if not exists migrations (
       name text primary key, sha256 text not null, at timestamptz not null default now())`,
  )
  const { rows } = await client.query<{ name: string; sha256: string }>('select name, sha256 from migrations')
  const earlier = new Map(rows.map((row) => [row.name, row.sha256]))
  const files = migrationFiles(folder)
  const missing = [...earlier.keys()].filter((name) => !files.includes(name))
  if (missing.length > 0) {
    throw new Error(
      `The database has migrations this release does not know: ${missing.join(', ')}. Use the newer release.`,
    )
  }
  const run: string[] = []
  for (const name of files) {
    const text = readFileSync(join(folder, name), 'utf8')
    const sha256 = createHash('sha256').update(text).digest('hex')
    if (earlier.has(name)) {
      if (earlier.get(name) === sha256) continue
      throw new Error(
        `Migration ${name} has been run and has changed since. Put it back and add a new migration instead.`,
      )
    }
    await runFile(client, name, text, sha256)
    run.push(name)
  }
  return run
}

async function runFile(client: Client, name: string, text: string, sha256: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await client.query('begin')
      await client.query(`set local lock_timeout = ${waitLimits.migrationLockMs}`)
      await client.query(text)
      await client.query('insert into migrations (name, sha256) values ($1, $2)', [name, sha256])
      await client.query('commit')
      return
    } catch (error) {
      await client.query('rollback')
      const { code, message, position } = error as DatabaseError
      // A table somebody is using: waiting longer would hold up everybody behind us, so let go and come back.
      if (code === '55P03' && attempt < 20) {
        await wait(200 * attempt)
        continue
      }
      const line =
        position === undefined ? '' : ` (line ${text.slice(0, Number(position)).split('\n').length})`
      throw new Error(`Migration ${name} failed${line}: ${message}`, { cause: error })
    }
  }
}
