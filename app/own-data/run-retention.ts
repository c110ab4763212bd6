import { peopleRetention } from '../people/index.ts'
import { measurementsRetention } from '../measurements/index.ts'
import { membershipRetention } from '../membership/index.ts'
import type { Database } from '../platform/database/database.ts'
import { platformRetention, type RetentionRule } from '../platform/retention.ts'
import type { AddressOf } from './address-of.ts'
import { ownDataRetention } from './own-data-store.ts'
import { saveRetentionRun, type RetentionRun } from './retention-runs-store.ts'
import { countUnusedAccounts, tidyUnusedAccounts, unusedYears } from './unused-accounts.ts'

/** What a tidying works with. `later` are the rules of rooms that stand after this one. */
export interface Tidying {
  now: Date
  newId: () => string
  dataFolder: string
  addressOf: AddressOf
  later: readonly RetentionRule[]
}

/** Every rule but that of unused accounts, which is more than a number of days. */
export function retentionRules(later: readonly RetentionRule[]): RetentionRule[] {
  return [
    ...platformRetention,
    ...peopleRetention,
    ...membershipRetention,
    ...measurementsRetention,
    ...ownDataRetention,
    ...later,
  ]
}

/** What is past its term now: rows by rule. Changes nothing. Runs as the system. */
export async function pastTheirTerm(
  database: Database,
  { now, later }: Pick<Tidying, 'now' | 'later'>,
): Promise<{ table: string; days: number; due: number }[]> {
  const found: { table: string; days: number; due: number }[] = []
  for (const { table, days, due } of retentionRules(later))
    found.push({ table, days, due: await due(database, now) })
  found.push({
    table: 'unused_persons',
    days: unusedYears * 365,
    due: await countUnusedAccounts(database, now),
  })
  return found
}

/** Takes away everything past its term and keeps a report of it. Runs as the system, in one transaction. */
export async function runRetention(database: Database, tidying: Tidying): Promise<RetentionRun> {
  const removed: Record<string, number> = {}
  for (const rule of retentionRules(tidying.later)) {
    const rows = await rule.remove(database, tidying.now)
    if (rows > 0) removed[rule.table] = rows
  }
  const id = tidying.newId()
  const accounts = await tidyUnusedAccounts(database, { ...tidying, requestId: `retention ${id}` })
  if (accounts > 0) removed.unused_persons = accounts
  const run = { id, at: tidying.now, removed }
  await saveRetentionRun(database, run)
  return run
}
