import { type Generated, type NotNull, type Selectable, sql } from 'kysely'
import { asSystem } from '../platform/database/acting.ts'
import type { Database } from '../platform/database/database.ts'
import { dayOf } from '../platform/format.ts'
import type { Lang } from '../platform/language.ts'
import type { Membership, Person, Role } from '../platform/web/visitor.ts'

interface PersonsTable {
  id: string
  /** Null for whoever came by the account of an organisation and has confirmed no address. */
  email: string | null
  name: string
  lang: Lang
  is_example: boolean
  created_at: Date
  erased_at: Generated<Date | null>
  warned_at: Generated<Date | null>
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

declare module '../platform/database/tables.ts' {
  interface Tables {
    persons: PersonsTable
    memberships: MembershipsTable
  }
}

/** The person of a row with the memberships in force; an empty e-mail address where there is none. */
export async function withMemberships(
  database: Database,
  row: Pick<Selectable<PersonsTable>, 'id' | 'name' | 'email' | 'lang'> | undefined,
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
    email: row.email ?? '',
    lang: row.lang,
    memberships: memberships.map((m) => ({
      municipalityCode: m.municipality_code,
      role: m.role,
      ...(m.organisation_id === null ? {} : { organisationId: m.organisation_id }),
    })),
  }
}

/** Somebody by their address in lower case, as far as whoever acts may know of them; undefined otherwise. */
export async function personByEmail(
  database: Database,
  email: string,
  now = new Date(),
): Promise<Person | undefined> {
  const row = await database.selectFrom('persons').selectAll().where('email', '=', email).executeTakeFirst()
  return withMemberships(database, row, now)
}

/** Somebody by their id, as far as whoever acts may know of them and unless they are forgotten; undefined otherwise. */
export async function personById(
  database: Database,
  id: string,
  now = new Date(),
): Promise<Person | undefined> {
  const row = await database
    .selectFrom('persons')
    .selectAll()
    .where('id', '=', id)
    .where('erased_at', 'is', null)
    .executeTakeFirst()
  return withMemberships(database, row, now)
}

/** The id of the person with an e-mail address in lower case, undefined when nobody has it whom the asker may know. */
export async function personIdOfEmail(database: Database, email: string): Promise<string | undefined> {
  const row = await database.selectFrom('persons').select('id').where('email', '=', email).executeTakeFirst()
  return row?.id
}

/**
 * Names of people by id, for pages that show who wrote or offered. Left out are unknown ids, people forgotten, and whoever
 * is no colleague and does not take part in anything together with the person who acts.
 */
export async function namesOf(database: Database, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from names_of_people(${[...new Set(ids)]}::uuid[])`.execute(database)
  return new Map(rows.map((row) => [row.id, row.name]))
}

/** The people who lead in a municipality at a moment, by name: that they do is public, their addresses are not. */
export async function leadersOf(
  database: Database,
  municipalityCode: string,
  now: Date,
): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from leaders_of(${municipalityCode}, ${dayOf(now)}::date)`.execute(database)
  return rows
}

/** The made-up people of the trial environment, in the order of their e-mail addresses; anybody may know them. */
export async function examplePeople(database: Database, now: Date): Promise<Person[]> {
  const rows = await asSystem(database, (transaction) =>
    transaction.selectFrom('persons').selectAll().where('is_example', '=', true).orderBy('email').execute(),
  )
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
      email: person.email === '' ? null : person.email,
      name: person.name,
      lang: person.lang,
      is_example: person.isExample,
      created_at: person.createdAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const saved =
    person.email === ''
      ? await personById(database, person.id, person.createdAt)
      : await personByEmail(database, person.email, person.createdAt)
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

/**
 * How to reach people by mail, by id; unknown ids are left out. Read as the system, because letters go to people whose
 * address is none of the sender’s business: what comes out goes into a letter and is never shown.
 */
export async function contactsOf(
  database: Database,
  ids: readonly string[],
): Promise<{ id: string; name: string; email: string; lang: Lang }[]> {
  if (ids.length === 0) return []
  return asSystem(database, (transaction) =>
    transaction
      .selectFrom('persons')
      .select(['id', 'name', 'email', 'lang'])
      .$narrowType<{ email: NotNull }>()
      .where('email', 'is not', null)
      .where('id', 'in', [...new Set(ids)])
      .where('erased_at', 'is', null)
      .orderBy('email')
      .execute(),
  )
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
