import type { Database } from '../platform/database/database.ts'
import { examplePeopleOfTrial as people } from '../people/index.ts'
import { saveInvitation } from './invitation-store.ts'
import { saveDomain, saveRequest } from './joining-store.ts'
import { type Home, invitationDays } from './membership.ts'
import { saveOrganisation } from './organisation-store.ts'

/** An open invitation, as an administrator would have sent it; run as the system. */
export async function exampleInvitation(
  database: Database,
  {
    id,
    now,
    email = people.resident.email,
    home = { municipalityCode: '239' },
    role = 'employee',
  }: { id: string; now: Date; email?: string; home?: Home; role?: 'employee' | 'researcher' },
): Promise<void> {
  await saveInvitation(database, {
    id,
    home,
    email,
    role,
    validUntil: null,
    lang: 'fi',
    expiresAt: new Date(now.getTime() + invitationDays * 86_400_000),
    invitedBy: people.administrator.id,
    now,
  })
}

/** A made-up research institute without members; run as the system. */
export async function exampleOrganisation(database: Database, id: string, now: Date): Promise<void> {
  await saveOrganisation(database, {
    id,
    kind: 'research_institute',
    name: { fi: 'Esimerkkilaitos', sv: null, en: null },
    now,
  })
}

/** A made-up domain of Keitele; run as the system. */
export async function exampleDomain(
  database: Database,
  { domain, confirmed, now }: { domain: string; confirmed: boolean; now: Date },
): Promise<void> {
  await saveDomain(database, {
    domain,
    municipalityCode: '239',
    addedBy: people.administrator.id,
    confirmed,
    now,
  })
}

/** Somebody's open wish to become an employee of Keitele; run as the system. */
export async function exampleRequest(
  database: Database,
  { id, personId, now }: { id: string; personId: string; now: Date },
): Promise<void> {
  await saveRequest(database, { id, personId, municipalityCode: '239', now })
}
