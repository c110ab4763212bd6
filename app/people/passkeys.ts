import { z } from 'zod'
import { asSystem } from '../platform/database/acting.ts'
import type { Database } from '../platform/database/database.ts'
import { record } from '../platform/log/log.ts'
import type { CookieToSet } from '../platform/web/page.ts'
import type { Visit } from '../platform/web/visit.ts'
import type { Person } from '../platform/web/visitor.ts'
import { beginSession } from './begin-session.ts'
import { challengeHolds, challengeMinutes, newChallenge, type ChallengePurpose } from './passkey-challenge.ts'
import {
  challengeKey,
  notePasskeyUse,
  type Passkey,
  passkeyByCredential,
  passkeysOf,
  savePasskey,
  takeChallenge,
} from './passkey-store.ts'
import { personById } from './people-store.ts'
import { hashToken } from './session-token.ts'

/** How many passkeys one person may have. */
export const passkeysAllowed = 10

/** The longest answer of a device that is read, in characters. */
const longestAnswer = 20_000

const base64url = z.string().regex(/^[\w-]*={0,2}$/)
const publicKeyKind = z.literal('public-key')
const signInAnswer = z.object({
  id: base64url,
  rawId: base64url,
  type: publicKeyKind,
  clientExtensionResults: z.record(z.string(), z.unknown()),
  response: z.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: base64url.optional(),
  }),
})
const registrationAnswer = z.object({
  id: base64url,
  rawId: base64url,
  type: publicKeyKind,
  clientExtensionResults: z.record(z.string(), z.unknown()),
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z.array(z.string().max(30)).max(10).optional(),
  }),
})

// Passkeys belong to the host name of the service and to no other.
function place(visit: Visit): { origin: string; host: string } {
  const { origin, hostname } = new URL(visit.absolute('/'))
  return { origin, host: hostname }
}

const userHandle = (personId: string) =>
  Buffer.from(personId.replaceAll('-', ''), 'hex').toString('base64url')

/** What the browser is asked when somebody signs in, as JSON: any passkey of this service will do. */
export async function signInOptions(visit: Visit): Promise<string> {
  const { key, present } = await challengeKey(visit.database)
  return JSON.stringify({
    challenge: newChallenge(key, { kind: 'sign-in', browser: visit.browser, personId: null }, present),
    rpId: place(visit).host,
    timeout: challengeMinutes * 60_000,
    userVerification: 'required',
  })
}

/** What the browser is asked when a person adds a passkey, as JSON. `known` are those that they have. */
export async function registrationOptions(
  visit: Visit,
  person: Person,
  known: readonly Passkey[],
): Promise<string> {
  const { key, present } = await challengeKey(visit.database)
  return JSON.stringify({
    challenge: newChallenge(
      key,
      { kind: 'registration', browser: visit.browser, personId: person.id },
      present,
    ),
    rp: { name: 'Uskalla', id: place(visit).host },
    user: { id: userHandle(person.id), name: person.email || person.name, displayName: person.name },
    pubKeyCredParams: [-8, -7, -257].map((alg) => ({ type: 'public-key', alg })),
    timeout: challengeMinutes * 60_000,
    attestation: 'none',
    excludeCredentials: known.map(({ credentialId }) => ({ type: 'public-key', id: credentialId })),
    authenticatorSelection: {
      residentKey: 'required',
      requireResidentKey: true,
      userVerification: 'required',
    },
  })
}

/**
 * Lets in whoever answers with a passkey of this service: the challenge must be ours, fresh, unused and of this browser, the
 * person must have been verified by the device, and its count may not fall back. Undefined otherwise; the challenge is
 * used up either way.
 */
export async function signInWithPasskey(
  database: Database,
  visit: Visit,
  answerText: string,
): Promise<{ person: Person; cookie: CookieToSet } | undefined> {
  const purpose = { kind: 'sign-in', browser: visit.browser, personId: null } as const
  const person = await asSystem(database, async (transaction) => {
    const answer = parsed(signInAnswer, answerText)
    const passkey = answer && (await passkeyByCredential(transaction, answer.id))
    if (!answer || !passkey) return undefined
    const { userHandle: told } = answer.response
    if (told !== undefined && told !== userHandle(passkey.personId)) return undefined
    const { verifyAuthenticationResponse } = await import('@simplewebauthn/server')
    const { origin, host } = place(visit)
    const holds = await holdsOnce(transaction, purpose)
    const verdict = await orUndefined(() =>
      verifyAuthenticationResponse({
        response: answer as Parameters<typeof verifyAuthenticationResponse>[0]['response'],
        expectedChallenge: holds,
        expectedOrigin: origin,
        expectedRPID: host,
        requireUserVerification: true,
        credential: {
          id: answer.id,
          publicKey: new Uint8Array(passkey.publicKey),
          counter: passkey.counter,
        },
      }),
    )
    if (!verdict?.verified) return undefined
    const counter = verdict.authenticationInfo.newCounter
    await notePasskeyUse(transaction, { id: passkey.id, counter, now: visit.now })
    return personById(transaction, passkey.personId, visit.now)
  })
  if (!person) {
    visit.note('sign-in-refused', { way: 'passkey' })
    return undefined
  }
  const cookie = await beginSession(database, visit, {
    personId: person.id,
    strength: 'passkey',
    severalFactors: true,
  })
  return { person, cookie }
}

/** Adds a passkey to the person of the visit. `'refused'` when the device's answer does not hold, `'too-many'` past ten. */
export async function addPasskey(
  database: Database,
  visit: Visit,
  { person, answerText, name }: { person: Person; answerText: string; name: string },
): Promise<'added' | 'refused' | 'too-many'> {
  const { now, newId, requestId } = visit
  if ((await passkeysOf(database, person.id)).length >= passkeysAllowed) return 'too-many'
  const answer = parsed(registrationAnswer, answerText)
  if (!answer) return 'refused'
  const { verifyRegistrationResponse } = await import('@simplewebauthn/server')
  const { origin, host } = place(visit)
  const holds = await holdsOnce(database, {
    kind: 'registration',
    browser: visit.browser,
    personId: person.id,
  })
  const verdict = await orUndefined(() =>
    verifyRegistrationResponse({
      response: answer as Parameters<typeof verifyRegistrationResponse>[0]['response'],
      expectedChallenge: holds,
      expectedOrigin: origin,
      expectedRPID: host,
      requireUserVerification: true,
    }),
  )
  if (!verdict?.verified) return 'refused'
  const { credential } = verdict.registrationInfo
  const id = newId()
  const saved = await savePasskey(database, {
    id,
    personId: person.id,
    credentialId: credential.id,
    publicKey: credential.publicKey,
    counter: credential.counter,
    transports: answer.response.transports ?? [],
    name,
    now,
  })
  if (!saved) return 'refused'
  await record(database, {
    chain: '000',
    action: 'passkey.added',
    recordKind: 'passkey',
    recordId: id,
    personId: person.id,
    requestId,
    at: now,
    after: { credential: credential.id },
  })
  return 'added'
}

/** A check of challenges that uses up the one it lets through. */
async function holdsOnce(
  database: Database,
  purpose: ChallengePurpose,
): Promise<(challenge: string) => Promise<boolean>> {
  const { key, present } = await challengeKey(database)
  return async (challenge) =>
    challengeHolds(key, purpose, challenge, present) &&
    asSystem(database, (transaction) => takeChallenge(transaction, hashToken(challenge)))
}

function parsed<Answer>(schema: z.ZodType<Answer>, text: string): Answer | undefined {
  if (text.length > longestAnswer) return undefined
  try {
    return schema.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

// The library throws at whatever does not fit. A failure of the database is none of its.
async function orUndefined<Result>(check: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await check()
  } catch (error) {
    if (error instanceof Error && 'code' in error && /^[0-9A-Z]{5}$/.test(String(error.code))) throw error
    return undefined
  }
}
