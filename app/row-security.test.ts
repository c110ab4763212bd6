import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { examplePlan, saveExampleExperiment } from './experiments/experiments.examples.ts'
import { loadMunicipalities } from './municipalities/index.ts'
import { examplePeopleOfTrial as people, loadExamplePeople } from './people/index.ts'
import { actAs, asSystem, readAs } from './platform/database/acting.ts'
import { closeDatabase, openDatabase } from './platform/database/database.ts'
import { createTestDatabase, type TestDatabase } from './platform/database/test-database.ts'
import { orderedIds } from './platform/identifiers.ts'
import type { Person } from './platform/web/visitor.ts'

/** Tables without row-level security, each with its reason. A new table belongs here only if nobody's data is in it. */
const unprotected: Record<string, string> = {
  migrations: 'names of schema changes; the application has no right to it',
  finished_jobs: 'numbers of jobs',
  municipalities: 'the public register of municipalities; changed by loading only',
  municipality_boundaries: 'public borders for the maps',
  library_titles: 'published titles of what was tried elsewhere',
  search_words: 'word forms of public texts',
  challenge_key: 'one key by which the challenges of passkeys are signed',
  submissions: 'random keys of forms that were sent; found by the key alone',
}

/** Tables of which every row may be read by everybody, each with its reason. */
const readByAll: Record<string, string> = {
  ideas: 'ideas are public from the moment they are told',
  search_documents: 'the index holds only what is public',
  organisations: 'names of organisations are public',
  municipality_domains: 'a municipality’s e-mail domains are public',
  municipality_details: 'what a municipality says of itself is public',
  pooled_families: 'what adoptions show together holds only what the page of each shows to everybody',
  log_publications: 'daily heads of the log are published so that anyone can check it',
}

let own: TestDatabase
const newId = orderedIds(() => new Date('2026-03-10T08:00:00Z'))
const at = new Date('2026-03-10T08:00:00Z')
const drafts: Record<string, string> = {}

beforeAll(async () => {
  own = await createTestDatabase()
  await asSystem(own.database, async (database) => {
    await loadMunicipalities(database)
    await loadExamplePeople(database, at)
    for (const code of ['239', '071']) {
      drafts[code] = newId()
      const plan = examplePlan({ question: `Salainen luonnos ${code}` })
      await saveExampleExperiment(database, {
        id: drafts[code],
        newId,
        at,
        state: 'draft',
        municipalityCode: code,
        plan,
      })
    }
  })
})
afterAll(() => own.close())

const rows = async <Row>(statement: string) => (await sql.raw<Row>(statement).execute(own.everything)).rows

describe('the second barrier as the catalogue of the database tells it', () => {
  test('row-level security is enabled and forced on every table but those named here with a reason', async () => {
    const tables = await rows<{ name: string; enabled: boolean; forced: boolean }>(
      `select relname as name, relrowsecurity as enabled, relforcerowsecurity as forced from pg_class
       where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace order by relname`,
    )
    const open = tables.filter((table) => !table.enabled || !table.forced).map((table) => table.name)
    expect(open.filter((name) => !(name in unprotected))).toEqual([])
    expect(Object.keys(unprotected).filter((name) => !open.includes(name))).toEqual([])
  })

  test('only tables named here with a reason let everybody read every row', async () => {
    const policies = await rows<{ name: string }>(
      `select distinct polrelid::regclass::text as name from pg_policy
       where polcmd in ('r', '*') and polroles @> array['uskalla_app'::regrole::oid]
         and pg_get_expr(polqual, polrelid) in ('true', '(true OR acting_as_system())') order by name`,
    )
    expect(policies.map((policy) => policy.name).filter((name) => !(name in readByAll))).toEqual([])
  })

  test('no policy lets the application write every row', async () => {
    const policies = await rows<{ name: string }>(
      `select polrelid::regclass::text || ' ' || polname as name from pg_policy
       where polcmd in ('a', 'w', 'd', '*') and polroles @> array['uskalla_app'::regrole::oid]
         and coalesce(pg_get_expr(polwithcheck, polrelid), pg_get_expr(polqual, polrelid)) = 'true' order by name`,
    )
    // Lines of the log are added by whoever acts, and changed by nobody; letters are queued by whoever causes them.
    expect(
      policies.map((policy) => policy.name).filter((name) => !/^(log_entries|mails) adding$/.test(name)),
    ).toEqual([])
  })

  test('the application’s role owns nothing, is no superuser and cannot pass row-level security', async () => {
    expect(
      await rows(
        `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolcanlogin, rolreplication,
           (select count(*)::int from pg_class where relowner = r.oid) as tables,
           (select count(*)::int from pg_proc where proowner = r.oid) as functions,
           (select count(*)::int from pg_auth_members where member = r.oid) as memberships
         from pg_roles r where rolname = 'uskalla_app'`,
      ),
    ).toEqual([
      {
        rolsuper: false,
        rolbypassrls: false,
        rolcreaterole: false,
        rolcreatedb: false,
        rolcanlogin: false,
        rolreplication: false,
        tables: 0,
        functions: 0,
        memberships: 0,
      },
    ])
  })

  test('the application may neither empty a table at once nor hang triggers on it', async () => {
    expect(
      await rows(
        `select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
           and has_table_privilege('uskalla_app', oid, 'truncate, references, trigger')`,
      ),
    ).toEqual([])
  })

  test('functions that act as the owner look names up in a fixed place', async () => {
    expect(
      await rows(
        `select proname from pg_proc where prosecdef and pronamespace = 'public'::regnamespace
           and not coalesce(proconfig::text, '') like '%search_path=%'`,
      ),
    ).toEqual([])
  })
})

describe('reading as somebody', () => {
  const titles = async (person: Person | undefined) =>
    readAs(own.database, person, async (database) =>
      (await database.selectFrom('experiments').select('title').execute()).map((row) => row.title),
    )

  test('shows drafts to those who work there, and to no one else, residents and the office included', async () => {
    expect(await titles(people.employee)).toEqual(['Salainen luonnos 239'])
    expect(await titles(people.leader)).toEqual(['Salainen luonnos 239'])
    expect(await titles(people.ambassador)).toEqual(['Salainen luonnos 071'])
    for (const nobody of [undefined, people.resident, people.office, people.researcher])
      expect(await titles(nobody)).toEqual([])
  })

  test('without anyone acting nothing that is not public comes out and nothing can be written', async () => {
    const ids = Object.values(drafts)
    expect(
      await own.database.selectFrom('experiments').select('id').where('id', 'in', ids).execute(),
    ).toEqual([])
    const changed = await own.database.updateTable('experiments').set({ title: 'Toinen' }).executeTakeFirst()
    const removed = await own.database.deleteFrom('experiments').executeTakeFirst()
    expect([changed.numUpdatedRows, removed.numDeletedRows]).toEqual([0n, 0n])
  })

  test('writes nothing: what only reads cannot change anything by mistake', async () => {
    await expect(
      readAs(own.database, people.employee, (database) =>
        database.updateTable('experiments').set({ title: 'Toinen' }).execute(),
      ),
    ).rejects.toThrow('read-only transaction')
  })

  test('a thousand requests of different people on one connection carry nothing over', async () => {
    const one = openDatabase(own.url, { maximumConnections: 1 })
    const visitors = [
      people.employee,
      undefined,
      people.ambassador,
      people.resident,
      undefined,
      people.office,
    ]
    const expected = ['Salainen luonnos 239', '', 'Salainen luonnos 071', '', '', '']
    const wrong: string[] = []
    for (let request = 0; request < 1_000; request++) {
      const place = (request * 7) % visitors.length
      const person = visitors[place]
      const ask = async (database: TestDatabase['database']) =>
        (await database.selectFrom('experiments').select('title').execute()).map((row) => row.title).join()
      const seen =
        request % 3 === 0
          ? await one.transaction().execute(async (transaction) => {
              await actAs(transaction, person)
              return ask(transaction)
            })
          : await readAs(one, person, ask)
      if (seen !== expected[place]) wrong.push(`${request}: ${seen}`)
      if (request % 100 === 0) await asSystem(one, ask)
      if (request % 50 === 0)
        await readAs(one, person, () => Promise.reject(new Error('broken'))).catch(() => undefined)
    }
    await closeDatabase(one)
    expect(wrong).toEqual([])
  })

  test('the system works within somebody’s reading and gives its rights back', async () => {
    await readAs(own.database, people.resident, async (database) => {
      const count = async (within: TestDatabase['database']) =>
        (await within.selectFrom('experiments').select('id').execute()).length
      expect(await asSystem(database, (within) => asSystem(within, count))).toBe(2)
      expect(await count(database)).toBe(0)
    })
  })
})

describe('what belongs to an experiment', () => {
  test('becomes public when its plan is frozen, and not before', async () => {
    const id = newId()
    const seen = async () =>
      (
        await own.database
          .selectFrom('effort_entries')
          .select('what')
          .where('experiment_id', '=', id)
          .execute()
      ).length
    await asSystem(own.database, async (database) => {
      await saveExampleExperiment(database, { id, newId, at, state: 'planned' })
      await sql`insert into effort_entries (id, experiment_id, municipality_code, day, hours, what, at)
        values (${newId()}, ${id}, '239', '2026-03-10', 2, 'Valmistelu', ${at})`.execute(database)
    })
    expect(await seen()).toBe(0)
    await asSystem(own.database, (database) =>
      database
        .updateTable('experiments')
        .set({ frozen_at: at, plan_fingerprint: 'a'.repeat(64), state: 'running' })
        .where('id', '=', id)
        .execute(),
    )
    expect(await seen()).toBe(1)
  })
})
