import type { Database } from './database/database.ts'

/** Rows of one table that tell of a person or were made by them; keys are the columns. */
export interface OwnRecords {
  table: string
  rows: Record<string, unknown>[]
}

/** What a room holds of a person, table by table; tables without such rows come with an empty list. */
export type OwnDataOf = (database: Database, personId: string) => Promise<OwnRecords[]>

/** Whoever is to be forgotten, as they are known up to now. */
export interface ForgottenPerson {
  id: string
  email: string
  name: string
}

/**
 * Takes away what a room knows of a person, inside the transaction in which everything about them goes. Records of the
 * municipality stay and point to nobody known.
 */
export type ForgetPerson = (database: Database, person: ForgottenPerson, now: Date) => Promise<void>
