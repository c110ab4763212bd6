import { randomUUID } from 'node:crypto'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest'
import { readConfiguration } from '../configuration.ts'
import { newLife } from '../life.ts'
import { openData, type OpenData } from './open-data.ts'
import { startPostgres } from './start-postgres.ts'

/** Everything that the built-in database has written into its own log. */
function logged(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.log'))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n')
}

describe('the built-in database', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'uskalla-data-'))
    chmodSync(folder, 0o755)
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const settings = () => readConfiguration({ USKALLA_DATA: join(folder, 'data'), PORT: '3999' })
  const persons = async (data: OpenData) =>
    (await sql<{ count: number }>`select count(*) from submissions`.execute(data.database)).rows[0]?.count

  test('starts, keeps what it acknowledged when killed, and is held by one application at a time', async () => {
    const life = newLife()
    const data = await openData(settings(), life, 'application')
    expect(data).toMatchObject({ alone: true, warnings: [] })
    expect(data.migrated[0]).toBe('001-base.sql')

    // A second application is told who holds it; a command shares it and leaves it running.
    const second = newLife()
    await expect(openData(settings(), second, 'application')).rejects.toThrow(
      `in use by process ${process.pid} at http://localhost:3999`,
    )
    await second.stop()
    const command = newLife()
    expect(await openData(settings(), command, 'command')).toMatchObject({ alone: false, migrated: [] })
    await command.stop()

    // Its own log tells of a row that was refused, and repeats nothing of it.
    const refused = randomUUID()
    await expect(
      sql`insert into submissions (key) values (${refused}::uuid), (${refused}::uuid)`.execute(data.database),
    ).rejects.toThrow('duplicate key')
    await vi.waitFor(() => expect(logged(folder)).toContain('duplicate key'), {
      timeout: 60_000,
      interval: 100,
    })
    expect(logged(folder)).not.toContain(refused)

    // The server is killed with everything in its memory: it comes back by itself, with the row and the holder.
    await sql`insert into submissions (key) values (gen_random_uuid())`.execute(data.database)
    const attached = await startPostgres({ folder: join(folder, 'data', 'postgres') })
    expect(attached.reattached).toBe(true)
    const killed = attached.processId()
    attached.leave()
    process.kill(killed ?? 0, 'SIGKILL')
    // Until it has gone, an open connection may still answer.
    await vi.waitFor(() => expect(attached.processId()).not.toBe(killed), { timeout: 60_000, interval: 20 })
    await vi.waitFor(async () => expect(await persons(data)).toBe(1), { timeout: 60_000, interval: 100 })
    expect(attached.processId()).not.toBe(killed)
    await vi.waitFor(
      async () => {
        const { rows } =
          await sql`select 1 from pg_locks where locktype = 'advisory' and objid = 7250419`.execute(
            data.database,
          )
        expect(rows).toHaveLength(1)
      },
      { timeout: 60_000, interval: 100 },
    )

    await life.stop()
    expect(attached.processId()).toBeUndefined()

    // A command that finds nothing running starts it, and ends it again.
    const alone = newLife()
    expect(await persons(await openData(settings(), alone, 'command'))).toBe(1)
    await alone.stop()
    expect(attached.processId()).toBeUndefined()
  }, 180_000)
})

describe('a database of the operator’s own', () => {
  const settings = (url: string, production = false) =>
    readConfiguration({
      DATABASE_URL: url,
      ...(production ? { NODE_ENV: 'production', BASE_URL: 'https://kokeilut.example.fi' } : {}),
    })

  test('is used with a warning where it could lose writes, and refused in production', async () => {
    const { templateUrl, superuserUrl } = inject('testServer')
    const client = new Client({ connectionString: superuserUrl })
    await client.connect()
    await client.query('create database operators template template owner uskalla_owner')
    const url = templateUrl.replace('/template?', '/operators?')
    const life = newLife()
    const data = await openData(settings(url), life, 'application')
    expect(data.alone).toBe(false)
    expect(data.warnings.join('\n')).toMatch(/setting fsync is off/)
    await life.stop()
    await expect(openData(settings(url, true), newLife(), 'application')).rejects.toThrow(
      /cannot be used:\n {2}- .*fsync is off[\s\S]*full_page_writes is off/,
    )
    await client.query('drop database operators')
    await client.end()
  })

  test('that does not answer is named without its password', async () => {
    const opening = openData(
      settings('postgresql://uskalla:hunter2@127.0.0.1:1/uskalla'),
      newLife(),
      'application',
    )
    await expect(opening).rejects.toThrow(/^The database does not answer: (?!.*hunter2)/)
  })
})
