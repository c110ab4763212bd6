import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** What a challenge is for: it holds for nothing else, in no other browser and for nobody else. */
export interface ChallengePurpose {
  kind: 'sign-in' | 'registration'
  /** Mark of the browser. */
  browser: string
  /** Whose passkey is to be made; null when somebody is signing in. */
  personId: string | null
}

/** How long a challenge may be answered, in minutes. */
export const challengeMinutes = 5

const randomSize = 16
const timeSize = 8
const sealSize = 16

function seal(key: string, purpose: ChallengePurpose, body: Buffer): Buffer {
  return createHmac('sha256', key)
    .update(`passkey ${purpose.kind} ${purpose.browser} ${purpose.personId ?? ''} `)
    .update(body)
    .digest()
    .subarray(0, sealSize)
}

/**
 * A challenge for a passkey, as base64url. It carries its moment and a seal (HMAC-SHA-256, cut to 128 bits), so that showing
 * a page stores nothing; `at` is the database's present.
 */
export function newChallenge(key: string, purpose: ChallengePurpose, at: Date): string {
  const time = Buffer.alloc(timeSize)
  time.writeBigUInt64BE(BigInt(at.getTime()))
  const body = Buffer.concat([randomBytes(randomSize), time])
  return Buffer.concat([body, seal(key, purpose, body)]).toString('base64url')
}

/** Is this a challenge of ours for the purpose, not older than five minutes at `now` by the database? */
export function challengeHolds(
  key: string,
  purpose: ChallengePurpose,
  challenge: string,
  now: Date,
): boolean {
  const bytes = Buffer.from(challenge, 'base64url')
  if (bytes.length !== randomSize + timeSize + sealSize) return false
  const body = bytes.subarray(0, randomSize + timeSize)
  if (!timingSafeEqual(bytes.subarray(randomSize + timeSize), seal(key, purpose, body))) return false
  const age = now.getTime() - Number(body.readBigUInt64BE(randomSize))
  return age >= 0 && age < challengeMinutes * 60_000
}
