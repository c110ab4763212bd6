import { sql } from 'kysely'
import type { Database } from './database.ts'

/** What keeps its own notes of visits: when a session was last seen, which keys of forms and links were used. */
const changedByVisiting = /^(sessions|submissions|migrations|own_data_links)$/

/** A fingerprint of everything that is stored, table by table. */
export async function storedState(database: Database): Promise<Record<string, string>> {
  const { rows: tables } = await sql<{ name: string }>`select tablename as name from pg_tables
    where schemaname = 'public' order by tablename`.execute(database)
  const state: Record<string, string> = {}
  for (const { name } of tables) {
    if (changedByVisiting.test(name)) continue
    const { rows } = await sql<{
      digest: string
    }>`select count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0)
      as digest from ${sql.table(name)} as t`.execute(database)
    state[name] = rows[0]?.digest ?? ''
  }
  return state
}
