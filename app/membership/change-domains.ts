import { municipalityByCode, placeName } from '../municipalities/index.ts'
import type { Database } from '../platform/database/database.ts'
import { record } from '../platform/log/log.ts'
import { done, type Outcome, refuse } from '../platform/web/page.ts'
import type { Acting } from '../platform/web/visitor.ts'
import { texts } from '../texts/index.ts'
import { canonicalDomain, domainOfAddress, isOpenToAnybody } from './email-domain.ts'
import { confirmDomainRow, findDomain, removeDomain, saveDomain } from './joining-store.ts'
import { isInOffice } from './membership-policy.ts'

type Change = Acting & { municipalityCode: string; domain: string }

async function log(database: Database, action: string, change: Change): Promise<void> {
  await record(database, {
    chain: change.municipalityCode,
    action,
    recordKind: 'municipality-domain',
    recordId: change.domain,
    personId: change.person.id,
    requestId: change.requestId,
    at: change.now,
  })
}

/**
 * Adds an e-mail domain to a municipality. It is confirmed at once when whoever adds it has signed in with an address there,
 * otherwise it waits for the programme office. `value` tells which.
 */
export async function addDomain(
  database: Database,
  change: Change,
): Promise<Outcome<{ confirmed: boolean }>> {
  const words = texts[change.lang].membership.domains
  const domain = canonicalDomain(change.domain.replace(/^@/, ''))
  if (domain === undefined) return refuse('domain', words.notADomain)
  if (isOpenToAnybody(domain)) return refuse('domain', words.openToAnybody(domain))
  const taken = await findDomain(database, domain)
  if (taken)
    return refuse(
      'domain',
      taken.municipalityCode === change.municipalityCode
        ? words.alreadyYours
        : words.takenBy(placeName(taken.municipalityCode, change.lang)),
    )
  const confirmed = domainOfAddress(change.person.email) === domain || isInOffice(change)
  const { municipalityCode, now } = change
  if (!(await saveDomain(database, { domain, municipalityCode, addedBy: change.person.id, confirmed, now })))
    return refuse('domain', words.takenBy(municipalityByCode(municipalityCode)?.name[change.lang] ?? ''))
  await log(database, confirmed ? 'domain.added' : 'domain.proposed', { ...change, domain })
  return done({ confirmed })
}

/** Takes a domain away. Those who joined by it stay members. */
export async function takeDomainAway(database: Database, change: Change): Promise<Outcome> {
  if (!(await removeDomain(database, change.municipalityCode, change.domain)))
    return refuse('', texts[change.lang].membership.domains.gone)
  await log(database, 'domain.removed', change)
  return done()
}

/** Confirms, for the programme office, that a domain is the municipality's. */
export async function confirmDomain(
  database: Database,
  { domain, ...acting }: Acting & { domain: string },
): Promise<Outcome> {
  const found = await findDomain(database, domain)
  const { person, now } = acting
  if (!found || !(await confirmDomainRow(database, { domain, confirmedBy: person.id, now })))
    return refuse('', texts[acting.lang].membership.domains.gone)
  await log(database, 'domain.confirmed', { ...acting, domain, municipalityCode: found.municipalityCode })
  return done()
}
