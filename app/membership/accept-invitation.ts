import type { Database } from '../platform/database/database.ts'
import { dayOf } from '../platform/format.ts'
import { record } from '../platform/log/log.ts'
import { done, type Outcome, refuse } from '../platform/web/page.ts'
import type { Acting } from '../platform/web/visitor.ts'
import { texts } from '../texts/index.ts'
import { invitationForChange, takeInvitation } from './invitation-store.ts'
import { isInvited } from './membership-policy.ts'
import { addMembership, membershipFor } from './membership-store.ts'
import { type Home, stateOf } from './membership.ts'

/**
 * Accepts an invitation: the one way in which it becomes a membership. Only whoever signed in with the invited address can,
 * until its term, once.
 */
export async function acceptInvitation(
  database: Database,
  { person, now, requestId, newId, lang, id }: Acting & { id: string },
): Promise<Outcome> {
  const words = texts[lang].membership.invitation
  const invitation = await invitationForChange(database, id)
  if (!invitation || !isInvited({ person }, invitation)) return refuse('', words.notYours)
  if (stateOf(invitation, now) !== 'open') return refuse('', words.closed)
  if (invitation.validUntil !== null && invitation.validUntil < dayOf(now)) return refuse('', words.closed)
  const home: Home =
    invitation.municipalityCode === null
      ? { organisationId: invitation.organisationId ?? '' }
      : { municipalityCode: invitation.municipalityCode }
  const { role, validUntil } = invitation
  // The second barrier lets a person in only while the invitation is unused, so the membership comes first.
  if (!(await membershipFor(database, { personId: person.id, home, role, now })))
    await addMembership(database, {
      id: newId(),
      personId: person.id,
      home,
      role,
      validFrom: dayOf(now),
      validUntil,
      now,
    })
  if (!(await takeInvitation(database, { id, personId: person.id, now }))) return refuse('', words.closed)
  await record(database, {
    chain: invitation.municipalityCode ?? '000',
    action: 'invitation.accepted',
    recordKind: 'invitation',
    recordId: id,
    personId: person.id,
    requestId,
    at: now,
    after: { role, validUntil },
  })
  return done()
}
