import fc from 'fast-check'
import { sql } from 'kysely'
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { saveExampleExperiment } from './experiments/experiments.examples.ts'
import { loadMunicipalities } from './municipalities/index.ts'
import { feedbackRetention } from './notices/feedback-store.ts'
import { savePerson } from './people/index.ts'
import { asSystem } from './platform/database/acting.ts'
import type { Database } from './platform/database/database.ts'
import { createTestDatabase, type TestDatabase } from './platform/database/test-database.ts'
import { addDays } from './platform/format.ts'
import { orderedIds } from './platform/identifiers.ts'
import { rarePerson, saveRarePerson } from './own-data/own-data.examples.ts'
import { newestRetentionRuns } from './own-data/retention-runs-store.ts'
import { pastTheirTerm, retentionRules, runRetention } from './own-data/run-retention.ts'
import { unusedYears, warningDays } from './own-data/unused-accounts.ts'

const dayMs = 86_400_000
const now = new Date('2026-03-10T02:05:00Z')
const newId = orderedIds(() => now)

let fresh: TestDatabase
let dataFolder: string

beforeAll(async () => {
  fresh = await createTestDatabase()
  dataFolder = mkdtempSync(join(tmpdir(), 'uskalla-retention-'))
  await saveRarePerson(fresh.database, now)
  await asSystem(fresh.database, loadMunicipalities)
  await asSystem(fresh.database, (system) =>
    saveExampleExperiment(system, { id: experimentId, newId, at: now, state: 'running' }),
  )
})
afterAll(async () => {
  await fresh.close()
  rmSync(dataFolder, { recursive: true, force: true })
})

const tidying = () => ({
  now,
  newId,
  dataFolder,
  addressOf: (name: string) => `http://uskalla.test/fi/${name}`,
  later: feedbackRetention,
})
const tidy = () => asSystem(fresh.database, (system) => runRetention(system, tidying()))

const experimentId = '01900000-0000-7000-8000-0000000e0001'
let nextWeek = 0
async function promise(database: Database, endedAt: Date | null, id: string): Promise<void> {
  await sql`insert into log_promises (id, experiment_id, municipality_code, measure_id, person_id, promised_at, ended_at)
    values (${id}, ${experimentId}, '239', ${id}, ${rarePerson.id}, ${now}, ${endedAt})`.execute(database)
}

// One row of each table that a rule looks after; the moment is the one its rule counts from.
const rowAt: Record<string, (database: Database, moment: Date, id: string) => Promise<unknown>> = {
  submissions: (database, at, id) =>
    sql`insert into submissions (key, at) values (${id}, ${at})`.execute(database),
  mails: (database, at, id) =>
    sql`insert into mails (key, message_id, recipient, subject, body, attachments, queued_at)
      values (${id}, ${id}, 'a@b.invalid', 'Hei', 'Hei', '[]', ${at})`.execute(database),
  sessions: (database, at, id) =>
    sql`insert into sessions (token_hash, person_id, created_at, last_seen_at, expires_at, id, strength, several_factors, browser)
      values (${id}, ${rarePerson.id}, ${at}, ${at}, ${at}, ${id}, 'link', false, '')`.execute(database),
  sign_in_links: (database, at, id) =>
    sql`insert into sign_in_links (token_hash, email, lang, expires_at, browser, network, code_hash, sent, asked_at)
      values (${id}, 'a@b.invalid', 'fi', ${at}, '', '', '', true, ${at})`.execute(database),
  organisation_sign_ins: (database, at, id) =>
    sql`insert into organisation_sign_ins (id, state_hash, browser, provider, address, verifier, nonce, expires_at)
      values (${id}, ${id}, '', '', '', '', '', ${at})`.execute(database),
  used_challenges: (database, at, id) =>
    sql`insert into used_challenges (challenge_hash, used_at) values (${id}, ${at})`.execute(database),
  invitations: (database, at, id) =>
    sql`insert into invitations (id, organisation_id, email, role, lang, invited_at, sent_at, expires_at)
      values (${id}, '01900000-0000-7000-8000-0000000000ff', 'a@b.invalid', 'office', 'fi', ${at}, ${at}, ${at})`.execute(
      database,
    ),
  own_data_links: (database, at, id) =>
    sql`insert into own_data_links (token_hash, person_id, made_at, expires_at)
      values (${id}, ${rarePerson.id}, ${at}, ${at})`.execute(database),
  email_changes: (database, at, id) =>
    sql`insert into email_changes (token_hash, person_id, new_email, asked_at, expires_at)
      values (${id}, ${rarePerson.id}, 'a@b.invalid', ${at}, ${at})`.execute(database),
  retention_runs: (database, at, id) =>
    sql`insert into retention_runs (id, at, removed) values (${id}, ${at}, '{}')`.execute(database),
  import_files: async (database, at, id) => {
    await sql`insert into import_files (id, experiment_id, municipality_code, measure_id, file_name, fingerprint, outline,
        choice, reading, problems, state, uploaded_by, uploaded_at)
      values (${id}, ${experimentId}, '239', ${id}, 'luvut.csv', ${'a'.repeat(64)}, '{}', '{}', '{}', '', 'waiting',
        ${rarePerson.id}, ${at})`.execute(database)
  },
  measure_requests: async (database, at, id) => {
    await sql`insert into measure_tokens (id, experiment_id, municipality_code, measure_id, name, token_hash, made_at)
      values (${id}, ${experimentId}, '239', ${id}, 'Vaaka', ${createHash('sha256').update(id).digest('hex')}, ${now})`.execute(
      database,
    )
    await sql`insert into measure_requests (token_id, request_key, body_fingerprint, at)
      values (${id}, 'a', ${'a'.repeat(64)}, ${at})`.execute(database)
  },
  received_letters: (database, at, id) =>
    sql`insert into received_letters (fingerprint, person_id, question_id, day, received_at, became)
      values (${createHash('sha256').update(id).digest('hex')}, ${rarePerson.id}, ${id}, ${at}::date, ${at}, 'diary')`.execute(
      database,
    ),
  weekly_reminders: (database, at, id) =>
    sql`insert into weekly_reminders (id, person_id, week, queued_at)
      values (${id}, ${rarePerson.id}, ${addDays('2026-01-05', 7 * nextWeek++)}::date, ${at})`.execute(
      database,
    ),
  reminder_questions: async (database, at, id) => {
    const [reminderId, promiseId] = [newId(), newId()]
    await sql`insert into weekly_reminders (id, person_id, week, queued_at)
      values (${reminderId}, ${rarePerson.id}, ${addDays('2026-01-05', 7 * nextWeek++)}::date, ${now})`.execute(
      database,
    )
    await promise(database, null, promiseId)
    await sql`insert into reminder_questions (id, reminder_id, promise_id, person_id, experiment_id, municipality_code,
        measure_id, week, asked_at, link_until, reply_until)
      values (${id}, ${reminderId}, ${promiseId}, ${rarePerson.id}, ${experimentId}, '239', ${id}, '2026-01-05', ${at}, ${at}, ${at})`.execute(
      database,
    )
  },
  log_promises: promise,
  accessibility_feedback: (database, at, id) =>
    sql`insert into accessibility_feedback (id, received_at, due_on, lang, message, answered_at, answer)
      values (${id}, ${at}, ${at}::date, 'fi', 'Hei', ${at}, 'Hei')`.execute(database),
}

describe('the nightly tidying', () => {
  test('has a row to try for every rule', () => {
    expect(Object.keys(rowAt).toSorted()).toEqual(
      retentionRules(feedbackRetention)
        .map((rule) => rule.table)
        .toSorted(),
    )
  })

  test.each(retentionRules(feedbackRetention))(
    'of $table leaves nothing past its $days days and takes nothing before them',
    async ({ table, days }) => {
      const add = rowAt[table]
      if (!add) throw new Error(`no row for ${table}`)
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.integer({ min: -3 * 24 * 60, max: 3 * 24 * 60 }), { minLength: 1, maxLength: 8 }),
          async (minutesPast) => {
            const before = await count(table)
            await asSystem(fresh.database, async (system) => {
              for (const minutes of minutesPast)
                await add(system, new Date(now.getTime() - days * dayMs - minutes * 60_000), newId())
            })
            const past = minutesPast.filter((minutes) => minutes > 0).length
            const told = await asSystem(fresh.database, (system) =>
              pastTheirTerm(system, { now, later: feedbackRetention }),
            )
            expect(told.find((one) => one.table === table)?.due).toBe(past)
            const { removed } = await tidy()
            expect(removed[table] ?? 0).toBe(past)
            const kept = minutesPast.length - past
            const own = table === 'retention_runs' ? 1 : 0
            expect(await count(table)).toBe(before + kept + own)
          },
        ),
        { numRuns: 12, seed: 20260310 },
      )
    },
  )

  test('keeps a report of what it took', async () => {
    await asSystem(
      fresh.database,
      (system) => rowAt.submissions?.(system, new Date(0), newId()) ?? Promise.resolve(),
    )
    const run = await tidy()
    const [newest] = await newestRetentionRuns(fresh.everything, 1)
    expect(newest?.removed).toEqual(run.removed)
    expect(newest?.removed.submissions).toBe(1)
  })

  test('a dry run changes nothing', async () => {
    await asSystem(
      fresh.database,
      (system) => rowAt.submissions?.(system, new Date(0), newId()) ?? Promise.resolve(),
    )
    const before = await count('submissions')
    await asSystem(fresh.database, (system) => pastTheirTerm(system, { now, later: feedbackRetention }))
    expect(await count('submissions')).toBe(before)
  })
})

describe('accounts that nobody uses', () => {
  const person = (n: number, createdAt: Date) => ({
    id: `01900000-0000-7000-8000-0000000d00${String(n).padStart(2, '0')}`,
    email: `poissa.${n}@esimerkki.invalid`,
    name: `Poissa Oleva ${n}`,
    lang: 'fi' as const,
    memberships: [],
    isExample: false,
    createdAt,
  })
  const at = (moment: Date) => ({ ...tidying(), now: moment })
  const nameOf = async (id: string) =>
    (
      await fresh.everything
        .selectFrom('persons')
        .select('name')
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
    ).name

  test('are warned after three years and forgotten thirty days later, unless somebody comes', async () => {
    const long = new Date(now)
    long.setUTCFullYear(long.getUTCFullYear() - unusedYears)
    const [away, back] = [
      person(1, new Date(long.getTime() - dayMs)),
      person(2, new Date(long.getTime() - dayMs)),
    ]
    const recent = person(3, new Date(long.getTime() + dayMs))
    await asSystem(fresh.database, async (system) => {
      for (const one of [away, back, recent]) await savePerson(system, one)
    })
    await tidy()
    const warned = await fresh.everything
      .selectFrom('mails')
      .select('recipient')
      .where('key', 'like', 'unused account %')
      .execute()
    expect(warned.map((mail) => mail.recipient).toSorted()).toEqual([away.email, back.email].toSorted())

    // Not a day early, and one of them comes back.
    const almost = new Date(now.getTime() + warningDays * dayMs - 1)
    await asSystem(fresh.database, (system) => rowAt.sessions?.(system, now, newId()) ?? Promise.resolve())
    await asSystem(fresh.database, (system) =>
      sql`update sessions set person_id = ${back.id}, expires_at = ${new Date(now.getTime() + 90 * dayMs)}`.execute(
        system,
      ),
    )
    await asSystem(fresh.database, (system) => runRetention(system, at(almost)))
    expect(await nameOf(away.id)).toBe(away.name)
    const { removed } = await asSystem(fresh.database, (system) =>
      runRetention(system, at(new Date(almost.getTime() + 2))),
    )
    expect(removed.unused_persons).toBe(1)
    expect([await nameOf(away.id), await nameOf(back.id), await nameOf(recent.id)]).toEqual([
      '',
      back.name,
      recent.name,
    ])
  })
})

async function count(table: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(
    fresh.everything,
  )
  return rows[0]?.n ?? 0
}
