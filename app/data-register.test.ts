import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { languages } from './platform/language.ts'
import { createTestDatabase, type TestDatabase } from './platform/database/test-database.ts'
import { texts } from './texts/index.ts'
import { purposeNames, purposes } from './own-data/data-purposes.ts'
import { dataRegister, tablesWithoutPersons } from './own-data/data-register.ts'
import { gatherOwnData } from './own-data/gather-own-data.ts'
import { rarePerson } from './own-data/own-data.examples.ts'
import { retentionRules } from './own-data/run-retention.ts'
import { feedbackRetention } from './notices/feedback-store.ts'

let fresh: TestDatabase
let columns: { table: string; column: string }[]

beforeAll(async () => {
  fresh = await createTestDatabase()
  const { rows } = await sql<{ table: string; column: string }>`
    select c.relname as table, a.attname as column from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
    order by 1, a.attnum`.execute(fresh.database)
  columns = rows
})
afterAll(() => fresh.close())

describe('the register of personal data', () => {
  test('says of every column of the database whether it tells of a person', () => {
    const missing = columns.filter(({ table, column }) => {
      const entry = dataRegister[table]
      if (entry === undefined) return !tablesWithoutPersons.includes(table)
      return !entry.personal.includes(column) && !entry.none.includes(column)
    })
    expect(missing.map(({ table, column }) => `${table}.${column}`)).toEqual([])
  })

  test('names no table or column that is not there, and none twice', () => {
    const there = new Set(columns.map(({ table, column }) => `${table}.${column}`))
    const named = Object.entries(dataRegister).flatMap(([table, { personal, none }]) =>
      [...personal, ...none].map((column) => `${table}.${column}`),
    )
    expect(named.filter((one) => !there.has(one))).toEqual([])
    expect(named.length).toBe(new Set(named).size)
    const tables = new Set(columns.map(({ table }) => table))
    expect(tablesWithoutPersons.filter((table) => !tables.has(table))).toEqual([])
  })

  test('counts every reference to a person and every name or address of one as personal', async () => {
    const { rows } = await sql<{ table: string; column: string }>`
      select conrelid::regclass::text as table, a.attname as column from pg_constraint
      join pg_attribute a on a.attrelid = conrelid and a.attnum = any (conkey)
      where contype = 'f' and confrelid = 'persons'::regclass`.execute(fresh.database)
    const spoken = columns.filter(
      ({ table, column }) =>
        !tablesWithoutPersons.includes(table) && /email|person|recipient|phone|(^|_)by$/.test(column),
    )
    const unseen = [...rows, ...spoken].filter(
      ({ table, column }) => !dataRegister[table]?.personal.includes(column),
    )
    expect(unseen).toEqual([])
  })

  test('rests on consent only where saying no has no effect on the service', () => {
    expect(purposeNames.filter((purpose) => purposes[purpose].basis === 'consent')).toEqual(['consents'])
  })

  test('what is kept for a number of days has a rule that takes it away, and the notice says how many', () => {
    const rules = retentionRules(feedbackRetention)
    for (const [table, { kept, purpose }] of Object.entries(dataRegister)) {
      const rule = rules.find((one) => one.table === table)
      expect(rule !== undefined, table).toBe(kept === 'days')
      if (rule)
        for (const lang of languages)
          expect(texts[lang].notices.purposes[purpose].kept, `${table} ${lang}`).toMatch(
            new RegExp(`\\b${rule.days}\\b`),
          )
    }
  })

  test('every table that holds something of a person gives it out, or says why it has nothing to give', async () => {
    // Secrets and keys that would let somebody in, counts of words, and what lies in another table of the same room.
    const givenElsewhere = [
      'recovery_code_sets',
      'recovery_codes',
      'used_challenges',
      'organisation_sign_ins',
      'municipality_details',
      'ponderings',
      'search_documents',
      'search_words',
      'submissions',
      'accessibility_feedback',
      'evaluations',
      'draws',
    ]
    const given = (await gatherOwnData(fresh.database, rarePerson.id)).map(({ table }) => table)
    const silent = Object.keys(dataRegister).filter(
      (table) => !given.includes(table) && !givenElsewhere.includes(table),
    )
    expect(silent).toEqual([])
  })

  test('every table and every column that is given out has words in three languages', async () => {
    const records = await gatherOwnData(fresh.database, rarePerson.id)
    for (const lang of languages) {
      const words = texts[lang].ownData
      expect(records.filter(({ table }) => words.tables[table] === undefined)).toEqual([])
      expect(Object.keys(words.fields).toSorted()).toEqual(Object.keys(texts.fi.ownData.fields).toSorted())
      expect(Object.keys(words.tables).toSorted()).toEqual(Object.keys(texts.fi.ownData.tables).toSorted())
    }
  })
})
