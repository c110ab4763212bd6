import { sql } from 'kysely'
import type { Database } from '../platform/database/database.ts'
import type { Lang } from '../platform/language.ts'
import type { Role } from '../platform/web/visitor.ts'
import type { Home, Invitation } from './membership.ts'

interface InvitationsTable {
  id: string
  municipality_code: string | null
  organisation_id: string | null
  email: string
  role: Role
  valid_until: string | null
  lang: Lang
  invited_by: string | null
  invited_at: Date
  sent_at: Date
  expires_at: Date
  accepted_at: Date | null
  accepted_by: string | null
  withdrawn_at: Date | null
}

declare module '../platform/database/tables.ts' {
  interface Tables {
    invitations: InvitationsTable
  }
}

/** How many invitations a list shows: the newest. */
const shownInvitations = 200

function invitationOf(row: InvitationsTable): Invitation {
  return {
    id: row.id,
    municipalityCode: row.municipality_code,
    organisationId: row.organisation_id,
    email: row.email,
    role: row.role,
    validUntil: row.valid_until,
    lang: row.lang,
    invitedAt: row.invited_at,
    sentAt: row.sent_at,
    expiresAt: row.expires_at,
    acceptedAt: row.accepted_at,
    withdrawnAt: row.withdrawn_at,
  }
}

function placeOf(home: Home) {
  return {
    municipality_code: 'municipalityCode' in home ? home.municipalityCode : null,
    organisation_id: 'organisationId' in home ? home.organisationId : null,
  }
}

export async function saveInvitation(
  database: Database,
  invitation: Pick<Invitation, 'id' | 'email' | 'role' | 'validUntil' | 'lang' | 'expiresAt'> & {
    home: Home
    invitedBy: string | null
    now: Date
  },
): Promise<void> {
  await database
    .insertInto('invitations')
    .values({
      id: invitation.id,
      ...placeOf(invitation.home),
      email: invitation.email,
      role: invitation.role,
      valid_until: invitation.validUntil,
      lang: invitation.lang,
      invited_by: invitation.invitedBy,
      invited_at: invitation.now,
      sent_at: invitation.now,
      expires_at: invitation.expiresAt,
      accepted_at: null,
      accepted_by: null,
      withdrawn_at: null,
    })
    .execute()
}

export async function findInvitation(database: Database, id: string): Promise<Invitation | undefined> {
  const row = await database.selectFrom('invitations').selectAll().where('id', '=', id).executeTakeFirst()
  return row && invitationOf(row)
}

/** The same, held until the transaction ends: of two who accept it at once one waits for the other. */
export async function invitationForChange(database: Database, id: string): Promise<Invitation | undefined> {
  const row = await database
    .selectFrom('invitations')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row && invitationOf(row)
}

/** The invitations of a municipality or an organisation, newest first. */
export async function listInvitations(database: Database, home: Home): Promise<Invitation[]> {
  const place = placeOf(home)
  const rows = await database
    .selectFrom('invitations')
    .selectAll()
    .where(
      place.municipality_code === null
        ? sql<boolean>`organisation_id = ${place.organisation_id}`
        : sql<boolean>`municipality_code = ${place.municipality_code}`,
    )
    .orderBy('invited_at', 'desc')
    .orderBy('id', 'desc')
    .limit(shownInvitations)
    .execute()
  return rows.map(invitationOf)
}

/** Invitations that an address can still accept, oldest first. */
export async function openInvitationsTo(database: Database, email: string, now: Date): Promise<Invitation[]> {
  const rows = await database
    .selectFrom('invitations')
    .selectAll()
    .where('email', '=', email)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('expires_at', '>', now)
    .orderBy('invited_at')
    .execute()
  return rows.map(invitationOf)
}

/** An open invitation to the same address, home and role, or undefined. */
export async function sameInvitation(
  database: Database,
  { home, email, role, now }: { home: Home; email: string; role: Role; now: Date },
): Promise<Invitation | undefined> {
  const open = await openInvitationsTo(database, email, now)
  const place = placeOf(home)
  return open.find(
    (one) =>
      one.role === role &&
      one.municipalityCode === place.municipality_code &&
      one.organisationId === place.organisation_id,
  )
}

/** Changes an invitation that is neither accepted, withdrawn nor past its term. True when it was still open. */
async function changeWhileOpen(
  database: Database,
  id: string,
  now: Date,
  change: { accepted_at: Date; accepted_by: string } | { sent_at: Date },
): Promise<boolean> {
  const result = await database
    .updateTable('invitations')
    .set(change)
    .where('id', '=', id)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Uses an invitation up. True when it was still open: two presses at once use it once. */
export async function takeInvitation(
  database: Database,
  { id, personId, now }: { id: string; personId: string; now: Date },
): Promise<boolean> {
  return changeWhileOpen(database, id, now, { accepted_at: now, accepted_by: personId })
}

/** Takes an open invitation back. True when it was still open. */
export async function withdrawInvitationRow(database: Database, id: string, now: Date): Promise<boolean> {
  const result = await database
    .updateTable('invitations')
    .set({ withdrawn_at: now })
    .where('id', '=', id)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Notes that an open invitation was sent again; its term stays. True when it was still open. */
export async function noteSentAgain(database: Database, id: string, now: Date): Promise<boolean> {
  return changeWhileOpen(database, id, now, { sent_at: now })
}
