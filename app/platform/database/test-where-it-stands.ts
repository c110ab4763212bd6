import { Client } from 'pg'

/**
 * Every column of every table, the job queue's too, in which a text stands, as `schema.table.column`, whatever the column's
 * type. Letter case does not matter. `url` must be a superuser's: nobody else is sure to see all rows.
 */
export async function whereItStands(url: string, text: string): Promise<string[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ place: string; column: string }>(
      `select format('%I.%I', c.table_schema, c.table_name) as place, c.column_name as column
       from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
       where c.table_schema in ('public', 'graphile_worker') and t.table_type = 'BASE TABLE'`,
    )
    const found: string[] = []
    for (const { place, column } of rows) {
      const { rows: hits } = await client.query(
        `select 1 from ${place} where strpos(lower(to_jsonb(${client.escapeIdentifier(column)})::text), lower($1)) > 0 limit 1`,
        [text],
      )
      if (hits.length > 0) found.push(`${place}.${column}`)
    }
    return found.sort()
  } finally {
    await client.end()
  }
}
