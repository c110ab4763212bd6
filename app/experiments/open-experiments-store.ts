import type { Database } from '../platform/database/database.ts'
import type { Experiment, ExperimentState } from './experiment.ts'
import { experimentOf } from './experiment-store.ts'

const unfinished: readonly ExperimentState[] = [
  'draft',
  'awaiting_decision',
  'planned',
  'running',
  'paused',
  'learning',
  'aborted',
  'decided',
]

/**
 * Experiments that wait for somebody: those they are responsible for and that are not over, and those that wait for
 * leave in the municipalities they lead. Longest unchanged first.
 */
export async function experimentsWaitingFor(
  database: Database,
  { personId, municipalitiesLed }: { personId: string; municipalitiesLed: readonly string[] },
): Promise<Experiment[]> {
  const rows = await database
    .selectFrom('experiments')
    .selectAll()
    .where(({ eb, or, and }) =>
      or([
        and([eb('responsible_person_id', '=', personId), eb('state', 'in', unfinished)]),
        ...(municipalitiesLed.length > 0
          ? [and([eb('state', '=', 'awaiting_decision'), eb('municipality_code', 'in', municipalitiesLed)])]
          : []),
      ]),
    )
    .orderBy('updated_at')
    .orderBy('id')
    .limit(100)
    .execute()
  return rows.map(experimentOf)
}
