import { sql } from 'kysely'
import { workplaces } from '../web/policy.ts'
import type { Person } from '../web/visitor.ts'
import type { Database } from './database.ts'

/** Databases that are a transaction in which somebody reads. */
const readers = new WeakSet<Database>()

function settingsOf(person: Person | undefined): Record<string, string> {
  const codes = (person?.memberships ?? []).flatMap((m) => m.municipalityCode ?? [])
  return {
    'uskalla.person': person?.id ?? '',
    'uskalla.municipalities': [...new Set(codes)].join(','),
    'uskalla.workplaces': [...new Set(workplaces({ person }))].join(','),
    'uskalla.office': person?.memberships.some((m) => m.role === 'office') ? 'on' : 'off',
    'uskalla.system': 'off',
  }
}

/** The settings as one statement. They are ids, codes and words of ours; anything else is refused. */
function statementFor(person: Person | undefined): string {
  const set = Object.entries(settingsOf(person)).map(([name, value]) => {
    if (!/^[\w,-]*$/.test(value)) throw new Error(`the setting ${name} holds something unexpected`)
    return `set_config('${name}', '${value}', true)`
  })
  return `select ${set.join(', ')}`
}

/** Tells the transaction who acts, so that row-level security can stand behind the policies. It ends with the transaction. */
export async function actAs(transaction: Database, person: Person | undefined): Promise<void> {
  await sql.raw(statementFor(person)).execute(transaction)
}

/**
 * Reads as somebody: in a transaction of their own that writes nothing and sees the rows that are theirs to see. Whoever
 * has not signed in reads what is public, without a transaction. The database handed in must not be used afterwards.
 */
export async function readAs<Result>(
  database: Database,
  person: Person | undefined,
  read: (database: Database) => Promise<Result>,
): Promise<Result> {
  if (person === undefined) return read(database)
  return database.connection().execute(async (connection) => {
    // One round trip begins the transaction and says who reads.
    await sql.raw(`begin read only; ${statementFor(person)}`).execute(connection)
    readers.add(connection)
    try {
      return await read(connection)
    } finally {
      readers.delete(connection)
      await sql.raw('rollback').execute(connection)
    }
  })
}

/**
 * Runs work of the system itself (loading, jobs) that row-level security lets through: in a transaction of its own, or
 * within the one that is under way, which acts as before afterwards.
 */
export async function asSystem<Result>(
  database: Database,
  work: (transaction: Database) => Promise<Result>,
): Promise<Result> {
  if (!database.isTransaction && !readers.has(database))
    return database.transaction().execute((transaction) => asSystemWithin(transaction, work))
  return asSystemWithin(database, work)
}

async function asSystemWithin<Result>(
  transaction: Database,
  work: (transaction: Database) => Promise<Result>,
): Promise<Result> {
  const { rows } = await sql<{ before: string }>`
    select coalesce(current_setting('uskalla.system', true), '') as before,
      set_config('uskalla.system', 'on', true)`.execute(transaction)
  const result = await work(transaction)
  if (rows[0]?.before !== 'on')
    await sql`select set_config('uskalla.system', 'off', true)`.execute(transaction)
  return result
}
