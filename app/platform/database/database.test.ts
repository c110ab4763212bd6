import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeDatabase, openDatabase } from './database.ts'
import { createTestDatabase, type TestDatabase } from './test-database.ts'

describe('the application’s database', () => {
  let one: TestDatabase
  let other: TestDatabase
  beforeAll(async () => {
    ;[one, other] = await Promise.all([createTestDatabase(), createTestDatabase()])
  })
  afterAll(async () => {
    await Promise.all([one.close(), other.close()])
  })

  test('reads whole numbers, decimals and dates as the application counts with them', async () => {
    const { rows } = await sql<Record<string, unknown>>`select 12::bigint as many, 3.5::numeric as hours,
      date '2025-12-24' as day, array[date '2025-12-24'] as days, array[1, null]::bigint[] as counts,
      timestamptz '2025-12-24 10:00+02' as moment`.execute(one.database)
    expect(rows[0]).toEqual({
      many: 12,
      hours: 3.5,
      day: '2025-12-24',
      days: ['2025-12-24'],
      counts: [1, null],
      moment: new Date('2025-12-24T08:00:00Z'),
    })
  })

  test('sorts å, ä and ö where a Finn looks for them', async () => {
    const { rows } = await sql<{
      name: string
    }>`select name from unnest(array['Öljymäki', 'Åland', 'Ähtäri', 'Ypäjä', 'Aura'])
      as names(name) order by name`.execute(one.database)
    expect(rows.map((row) => row.name)).toEqual(['Aura', 'Ypäjä', 'Åland', 'Ähtäri', 'Öljymäki'])
  })

  test('acts as a role that owns nothing and can change no table', async () => {
    const { rows } = await sql<{
      role: string
      superuser: boolean
      owned: number
    }>`select current_user as role,
      (select rolsuper or rolbypassrls from pg_roles where rolname = current_user) as superuser,
      (select count(*) from pg_class where relowner = current_user::regrole) as owned`.execute(one.database)
    expect(rows[0]).toEqual({ role: 'uskalla_app', superuser: false, owned: 0 })
    await expect(sql`create table mine (a int)`.execute(one.database)).rejects.toThrow(/permission denied/)
  })

  test('gives up on a statement instead of waiting for ever', async () => {
    const { rows } = await sql<{
      limit: string
    }>`select current_setting('statement_timeout') as limit`.execute(one.database)
    expect(rows[0]?.limit).toBe('5s')
  })

  test('lives on when the server closes a connection in the middle of a transaction', async () => {
    const { url } = one
    const interrupted = one.database.transaction().execute(async (transaction) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(transaction)
      const owner = openDatabase(url, { role: 'owner' })
      await sql`select pg_terminate_backend(${rows[0]?.pid}, 5000)`.execute(owner)
      await closeDatabase(owner)
      // The words of the server arrive while nobody waits for an answer on this connection.
      await new Promise((resolve) => setImmediate(resolve))
      await sql`select 1`.execute(transaction)
    })
    await expect(interrupted).rejects.toThrow()
    await expect(sql`select 1 as one`.execute(one.database)).resolves.toMatchObject({ rows: [{ one: 1 }] })
  })

  test('is each test’s own', async () => {
    const names = await Promise.all(
      [one, other].map(({ database }) =>
        sql<{ name: string }>`select current_database() as name`.execute(database),
      ),
    )
    expect(names[0]?.rows[0]?.name).not.toBe(names[1]?.rows[0]?.name)
  })
})
