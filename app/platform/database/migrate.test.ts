import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest'
import { migrate, pendingMigrations } from './migrate.ts'

describe('migrations', () => {
  let folder: string
  let url: string
  let superuser: Client
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'uskalla-migrations-'))
    const { superuserUrl, templateUrl } = inject('testServer')
    superuser = new Client({ connectionString: superuserUrl })
    await superuser.connect()
    await superuser.query('create database migrated owner uskalla_owner')
    url = templateUrl.replace('/template?', '/migrated?')
    write('001-first.sql', 'create table first (a int); insert into first values (1);')
    write('002-second.sql', 'create table second (a int);')
  })
  afterEach(async () => {
    rmSync(folder, { recursive: true })
    await superuser.query('drop database migrated with (force)')
    await superuser.end()
  })

  const write = (name: string, text: string) => writeFileSync(join(folder, name), text)
  const rows = async (statement: string) => {
    const client = new Client({ connectionString: url, statement_timeout: 4_000 })
    await client.connect()
    try {
      return (await client.query(statement)).rows
    } finally {
      await client.end()
    }
  }

  test('run once, in the order of their names', async () => {
    expect(await pendingMigrations(url, folder)).toEqual(['001-first.sql', '002-second.sql'])
    expect(await migrate(url, folder)).toEqual(['001-first.sql', '002-second.sql'])
    expect(await migrate(url, folder)).toEqual([])
    expect(await pendingMigrations(url, folder)).toEqual([])
    expect(await rows('select a from first')).toEqual([{ a: 1 }])
  })

  test('ten starters at once run each of them once', async () => {
    const runs = await Promise.all(Array.from({ length: 10 }, () => migrate(url, folder)))
    expect(runs.flat().sort()).toEqual(['001-first.sql', '002-second.sql'])
    expect(await rows('select a from first')).toEqual([{ a: 1 }])
  })

  test('one that fails leaves nothing of itself and names its file and line', async () => {
    write('003-third.sql', 'create table third (a int);\n\ninsert into nowhere values (1);')
    await expect(migrate(url, folder)).rejects.toThrow(
      'Migration 003-third.sql failed (line 3): relation "nowhere" does not exist',
    )
    expect(
      await rows(
        `select to_regclass('second') is not null as second, to_regclass('third') is not null as third`,
      ),
    ).toEqual([{ second: true, third: false }])
    expect(await pendingMigrations(url, folder)).toEqual(['003-third.sql'])
  })

  test('one that has been run may not change or vanish', async () => {
    await migrate(url, folder)
    write('001-first.sql', 'create table first (a int, b int);')
    await expect(migrate(url, folder)).rejects.toThrow(/001-first.sql has been run and has changed/)
    rmSync(join(folder, '001-first.sql'))
    await expect(migrate(url, folder)).rejects.toThrow(/does not know: 001-first.sql/)
  })

  test('one that meets a table in use lets others pass and comes back until the table is free', async () => {
    await migrate(url, folder)
    write('003-third.sql', 'alter table first add column b int;')
    const reader = new Client({ connectionString: url })
    await reader.connect()
    await reader.query('begin')
    await reader.query('select * from first')
    const migrating = migrate(url, folder)
    // While the migration waits, queries that come after it must get through within their own limit.
    await expect(rows('select a from first')).resolves.toEqual([{ a: 1 }])
    await reader.query('commit')
    await reader.end()
    expect(await migrating).toEqual(['003-third.sql'])
  })
})
