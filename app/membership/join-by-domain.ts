import { placeName } from '../municipalities/index.ts'
import { contactsOf } from '../people/index.ts'
import type { Database } from '../platform/database/database.ts'
import { dayOf } from '../platform/format.ts'
import type { Lang } from '../platform/language.ts'
import { record } from '../platform/log/log.ts'
import { queueMail } from '../platform/mail/mail.ts'
import { asSystem } from '../platform/database/acting.ts'
import { done, type Outcome, refuse } from '../platform/web/page.ts'
import type { Acting } from '../platform/web/visitor.ts'
import { texts } from '../texts/index.ts'
import { domainOfAddress } from './email-domain.ts'
import { decideRequest, findDomain, openRequests, saveRequest } from './joining-store.ts'
import { addMembership, administratorsOf, membershipFor } from './membership-store.ts'

/**
 * The code of the municipality whose confirmed e-mail domain is exactly that of the address, letter by letter in canonical
 * form; undefined for every other address, however alike.
 */
export async function municipalityOfAddress(database: Database, email: string): Promise<string | undefined> {
  const domain = domainOfAddress(email)
  const found = domain === undefined ? undefined : await findDomain(database, domain)
  return found?.confirmedAt ? found.municipalityCode : undefined
}

/** Asks to become an employee on the strength of one's address. It gives nothing until an administrator approves. */
export async function askToJoin(
  database: Database,
  {
    person,
    now,
    requestId,
    newId,
    lang,
    linkTo,
  }: Acting & {
    /** The whole address of the page on which requests are answered. */
    linkTo: (lang: Lang, municipalityCode: string) => string
  },
): Promise<Outcome<string>> {
  const words = texts[lang].membership.join
  const municipalityCode = await municipalityOfAddress(database, person.email)
  if (municipalityCode === undefined) return refuse('', words.noDomain)
  const home = { municipalityCode }
  if (await membershipFor(database, { personId: person.id, home, role: 'employee', now }))
    return refuse('', words.alreadyThere)
  const id = newId()
  if (!(await saveRequest(database, { id, personId: person.id, municipalityCode, now })))
    return refuse('', words.asked)
  // Who administers is not for everybody to read; the letters go to them all the same.
  const administrators = await asSystem(database, async (system) =>
    contactsOf(system, await administratorsOf(system, municipalityCode, now)),
  )
  for (const administrator of administrators) {
    const mail = texts[administrator.lang].membership.mail
    await queueMail(database, {
      key: `membership request ${id} ${administrator.id}`,
      to: administrator.email,
      subject: mail.requestSubject(placeName(municipalityCode, administrator.lang)),
      text: mail.request({
        name: person.name,
        address: person.email,
        link: linkTo(administrator.lang, municipalityCode),
      }),
      onlyWhile: { personId: administrator.id, municipalityCode, roles: ['administrator'] },
    })
  }
  await record(database, {
    chain: municipalityCode,
    action: 'membership.asked',
    recordKind: 'membership-request',
    recordId: id,
    personId: person.id,
    requestId,
    at: now,
  })
  return done(municipalityCode)
}

/** Approves a wish to join, which makes its asker an employee, or declines it. The asker is told by mail. */
export async function answerRequest(
  database: Database,
  {
    person,
    now,
    requestId,
    newId,
    lang,
    municipalityCode,
    id,
    approved,
    home: homeAddress,
  }: Acting & {
    municipalityCode: string
    id: string
    approved: boolean
    /** The whole address of the service. */
    home: string
  },
): Promise<Outcome> {
  const request = (await openRequests(database, municipalityCode)).find((one) => one.id === id)
  if (!request || !(await decideRequest(database, { id, approved, decidedBy: person.id, now })))
    return refuse('', texts[lang].membership.requests.answeredAlready)
  const home = { municipalityCode }
  const role = 'employee'
  if (approved && !(await membershipFor(database, { personId: request.personId, home, role, now })))
    await addMembership(database, {
      id: newId(),
      personId: request.personId,
      home,
      role,
      validFrom: dayOf(now),
      validUntil: null,
      now,
    })
  for (const asker of await contactsOf(database, [request.personId])) {
    const mail = texts[asker.lang].membership.mail
    const place = placeName(municipalityCode, asker.lang)
    await queueMail(database, {
      key: `membership request ${id} answered`,
      to: asker.email,
      subject: mail.answerSubject(place),
      text: approved ? mail.approved({ place, link: homeAddress }) : mail.declined({ place }),
    })
  }
  await record(database, {
    chain: municipalityCode,
    action: approved ? 'membership.approved' : 'membership.declined',
    recordKind: 'membership-request',
    recordId: id,
    personId: person.id,
    requestId,
    at: now,
    after: { holder: request.personId, role },
  })
  return done()
}
