import { Kysely, PostgresDialect } from 'kysely'
import { Pool, types } from 'pg'
import type { Tables } from './tables.ts'

/** The database as stores see it. A transaction is a Database too. */
export type Database = Kysely<Tables>

/** The role the application acts as. It owns nothing, so row-level security binds it. */
export const applicationRole = 'uskalla_app'

/** How long anything may wait for the database or another machine, in milliseconds. The operator's guide repeats these figures. */
export const waitLimits = {
  statementMs: 5_000,
  connectionMs: 2_000,
  migrationLockMs: 1_000,
  idleTransactionMs: 30_000,
  outgoingMs: 5_000,
}

const oid = {
  int8: 20,
  date: 1082,
  numeric: 1700,
  int8Array: 1016,
  dateArray: 1182,
  numericArray: 1231,
  textArray: 1009,
}
const textArray = types.getTypeParser(oid.textArray as number) as (value: string) => (string | null)[]
const numberArray = (value: string) => textArray(value).map((one) => (one === null ? null : Number(one)))

const parsers = new Map<number, (value: string) => unknown>([
  [oid.int8, Number],
  [oid.numeric, Number],
  [oid.date, (value) => value],
  [oid.int8Array, numberArray],
  [oid.numericArray, numberArray],
  [oid.dateArray, textArray],
])

/**
 * Opens a pool of connections. `bigint` and `numeric` arrive as numbers, `date` as 'YYYY-MM-DD', `timestamptz` as Date.
 * Nothing connects before the first query. With `role: 'owner'` the connections keep the rights of the address's own user.
 */
export function openDatabase(
  url: string,
  options: { maximumConnections?: number; role?: 'application' | 'owner'; name?: string } = {},
): Database {
  const settings = [
    options.role === 'owner' ? '' : `-c role=${applicationRole}`,
    `-c statement_timeout=${waitLimits.statementMs}`,
    `-c idle_in_transaction_session_timeout=${waitLimits.idleTransactionMs}`,
    '-c timezone=UTC',
  ]
  const pool = new Pool({
    connectionString: url,
    max: options.maximumConnections ?? 10,
    connectionTimeoutMillis: waitLimits.connectionMs,
    application_name: options.name ?? 'uskalla',
    options: settings.join(' ').trim(),
    types: {
      getTypeParser: (id: number, format?: 'text' | 'binary') =>
        (format !== 'binary' && parsers.get(id)) || types.getTypeParser(id, format),
    },
  })
  // A connection that the server closes, idle or in the middle of a transaction, must not end the process: the next
  // query on it says why not, and the pool opens a new one.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
}

/** Waits for running queries and closes every connection. */
export async function closeDatabase(database: Database): Promise<void> {
  await database.destroy()
}
