import { type Generated, sql } from 'kysely'
import type { Database } from '../platform/database/database.ts'
import { dayOf } from '../platform/format.ts'
import type { Lang } from '../platform/language.ts'
import type { Membership, Person, Role } from '../platform/web/visitor.ts'

interface PersonsTable {
  id: string
  email: string
  name: string
  lang: Lang
  is_example: boolean
  created_at: Date
}

interface MembershipsTable {
  id: Generated<string>
  person_id: string
  municipality_code: string | null
  organisation_id: string | null
  role: Role
  valid_from: string | null
  valid_until: string | null
  ended_at: Date | null
  version: Generated<number>
}

interface SessionsTable {
  token_hash: string
  person_id: string
  created_at: Date
  last_seen_at: Date
  expires_at: Date
}

interface SignInLinksTable {
  token_hash: string
  email: string
  lang: Lang
  next_path: string | null
  expires_at: Date
  used_at: Date | null
}

declare module '../platform/database/tables.ts' {
  interface Tables {
    persons: PersonsTable
    memberships: MembershipsTable
    sessions: SessionsTable
    sign_in_links: SignInLinksTable
  }
}

/** The condition that a row of `memberships` gives its rights on a day. */
function inForce(day: string) {
  return sql<boolean>`(memberships.ended_at is null and coalesce(memberships.valid_from, '-infinity') <= ${day}::date
    and coalesce(memberships.valid_until, 'infinity') >= ${day}::date)`
}

async function withMemberships(
  database: Database,
  row: PersonsTable | undefined,
  now: Date,
): Promise<Person | undefined> {
  if (!row) return undefined
  const { rows: memberships } = await sql<
    Pick<MembershipsTable, 'municipality_code' | 'organisation_id' | 'role'>
  >`
    select * from memberships_in_force(${row.id}::uuid, ${dayOf(now)}::date)`.execute(database)
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    lang: row.lang,
    memberships: memberships.map((m) => ({
      municipalityCode: m.municipality_code,
      role: m.role,
      ...(m.organisation_id === null ? {} : { organisationId: m.organisation_id }),
    })),
  }
}

/** The person behind an unexpired session, or undefined. */
export async function personOfSession(
  database: Database,
  tokenHash: string,
  now: Date,
): Promise<Person | undefined> {
  const row = await database
    .selectFrom('sessions')
    .innerJoin('persons', 'persons.id', 'sessions.person_id')
    .selectAll('persons')
    .where('token_hash', '=', tokenHash)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return withMemberships(database, row, now)
}

export async function personByEmail(
  database: Database,
  email: string,
  now = new Date(),
): Promise<Person | undefined> {
  const row = await database.selectFrom('persons').selectAll().where('email', '=', email).executeTakeFirst()
  return withMemberships(database, row, now)
}

export async function personById(
  database: Database,
  id: string,
  now = new Date(),
): Promise<Person | undefined> {
  const row = await database.selectFrom('persons').selectAll().where('id', '=', id).executeTakeFirst()
  return withMemberships(database, row, now)
}

/** The id of the person with an e-mail address in lower case, undefined when nobody has it. */
export async function personIdOfEmail(database: Database, email: string): Promise<string | undefined> {
  const row = await database.selectFrom('persons').select('id').where('email', '=', email).executeTakeFirst()
  return row?.id
}

/** Names of people by id, for pages that show who wrote or offered; unknown ids and people forgotten are left out. */
export async function namesOf(database: Database, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await database
    .selectFrom('persons')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.id, row.name]))
}

/** The people who lead in a municipality at a moment, by name. */
export async function leadersOf(
  database: Database,
  municipalityCode: string,
  now: Date,
): Promise<{ id: string; name: string; email: string; lang: Lang }[]> {
  return database
    .selectFrom('memberships')
    .innerJoin('persons', 'persons.id', 'memberships.person_id')
    .select(['persons.id', 'persons.name', 'persons.email', 'persons.lang'])
    .where('municipality_code', '=', municipalityCode)
    .where('role', '=', 'leader')
    .where(inForce(dayOf(now)))
    .orderBy('persons.name')
    .execute()
}

/** The made-up people of the trial environment, in the order of their e-mail addresses. */
export async function examplePeople(database: Database, now: Date): Promise<Person[]> {
  const rows = await database
    .selectFrom('persons')
    .selectAll()
    .where('is_example', '=', true)
    .orderBy('email')
    .execute()
  const people = await Promise.all(rows.map((row) => withMemberships(database, row, now)))
  return people.filter((person) => person !== undefined)
}

/** Adds a person, or returns the one who has the address already. Memberships are added where they are missing. */
export async function savePerson(
  database: Database,
  person: Person & { isExample: boolean; createdAt: Date },
): Promise<Person> {
  await database
    .insertInto('persons')
    .values({
      id: person.id,
      email: person.email,
      name: person.name,
      lang: person.lang,
      is_example: person.isExample,
      created_at: person.createdAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const saved = await personByEmail(database, person.email, person.createdAt)
  if (!saved) throw new Error('a saved person was not found')
  await addMemberships(database, saved.id, person.memberships, dayOf(person.createdAt))
  return { ...saved, memberships: person.memberships }
}

/** Where everybody with the role 'office' belongs; the database has it from the start. */
export const programmeOfficeId = '01900000-0000-7000-8000-0000000000ff'

async function addMemberships(
  database: Database,
  personId: string,
  memberships: readonly Membership[],
  validFrom: string | null,
) {
  if (memberships.length === 0) return
  await database
    .insertInto('memberships')
    .values(
      memberships.map((m) => ({
        person_id: personId,
        municipality_code: m.municipalityCode,
        organisation_id: m.organisationId ?? (m.role === 'office' ? programmeOfficeId : null),
        role: m.role,
        valid_from: validFrom,
        valid_until: null,
        ended_at: null,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function saveSession(
  database: Database,
  session: { tokenHash: string; personId: string; now: Date; expiresAt: Date },
): Promise<void> {
  await database
    .insertInto('sessions')
    .values({
      token_hash: session.tokenHash,
      person_id: session.personId,
      created_at: session.now,
      last_seen_at: session.now,
      expires_at: session.expiresAt,
    })
    .execute()
}

/** Ends every session of a person. */
export async function removeSessionsOf(database: Database, personId: string): Promise<void> {
  await database.deleteFrom('sessions').where('person_id', '=', personId).execute()
}

export async function saveSignInLink(
  database: Database,
  link: { tokenHash: string; email: string; lang: Lang; nextPath: string | null; expiresAt: Date },
): Promise<void> {
  await database
    .insertInto('sign_in_links')
    .values({
      token_hash: link.tokenHash,
      email: link.email,
      lang: link.lang,
      next_path: link.nextPath,
      expires_at: link.expiresAt,
      used_at: null,
    })
    .execute()
}

/** True when the link can still be used. */
export async function signInLinkIsOpen(database: Database, tokenHash: string, now: Date): Promise<boolean> {
  const row = await database
    .selectFrom('sign_in_links')
    .select('token_hash')
    .where('token_hash', '=', tokenHash)
    .where('expires_at', '>', now)
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

/** Uses up a link and tells whose it was; undefined when it is unknown, used or expired. Two at once: one gets it. */
export async function takeSignInLink(
  database: Database,
  tokenHash: string,
  now: Date,
): Promise<{ email: string; lang: Lang; nextPath: string | null } | undefined> {
  const row = await database
    .updateTable('sign_in_links')
    .set({ used_at: now })
    .where('token_hash', '=', tokenHash)
    .where('expires_at', '>', now)
    .where('used_at', 'is', null)
    .returning(['email', 'lang', 'next_path'])
    .executeTakeFirst()
  return row && { email: row.email, lang: row.lang, nextPath: row.next_path }
}

/** How to reach people by mail, by id; unknown ids are left out. */
export async function contactsOf(
  database: Database,
  ids: readonly string[],
): Promise<{ id: string; name: string; email: string; lang: Lang }[]> {
  if (ids.length === 0) return []
  return database
    .selectFrom('persons')
    .select(['id', 'name', 'email', 'lang'])
    .where('id', 'in', [...new Set(ids)])
    .orderBy('email')
    .execute()
}

/** Makes a person a resident of a municipality by their own word, and lets the present transaction write there. */
export async function becomeResident(
  database: Database,
  personId: string,
  municipalityCode: string,
  now: Date,
): Promise<void> {
  await addMemberships(database, personId, [{ municipalityCode, role: 'resident' }], dayOf(now))
  await sql`select set_config('uskalla.municipalities',
    concat_ws(',', nullif(current_setting('uskalla.municipalities', true), ''), ${municipalityCode}::text), true)`.execute(
    database,
  )
}
