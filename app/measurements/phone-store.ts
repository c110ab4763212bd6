import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import type { Database } from '../platform/database/database.ts'

/**
 * What a person is called on their phones: 43 characters that tell nothing of them without the key of the service
 * (HMAC-SHA-256), always the same for one person. Readings that wait for signal are kept under it.
 */
export async function nameOnPhones(database: Database, personId: string): Promise<string> {
  const { rows } = await sql<{ key: string }>`select key from challenge_key`.execute(database)
  const [row] = rows
  if (!row) throw new Error('the service has no key')
  return createHmac('sha256', row.key).update(`phone ${personId}`, 'utf8').digest('base64url')
}
