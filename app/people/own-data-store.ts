import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../platform/database/database.ts'
import type { Lang } from '../platform/language.ts'
import type { ForgetPerson, ForgottenPerson, OwnDataOf } from '../platform/own-data.ts'
import { keptFor, type RetentionRule } from '../platform/retention.ts'
import './people-store.ts'
import './session-store.ts'
import './sign-in-link-store.ts'

/** Who the person is here, where they belong, where they are signed in, which links wait for them. */
export const ownDataOf: OwnDataOf = async (database, personId) => [
  {
    table: 'persons',
    rows: await database
      .selectFrom('persons')
      .select(['id', 'name', 'email', 'lang', 'created_at'])
      .where('id', '=', personId)
      .execute(),
  },
  {
    table: 'memberships',
    rows: await database
      .selectFrom('memberships')
      .select(['municipality_code', 'role', 'valid_from', 'valid_until', 'ended_at'])
      .where('person_id', '=', personId)
      .orderBy('role')
      .execute(),
  },
  {
    table: 'sessions',
    rows: await database
      .selectFrom('sessions')
      .select(['browser', 'strength', 'created_at', 'last_seen_at', 'expires_at'])
      .where('person_id', '=', personId)
      .orderBy('created_at')
      .execute(),
  },
  {
    table: 'sign_in_links',
    rows: await rowsOf(
      database,
      sql<Record<string, unknown>>`select l.email, l.network, l.asked_at, l.used_at
        from sign_in_links as l join persons as p on p.email = l.email where p.id = ${personId} order by l.asked_at`,
    ),
  },
  {
    table: 'passkeys',
    rows: await rowsOf(
      database,
      sql<
        Record<string, unknown>
      >`select name, made_at, used_at from passkeys where person_id = ${personId} order by made_at`,
    ),
  },
  {
    table: 'second_factor_resets',
    rows: await rowsOf(
      database,
      sql<Record<string, unknown>>`select asked_at, confirmed_how, takes_effect_at, stopped_at, done_at
        from second_factor_resets where person_id = ${personId} order by asked_at`,
    ),
  },
  {
    table: 'organisation_accounts',
    rows: await rowsOf(
      database,
      sql<Record<string, unknown>>`select issuer, subject, linked_at, used_at from organisation_accounts
        where person_id = ${personId} order by linked_at`,
    ),
  },
]

async function rowsOf(
  database: Database,
  query: RawBuilder<Record<string, unknown>>,
): Promise<Record<string, unknown>[]> {
  return (await query.execute(database)).rows
}

/** The person as they are known, for forgetting; undefined when there is none or they are forgotten already. */
export async function personToForget(
  database: Database,
  personId: string,
): Promise<ForgottenPerson | undefined> {
  const row = await database
    .selectFrom('persons')
    .select(['id', 'email', 'name'])
    .where('id', '=', personId)
    .where('erased_at', 'is', null)
    .executeTakeFirst()
  return row && { ...row, email: row.email ?? '' }
}

/** Name and address go, every way in closes, memberships end. The row that records point to stays, unnamed. */
export const forgetPerson: ForgetPerson = async (database, person, now) => {
  for (const table of [
    'sessions',
    'passkeys',
    'recovery_code_sets',
    'second_factor_resets',
    'organisation_accounts',
    'organisation_sign_ins',
  ])
    await sql`delete from ${sql.table(table)} where person_id = ${person.id}`.execute(database)
  await sql`delete from sign_in_links where email = ${person.email}`.execute(database)
  await database.deleteFrom('memberships').where('person_id', '=', person.id).execute()
  await database
    .updateTable('persons')
    .set({ name: '', email: null, erased_at: now, warned_at: null })
    .where('id', '=', person.id)
    .execute()
}

/** Ids of everybody who is known, for finding those whom an older backup brought back. */
export async function knownPersonIds(database: Database): Promise<string[]> {
  const rows = await database.selectFrom('persons').select('id').where('erased_at', 'is', null).execute()
  return rows.map((row) => row.id)
}

/** Changes a person's name and the language the service speaks to them. */
export async function correctPerson(
  database: Database,
  person: { id: string; name: string; lang: Lang },
): Promise<void> {
  await database
    .updateTable('persons')
    .set({ name: person.name, lang: person.lang })
    .where('id', '=', person.id)
    .execute()
}

/** True when somebody is known by the address. */
export async function emailIsKnown(database: Database, email: string): Promise<boolean> {
  const row = await database.selectFrom('persons').select('id').where('email', '=', email).executeTakeFirst()
  return row !== undefined
}

/** Gives a person another address; links that wait at the old one lead nowhere from then on. */
export async function changeEmail(
  database: Database,
  { personId, from, to }: { personId: string; from: string; to: string },
): Promise<void> {
  await sql`delete from sign_in_links where email = ${from}`.execute(database)
  await database.updateTable('persons').set({ email: to }).where('id', '=', personId).execute()
}

/**
 * People who have not come in since `moment` and have not been warned, or were warned before `warnedBefore`. The made-up
 * people of the trial environment stay. A person's last coming is the last line of the log about them.
 */
export async function unusedPersons(
  database: Database,
  { moment, warnedBefore }: { moment: Date; warnedBefore?: Date },
): Promise<(ForgottenPerson & { lang: Lang })[]> {
  const rows = await database
    .selectFrom('persons')
    .select(['id', 'email', 'name', 'lang'])
    .where('is_example', '=', false)
    .where('erased_at', 'is', null)
    .where('created_at', '<', moment)
    .where(
      sql<boolean>`not exists (select from log_entries as l where l.record_kind = 'person'
        and l.record_id = persons.id::text and l.at >= ${moment})`,
    )
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('sessions')
            .select('person_id')
            .whereRef('sessions.person_id', '=', 'persons.id')
            .where('last_seen_at', '>=', moment),
        ),
      ),
    )
    .where(
      // A warning from before the last coming counts for nothing.
      warnedBefore === undefined
        ? sql<boolean>`(warned_at is null or warned_at <= ${moment})`
        : sql<boolean>`(warned_at > ${moment} and warned_at < ${warnedBefore})`,
    )
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, email: row.email ?? '' }))
}

/** Notes that a person has been told that their account will be forgotten. */
export async function noteWarning(database: Database, personId: string, at: Date): Promise<void> {
  await database.updateTable('persons').set({ warned_at: at }).where('id', '=', personId).execute()
}

/** How long what lets people in is kept once it no longer does. */
export const peopleRetention: RetentionRule[] = [
  keptFor('sessions', 'expires_at', 1),
  keptFor('sign_in_links', 'expires_at', 1),
  keptFor('organisation_sign_ins', 'expires_at', 1),
  keptFor('used_challenges', 'used_at', 1),
]
