import { createHash, randomBytes } from 'node:crypto'

/** The most keys that an experiment may have in use. */
export const mostTokens = 20

/** A key by which a program sends readings of one measure. The key itself is shown once and kept nowhere. */
export interface MeasureToken {
  id: string
  experimentId: string
  municipalityCode: string
  measureId: string
  /** What people call the program. */
  name: string
  madeBy: string | null
  madeAt: Date
  lastUsedAt: Date | null
  revokedAt: Date | null
}

const prefix = 'uskalla_'

/** A new key: 256 bits, with a beginning by which scanners for secrets know it. */
export function newMeasureKey(): string {
  return `${prefix}${randomBytes(32).toString('base64url')}`
}

/** What is kept of a key: its SHA-256. Undefined for a text that cannot be a key. */
export function hashOfMeasureKey(key: string): string | undefined {
  if (!/^uskalla_[\w-]{43}$/.test(key)) return undefined
  return createHash('sha256').update(key, 'utf8').digest('hex')
}
