import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { closeDatabase, type Database, openDatabase } from '../database/database.ts'
import { createTestDatabase, type TestDatabase } from '../database/test-database.ts'
import { chainStart, findBrokenLine, hashOfLine, record } from './log.ts'

let store: TestDatabase
let owner: Database

beforeAll(async () => {
  store = await createTestDatabase()
  owner = openDatabase(store.url, { role: 'owner', maximumConnections: 1 })
})
afterAll(async () => {
  await closeDatabase(owner)
  await store.close()
})

const write = (chain: string, action: string, after = {}) =>
  store.database.transaction().execute((transaction) =>
    record(transaction, {
      chain,
      action,
      recordKind: 'idea',
      recordId: 'a',
      personId: null,
      requestId: 'r',
      at: new Date('2026-03-10T08:00:00.123Z'),
      after,
    }),
  )

/** What only somebody with the keys to the database can do: change the log behind the application's back. */
async function tamper(change: (database: Database) => Promise<unknown>): Promise<void> {
  await sql`alter table log_entries disable trigger log_entries_stay`.execute(owner)
  await change(owner)
  await sql`alter table log_entries enable trigger log_entries_stay`.execute(owner)
}

describe('the log', () => {
  beforeEach(() => tamper((database) => sql`delete from log_entries`.execute(database)))

  test('links each line to the one before, a chain for each municipality', async () => {
    await write('239', 'idea.told')
    await write('071', 'idea.told')
    await write('239', 'idea.edited')
    const lines = await owner
      .selectFrom('log_entries')
      .selectAll()
      .where('chain', '=', '239')
      .orderBy('position')
      .execute()
    expect(lines.map((line) => [line.position, line.previous_hash])).toEqual([
      [1, chainStart],
      [2, lines[0]?.hash],
    ])
    for (const chain of ['239', '071', '000']) expect(await findBrokenLine(owner, chain)).toBeUndefined()
  })

  test('holds fingerprints, not texts', async () => {
    await write('239', 'idea.told', { problem: 'Salainen lause.' })
    const rows = await owner.selectFrom('log_entries').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain('Salainen')
    expect(rows[0]?.after_fingerprint).toMatch(/^[0-9a-f]{64}$/)
  })

  test('stays one chain when many write at once', async () => {
    await Promise.all(Array.from({ length: 12 }, (_, index) => write('239', `idea.${index}`)))
    const lines = await owner.selectFrom('log_entries').select('position').orderBy('position').execute()
    expect(lines.map((line) => line.position)).toEqual(Array.from({ length: 12 }, (_, index) => index + 1))
    expect(await findBrokenLine(owner, '239')).toBeUndefined()
  })

  test('takes no change and no removal, not even from its owner', async () => {
    await write('239', 'idea.told')
    await expect(store.database.updateTable('log_entries').set({ action: 'x' }).execute()).rejects.toThrow()
    await expect(store.database.deleteFrom('log_entries').execute()).rejects.toThrow()
    await expect(owner.updateTable('log_entries').set({ action: 'x' }).execute()).rejects.toThrow(
      'append-only',
    )
    await expect(owner.deleteFrom('log_entries').execute()).rejects.toThrow('append-only')
    for (const database of [store.database, owner])
      await expect(sql`truncate log_entries`.execute(database)).rejects.toThrow()
    await expect(sql`truncate log_entries`.execute(owner)).rejects.toThrow('append-only')
    await expect(sql`alter table log_entries disable trigger all`.execute(store.database)).rejects.toThrow()
    await expect(
      sql`alter table log_entries no force row level security`.execute(store.database),
    ).rejects.toThrow()
  })
})

describe('tampering with the log', () => {
  beforeEach(async () => {
    await tamper((database) => sql`delete from log_entries`.execute(database))
    for (const action of ['idea.told', 'idea.edited', 'idea.closed', 'idea.opened'])
      await write('239', action)
  })
  const line = (position: number) =>
    owner.selectFrom('log_entries').selectAll().where('position', '=', position).executeTakeFirstOrThrow()

  test.each([
    ['action', { action: 'idea.edited.not' }],
    ['person', { person_id: '01900000-0000-7000-8000-000000000001' }],
    ['moment', { at: new Date('2026-03-10T08:00:00.124Z') }],
    ['text', { after_fingerprint: '0'.repeat(64) }],
    ['record', { record_id: 'b' }],
  ])('a changed %s is found where it was changed', async (_, change) => {
    await tamper((database) =>
      database.updateTable('log_entries').set(change).where('position', '=', 2).execute(),
    )
    expect(await findBrokenLine(owner, '239')).toEqual({ position: 2, why: 'content' })
  })

  test('a change with a hash made to fit is found at the next line', async () => {
    const { hash: _, ...old } = await line(2)
    const forged = { ...old, action: 'idea.praised' }
    await tamper((database) =>
      database
        .updateTable('log_entries')
        .set({ action: forged.action, hash: hashOfLine(forged) })
        .where('position', '=', 2)
        .execute(),
    )
    expect(await findBrokenLine(owner, '239')).toEqual({ position: 3, why: 'predecessor' })
  })

  test('a removed line leaves a gap', async () => {
    await tamper((database) => database.deleteFrom('log_entries').where('position', '=', 2).execute())
    expect(await findBrokenLine(owner, '239')).toEqual({ position: 3, why: 'gap' })
  })

  test('a removed line whose gap was closed is found too', async () => {
    await tamper(async (database) => {
      await database.deleteFrom('log_entries').where('position', '=', 2).execute()
      await sql`update log_entries set position = position - 1 where position = 3`.execute(database)
      await sql`update log_entries set position = position - 1 where position = 4`.execute(database)
    })
    expect(await findBrokenLine(owner, '239')).toEqual({ position: 2, why: 'predecessor' })
  })

  test('an inserted line is found', async () => {
    await tamper(async (database) => {
      await sql`update log_entries set position = 5 where position = 4`.execute(database)
      await sql`update log_entries set position = 4 where position = 3`.execute(database)
      const { hash, position: _, ...second } = await line(2)
      const inserted = { ...second, position: 3, previous_hash: hash }
      await database
        .insertInto('log_entries')
        .values({ ...inserted, hash: hashOfLine(inserted) })
        .execute()
    })
    expect(await findBrokenLine(owner, '239')).toEqual({ position: 4, why: 'predecessor' })
  })

  test('the other chains still hold', async () => {
    await write('071', 'idea.told')
    await tamper((database) =>
      database.updateTable('log_entries').set({ action: 'x' }).where('chain', '=', '239').execute(),
    )
    expect(await findBrokenLine(owner, '071')).toBeUndefined()
    expect(await findBrokenLine(owner, '239')).toEqual({ position: 1, why: 'content' })
  })
})
