import { sql } from 'kysely'
import type { Database } from '../platform/database/database.ts'
import { dayOf } from '../platform/format.ts'
import type { Role } from '../platform/web/visitor.ts'
import type { Home, Member } from './membership.ts'

export const membersPerPage = 50

/** The condition that a row of `memberships` gives its rights on a day. */
export function inForce(day: string) {
  return sql<boolean>`(memberships.ended_at is null and coalesce(memberships.valid_from, '-infinity') <= ${day}::date
    and coalesce(memberships.valid_until, 'infinity') >= ${day}::date)`
}

/** The condition that a row has not ended: in force on the day, or beginning later. */
function notOver(day: string) {
  return sql<boolean>`(memberships.ended_at is null and coalesce(memberships.valid_until, 'infinity') >= ${day}::date)`
}

function membersQuery(database: Database) {
  return database
    .selectFrom('memberships')
    .innerJoin('persons', 'persons.id', 'memberships.person_id')
    .select([
      'memberships.id',
      'memberships.person_id as personId',
      'persons.name',
      sql<string>`coalesce(persons.email, '')`.as('email'),
      'memberships.municipality_code as municipalityCode',
      'memberships.organisation_id as organisationId',
      'memberships.role',
      'memberships.valid_from as validFrom',
      'memberships.valid_until as validUntil',
      'memberships.ended_at as endedAt',
      'memberships.version',
    ])
}

const escaped = (text: string) => text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)

/** Those who work in a municipality or belong to an organisation, by name, a page at a time; residents are not listed. */
export async function listMembers(
  database: Database,
  home: Home,
  { now, name = '', role, page = 1 }: { now: Date; name?: string; role?: Role; page?: number },
): Promise<{ members: Member[]; total: number; pages: number }> {
  let wanted = membersQuery(database)
    .select(sql<number>`count(*) over ()`.as('total'))
    .where(notOver(dayOf(now)))
    .where('memberships.role', '<>', 'resident')
  wanted =
    'municipalityCode' in home
      ? wanted.where('memberships.municipality_code', '=', home.municipalityCode)
      : wanted.where('memberships.organisation_id', '=', home.organisationId)
  if (role) wanted = wanted.where('memberships.role', '=', role)
  if (name !== '') {
    const pattern = `%${escaped(name)}%`
    wanted = wanted.where((where) =>
      where.or([where('persons.name', 'ilike', pattern), where('persons.email', 'ilike', pattern)]),
    )
  }
  const rows = await wanted
    .orderBy('persons.name')
    .orderBy('memberships.role')
    .orderBy('memberships.id')
    .limit(membersPerPage)
    .offset((page - 1) * membersPerPage)
    .execute()
  const total = rows[0]?.total ?? 0
  return {
    members: rows,
    total,
    pages: Math.ceil(total / membersPerPage),
  }
}

/** A membership by its id, whatever became of it. */
export async function findMember(database: Database, id: string): Promise<Member | undefined> {
  return membersQuery(database).where('memberships.id', '=', id).executeTakeFirst()
}

/** A person's memberships that have not ended, those that begin later among them. */
export async function membershipsOf(database: Database, personId: string, now: Date): Promise<Member[]> {
  return membersQuery(database)
    .where('memberships.person_id', '=', personId)
    .where(notOver(dayOf(now)))
    .orderBy('memberships.role')
    .orderBy('memberships.id')
    .execute()
}

/** The id of a person's membership of this home and role that is in force or begins later, or undefined. */
export async function membershipFor(
  database: Database,
  { personId, home, role, now }: { personId: string; home: Home; role: Role; now: Date },
): Promise<string | undefined> {
  let wanted = database
    .selectFrom('memberships')
    .select('memberships.id')
    .where('memberships.person_id', '=', personId)
    .where('memberships.role', '=', role)
    .where(notOver(dayOf(now)))
  wanted =
    'municipalityCode' in home
      ? wanted.where('memberships.municipality_code', '=', home.municipalityCode)
      : wanted.where('memberships.organisation_id', '=', home.organisationId)
  return (await wanted.executeTakeFirst())?.id
}

/** Adds a membership. One of the same home and role whose last day has passed is closed first. */
export async function addMembership(
  database: Database,
  membership: {
    id: string
    personId: string
    home: Home
    role: Role
    validFrom: string
    validUntil: string | null
    now: Date
  },
): Promise<void> {
  const { home } = membership
  const place = {
    municipality_code: 'municipalityCode' in home ? home.municipalityCode : null,
    organisation_id: 'organisationId' in home ? home.organisationId : null,
  }
  await database
    .updateTable('memberships')
    .set({ ended_at: membership.now })
    .where('person_id', '=', membership.personId)
    .where('role', '=', membership.role)
    .where('ended_at', 'is', null)
    .where('valid_until', '<', membership.validFrom)
    .where(sql<boolean>`municipality_code is not distinct from ${place.municipality_code}::text`)
    .where(sql<boolean>`organisation_id is not distinct from ${place.organisation_id}::uuid`)
    .execute()
  await database
    .insertInto('memberships')
    .values({
      id: membership.id,
      person_id: membership.personId,
      ...place,
      role: membership.role,
      valid_from: membership.validFrom,
      valid_until: membership.validUntil,
      ended_at: null,
    })
    .execute()
}

/** Changes role and last day if nobody changed the membership since `version`. True when it was changed. */
export async function updateMembership(
  database: Database,
  change: { id: string; version: number; role: Role; validUntil: string | null },
): Promise<boolean> {
  const result = await database
    .updateTable('memberships')
    .set({ role: change.role, valid_until: change.validUntil, version: change.version + 1 })
    .where('id', '=', change.id)
    .where('version', '=', change.version)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Ends a membership at a moment. True when it had not ended yet. */
export async function endMembershipRow(database: Database, id: string, now: Date): Promise<boolean> {
  const result = await database
    .updateTable('memberships')
    .set({ ended_at: now, version: sql`version + 1` })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/**
 * How many administrators a municipality has at a moment besides the one membership. Whoever asks holds the
 * municipality's administration until the transaction ends, so that the last two cannot leave at the same time.
 */
export async function otherAdministrators(
  database: Database,
  { municipalityCode, except, now }: { municipalityCode: string; except: string; now: Date },
): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`administrators ${municipalityCode}`}, 0))`.execute(
    database,
  )
  const { others } = await database
    .selectFrom('memberships')
    .select(sql<number>`count(distinct person_id)`.as('others'))
    .where('municipality_code', '=', municipalityCode)
    .where('role', '=', 'administrator')
    .where('memberships.id', '<>', except)
    .where(inForce(dayOf(now)))
    .executeTakeFirstOrThrow()
  return others
}

/** The ids of those who administer a municipality at a moment, each once. */
export async function administratorsOf(
  database: Database,
  municipalityCode: string,
  now: Date,
): Promise<string[]> {
  const rows = await database
    .selectFrom('memberships')
    .select('person_id')
    .distinct()
    .where('municipality_code', '=', municipalityCode)
    .where('role', '=', 'administrator')
    .where(inForce(dayOf(now)))
    .execute()
  return rows.map((row) => row.person_id)
}

/** True when a person has one of the roles in a municipality at a moment. */
export async function hasRoleIn(
  database: Database,
  {
    personId,
    municipalityCode,
    roles,
    now,
  }: { personId: string; municipalityCode: string; roles: readonly Role[]; now: Date },
): Promise<boolean> {
  const row = await database
    .selectFrom('memberships')
    .select('memberships.id')
    .where('memberships.person_id', '=', personId)
    .where('memberships.municipality_code', '=', municipalityCode)
    .where('memberships.role', 'in', roles)
    .where(inForce(dayOf(now)))
    .executeTakeFirst()
  return row !== undefined
}
