import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { closeDatabase, openDatabase } from '../platform/database/database.ts'
import { queueMail } from '../platform/mail/mail.ts'
import { createTestSite } from '../test-site.ts'
import { eraseAgain, erasePerson } from './erase-person.ts'
import { rarePerson, saveRarePerson } from './own-data.examples.ts'
import { whereItStands } from '../platform/database/test-where-it-stands.ts'

type Site = Awaited<ReturnType<typeof createTestSite>>

const { superuserUrl, templateUrl } = inject('testServer')

function asSuperuser(name: string): string {
  const url = new URL(superuserUrl)
  url.pathname = `/${name}`
  return url.href
}

async function nameOf(site: Site): Promise<string> {
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(site.database)
  return rows[0]?.name ?? ''
}

describe('forgetting a person', () => {
  let site: Site
  let url: string

  beforeAll(async () => {
    site = await createTestSite()
    url = asSuperuser(await nameOf(site))
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
    // A letter on its way to somebody else that names her, and the word a form answered with.
    await queueMail(site.database, {
      key: 'asks leave',
      to: 'joku@esimerkki.invalid',
      subject: `${rarePerson.name} pyytää lupaa`,
      text: `${rarePerson.name} (${rarePerson.name.toUpperCase()}) pyytää lupaa kokeiluun.`,
    })
    await site.database
      .insertInto('submissions')
      .values({ key: site.newId(), location: '/fi', notice: `Tervetuloa, ${rarePerson.name}.` })
      .execute()
  }, 60_000)
  afterAll(() => site.close())

  test('finds her in many places before', async () => {
    expect(await whereItStands(url, rarePerson.name)).toEqual(
      expect.arrayContaining(['public.mails.body', 'public.persons.name', 'public.submissions.notice']),
    )
    expect(await whereItStands(url, rarePerson.email)).toEqual(
      expect.arrayContaining([
        'public.mails.recipient',
        'public.persons.email',
        'public.sign_in_links.email',
      ]),
    )
  })

  test('leaves no trace of name or address in whatever table, and closes every way in', async () => {
    const [sanni, elsewhere] = [await site.browser(rarePerson), await site.browser(rarePerson)]
    expect((await elsewhere.get('/fi/omat-tiedot')).status).toBe(200)
    expect((await sanni.fillIn('/fi/omat-tiedot/poista', {})).status).toBe(422)
    const answer = await sanni.fillIn('/fi/omat-tiedot/poista', { understood: 'yes' })
    expect(answer.status).toBe(303)
    expect((await sanni.follow(answer)).text).toContain('Tietosi on poistettu.')
    for (const browser of [sanni, elsewhere]) expect((await browser.get('/fi/omat-tiedot')).status).toBe(303)
    const sessions = site.database.selectFrom('sessions').select('id').where('person_id', '=', rarePerson.id)
    expect(await sessions.execute()).toEqual([])
    for (const text of [rarePerson.email, rarePerson.name, 'Salasaari', 'toinen.osoite@'])
      expect(await whereItStands(url, text), text).toEqual([])
  })

  test('a letter still on its way to somebody else goes without the name', async () => {
    const letter = await site.database
      .selectFrom('mails')
      .select('subject')
      .where('key', '=', 'asks leave')
      .executeTakeFirst()
    expect(letter?.subject).toBe('… pyytää lupaa')
  })

  test('keeps what belongs to the municipality, without her name', async () => {
    const idea = await site.database
      .selectFrom('ideas')
      .select(['id', 'trial'])
      .where('told_by', '=', rarePerson.id)
      .executeTakeFirstOrThrow()
    expect(idea.trial).toBe('Myydään ylijäämälounas.')
    const page = await (await site.browser('leader')).get(`/fi/ideat/${idea.id}`)
    expect(page.status).toBe(200)
  })

  test('is nothing that can be done twice', async () => {
    const again = erasePerson(site.application, {
      personId: rarePerson.id,
      now: site.clock.now,
      requestId: 'test',
      dataFolder: tmpdir(),
    })
    expect(await again).toBe(false)
  })

  test('the same person may come anew, as somebody else', async () => {
    await (await site.browser()).fillIn('/fi/kirjaudu', { email: rarePerson.email })
    expect(await whereItStands(url, rarePerson.email)).toContain('public.sign_in_links.email')
  })
})

test('a restored backup forgets again at the start', async () => {
  const site = await createTestSite()
  const copy = `restored_${site.newId().replaceAll('-', '')}`
  const folder = mkdtempSync(join(tmpdir(), 'uskalla-ledger-'))
  const run = async (statement: string) => {
    const client = new Client({ connectionString: superuserUrl })
    await client.connect()
    await client.query(statement).finally(() => client.end())
  }
  try {
    await saveRarePerson(site.application, site.clock.now)
    const erasure = { now: site.clock.now, requestId: 'start', dataFolder: folder }
    const name = await nameOf(site)

    // The backup: a copy made while nobody is connected.
    await run(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`)
    await run(`create database ${copy} template ${name} owner uskalla_owner`)
    expect(await erasePerson(site.application, { personId: rarePerson.id, ...erasure })).toBe(true)

    const ledger = readFileSync(join(folder, 'erasures.jsonl'), 'utf8')
    expect(ledger).toMatch(/^\{"key":"[0-9a-f]{64}","at":"[^"]+"\}\n$/)
    expect(ledger).not.toContain(rarePerson.id)

    expect(await whereItStands(asSuperuser(copy), rarePerson.name)).not.toEqual([])
    const restored = openDatabase(templateUrl.replace('/template?', `/${copy}?`), { maximumConnections: 2 })
    expect(await eraseAgain(restored, erasure)).toBe(1)
    expect(await eraseAgain(restored, erasure)).toBe(0)
    await closeDatabase(restored)
    for (const text of [rarePerson.name, rarePerson.email])
      expect(await whereItStands(asSuperuser(copy), text), text).toEqual([])
  } finally {
    rmSync(folder, { recursive: true, force: true })
    await site.close()
    await run(`drop database if exists ${copy} with (force)`)
  }
}, 60_000)
