import { sql } from 'kysely'
import type { Database } from '../platform/database/database.ts'
import { dayOf } from '../platform/format.ts'
import { inForce } from './membership-store.ts'
import type { Organisation, OrganisationKind } from './membership.ts'

interface OrganisationsTable {
  id: string
  kind: OrganisationKind
  name_fi: string
  name_sv: string | null
  name_en: string | null
  version: number
  created_at: Date
  ended_at: Date | null
}

declare module '../platform/database/tables.ts' {
  interface Tables {
    organisations: OrganisationsTable
  }
}

function organisationOf(row: OrganisationsTable): Organisation {
  return {
    id: row.id,
    kind: row.kind,
    name: { fi: row.name_fi, sv: row.name_sv, en: row.name_en },
    version: row.version,
    endedAt: row.ended_at,
  }
}

export async function findOrganisation(database: Database, id: string): Promise<Organisation | undefined> {
  const row = await database.selectFrom('organisations').selectAll().where('id', '=', id).executeTakeFirst()
  return row && organisationOf(row)
}

/** Every organisation but the municipalities, by kind and Finnish name, with how many members it has at a moment. */
export async function listOrganisations(
  database: Database,
  now: Date,
): Promise<(Organisation & { members: number })[]> {
  const rows = await database
    .selectFrom('organisations')
    .selectAll('organisations')
    .select((select) =>
      select
        .selectFrom('memberships')
        .select(sql<number>`count(distinct person_id)`.as('members'))
        .whereRef('memberships.organisation_id', '=', 'organisations.id')
        .where(inForce(dayOf(now)))
        .as('members'),
    )
    .orderBy('kind')
    .orderBy('name_fi')
    .execute()
  return rows.map((row) => ({ ...organisationOf(row), members: row.members ?? 0 }))
}

/** An organisation of the same kind and Finnish name, whatever the letters' case; undefined when there is none. */
export async function organisationByName(
  database: Database,
  kind: OrganisationKind,
  name: string,
): Promise<Organisation | undefined> {
  const row = await database
    .selectFrom('organisations')
    .selectAll()
    .where('kind', '=', kind)
    .where(sql<boolean>`lower(name_fi) = lower(${name})`)
    .executeTakeFirst()
  return row && organisationOf(row)
}

export async function saveOrganisation(
  database: Database,
  organisation: Pick<Organisation, 'id' | 'kind' | 'name'> & { now: Date },
): Promise<void> {
  await database
    .insertInto('organisations')
    .values({
      id: organisation.id,
      kind: organisation.kind,
      name_fi: organisation.name.fi,
      name_sv: organisation.name.sv,
      name_en: organisation.name.en,
      version: 1,
      created_at: organisation.now,
      ended_at: null,
    })
    .execute()
}

/** Changes the names if nobody changed them since `version`. True when they were changed. */
export async function updateOrganisation(
  database: Database,
  change: Pick<Organisation, 'id' | 'name' | 'version'>,
): Promise<boolean> {
  const result = await database
    .updateTable('organisations')
    .set({
      name_fi: change.name.fi,
      name_sv: change.name.sv,
      name_en: change.name.en,
      version: change.version + 1,
    })
    .where('id', '=', change.id)
    .where('version', '=', change.version)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}
