import { sql } from 'kysely'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isDatabaseAway } from './database-away.ts'
import { closeDatabase, openDatabase, type Database } from './database.ts'
import { createTestDatabase, type TestDatabase } from './test-database.ts'

describe('a database that is away for now is told from one that says no', () => {
  let fresh: TestDatabase
  beforeAll(async () => {
    fresh = await createTestDatabase()
  })
  afterAll(() => fresh.close())

  const errorOf = (work: Promise<unknown>) => work.then(() => undefined).catch((error: unknown) => error)

  test.each([
    ['nobody listens', 'postgresql://uskalla@127.0.0.1:1/uskalla'],
    ['no such socket', 'postgresql://uskalla@localhost/uskalla?host=/nowhere'],
  ])('%s', async (_, url) => {
    const database = openDatabase(url)
    expect(isDatabaseAway(await errorOf(sql`select 1`.execute(database)))).toBe(true)
    await closeDatabase(database)
  })

  test('every connection in use, for longer than one is waited for', async () => {
    const single = openDatabase(fresh.url, { maximumConnections: 1 })
    const error = await single
      .transaction()
      .execute(async (held) => [
        await errorOf(sql`select 1`.execute(single)),
        (await sql`select 1`.execute(held)).rows.length,
      ])
    expect([isDatabaseAway(error[0]), error[1]]).toEqual([true, 1])
    await closeDatabase(single)
  })

  test('a statement that takes too long', async () => {
    const slow = fresh.database.transaction().execute(async (transaction) => {
      await sql`set local statement_timeout = 20`.execute(transaction)
      await sql`select pg_sleep(10)`.execute(transaction)
    })
    expect(isDatabaseAway(await errorOf(slow))).toBe(true)
  })

  test('a connection the server ended, at the statement under way and at the one after', async () => {
    const errors: unknown[] = []
    const ended = fresh.database.transaction().execute(async (transaction) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(transaction)
      const sleeping = errorOf(sql`select pg_sleep(10)`.execute(transaction))
      await endConnection(rows[0]?.pid ?? 0)
      errors.push(await sleeping)
      await sql`select 1`.execute(transaction)
    })
    errors.push(await errorOf(ended))
    expect(errors.map(isDatabaseAway)).toEqual([true, true])
  })

  test('a mistake in a query, a broken rule and our own faults are none of that', async () => {
    const says = (statement: (database: Database) => Promise<unknown>) => errorOf(statement(fresh.database))
    const errors = [
      await says((database) => sql`select nothing`.execute(database)),
      await says((database) => sql`insert into submissions (key) values (null)`.execute(database)),
      await says((database) => sql`create table mine (a int)`.execute(database)),
      new TypeError('x is undefined'),
      'a text',
    ]
    expect(errors.map(isDatabaseAway)).toEqual(errors.map(() => false))
  })

  async function endConnection(processId: number) {
    const client = new Client({ connectionString: fresh.url })
    await client.connect()
    await client.query('select pg_terminate_backend($1, 5000)', [processId])
    await client.end()
  }
})
