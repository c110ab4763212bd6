import { createHash } from 'node:crypto'
import type { Database } from '../platform/database/database.ts'
import type { Hidden, HidingReason } from '../platform/hidden.ts'

interface HiddenOwnWordsTable {
  municipality_code: string
  fingerprint: string
  hidden_at: Date
  hidden_because: HidingReason
}

declare module '../platform/database/tables.ts' {
  interface Tables {
    hidden_own_words: HiddenOwnWordsTable
  }
}

/**
 * SHA-256 of the letters and digits of a text, in hexadecimal: other capitals, spaces or punctuation make no other text.
 * Undefined for a text without any.
 */
function fingerprintOf(text: string): string | undefined {
  const letters = text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
  return letters === '' ? undefined : createHash('sha256').update(letters).digest('hex')
}

const fingerprintsOf = (texts: readonly (string | null)[]) => [
  ...new Set(texts.flatMap((text) => (text === null ? [] : (fingerprintOf(text) ?? [])))),
]

/** Remembers own words of a municipality as hidden. */
export async function rememberHiddenWords(
  database: Database,
  { municipalityCode, texts, hidden }: { municipalityCode: string; texts: readonly string[]; hidden: Hidden },
): Promise<void> {
  const rows = fingerprintsOf(texts).map((fingerprint) => ({
    municipality_code: municipalityCode,
    fingerprint,
    hidden_at: hidden.at,
    hidden_because: hidden.because,
  }))
  if (rows.length === 0) return
  await database
    .insertInto('hidden_own_words')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Forgets that these words were hidden: moderators have read them again and let them be shown. */
export async function forgetHiddenWords(
  database: Database,
  { municipalityCode, texts }: { municipalityCode: string; texts: readonly string[] },
): Promise<void> {
  const fingerprints = fingerprintsOf(texts)
  if (fingerprints.length === 0) return
  await database
    .deleteFrom('hidden_own_words')
    .where('municipality_code', '=', municipalityCode)
    .where('fingerprint', 'in', fingerprints)
    .execute()
}

/** Why one of these texts, in whichever language it stands now, was hidden; undefined when none of them was. */
export async function whyHiddenBefore(
  database: Database,
  { municipalityCode, texts }: { municipalityCode: string; texts: readonly (string | null)[] },
): Promise<HidingReason | undefined> {
  const fingerprints = fingerprintsOf(texts)
  if (fingerprints.length === 0) return undefined
  const row = await database
    .selectFrom('hidden_own_words')
    .select('hidden_because')
    .where('municipality_code', '=', municipalityCode)
    .where('fingerprint', 'in', fingerprints)
    .orderBy('hidden_at', 'desc')
    .executeTakeFirst()
  return row?.hidden_because
}
