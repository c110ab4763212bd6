import { sql } from 'kysely'
import type { Database } from '../platform/database/database.ts'
import type { MembershipRequest, MunicipalityDomain } from './membership.ts'

interface MembershipRequestsTable {
  id: string
  person_id: string
  municipality_code: string
  asked_at: Date
  decided_at: Date | null
  decided_by: string | null
  approved: boolean | null
}

interface MunicipalityDomainsTable {
  domain: string
  municipality_code: string
  added_by: string | null
  added_at: Date
  confirmed_at: Date | null
  confirmed_by: string | null
}

declare module '../platform/database/tables.ts' {
  interface Tables {
    membership_requests: MembershipRequestsTable
    municipality_domains: MunicipalityDomainsTable
  }
}

function domainOf(row: MunicipalityDomainsTable): MunicipalityDomain {
  return {
    domain: row.domain,
    municipalityCode: row.municipality_code,
    addedAt: row.added_at,
    confirmedAt: row.confirmed_at,
  }
}

/** Saves a wish to join. False when the same person already has an open one there. */
export async function saveRequest(
  database: Database,
  request: { id: string; personId: string; municipalityCode: string; now: Date },
): Promise<boolean> {
  const result = await database
    .insertInto('membership_requests')
    .values({
      id: request.id,
      person_id: request.personId,
      municipality_code: request.municipalityCode,
      asked_at: request.now,
      decided_at: null,
      decided_by: null,
      approved: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

/** The wishes that wait for an answer in a municipality, oldest first. */
export async function openRequests(
  database: Database,
  municipalityCode: string,
): Promise<MembershipRequest[]> {
  return database
    .selectFrom('membership_requests as asked')
    .innerJoin('persons', 'persons.id', 'asked.person_id')
    .select([
      'asked.id',
      'asked.person_id as personId',
      'persons.name',
      sql<string>`coalesce(persons.email, '')`.as('email'),
      'asked.municipality_code as municipalityCode',
      'asked.asked_at as askedAt',
    ])
    .where('asked.municipality_code', '=', municipalityCode)
    .where('asked.decided_at', 'is', null)
    .orderBy('asked.asked_at')
    .orderBy('asked.id')
    .limit(200)
    .execute()
}

/** The municipalities whose answer a person waits for. */
export async function municipalitiesAskedBy(
  database: Database,
  personId: string,
): Promise<{ municipalityCode: string; askedAt: Date }[]> {
  return database
    .selectFrom('membership_requests')
    .select(['municipality_code as municipalityCode', 'asked_at as askedAt'])
    .where('person_id', '=', personId)
    .where('decided_at', 'is', null)
    .orderBy('asked_at')
    .execute()
}

/** Answers a wish. True when it was still waiting. */
export async function decideRequest(
  database: Database,
  { id, approved, decidedBy, now }: { id: string; approved: boolean; decidedBy: string; now: Date },
): Promise<boolean> {
  const result = await database
    .updateTable('membership_requests')
    .set({ approved, decided_by: decidedBy, decided_at: now })
    .where('id', '=', id)
    .where('decided_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** A municipality's e-mail domains, in alphabetical order. */
export async function domainsOf(database: Database, municipalityCode: string): Promise<MunicipalityDomain[]> {
  const rows = await database
    .selectFrom('municipality_domains')
    .selectAll()
    .where('municipality_code', '=', municipalityCode)
    .orderBy('domain')
    .execute()
  return rows.map(domainOf)
}

/** Domains that wait until the programme office confirms them, oldest first. */
export async function unconfirmedDomains(database: Database): Promise<MunicipalityDomain[]> {
  const rows = await database
    .selectFrom('municipality_domains')
    .selectAll()
    .where('confirmed_at', 'is', null)
    .orderBy('added_at')
    .orderBy('domain')
    .execute()
  return rows.map(domainOf)
}

/** The municipality that has exactly this domain, confirmed or not; undefined for any other domain. */
export async function findDomain(
  database: Database,
  domain: string,
): Promise<MunicipalityDomain | undefined> {
  const row = await database
    .selectFrom('municipality_domains')
    .selectAll()
    .where('domain', '=', domain)
    .executeTakeFirst()
  return row && domainOf(row)
}

/** Adds a domain. False when somebody has it already. */
export async function saveDomain(
  database: Database,
  domain: { domain: string; municipalityCode: string; addedBy: string; confirmed: boolean; now: Date },
): Promise<boolean> {
  const result = await database
    .insertInto('municipality_domains')
    .values({
      domain: domain.domain,
      municipality_code: domain.municipalityCode,
      added_by: domain.addedBy,
      added_at: domain.now,
      confirmed_at: domain.confirmed ? domain.now : null,
      confirmed_by: domain.confirmed ? domain.addedBy : null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

/** Takes a domain from a municipality. True when it had it. */
export async function removeDomain(
  database: Database,
  municipalityCode: string,
  domain: string,
): Promise<boolean> {
  const result = await database
    .deleteFrom('municipality_domains')
    .where('municipality_code', '=', municipalityCode)
    .where('domain', '=', domain)
    .executeTakeFirst()
  return result.numDeletedRows === 1n
}

/** Confirms a domain. True when it waited for it. */
export async function confirmDomainRow(
  database: Database,
  { domain, confirmedBy, now }: { domain: string; confirmedBy: string; now: Date },
): Promise<boolean> {
  const result = await database
    .updateTable('municipality_domains')
    .set({ confirmed_at: now, confirmed_by: confirmedBy })
    .where('domain', '=', domain)
    .where('confirmed_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}
