import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { storedState } from './platform/database/test-stored-state.ts'
import { asTable, type AccessWalk, walkAllAddresses } from './test-access.ts'
import { type AccessRecords, addAccessRecords } from './test-access-records.ts'
import { hiddenOfferer, visitors } from './test-access-visitors.ts'
import { createTestSite } from './test-site.ts'

/** Who may come where: written by this test when asked to, reviewed by people, changed together with the policies. */
const file = new URL('../docs/access-matrix.csv', import.meta.url)

let site: Awaited<ReturnType<typeof createTestSite>>
let records: AccessRecords
let walk: AccessWalk
let before: Record<string, string>
let after: Record<string, string>

beforeAll(async () => {
  site = await createTestSite()
  records = await addAccessRecords(site)
  before = await storedState(site.database)
  walk = await walkAllAddresses(site, records)
  after = await storedState(site.database)
}, 600_000)
afterAll(() => site.close())

describe('who may come where', () => {
  test('is as the reviewed matrix tells, for every address, role, municipality and state of the record (abuse-1, abuse-2, abuse-11)', () => {
    const table = asTable(walk.lines)
    if (process.env.WRITE_ACCESS_MATRIX) writeFileSync(file, table)
    const reviewed = existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n') : []
    const present = table.trimEnd().split('\n')
    const changed = [
      ...present.filter((line) => !reviewed.includes(line)).map((line) => `now      ${line}`),
      ...reviewed.filter((line) => !present.includes(line)).map((line) => `reviewed ${line}`),
    ].toSorted((a, b) => a.slice(9).localeCompare(b.slice(9)))
    expect(changed, 'Look at each line; when all are right: node deploy/access-matrix.mjs').toEqual([])
  })

  test('nobody meets a text of another municipality that is not public, on any page or answer', () => {
    expect(walk.leaks).toEqual([])
  })

  test('abuse-9: nothing that is refused changes anything, whatever is sent with it', () => {
    expect(after).toEqual(before)
  })

  test('abuse-33: no address that is led to or linked and no line of the log names a person, their mailbox or an identity code', () => {
    const personal = [
      /[^\s/;,:]+(?:@|%40)[^\s/]+\.[a-z]{2,}/i,
      /\b\d{6}[-+A-FU-Y]\d{3}[0-9A-FHJ-NPR-Y]\b/,
      ...[...Object.values(visitors), hiddenOfferer].flatMap((person) =>
        person ? [new RegExp(RegExp.escape(person.name).replace(/\\x20| /g, '(?:\\s|%20|\\+)'), 'i')] : [],
      ),
    ]
    const tells = (text: string) => personal.some((pattern) => pattern.test(text))
    // Whom to write to is public and no page of ours.
    const addresses = [...walk.addresses].filter((address) => !address.startsWith('mailto:'))
    expect(addresses.length).toBeGreaterThan(200)
    expect(addresses.filter(tells)).toEqual([])
    expect(site.lines.length).toBeGreaterThan(1_000)
    expect(site.lines.map((line) => JSON.stringify(line)).filter(tells)).toEqual([])
    expect(tells(`/fi/haku?q=${encodeURIComponent(visitors['employee own'].name)}`)).toBe(true)
    expect(tells('/fi/kirjaudu?email=joku%40esimerkki.fi')).toBe(true)
  })

  test('every answer is one of four', () => {
    const others = walk.lines.flatMap((line) =>
      Object.entries(line.cells)
        .filter(([, cell]) => cell.startsWith('status'))
        .map(([visitor, cell]) => `${line.route} ${line.method} ${line.states} ${visitor}: ${cell}`),
    )
    expect(others).toEqual([])
  })
})
