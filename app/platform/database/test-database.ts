import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { inject } from 'vitest'
import { closeDatabase, openDatabase, type Database } from './database.ts'

/** A database of one test file's own. */
export interface TestDatabase {
  /** Acts as the application does, so row-level security holds. */
  database: Database
  /** The same database seen by its owner, whom row-level security lets through: for arranging and looking. */
  everything: Database
  /** Address of the owner, for what the application itself may not do. */
  url: string
  /** Closes both and removes the database. */
  close: () => Promise<void>
}

/** A fresh copy of the migrated template, without any rows but the migrations' own. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { superuserUrl, templateUrl } = inject('testServer')
  const name = `test_${randomBytes(8).toString('hex')}`
  await asSuperuser(superuserUrl, `create database ${name} template template owner uskalla_owner`)
  const url = templateUrl.replace('/template?', `/${name}?`)
  const database = openDatabase(url, { maximumConnections: 4 })
  const everything = openDatabase(url, { maximumConnections: 2, role: 'owner' })
  return {
    database,
    everything,
    url,
    async close() {
      await Promise.all([closeDatabase(database), closeDatabase(everything)])
      await asSuperuser(superuserUrl, `drop database if exists ${name} with (force)`)
    },
  }
}

async function asSuperuser(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
