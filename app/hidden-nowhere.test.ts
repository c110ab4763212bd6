import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { reviewable, type TextKind } from './moderation/reviewable.ts'
import { examplePeopleOfTrial as people } from './people/index.ts'
import { asSystem } from './platform/database/acting.ts'
import { languages } from './platform/language.ts'
import { pathTo } from './platform/web/address.ts'
import { addresses } from './site.ts'
import { kinds, plantTexts, searched, words } from './test-planted-texts.ts'
import { createTestSite, type TestBrowser } from './test-site.ts'

let site: Awaited<ReturnType<typeof createTestSite>>
const readers: Record<string, TestBrowser> = {}

let ids: Record<TextKind, string>
let experimentId = ''

beforeAll(async () => {
  site = await createTestSite()
  const planted = await plantTexts(site)
  ids = planted.ids
  experimentId = planted.experimentId
  readers.visitor = await site.browser()
  for (const who of ['employee', 'office'] as const) readers[who] = await site.browser(who)
})
afterAll(() => site.close())

/** Pages that are meant to show a hidden text: where moderators deal with it. */
const forModerators = new Set([
  'review-text',
  'answer-appeal',
  'appeal-hiding',
  'download-own-data',
  'own-data',
  'municipality-details',
  'municipality-picture',
])

// Addresses without a record are asked for in every language, those of a record in one: they are made by the same code.

/** Every address that a reader could ask for about these records, the interface and files among them. */
function everyAddress(): string[] {
  const paths = new Set<string>()
  for (const [name, { fi }] of Object.entries(addresses) as [keyof typeof addresses, { fi: string }][]) {
    if (forModerators.has(name) || name === 'sign-out') continue
    for (const [index, id] of [ids.idea, experimentId].entries()) {
      const varies = fi.includes(':')
      if (!varies && index > 0) continue
      for (const lang of varies ? languages.slice(0, 1) : languages) {
        const parameters = Object.fromEntries(
          [...fi.matchAll(/:(\w+)/g)].map(([, part = '']) => [part, parameterFor(part, id)]),
        )
        paths.add(pathTo(lang, name, parameters))
        for (const kind of name === 'report-text' ? (Object.keys(words) as TextKind[]) : [])
          paths.add(pathTo(lang, name, { kind, id: ids[kind] }))
      }
    }
  }
  for (const lang of languages)
    for (const kind of kinds) paths.add(pathTo(lang, 'search', {}, { q: searched(kind) }))
  for (const path of [
    '/experiments',
    `/experiments/${experimentId}`,
    '/lessons',
    '/municipalities/239',
    ...kinds.map((kind) => `/search?q=${searched(kind)}`),
  ])
    paths.add(`/api/v1${path}`)
  return [...paths]
}

function parameterFor(part: string, id: string): string {
  if (part === 'code' || part === 'municipalityCode') return '239'
  if (part === 'step') return '1'
  if (part === 'day') return '2026-03-10'
  if (part === 'kind') return 'idea'
  return id
}

/** Where each word is found, by reader and address. */
async function foundAt(): Promise<Record<TextKind, string[]>> {
  const found = Object.fromEntries(kinds.map((kind) => [kind, [] as string[]])) as Record<TextKind, string[]>
  for (const [who, reader] of Object.entries(readers))
    for (const path of everyAddress()) {
      const { text } = await reader.get(path)
      for (const kind of kinds) if (text.includes(words[kind])) found[kind].push(`${who} ${path}`)
    }
  return found
}

describe('hidden texts', () => {
  test('of every kind are tried here', () => {
    expect(kinds.toSorted()).toEqual(Object.keys(reviewable).toSorted())
  })

  test('are found by nobody on any page, list, file, search or interface, and everywhere again once shown', async () => {
    const before = await foundAt()
    for (const kind of kinds) expect(before[kind].length, kind).toBeGreaterThan(2)
    for (const kind of kinds)
      await asSystem(site.database, (database) =>
        reviewable[kind].hide(database, ids[kind], { at: site.clock.now, because: 'personal_data' }),
      )
    const none = Object.fromEntries(kinds.map((kind) => [kind, []]))
    expect(await foundAt()).toEqual(none)
    const page = await readers.visitor?.get(`/fi/kokeilut/${experimentId}`)
    expect(page?.text).toContain('Teksti on piilotettu, koska siinä oli jonkun yksityisiä tietoja.')
    const file = await readers.visitor?.get(`/fi/kokeilut/${experimentId}/suunnitelma.json`)
    expect(JSON.parse(file?.text ?? '')).toMatchObject({
      format: 'uskalla-hidden-plan-1',
      hidden_because: 'personal_data',
    })
    for (const kind of kinds)
      await asSystem(site.database, (database) => reviewable[kind].show(database, ids[kind]))
    expect(await foundAt()).toEqual(before)
  }, 600_000)
})

test('abuse-52: who told an idea is named nowhere, to nobody', async () => {
  const { id, email, name } = people.employee
  for (const [who, reader] of Object.entries(readers)) {
    if (who === 'employee') continue
    for (const path of everyAddress().filter((one) => one.includes(ids.idea) || one.includes('ide'))) {
      const { text } = await reader.get(path)
      for (const trace of [id, email, name]) expect(text, `${who} ${path}`).not.toContain(trace)
    }
  }
}, 600_000)
