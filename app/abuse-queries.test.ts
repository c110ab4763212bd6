import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { examplePeopleOfTrial as people } from './people/index.ts'
import { actAs, readAs } from './platform/database/acting.ts'
import { createTestDatabase, type TestDatabase } from './platform/database/test-database.ts'
import { productFolder } from './platform/folders.ts'

/** The one file that puts a statement together itself: who acts, from ids and words of ours. */
const mayPutTogether = ['app/platform/database/acting.ts']

/** Files of the product itself that match, without its tests. */
function sourcesWith(pattern: RegExp): string[] {
  return readdirSync(join(productFolder, 'app'), { recursive: true, encoding: 'utf8' })
    .filter(
      (file) =>
        /\.tsx?$/.test(file) && !/\.test\.tsx?$|\.examples\.ts$|(?:^|\/)test-[\w-]+\.tsx?$/.test(file),
    )
    .map((file) => `app/${file}`)
    .filter((file) => pattern.test(readFileSync(join(productFolder, file), 'utf8')))
}

describe('abuse-8: no statement is put together from what people sent', () => {
  let own: TestDatabase
  beforeAll(async () => {
    own = await createTestDatabase()
  })
  afterAll(() => own.close())

  test('statements as text stand in one file, and connections without the query builder in the ground only', () => {
    expect(sourcesWith(/\bsql\.raw\(|\bCompiledQuery\.raw\(/)).toEqual(mayPutTogether)
    expect(sourcesWith(/(?<!\.req)\.query\(/).filter((file) => !file.startsWith('app/platform/'))).toEqual([])
  })

  test('and that file takes no quote, blank or semicolon, whoever acts', async () => {
    for (const id of ["'", `${people.employee.id}'; drop table ideas; --`, 'a b', 'a;b', '$1', '\\'])
      for (const person of [
        { ...people.employee, id },
        { ...people.employee, memberships: [{ municipalityCode: id, role: 'employee' as const }] },
      ]) {
        const read = readAs(own.database, person, async () => 'read')
        await expect(read, id).rejects.toThrow('something unexpected')
        const acted = own.database.transaction().execute((transaction) => actAs(transaction, person))
        await expect(acted, id).rejects.toThrow('something unexpected')
      }
    expect(await readAs(own.database, people.employee, async () => 'read')).toBe('read')
  })
})
