import { sql } from 'kysely'
import type { Database } from '../platform/database/database.ts'
import { allMunicipalities } from './register.ts'

interface MunicipalitiesTable {
  code: string
  name_fi: string
  name_sv: string
  name_en: string
  region_code: string
  wellbeing_area_code: string
  grouping: string
  languages: string
  longitude: number
  latitude: number
  population: number
}

declare module '../platform/database/tables.ts' {
  interface Tables {
    municipalities: MunicipalitiesTable
  }
}

/**
 * Brings the register into the database, for foreign keys and joins. Answers how many rows were added or changed;
 * a second run changes nothing and answers 0.
 */
export async function loadMunicipalities(database: Database): Promise<number> {
  const rows = allMunicipalities().map((one) => ({
    code: one.code,
    name_fi: one.name.fi,
    name_sv: one.name.sv,
    name_en: one.name.en,
    region_code: one.regionCode,
    wellbeing_area_code: one.wellbeingAreaCode,
    grouping: one.grouping,
    languages: one.languages,
    longitude: one.centroid.longitude,
    latitude: one.centroid.latitude,
    population: one.population.january2025Preliminary,
  }))
  const result = await database
    .insertInto('municipalities')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .column('code')
        .doUpdateSet((row) => ({
          name_fi: row.ref('excluded.name_fi'),
          name_sv: row.ref('excluded.name_sv'),
          name_en: row.ref('excluded.name_en'),
          region_code: row.ref('excluded.region_code'),
          wellbeing_area_code: row.ref('excluded.wellbeing_area_code'),
          grouping: row.ref('excluded.grouping'),
          languages: row.ref('excluded.languages'),
          longitude: row.ref('excluded.longitude'),
          latitude: row.ref('excluded.latitude'),
          population: row.ref('excluded.population'),
        }))
        .where(sql<boolean>`municipalities is distinct from excluded`),
    )
    .executeTakeFirst()
  return Number(result.numInsertedOrUpdatedRows ?? 0)
}
