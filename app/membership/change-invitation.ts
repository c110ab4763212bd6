import type { Database } from '../platform/database/database.ts'
import { record } from '../platform/log/log.ts'
import { done, type Outcome, refuse } from '../platform/web/page.ts'
import type { Acting } from '../platform/web/visitor.ts'
import { texts } from '../texts/index.ts'
import { type LinkToInvitation, mailInvitation } from './invitation-mail.ts'
import { findInvitation, noteSentAgain, withdrawInvitationRow } from './invitation-store.ts'
import type { Invitation } from './membership.ts'

async function log(
  database: Database,
  { person, requestId, now }: Acting,
  action: string,
  invitation: Invitation,
): Promise<void> {
  await record(database, {
    chain: invitation.municipalityCode ?? '000',
    action,
    recordKind: 'invitation',
    recordId: invitation.id,
    personId: person.id,
    requestId,
    at: now,
  })
}

/** Sends the letter of an open invitation once more. The term stays what it was: past it a new invitation is needed. */
export async function sendInvitationAgain(
  database: Database,
  { id, linkTo, ...acting }: Acting & { id: string; linkTo: LinkToInvitation },
): Promise<Outcome> {
  const invitation = await findInvitation(database, id)
  if (!invitation || !(await noteSentAgain(database, id, acting.now)))
    return refuse('', texts[acting.lang].membership.invitations.notOpen)
  await mailInvitation(database, invitation, {
    inviter: acting.person.name,
    sending: acting.requestId,
    linkTo,
  })
  await log(database, acting, 'invitation.sent-again', invitation)
  return done()
}

/** Takes an open invitation back: its link leads nowhere from the next request on. */
export async function withdrawInvitation(
  database: Database,
  { id, ...acting }: Acting & { id: string },
): Promise<Outcome> {
  const invitation = await findInvitation(database, id)
  if (!invitation || !(await withdrawInvitationRow(database, id, acting.now)))
    return refuse('', texts[acting.lang].membership.invitations.notOpen)
  await log(database, acting, 'invitation.withdrawn', invitation)
  return done()
}
