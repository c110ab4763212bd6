import { sql } from 'kysely'
import type { Database } from '../platform/database/database.ts'
import { dayOf } from '../platform/format.ts'
import type { Role } from '../platform/web/visitor.ts'
import { inForce } from './membership-store.ts'

/** Somebody with a role in a municipality, since when. */
export interface RoleHolder {
  membershipId: string
  personId: string
  name: string
  municipalityCode: string
  validFrom: string | null
  validUntil: string | null
}

/** Everybody who has a role in some municipality at a moment, by municipality code and name. */
export async function holdersOf(database: Database, role: Role, now: Date): Promise<RoleHolder[]> {
  const rows = await database
    .selectFrom('memberships')
    .innerJoin('persons', 'persons.id', 'memberships.person_id')
    .select([
      'memberships.id as membershipId',
      'memberships.person_id as personId',
      'persons.name',
      'memberships.municipality_code as municipalityCode',
      'memberships.valid_from as validFrom',
      'memberships.valid_until as validUntil',
    ])
    .where('memberships.role', '=', role)
    .where('memberships.municipality_code', 'is not', null)
    .where(inForce(dayOf(now)))
    .orderBy('memberships.municipality_code')
    .orderBy('persons.name')
    .execute()
  return rows.flatMap((row) =>
    row.municipalityCode === null ? [] : [{ ...row, municipalityCode: row.municipalityCode }],
  )
}

/** What the programme office sees at a glance: all are counts at a moment. */
export interface OfficeCounts {
  municipalitiesWithAdministrator: number
  municipalitiesWithMembers: number
  members: number
  organisations: number
  ambassadors: number
  domainsToConfirm: number
}

export async function officeCounts(database: Database, now: Date): Promise<OfficeCounts> {
  const day = dayOf(now)
  const { rows } = await sql<OfficeCounts>`
    select count(distinct municipality_code) filter (where role = 'administrator') as "municipalitiesWithAdministrator",
      count(distinct municipality_code) as "municipalitiesWithMembers",
      count(distinct person_id) as "members",
      count(distinct person_id) filter (where role = 'ambassador') as "ambassadors",
      (select count(*) from organisations where ended_at is null) as "organisations",
      (select count(*) from municipality_domains where confirmed_at is null) as "domainsToConfirm"
    from memberships where role <> 'resident' and ${inForce(day)}`.execute(database)
  const [counts] = rows
  if (!counts) throw new Error('counting gave no row')
  return counts
}

/** What an administrator sees at a glance of one municipality: counts at a moment. */
export interface MunicipalityCounts {
  members: number
  openInvitations: number
  requests: number
  domains: number
}

export async function municipalityCounts(
  database: Database,
  municipalityCode: string,
  now: Date,
): Promise<MunicipalityCounts> {
  const { rows } = await sql<MunicipalityCounts>`
    select
      (select count(distinct person_id) from memberships
        where municipality_code = ${municipalityCode} and role <> 'resident' and ${inForce(dayOf(now))}) as "members",
      (select count(*) from invitations where municipality_code = ${municipalityCode}
        and accepted_at is null and withdrawn_at is null and expires_at > ${now}) as "openInvitations",
      (select count(*) from membership_requests where municipality_code = ${municipalityCode} and decided_at is null) as "requests",
      (select count(*) from municipality_domains where municipality_code = ${municipalityCode}) as "domains"`.execute(
    database,
  )
  const [counts] = rows
  if (!counts) throw new Error('counting gave no row')
  return counts
}

/** Everybody in the programme office and every administrator of a municipality at a moment, by address. For the operator. */
export async function administratorsAndOffice(
  database: Database,
  now: Date,
): Promise<{ name: string; email: string; role: Role; municipalityCode: string | null }[]> {
  return database
    .selectFrom('memberships')
    .innerJoin('persons', 'persons.id', 'memberships.person_id')
    .select([
      'persons.name',
      sql<string>`coalesce(persons.email, '')`.as('email'),
      'memberships.role',
      'memberships.municipality_code as municipalityCode',
    ])
    .where('memberships.role', 'in', ['office', 'administrator'])
    .where(inForce(dayOf(now)))
    .orderBy('persons.email')
    .orderBy('memberships.municipality_code')
    .execute()
}

/** The ids of the people of the programme office at a moment. */
export async function officePeople(database: Database, now: Date): Promise<string[]> {
  const rows = await database
    .selectFrom('memberships')
    .select('person_id')
    .distinct()
    .where('role', '=', 'office')
    .where(inForce(dayOf(now)))
    .orderBy('person_id')
    .execute()
  return rows.map((row) => row.person_id)
}
