import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { readCase } from './case.ts'
import { compare } from './compare.ts'
import { isMap, type Json } from './json.ts'
import { methods, runCase } from './registry.ts'
import { caseFiles } from './run-folder.ts'

const here = dirname(fileURLToPath(import.meta.url))
const folder = join(here, 'cases')
/** Data sets of the literature are not part of this repository; they are read where they lie when they are there. */
const dataFolder = join(here, '../../../shared/evidence/cases')

const files = caseFiles(folder)
const needsData = (file: string): boolean => {
  const parsed = JSON.parse(readFileSync(file, 'utf8')) as Json
  return isMap(parsed) && isMap(parsed.input) && typeof parsed.input.csv === 'string'
}
const withoutData = existsSync(join(dataFolder, 'data')) ? [] : files.filter(needsData)
const readable = files.filter((file) => !withoutData.includes(file))

describe(`published examples (${withoutData.length} of ${files.length} left out: their data file is not here)`, () => {
  test.each(readable.map((file) => [file.split('/').at(-1)!, file]))('%s', (_, file) => {
    const item = readCase(file, dataFolder)!
    expect(compare(item, runCase(item))).toMatchObject({ pass: true })
  })

  test('every case names a method the engine has', () => {
    expect(files.length).toBe(78)
    // Those of the contract, and any function of the engine by its own name.
    expect(Object.keys(methods)).toHaveLength(97 + 1)
    expect(methods).toHaveProperty('call')
  })
})
