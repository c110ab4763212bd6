import { sql } from 'kysely'
import type { Database } from '../platform/database/database.ts'
import type { MapDotKind } from '../ui/index.ts'

/** A municipality on the map of the front page: how many public experiments it has, and what has become of them. */
export interface Place {
  municipalityCode: string
  experiments: number
  spread: number
  stopped: number
  running: number
}

/** Every municipality that has public experiments, in the order of their codes. */
export async function placesOfExperiments(database: Database): Promise<Place[]> {
  const { rows } = await sql<{
    municipality_code: string
    experiments: number
    spread: number
    stopped: number
    running: number
  }>`select municipality_code, count(*)::int as experiments,
      count(*) filter (where outcome = 'spread')::int as spread,
      count(*) filter (where outcome = 'stopped')::int as stopped,
      count(*) filter (where state in ('running', 'paused', 'learning'))::int as running
    from experiments
    where is_public and municipality_code is not null
    group by municipality_code order by municipality_code`.execute(database)
  return rows.map(({ municipality_code, ...counts }) => ({ municipalityCode: municipality_code, ...counts }))
}

/** How a place is drawn: by what is most worth seeing there. */
export function kindOfPlace(place: Place): MapDotKind {
  if (place.running > 0) return 'running'
  if (place.spread > 0) return 'spread'
  return place.stopped > 0 ? 'stopped' : 'plain'
}
