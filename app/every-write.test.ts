import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pathTo } from './platform/web/address.ts'
import { type addresses, routes } from './site.ts'
import { bodiesFor, fieldsOnPage } from './test-bodies.ts'
import { openForms } from './test-forms.ts'
import { createTestSite } from './test-site.ts'

let site: Awaited<ReturnType<typeof createTestSite>>

/** What is written beside the records: made from them, passing, or about the machinery alone. */
const notRecords = [
  // Keys of forms that were sent, letters, jobs, the index of the search.
  'submissions',
  'mails',
  'finished_jobs',
  'search_documents',
  'search_words',
  // Ways in that pass within minutes; that somebody came in has its line.
  'sign_in_links',
]

beforeAll(async () => {
  site = await createTestSite()
  await sql`create table written (transaction bigint not null, written_table text not null)`.execute(
    site.database,
  )
  await sql`create function note_write() returns trigger language plpgsql security definer set search_path = public as
    $$ begin insert into written values (txid_current(), tg_table_name); return null; end $$`.execute(
    site.database,
  )
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' and table_name not in ('written', 'migrations')`.execute(
    site.database,
  )
  for (const { name } of rows)
    await sql`create trigger noted after insert or update or delete on ${sql.table(name)}
      for each row execute function note_write()`.execute(site.database)
})
afterAll(() => site.close())

/** Tables that were written to in a transaction without a line in the log. */
async function silentlyWritten(): Promise<string[]> {
  const { rows } = await sql<{ written_table: string }>`
    select distinct written_table from written as change
    where not exists (select from written as line
      where line.transaction = change.transaction and line.written_table = 'log_entries')
    order by written_table`.execute(site.database)
  return rows.map((row) => row.written_table).filter((table) => !notRecords.includes(table))
}

const sentAsForm = { 'content-type': 'application/x-www-form-urlencoded', origin: 'http://uskalla.test' }
const formNames = (Object.keys(routes) as (keyof typeof addresses)[]).filter(
  (name) => routes[name]?.kind === 'form',
)
/** Bodies tried at each form until one is taken. */
const tries = 25

test('a change without a line is found', async () => {
  const { rows: tables } = await sql<{ name: string }>`select tablename as name from pg_tables
    where schemaname = 'public'`.execute(site.database)
  const there = tables.map(({ name }) => name)
  expect(notRecords.filter((name) => !there.includes(name))).toEqual([])
  await openForms['edit-idea']?.[0]?.(site)
  expect(await silentlyWritten()).not.toContain('ideas')
  await sql`update ideas set version = version + 1`.execute(site.database)
  expect(await silentlyWritten()).toContain('ideas')
})

test('whatever form is sent, nothing of the records changes without a line in the same transaction', async () => {
  const taken: string[] = []
  const silent: Record<string, string[]> = {}
  for (const name of formNames)
    for (const way of openForms[name] ?? []) {
      const { who, parameters, query } = await way(site)
      await sql`delete from written`.execute(site.database)
      const browser = await site.browser(who)
      await sql`delete from written`.execute(site.database)
      const path = pathTo('fi', name, parameters, query)
      const page = await browser.get(path)
      const token = /name="_token" value="([^"]*)"/.exec(page.text)?.[1] ?? ''
      for (const body of fc.sample(bodiesFor(fieldsOnPage(page.text, path)), {
        numRuns: tries,
        seed: 20260310,
      })) {
        const answer = await browser.send(path, {
          method: 'POST',
          body: `${body}&_token=${encodeURIComponent(token)}`,
          headers: sentAsForm,
        })
        if (answer.status !== 303) continue
        taken.push(name)
        break
      }
      const tables = await silentlyWritten()
      if (tables.length > 0) silent[name] = tables
    }
  expect(silent).toEqual({})
  expect(new Set(taken).size).toBeGreaterThan(formNames.length / 3)
}, 600_000)
