import type { Database } from './database.ts'

/** Values by the names of columns. */
export type Row = Record<string, unknown>

/** Adds a row as it is: tests need states that no action would make, such as a decision on a draft. */
export async function addRow(database: Database, table: string, row: Row): Promise<void> {
  await database
    .insertInto(table as never)
    .values(row as never)
    .execute()
}
