import { municipalityByCode } from '../municipalities/index.ts'
import { personByEmail } from '../people/index.ts'
import { asSystem } from '../platform/database/acting.ts'
import type { Database } from '../platform/database/database.ts'
import type { Lang } from '../platform/language.ts'
import { record } from '../platform/log/log.ts'
import { done, type Outcome, refuse } from '../platform/web/page.ts'
import type { Acting, Role } from '../platform/web/visitor.ts'
import { texts } from '../texts/index.ts'
import { type LinkToInvitation, mailInvitation } from './invitation-mail.ts'
import { sameInvitation, saveInvitation } from './invitation-store.ts'
import { membershipFor } from './membership-store.ts'
import { type Home, invitationDays } from './membership.ts'

/** The chain of the log and the columns that belong to a home. */
export function placeOfHome(home: Home): {
  chain: string
  municipalityCode: string | null
  organisationId: string | null
} {
  return 'municipalityCode' in home
    ? { chain: home.municipalityCode, municipalityCode: home.municipalityCode, organisationId: null }
    : { chain: '000', municipalityCode: null, organisationId: home.organisationId }
}

/** The language of most people in a municipality; Finnish for other organisations. */
export function languageOfHome(home: Home): Lang {
  if (!('municipalityCode' in home)) return 'fi'
  return municipalityByCode(home.municipalityCode)?.languages.startsWith('sv') ? 'sv' : 'fi'
}

/**
 * Invites an address. The letter is in the person's own language when the address is known, otherwise in the one chosen.
 * Refused when the same invitation is open, or when whoever has the address is there already in that role.
 */
export async function invite(
  database: Database,
  {
    person,
    now,
    requestId,
    newId,
    lang,
    home,
    email,
    role,
    validUntil,
    letterLang,
    linkTo,
  }: Acting & {
    home: Home
    email: string
    role: Role
    validUntil: string | null
    letterLang: Lang
    linkTo: LinkToInvitation
  },
): Promise<Outcome> {
  const words = texts[lang].membership.invite
  if (await sameInvitation(database, { home, email, role, now })) return refuse('email', words.alreadyInvited)
  // Whether somebody is known here already decides the letter’s language and nothing that is shown.
  const known = await asSystem(database, (system) => personByEmail(system, email, now))
  if (known && (await membershipFor(database, { personId: known.id, home, role, now })))
    return refuse('email', words.alreadyMember)
  const place = placeOfHome(home)
  const invitation = {
    id: newId(),
    email,
    role,
    validUntil,
    lang: known?.lang ?? letterLang,
    expiresAt: new Date(now.getTime() + invitationDays * 86_400_000),
  }
  await saveInvitation(database, { ...invitation, home, invitedBy: person.id, now })
  await mailInvitation(
    database,
    { ...invitation, ...place },
    { inviter: person.name, sending: requestId, linkTo },
  )
  await record(database, {
    chain: place.chain,
    action: 'invitation.sent',
    recordKind: 'invitation',
    recordId: invitation.id,
    personId: person.id,
    requestId,
    at: now,
    after: { email, role, validUntil },
  })
  return done()
}
