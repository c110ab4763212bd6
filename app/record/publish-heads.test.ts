import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asSystem } from '../platform/database/acting.ts'
import { closeDatabase, type Database, openDatabase } from '../platform/database/database.ts'
import { createTestDatabase, type TestDatabase } from '../platform/database/test-database.ts'
import { linesOfChain, record } from '../platform/log/log.ts'
import { writtenLine } from './export-lines.ts'
import { allPublications } from './publication-store.ts'
import { findBrokenPublication } from './publication.ts'
import { publishHeads } from './publish-heads.ts'
import { verifyLines } from './verify-lines.ts'

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

const write = (chain: string, at: string) =>
  asSystem(store.database, (transaction) =>
    record(transaction, {
      chain,
      action: 'idea.told',
      recordKind: 'idea',
      recordId: at,
      personId: null,
      requestId: 'r',
      at: new Date(at),
    }),
  )
const publish = (now: string) =>
  asSystem(store.database, (transaction) => publishHeads(transaction, { now: new Date(now), requestId: 'r' }))

async function dump(): Promise<string[]> {
  return asSystem(store.database, async (database) => {
    const lines: string[] = []
    for (const chain of ['000', '071', '239'])
      for await (const line of linesOfChain(database, chain)) lines.push(writtenLine(line))
    return lines
  })
}

describe('the heads of the log', () => {
  test('are published at the first start, at the end of that day, and of every day and night after it', async () => {
    await write('239', '2026-03-10T08:00:00Z')
    expect(await publish('2026-03-10T09:00:00Z')).toBe(1)
    expect(await publish('2026-03-10T09:30:00Z')).toBe(0)
    // Midnight in Finland is 22 o'clock UTC in winter.
    await write('239', '2026-03-10T21:59:59Z')
    await write('071', '2026-03-10T22:00:01Z')
    expect(await publish('2026-03-10T22:15:00Z')).toBe(1)
    // The service was not running for two nights; then the clocks went to summer time.
    expect(await publish('2026-03-12T22:15:00Z')).toBe(2)
    expect(await publish('2026-03-12T22:15:00Z')).toBe(0)
    const publications = await allPublications(store.database)
    expect(
      publications.map(({ day, until, heads }) => [day, until, heads.map((h) => [h.chain, h.position])]),
    ).toEqual([
      ['2026-03-10', '2026-03-10T09:00:00.000Z', [['239', 1]]],
      [
        '2026-03-10',
        '2026-03-10T22:00:00.000Z',
        [
          ['000', 1],
          ['239', 2],
        ],
      ],
      [
        '2026-03-11',
        '2026-03-11T22:00:00.000Z',
        [
          ['000', 2],
          ['071', 1],
          ['239', 2],
        ],
      ],
      [
        '2026-03-12',
        '2026-03-12T22:00:00.000Z',
        [
          ['000', 2],
          ['071', 1],
          ['239', 2],
        ],
      ],
    ])
    expect(findBrokenPublication(publications)).toBeUndefined()
    expect((await verifyLines(await dump(), { publications })).faults).toEqual([])
  })

  test('come at midnight in Finland in both nights on which the clocks change', async () => {
    expect(await publish('2026-03-30T08:00:00Z')).toBeGreaterThan(0)
    expect(await publish('2026-10-26T08:00:00Z')).toBeGreaterThan(0)
    const untils = new Map((await allPublications(store.database)).map(({ day, until }) => [day, until]))
    expect(untils.get('2026-03-28')).toBe('2026-03-28T22:00:00.000Z')
    expect(untils.get('2026-03-29')).toBe('2026-03-29T21:00:00.000Z')
    expect(untils.get('2026-10-24')).toBe('2026-10-24T21:00:00.000Z')
    expect(untils.get('2026-10-25')).toBe('2026-10-25T22:00:00.000Z')
  })

  test('show what somebody with the keys to the database took away', async () => {
    const publications = await allPublications(store.database)
    await sql`alter table log_entries disable trigger log_entries_stay`.execute(owner)
    await sql`delete from log_entries where chain = '239' and position = 2`.execute(owner)
    await sql`alter table log_entries enable trigger log_entries_stay`.execute(owner)
    expect((await verifyLines(await dump())).faults).toEqual([])
    expect((await verifyLines(await dump(), { publications })).faults).toEqual([
      { why: 'shortened', chain: '239', position: 2, fileLine: null },
    ])
  })

  test('are changed and taken away by nobody: neither by the application, as whoever, nor by the owner', async () => {
    for (const database of [store.database, owner])
      for (const change of [
        sql`update log_publications set hash = repeat('0', 64)`,
        sql`delete from log_publications`,
        sql`truncate log_publications`,
      ])
        await expect(change.execute(database)).rejects.toThrow()
    await expect(
      asSystem(store.database, (database) => sql`delete from log_publications`.execute(database)),
    ).rejects.toThrow('permission denied')
  })

  test('are published by the system only', async () => {
    await expect(
      store.database
        .transaction()
        .execute((database) =>
          publishHeads(database, { now: new Date('2026-12-01T08:00:00Z'), requestId: 'r' }),
        ),
    ).rejects.toThrow('row-level security')
  })
})
