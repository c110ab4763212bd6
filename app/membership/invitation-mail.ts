import { placeName } from '../municipalities/index.ts'
import type { Database } from '../platform/database/database.ts'
import { formatDate } from '../platform/format.ts'
import type { Lang } from '../platform/language.ts'
import { queueMail } from '../platform/mail/mail.ts'
import { texts } from '../texts/index.ts'
import { type Invitation, organisationName } from './membership.ts'
import { findOrganisation } from './organisation-store.ts'

/** The whole address of the page on which an invitation is accepted. */
export type LinkToInvitation = (lang: Lang, id: string) => string

/** The name of the municipality or organisation of an invitation, as it stands alone. */
export async function homeName(
  database: Database,
  lang: Lang,
  { municipalityCode, organisationId }: Pick<Invitation, 'municipalityCode' | 'organisationId'>,
): Promise<string> {
  if (municipalityCode !== null) return placeName(municipalityCode, lang)
  const organisation = organisationId === null ? undefined : await findOrganisation(database, organisationId)
  return organisation ? organisationName(lang, organisation) : ''
}

/** Sends an invitation by mail, in its language. `sending` tells the first letter and each repetition apart. */
export async function mailInvitation(
  database: Database,
  invitation: Pick<
    Invitation,
    'id' | 'municipalityCode' | 'organisationId' | 'email' | 'role' | 'lang' | 'expiresAt'
  >,
  { inviter, sending, linkTo }: { inviter: string; sending: string; linkTo: LinkToInvitation },
): Promise<void> {
  const { lang } = invitation
  const words = texts[lang].membership.mail
  const home = await homeName(database, lang, invitation)
  await queueMail(database, {
    key: `invitation ${invitation.id} ${sending}`,
    to: invitation.email,
    subject: words.invitationSubject(home),
    text: words.invitation({
      inviter,
      home,
      role: texts[lang].people.roles[invitation.role],
      link: linkTo(lang, invitation.id),
      lastDay: formatDate(lang, new Date(invitation.expiresAt.getTime() - 1)),
      address: invitation.email,
    }),
  })
}
