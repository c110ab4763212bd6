import { readdirSync } from 'node:fs'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { actAs } from './platform/database/acting.ts'
import type { Database } from './platform/database/database.ts'
import type { Person } from './platform/web/visitor.ts'
import { type AccessRecords, addAccessRecords } from './test-access-records.ts'
import {
  ownMunicipality,
  placeOfPonderings,
  secretOfDrafts,
  secretOfMembers,
  visitors,
} from './test-access-visitors.ts'
import { argumentsFor, type ArgumentValues } from './test-arguments.ts'
import { createTestSite } from './test-site.ts'

type StoreFunction = (database: Database, ...more: unknown[]) => Promise<unknown>

/**
 * Functions that made-up arguments do not bring as far as the rows of another municipality: each with what stops it
 * before. A function that is neither reached nor named here fails the test.
 */
const notReached: Record<string, string> = {
  'experiments/experiment-store.ts rowOf': 'reads no row: lays out the columns of a new one',
  'measurements/answer-key-store.ts answerKey':
    'the key by which reminders are signed; only the system reads it',
  'moderation/report-store.ts numberOf': 'reads no row: puts the number of a report into words',
  'municipalities/boundary-store.ts replaceBoundaries': 'borders are public and imported by the operator',
  'own-data/own-data-store.ts saveConsent': 'one’s own answer; a row of the person, not of a municipality',
  'people/own-data-store.ts changeEmail': 'a row of the person, not of a municipality',
  'people/people-store.ts savePerson': 'a row of the person, not of a municipality',
  'people/recovery-code-store.ts countWrongRecoveryCode': 'a row of the person, not of a municipality',
  'people/recovery-code-store.ts replaceRecoveryCodes': 'a row of the person, not of a municipality',
  'people/session-store.ts saveSession': 'a row of the person, not of a municipality',
  'people/session-store.ts sessionOfToken': 'a row of the person, found by its secret alone',
  'people/sign-in-link-store.ts saveSignInLink': 'a row of whoever signs in, not of a municipality',
  'search/search-store.ts rankedDocuments': 'the index holds only what is public',
  'search/word-store.ts refreshWords': 'word forms of public texts',
  'search/word-store.ts relatedWords': 'word forms of public texts',
  'search/word-store.ts rememberWords': 'word forms of public texts',
  'search/word-store.ts storedLemmas': 'word forms of public texts',
  'search/word-store.ts wordsHolding': 'word forms of public texts',
  'search/word-store.ts wordsLookingLike': 'word forms of public texts',
}

/** Functions that give out addresses for letters to people whom the sender need not know; what they give is never shown. */
const writesLetters = ['people/people-store.ts contactsOf']

/** Tables to which anybody may add a row of their own in any municipality. */
const addedByAnybody = ['ideas', 'membership_requests', 'memberships', 'reports']

const foreigners: Record<string, Person | undefined> = {
  'nobody in particular': undefined,
  'an employee of another municipality': visitors['employee other'],
  'a resident of the same municipality': visitors['resident own'],
}

let site: Awaited<ReturnType<typeof createTestSite>>
let records: AccessRecords
const functions = new Map<string, StoreFunction>()

beforeAll(async () => {
  site = await createTestSite()
  records = await addAccessRecords(site)
  const folder = new URL('.', import.meta.url)
  const stores = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('-store.ts'))
    .toSorted()
  for (const path of stores) {
    const exported = (await import(new URL(path, folder).href)) as Record<string, unknown>
    for (const [name, one] of Object.entries(exported))
      if (typeof one === 'function') functions.set(`${path} ${name}`, one as StoreFunction)
  }
})
afterAll(() => site.close())

/** Every id that belongs to the municipality, so that a function that wants “an id” is tried with each kind. */
async function idsOfMunicipality(): Promise<string[]> {
  const draft = records.experiments.find((record) => record.state === 'draft')?.parameters ?? {}
  const running = records.experiments.find((record) => record.state === 'running')?.parameters ?? {}
  const ids = [
    ...Object.values(draft),
    ...Object.values(running),
    ...records.ideas.map((idea) => idea.parameters.id),
  ]
  for (const table of [
    'diary_entries',
    'effort_entries',
    'experiment_leaves',
    'ponderings',
    'memberships',
    'invitations',
  ]) {
    const { rows } = await sql<{ id: string }>`select id from ${sql.table(table)}
      where municipality_code = ${ownMunicipality} limit 2`.execute(site.database)
    ids.push(...rows.map((row) => row.id))
  }
  return ids.filter((id): id is string => id !== undefined && id.length > 10)
}

/** Every row stored under the municipality that does not belong to one of those who try, as `table fingerprint`. */
async function storedInMunicipality(): Promise<Set<string>> {
  const { rows: tables } = await sql<{
    name: string
  }>`select table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'municipality_code' order by 1`.execute(site.database)
  const triers = Object.values(foreigners).flatMap((person) => (person ? [`%${person.id}%`] : []))
  const stored = new Set<string>()
  for (const { name } of tables) {
    const { rows } = await sql<{ digest: string }>`select md5(t::text) as digest from ${sql.table(name)} as t
      where municipality_code = ${ownMunicipality} and not t::text like any (${triers}::text[])`.execute(
      site.database,
    )
    for (const { digest } of rows) stored.add(`${name} ${digest}`)
  }
  return stored
}

const asText = (value: unknown) =>
  JSON.stringify(value, (_key, one: unknown) =>
    one instanceof Map || one instanceof Set ? [...one] : typeof one === 'bigint' ? String(one) : one,
  ) ?? ''

const isRefusedByRows = (error: unknown) => (error as { code?: string }).code === '42501'

describe('the second barrier alone: every function that speaks with the database, the policies of the rooms left out', () => {
  test('gives nothing away and changes nothing for whoever it does not concern', async () => {
    const draft = records.experiments.find((record) => record.state === 'draft')?.parameters ?? {}
    const idea = records.ideas.find((record) => record.state === 'agreed')?.parameters ?? {}
    const ids = await idsOfMunicipality()
    const before = await storedInMunicipality()
    const leaks: string[] = []
    const reached = new Set<string>()
    const stopped = new Map<string, string>()
    let calls = 0
    for (const [who, person] of Object.entries(foreigners))
      for (const [name, one] of functions) {
        const wantsAnyId = /\bids?\b/.test(one.toString().slice(0, 400))
        for (const id of wantsAnyId ? ids : [draft.id ?? '']) {
          const values: ArgumentValues = {
            ...draft,
            id,
            experimentId: draft.id,
            ideaId: idea.id,
            person,
            now: site.clock.now,
          }
          calls++
          try {
            const result = await site.application.transaction().execute(async (transaction) => {
              await actAs(transaction, person)
              return one(transaction, ...argumentsFor(one, values))
            })
            reached.add(name)
            const told = asText(result)
            if (told.includes(secretOfDrafts) || told.includes(placeOfPonderings))
              leaks.push(`${name} to ${who}`)
            if (told.includes(secretOfMembers) && !writesLetters.includes(name))
              leaks.push(`${name} to ${who}: an address`)
          } catch (error) {
            if (isRefusedByRows(error)) reached.add(name)
            else stopped.set(name, String(error).split('\n')[0] ?? '')
          }
        }
      }
    console.info(`${calls} calls of ${functions.size} functions`)
    expect([...new Set(leaks)]).toEqual([])
    const after = await storedInMunicipality()
    expect([...before].filter((row) => !after.has(row))).toEqual([])
    const added = new Set([...after].filter((row) => !before.has(row)).map((row) => row.split(' ')[0] ?? ''))
    expect([...added].filter((table) => !addedByAnybody.includes(table))).toEqual([])
    const unexplained = [...stopped].filter(([name]) => !reached.has(name) && !(name in notReached))
    expect(Object.fromEntries(unexplained)).toEqual({})
    expect(Object.keys(notReached).filter((name) => reached.has(name) || !functions.has(name))).toEqual([])
  }, 300_000)
})
