import { sql } from 'kysely'
import type { Database } from './database.ts'

/**
 * Takes the second barrier away from every table of a test's own database, as its owner; the rights of the application's
 * role stay as they are. Returns the names of the tables.
 */
export async function switchRowSecurityOff(owner: Database): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select relname as name from pg_class
    where relkind in ('r', 'p') and relrowsecurity and relnamespace = 'public'::regnamespace order by 1`.execute(
    owner,
  )
  for (const { name } of rows)
    await sql`alter table ${sql.table(name)} disable row level security`.execute(owner)
  return rows.map(({ name }) => name)
}
