import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../platform/database/database.ts'
import { createTestDatabase } from '../platform/database/test-database.ts'
import { allMunicipalities, loadMunicipalities } from './index.ts'

let database: Database
let close: () => Promise<void>

beforeAll(async () => ({ database, close } = await createTestDatabase()))
afterAll(() => close())

test('loading twice changes nothing, and a changed row is put right', async () => {
  expect(await loadMunicipalities(database)).toBe(308)
  expect(await loadMunicipalities(database)).toBe(0)

  await database.updateTable('municipalities').set({ name_fi: 'Toinen' }).where('code', '=', '239').execute()
  expect(await loadMunicipalities(database)).toBe(1)
  const rows = await database.selectFrom('municipalities').select(['code', 'name_fi', 'population']).execute()
  expect(rows).toHaveLength(allMunicipalities().length)
  expect(rows.find((row) => row.code === '239')?.name_fi).toBe('Keitele')
  expect(rows.reduce((sum, row) => sum + row.population, 0)).toBe(5_638_675)
})
