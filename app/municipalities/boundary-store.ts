import type { Database } from '../platform/database/database.ts'

interface MunicipalityBoundariesTable {
  municipality_code: string
  path: string
}

declare module '../platform/database/tables.ts' {
  interface Tables {
    municipality_boundaries: MunicipalityBoundariesTable
  }
}

/** Puts these borders in the place of all earlier ones. Paths are SVG in map units, by municipality code. */
export async function replaceBoundaries(
  database: Database,
  paths: ReadonlyMap<string, string>,
): Promise<void> {
  await database.deleteFrom('municipality_boundaries').execute()
  const rows = [...paths].map(([municipality_code, path]) => ({ municipality_code, path }))
  await database.insertInto('municipality_boundaries').values(rows).execute()
}

/** The borders an operator has imported, as SVG paths in map units by municipality code; empty when none have been. */
export async function boundaryPaths(database: Database): Promise<Map<string, string>> {
  const rows = await database
    .selectFrom('municipality_boundaries')
    .selectAll()
    .orderBy('municipality_code')
    .execute()
  return new Map(rows.map((row) => [row.municipality_code, row.path]))
}
