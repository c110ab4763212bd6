import { personByEmail } from '../people/index.ts'
import { asSystem } from '../platform/database/acting.ts'
import type { Database } from '../platform/database/database.ts'
import { dayOf } from '../platform/format.ts'
import { record } from '../platform/log/log.ts'
import { done, type Outcome, refuse } from '../platform/web/page.ts'
import { type Acting, workRoles } from '../platform/web/visitor.ts'
import { texts } from '../texts/index.ts'
import type { LinkToInvitation } from './invitation-mail.ts'
import { invite, languageOfHome } from './invite.ts'
import { addMembership, hasRoleIn, membershipFor } from './membership-store.ts'

/**
 * Makes somebody the experiment ambassador of a municipality: at once when the address belongs to somebody who works there,
 * otherwise by an invitation that they accept. `value` tells which.
 */
export async function appointAmbassador(
  database: Database,
  {
    municipalityCode,
    email,
    validUntil,
    linkTo,
    ...acting
  }: Acting & {
    municipalityCode: string
    email: string
    validUntil: string | null
    linkTo: LinkToInvitation
  },
): Promise<Outcome<'appointed' | 'invited'>> {
  const { now, lang } = acting
  const home = { municipalityCode }
  const role = 'ambassador'
  const known = await asSystem(database, (system) => personByEmail(system, email, now))
  const worksThere =
    known !== undefined &&
    (await hasRoleIn(database, { personId: known.id, municipalityCode, roles: workRoles, now }))
  if (!worksThere) {
    const letterLang = languageOfHome(home)
    const outcome = await invite(database, { ...acting, home, email, role, validUntil, letterLang, linkTo })
    return outcome.ok ? done('invited' as const) : outcome
  }
  if (await membershipFor(database, { personId: known.id, home, role, now }))
    return refuse('email', texts[lang].membership.ambassadors.alreadyOne)
  const id = acting.newId()
  await addMembership(database, {
    id,
    personId: known.id,
    home,
    role,
    validFrom: dayOf(now),
    validUntil,
    now,
  })
  await record(database, {
    chain: municipalityCode,
    action: 'ambassador.appointed',
    recordKind: 'membership',
    recordId: id,
    personId: acting.person.id,
    requestId: acting.requestId,
    at: now,
    after: { role, validUntil, holder: known.id },
  })
  return done('appointed' as const)
}
