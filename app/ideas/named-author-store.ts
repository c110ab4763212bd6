import { sql } from 'kysely'
import type { Database } from '../platform/database/database.ts'

/** The name of whoever told an idea when they have agreed to being named in public; undefined otherwise. */
export async function namedAuthorOf(database: Database, personId: string): Promise<string | undefined> {
  const { rows } = await sql<{ name: string }>`select name from names_of_people(array[${personId}::uuid])
    where agreed_to_be_named(id)`.execute(database)
  return rows[0]?.name
}
