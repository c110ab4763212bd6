import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { giveFeedback } from '../notices/give-feedback.ts'
import { fingerprintOfAddress, eraseAgain } from './index.ts'
import { noticesJobs } from '../notices/index.ts'
import { asSystem } from '../platform/database/acting.ts'
import { closeDatabase, openDatabase } from '../platform/database/database.ts'
import { countErasures } from '../platform/erasure-ledger.ts'
import { createTestSite } from '../test-site.ts'
import { rarePerson, saveRarePerson } from './own-data.examples.ts'
import { whereItStands } from './scan-database.examples.ts'

describe('forgetting a person', () => {
  let site: Awaited<ReturnType<typeof createTestSite>>
  let backup: string
  const ofDatabase = (name: string) => inject('testServer').templateUrl.replace('/template?', `/${name}?`)

  beforeAll(async () => {
    site = await createTestSite()
    await saveRarePerson(site.application, site.clock.now)
    const sanni = await site.browser(rarePerson)
    await (await site.browser()).fillIn('/fi/kirjaudu', { email: rarePerson.email })
    await sanni.fillIn('/fi/ideat/kerro', {
      municipality: '239',
      problem: 'Ruokaa jää yli.',
      trial: 'Myydään ylijäämälounas.',
      forWhom: 'Lähellä asuville.',
    })
    await sanni.fillIn('/fi/omat-tiedot/suostumukset', { agreed: ['monthly_letter'] })
    await sanni.fillIn('/fi/omat-tiedot/hae', {})
    await sanni.fillIn('/fi/omat-tiedot/osoite', { email: 'toinen.osoite@esimerkki.invalid' })
    await giveFeedback(site.database, {
      now: site.clock.now,
      requestId: 'test',
      lang: 'fi',
      newId: site.newId,
      message: 'Otsikoita ei lueta.',
      pageAddress: null,
      email: rarePerson.email,
    })
    // A letter to somebody else that names her, one sent and one waiting, and the word a form answered with.
    for (const [key, sent] of [
      ['sent', new Date()],
      ['waiting', null],
    ] as const)
      await site.database
        .insertInto('mails')
        .values({
          key,
          message_id: key,
          recipient: 'joku@esimerkki.invalid',
          subject: `${rarePerson.name} pyytää lupaa`,
          body: `${rarePerson.name} pyytää lupaa kokeiluun.`,
          attachments: '[]',
          queued_at: site.clock.now,
          sent_at: sent,
        } as never)
        .execute()
    await site.database
      .insertInto('submissions')
      .values({ key: site.newId(), location: '/fi', notice: `Tervetuloa, ${rarePerson.name}.` })
      .execute()
  }, 60_000)
  afterAll(() => site.close())

  const url = () => ofDatabase(backup.replace('backup_', 'test_'))

  test('a copy is taken, as a backup would be', async () => {
    const { rows } = await new Promise<{ rows: { name: string }[] }>((resolve, reject) => {
      void (async () => {
        const { sql } = await import('kysely')
        resolve(await sql<{ name: string }>`select current_database() as name`.execute(site.database))
      })().catch(reject)
    })
    const name = rows[0]?.name ?? ''
    backup = name.replace('test_', 'backup_')
    expect(await whereItStands(ofDatabase(name), rarePerson.email)).not.toEqual([])
  })

  test('finds her in many places before', async () => {
    const places = await whereItStands(url(), rarePerson.name)
    expect(places).toEqual(
      expect.arrayContaining(['public.mails.body', 'public.persons.name', 'public.submissions.notice']),
    )
  })

  test('leaves no trace of name or address, in whatever table, and closes every way in', async () => {
    const sanni = await site.browser(rarePerson)
    const refused = await sanni.fillIn('/fi/omat-tiedot/poista', {})
    expect(refused.status).toBe(422)
    const answer = await sanni.fillIn('/fi/omat-tiedot/poista', { understood: 'yes' })
    expect(answer.status).toBe(303)
    expect((await sanni.get('/fi/omat-tiedot')).status).toBe(303)
    await asSystem(site.application, (system) =>
      noticesJobs.jobs['forget-address'](
        { fingerprint: fingerprintOfAddress(rarePerson.email) },
        { database: system, now: site.clock.now, newId: site.newId },
      ),
    )
    for (const text of [rarePerson.email, rarePerson.name, 'Salasaari', 'toinen.osoite@'])
      expect(await whereItStands(url(), text), text).toEqual([])
  })

  test('keeps what belongs to the municipality, without her name', async () => {
    const idea = await site.database
      .selectFrom('ideas')
      .select(['trial', 'told_by'])
      .where('told_by', '=', rarePerson.id)
      .executeTakeFirst()
    expect(idea?.trial).toBe('Myydään ylijäämälounas.')
  })

  test('is written in a ledger outside the database, without telling who', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'uskalla-ledger-'))
    rmSync(folder, { recursive: true })
    expect(countErasures(folder)).toBe(0)
  })
})

test('a restored backup forgets again at the start', async () => {
  const site = await createTestSite()
  const { superuserUrl, templateUrl } = inject('testServer')
  const copy = `restored_${Date.now()}`
  const folder = mkdtempSync(join(tmpdir(), 'uskalla-ledger-'))
  const asSuperuser = async (statement: string) => {
    const client = new Client({ connectionString: superuserUrl })
    await client.connect()
    await client.query(statement).finally(() => client.end())
  }
  try {
    await saveRarePerson(site.application, site.clock.now)
    const erasure = { now: site.clock.now, requestId: 'start', dataFolder: folder }
    const { erasePerson } = await import('./erase-person.ts')
    const { sql } = await import('kysely')
    const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(site.database)
    const name = rows[0]?.name ?? ''

    // The backup: a copy made while nobody is connected.
    await asSuperuser(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}' and pid <> pg_backend_pid()`,
    )
    await asSuperuser(`create database ${copy} template ${name} owner uskalla_owner`)
    await erasePerson(site.application, { personId: rarePerson.id, ...erasure })

    const ledger = readFileSync(join(folder, 'erasures.jsonl'), 'utf8')
    expect(ledger).toMatch(/^\{"key":"[0-9a-f]{64}","at":"[^"]+"\}\n$/)
    expect(ledger).not.toContain(rarePerson.id)

    const restoredUrl = templateUrl.replace('/template?', `/${copy}?`)
    expect(await whereItStands(restoredUrl, rarePerson.name)).not.toEqual([])
    const restored = openDatabase(restoredUrl, { maximumConnections: 2 })
    expect(await eraseAgain(restored, erasure)).toBe(1)
    expect(await eraseAgain(restored, erasure)).toBe(0)
    await closeDatabase(restored)
    for (const text of [rarePerson.name, rarePerson.email])
      expect(await whereItStands(restoredUrl, text), text).toEqual([])
  } finally {
    rmSync(folder, { recursive: true, force: true })
    await site.close()
    await asSuperuser(`drop database if exists ${copy} with (force)`)
  }
}, 60_000)
