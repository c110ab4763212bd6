import { createHash, randomBytes } from 'node:crypto'
import type { Lang } from '../platform/language.ts'

/** A poster on a wall, as those who work in its municipality see it. */
export interface Poster {
  id: string
  experimentId: string
  measureId: string
  /** The place or version whose readings it takes; null where the design has one. */
  unit: string | null
  /** Where it hangs, in a few words. */
  label: string
  lang: Lang
  madeBy: string | null
  madeAt: Date
  revokedAt: Date | null
  version: number
  /** How many of its readings stand. */
  readings: number
}

/** What a secret opens: the measure of a poster, or the word that it has been taken out of use. */
export interface OpenPoster {
  id: string
  experimentId: string
  measureId: string
  unit: string | null
  revoked: boolean
}

/** A new secret of 192 bits, as 32 characters that fit into an address and into a small QR code. */
export function newPosterSecret(): string {
  return randomBytes(24).toString('base64url')
}

/** What is kept of a secret. Anything that is not exactly the 32 characters of one has no hash and opens nothing. */
export function hashOfPosterSecret(text: string): string | undefined {
  if (!/^[\w-]{32}$/.test(text)) return undefined
  return createHash('sha256').update(`poster ${text}`, 'utf8').digest('hex')
}

/** The secret at the end of a poster’s address, or the secret itself; undefined when there is none. */
export function secretInAddress(text: string): string | undefined {
  return /(?:^|\/)([\w-]{32})\/?$/.exec(text.trim())?.[1]
}

/** Readings that one poster may take within a minute; beyond that people are asked to wait. */
export const posterReadingsInMinute = 60

/**
 * Is a number far from everything that is known of the measure: farther from the known ones than ten times what lies between
 * them? Of fewer than two known numbers nothing can be told, and nothing is far.
 */
export function isFarFromKnown(value: number, known: readonly number[]): boolean {
  if (known.length < 2) return false
  const least = Math.min(...known)
  const most = Math.max(...known)
  const spread = most - least || Math.abs(most) || 1
  return value < least - 10 * spread || value > most + 10 * spread
}
