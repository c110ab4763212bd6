import type { ColumnType } from 'kysely'
import type { Database } from '../platform/database/database.ts'
import type { MeasureToken } from './measure-token.ts'

interface MeasureTokensTable {
  id: string
  experiment_id: string
  municipality_code: string
  measure_id: string
  name: string
  token_hash: string
  made_by: string | null
  made_at: Date
  last_used_at: Date | null
  revoked_at: Date | null
  revoked_by: string | null
  version: ColumnType<number, number | undefined, number>
}

interface MeasureRequestsTable {
  token_id: string
  request_key: string
  body_fingerprint: string
  answer: ColumnType<unknown, string | null, string>
  at: Date
}

declare module '../platform/database/tables.ts' {
  interface Tables {
    measure_tokens: MeasureTokensTable
    measure_requests: MeasureRequestsTable
  }
}

const columns = [
  'id',
  'experiment_id',
  'municipality_code',
  'measure_id',
  'name',
  'made_by',
  'made_at',
  'last_used_at',
  'revoked_at',
] as const

function tokenOf(row: Pick<MeasureTokensTable, (typeof columns)[number]>): MeasureToken {
  return {
    id: row.id,
    experimentId: row.experiment_id,
    municipalityCode: row.municipality_code,
    measureId: row.measure_id,
    name: row.name,
    madeBy: row.made_by,
    madeAt: row.made_at,
    lastUsedAt: row.last_used_at,
    revokedAt: row.revoked_at,
  }
}

export async function saveMeasureToken(
  database: Database,
  token: Omit<MeasureToken, 'lastUsedAt' | 'revokedAt'> & { tokenHash: string },
): Promise<void> {
  await database
    .insertInto('measure_tokens')
    .values({
      id: token.id,
      experiment_id: token.experimentId,
      municipality_code: token.municipalityCode,
      measure_id: token.measureId,
      name: token.name,
      token_hash: token.tokenHash,
      made_by: token.madeBy,
      made_at: token.madeAt,
      last_used_at: null,
      revoked_at: null,
      revoked_by: null,
    })
    .execute()
}

/** The keys of an experiment that are in use, oldest first. */
export async function measureTokensOf(database: Database, experimentId: string): Promise<MeasureToken[]> {
  const rows = await database
    .selectFrom('measure_tokens')
    .select(columns)
    .where('experiment_id', '=', experimentId)
    .where('revoked_at', 'is', null)
    .orderBy('made_at')
    .orderBy('id')
    .execute()
  return rows.map(tokenOf)
}

/** The key whose hash this is, while it is in use; undefined otherwise. */
export async function measureTokenByHash(
  database: Database,
  tokenHash: string,
): Promise<MeasureToken | undefined> {
  const row = await database
    .selectFrom('measure_tokens')
    .select(columns)
    .where('token_hash', '=', tokenHash)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return row && tokenOf(row)
}

/** Takes a key out of use. False when it was already. */
export async function revokeMeasureToken(
  database: Database,
  { id, experimentId, personId, now }: { id: string; experimentId: string; personId: string; now: Date },
): Promise<boolean> {
  const row = await database
    .updateTable('measure_tokens')
    .set({ revoked_at: now, revoked_by: personId })
    .where('id', '=', id)
    .where('experiment_id', '=', experimentId)
    .where('revoked_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function noteTokenUsed(database: Database, id: string, now: Date): Promise<void> {
  await database.updateTable('measure_tokens').set({ last_used_at: now }).where('id', '=', id).execute()
}

/**
 * Claims a request under the sender's own key. Undefined when it is new; otherwise what was asked and answered under that
 * key before, after waiting for whoever is at it.
 */
export async function claimRequest(
  database: Database,
  {
    tokenId,
    requestKey,
    bodyFingerprint,
    now,
  }: { tokenId: string; requestKey: string; bodyFingerprint: string; now: Date },
): Promise<{ bodyFingerprint: string; answer: unknown } | undefined> {
  const claimed = await database
    .insertInto('measure_requests')
    .values({
      token_id: tokenId,
      request_key: requestKey,
      body_fingerprint: bodyFingerprint,
      answer: null,
      at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('token_id')
    .executeTakeFirst()
  if (claimed) return undefined
  const earlier = await database
    .selectFrom('measure_requests')
    .select(['body_fingerprint', 'answer'])
    .where('token_id', '=', tokenId)
    .where('request_key', '=', requestKey)
    .executeTakeFirst()
  return earlier && { bodyFingerprint: earlier.body_fingerprint, answer: earlier.answer }
}

/** Keeps what a claimed request was answered. */
export async function saveRequestAnswer(
  database: Database,
  { tokenId, requestKey, answer }: { tokenId: string; requestKey: string; answer: unknown },
): Promise<void> {
  await database
    .updateTable('measure_requests')
    .set({ answer: JSON.stringify(answer) })
    .where('token_id', '=', tokenId)
    .where('request_key', '=', requestKey)
    .execute()
}

/** A reading that was sent before under a name of the sender's. */
export interface SentBefore {
  id: string
  sourceId: string
  day: string
  value: number
  unit: string | null
  note: string | null
}

/** The readings of a measure that were sent under these names, standing or taken away since. */
export async function readingsSentAs(
  database: Database,
  {
    experimentId,
    measureId,
    sourceIds,
  }: { experimentId: string; measureId: string; sourceIds: readonly string[] },
): Promise<SentBefore[]> {
  if (sourceIds.length === 0) return []
  const rows = await database
    .selectFrom('observations')
    .select(['id', 'source_id', 'day', 'value', 'unit', 'note'])
    .where('experiment_id', '=', experimentId)
    .where('measure_id', '=', measureId)
    .where('source_id', 'in', [...sourceIds])
    .execute()
  return rows.flatMap(({ source_id: sourceId, ...row }) => (sourceId === null ? [] : [{ ...row, sourceId }]))
}
