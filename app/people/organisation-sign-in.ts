import { asSystem } from '../platform/database/acting.ts'
import type { Database } from '../platform/database/database.ts'
import { record } from '../platform/log/log.ts'
import { withoutAddresses } from '../platform/log/without-addresses.ts'
import type { Visit } from '../platform/web/visit.ts'
import type { Person } from '../platform/web/visitor.ts'
import { texts } from '../texts/index.ts'
import { beginSession } from './begin-session.ts'
import { beginAtProvider, identityFrom, type Identity } from './identity-provider-client.ts'
import type { IdentityProvider } from './identity-providers.ts'
import {
  type BegunSignIn,
  personIdOfAccount,
  saveOrganisationAccount,
  saveOrganisationSignIn,
  takeOrganisationSignIn,
} from './organisation-account-store.ts'
import { personById, savePerson } from './people-store.ts'
import { hashToken, linkMinutes } from './session-token.ts'
import type { Arrival } from './sign-in.ts'

/** The address to which a provider sends people back; the operator tells it to the provider. Without a language. */
export const returnAddress = (visit: Visit, provider: IdentityProvider) =>
  visit.absolute(`/kirjaudu/paluu/${provider.key}`)

/** Asks a provider for a way to it, without a connection to the database; undefined when it does not answer. */
export async function askForWay(visit: Visit, provider: IdentityProvider) {
  const { lang, note } = visit
  return beginAtProvider(provider, { returnTo: returnAddress(visit, provider), lang }).catch(
    (error: unknown) => {
      note('identity-provider-away', {
        provider: provider.key,
        error: withoutAddresses(String(error)).slice(0, 200),
      })
      return undefined
    },
  )
}

/**
 * Begins a way to a provider, bound to this browser, for ten minutes. With `joinTo` the account will be joined to that
 * person. Returns the id of the way.
 */
export async function beginOrganisationSignIn(
  database: Database,
  visit: Visit,
  {
    provider,
    begun,
    nextPath,
    joinTo,
  }: {
    provider: IdentityProvider
    begun: Awaited<ReturnType<typeof beginAtProvider>>
    nextPath: string | null
    joinTo: Person | undefined
  },
): Promise<string> {
  const { browser, newId, now } = visit
  const id = newId()
  await asSystem(database, (transaction) =>
    saveOrganisationSignIn(transaction, {
      id,
      stateHash: hashToken(begun.state),
      browser,
      provider: provider.key,
      address: begun.address,
      verifier: begun.verifier,
      nonce: begun.nonce,
      nextPath,
      personId: joinTo?.id ?? null,
      expiresAt: new Date(now.getTime() + linkMinutes * 60_000),
    }),
  )
  return id
}

/** What came back from a provider: who it says somebody is, on which way, or why it says nothing. */
export type CameBack = { identity: Identity; begun: BegunSignIn } | 'refused' | 'away'

/**
 * Uses up what came back, whatever comes of it, and exchanges it at the provider: no connection is held while that answers.
 */
export async function exchangeAtProvider(visit: Visit, provider: IdentityProvider): Promise<CameBack> {
  const { browser, now, note, search } = visit
  const cameBackTo = new URL(returnAddress(visit, provider) + search)
  const state = cameBackTo.searchParams.get('state') ?? ''
  const begun = await asSystem(visit.database, (transaction) =>
    takeOrganisationSignIn(transaction, {
      stateHash: hashToken(state),
      browser,
      provider: provider.key,
      now,
    }),
  )
  const identity = begun ? await identityFrom(provider, { cameBackTo, state, ...begun }) : 'refused'
  if (begun && typeof identity !== 'string') return { identity, begun }
  const why = typeof identity === 'string' ? identity : 'refused'
  note('sign-in-refused', { way: 'organisation', provider: provider.key, why })
  return why
}

/**
 * Ends a way: whoever comes back is found by the provider's issuer and subject and by nothing else; an unknown pair is a new
 * person without rights and without an address. `'taken'` when an account that was to be joined is somebody else's.
 */
export async function endOrganisationSignIn(
  database: Database,
  visit: Visit,
  provider: IdentityProvider,
  { identity, begun }: Exclude<CameBack, string>,
): Promise<(Arrival & { severalFactors: boolean }) | { joined: true } | 'refused' | 'taken'> {
  const { personId, nextPath } = begun
  return asSystem(database, async (transaction) => {
    if (personId === null) return arrive(transaction, visit, provider, { identity, nextPath })
    // Somebody else may have signed in here meanwhile.
    if (visit.person?.id !== personId) return 'refused'
    return join(transaction, visit, identity, visit.person)
  })
}

async function arrive(
  database: Database,
  visit: Visit,
  provider: IdentityProvider,
  { identity, nextPath }: { identity: Identity; nextPath: string | null },
): Promise<Arrival & { severalFactors: boolean }> {
  const { now, newId, lang } = visit
  const { issuer, subject, severalFactors } = identity
  const knownId = await personIdOfAccount(database, { issuer, subject, now })
  const known = knownId === undefined ? undefined : await personById(database, knownId, now)
  const person =
    known ??
    (await savePerson(database, {
      id: newId(),
      email: '',
      name: tidyName(identity.name) || texts[lang].people.organisation.newPerson,
      lang,
      memberships: [],
      isExample: false,
      createdAt: now,
    }))
  if (!known) await saveOrganisationAccount(database, { issuer, subject, personId: person.id, now })
  const cookie = await beginSession(database, visit, {
    personId: person.id,
    strength: 'oidc',
    provider: provider.key,
    severalFactors,
    action: known ? undefined : 'person.joined',
  })
  return { person, nextPath, cookie, severalFactors }
}

async function join(
  database: Database,
  visit: Visit,
  { issuer, subject }: Identity,
  person: Person,
): Promise<{ joined: true } | 'taken'> {
  const { now, requestId } = visit
  const ownerId = await personIdOfAccount(database, { issuer, subject, now })
  if (ownerId !== undefined) return ownerId === person.id ? { joined: true } : 'taken'
  await saveOrganisationAccount(database, { issuer, subject, personId: person.id, now })
  await record(database, {
    chain: '000',
    action: 'organisation-account.joined',
    recordKind: 'person',
    recordId: person.id,
    personId: person.id,
    requestId,
    at: now,
    after: { issuer },
  })
  return { joined: true }
}

function tidyName(name: string | undefined): string {
  return (name ?? '')
    .normalize('NFC')
    .replaceAll(/\p{C}+/gu, ' ')
    .trim()
    .slice(0, 100)
}
