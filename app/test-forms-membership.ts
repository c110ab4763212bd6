import {
  exampleDomain,
  exampleInvitation,
  exampleOrganisation,
  exampleRequest,
} from './membership/membership.examples.ts'
import { findMember, membershipFor } from './membership/membership-store.ts'
import { examplePeopleOfTrial as people, savePerson } from './people/index.ts'
import { savePasskey } from './people/passkey-store.ts'
import { asSystem } from './platform/database/acting.ts'
import type { Database } from './platform/database/database.ts'
import { pathTo } from './platform/web/address.ts'
import type { OpenForm } from './test-forms-experiments.ts'
import type { createTestSite } from './test-site.ts'

type Site = Awaited<ReturnType<typeof createTestSite>>

const system = async <Result>(site: Site, work: (transaction: Database) => Promise<Result>) =>
  asSystem(site.database, work)

/** A person who has just become an employee of Keitele; the id of the membership. */
async function newMembership(site: Site): Promise<string> {
  const id = site.newId()
  const home = { municipalityCode: '239' }
  return system(site, async (transaction) => {
    await savePerson(transaction, {
      id,
      name: 'Uusi Jäsen',
      email: `${id}@esimerkki.invalid`,
      lang: 'fi',
      memberships: [{ ...home, role: 'employee' }],
      isExample: false,
      createdAt: site.clock.now,
    })
    const asked = { personId: id, home, role: 'employee', now: site.clock.now } as const
    return (await membershipFor(transaction, asked)) ?? ''
  })
}

/** A member of Keitele who has a passkey, as their administrator thinks no longer; the id of the membership. */
async function lockedOut(site: Site): Promise<string> {
  const membershipId = await newMembership(site)
  await system(site, async (transaction) => {
    const member = await findMember(transaction, membershipId)
    await savePasskey(transaction, {
      id: site.newId(),
      personId: member?.personId ?? '',
      credentialId: membershipId,
      publicKey: new Uint8Array(),
      counter: 0,
      transports: [],
      name: 'Kadonnut puhelin',
      now: site.clock.now,
    })
  })
  return membershipId
}

/** An open invitation for the example resident. */
async function invitation(site: Site): Promise<string> {
  const id = site.newId()
  await system(site, (transaction) => exampleInvitation(transaction, { id, now: site.clock.now }))
  return id
}

async function organisation(site: Site): Promise<string> {
  const id = site.newId()
  await system(site, (transaction) => exampleOrganisation(transaction, id, site.clock.now))
  return id
}

/** The forms of membership and administration, each with a way to where it is open. */
export const membershipForms = {
  join: [
    async (site) => {
      await system(site, (transaction) =>
        exampleDomain(transaction, { domain: 'esimerkki.invalid', confirmed: true, now: site.clock.now }),
      )
      return { who: 'researcher' }
    },
  ],
  'end-membership': [
    async (site) => ({ who: 'administrator', parameters: { membershipId: await newMembership(site) } }),
  ],
  'reset-factor': [
    async (site) => ({ who: 'administrator', parameters: { membershipId: await lockedOut(site) } }),
    async (site) => {
      const parameters = { membershipId: await lockedOut(site) }
      const administrator = await site.browser('administrator')
      await administrator.fillIn(pathTo('fi', 'reset-factor', parameters), { how: 'phone' })
      return { who: 'administrator', parameters }
    },
  ],
  invitation: [async (site) => ({ who: 'resident', parameters: { id: await invitation(site) } })],
  member: [
    async (site) => ({
      who: 'administrator',
      parameters: { code: '239', membershipId: await newMembership(site) },
    }),
  ],
  invitations: [
    async (site) => {
      await invitation(site)
      return { who: 'administrator', parameters: { code: '239' } }
    },
  ],
  invite: [async () => ({ who: 'administrator', parameters: { code: '239' } })],
  'membership-requests': [
    async (site) => {
      const request = { id: site.newId(), personId: people.researcher.id, now: site.clock.now }
      await system(site, (transaction) => exampleRequest(transaction, request))
      return { who: 'administrator', parameters: { code: '239' } }
    },
  ],
  'email-domains': [async () => ({ who: 'administrator', parameters: { code: '239' } })],
  'municipality-picture': [async () => ({ who: 'administrator', parameters: { code: '239' } })],
  'municipality-details': [async () => ({ who: 'administrator', parameters: { code: '239' } })],
  'add-organisation': [async () => ({ who: 'office' })],
  organisation: [async (site) => ({ who: 'office', parameters: { id: await organisation(site) } })],
  'rename-organisation': [async (site) => ({ who: 'office', parameters: { id: await organisation(site) } })],
  'invite-to-organisation': [
    async (site) => ({ who: 'office', parameters: { id: await organisation(site) } }),
  ],
  'appoint-ambassador': [async () => ({ who: 'office' })],
  'confirm-domains': [
    async (site) => {
      await system(site, (transaction) =>
        exampleDomain(transaction, { domain: 'odottaa.invalid', confirmed: false, now: site.clock.now }),
      )
      return { who: 'office' }
    },
  ],
} satisfies Record<string, ((site: Site) => Promise<OpenForm>)[]>
