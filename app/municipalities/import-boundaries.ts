import type { MultiPolygon } from 'geojson'
import type { Database } from '../platform/database/database.ts'
import { replaceBoundaries } from './boundary-store.ts'
import { readBoundaries } from './read-boundaries.ts'

/**
 * Takes municipal borders into use: maps then show areas beside dots. `draw` makes the SVG path of an area. Answers how
 * many municipalities have borders now, or why the file cannot be used; then the earlier borders stay.
 */
export async function importBoundaries(
  database: Database,
  { text, draw }: { text: string; draw: (area: MultiPolygon) => string },
): Promise<{ ok: true; count: number } | { ok: false; problem: string }> {
  const boundaries = readBoundaries(text)
  if (!boundaries.ok) return boundaries
  const paths = new Map([...boundaries.areas].map(([code, area]) => [code, draw(area)]))
  await replaceBoundaries(database, paths)
  return { ok: true, count: paths.size }
}
