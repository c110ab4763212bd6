import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pathTo } from './platform/web/address.ts'
import { type addresses, routes } from './site.ts'
import { recordsFor } from './test-access.ts'
import { type AccessRecords, addAccessRecords } from './test-access-records.ts'
import { secretOfDrafts, visitors } from './test-access-visitors.ts'
import { createTestSite, type TestAnswer } from './test-site.ts'

let site: Awaited<ReturnType<typeof createTestSite>>
let records: AccessRecords

beforeAll(async () => {
  site = await createTestSite()
  records = await addAccessRecords(site)
})
afterAll(() => site.close())

const outsiders = {
  'nobody in particular': undefined,
  'a resident of the municipality': visitors['resident own'],
  'an employee of another municipality': visitors['employee other'],
}

/** Everything of an answer that could tell two apart; what differs at every request is left out. */
function seen(answer: TestAnswer, id: string) {
  const text = answer.text.replaceAll(id, 'ID').replaceAll(/name="_(key|token)" value="[^"]*"/g, '')
  const headers = [...answer.headers].filter(
    ([name]) => !['x-request-id', 'set-cookie', 'date'].includes(name),
  )
  return {
    status: answer.status,
    length: text.length,
    headers: JSON.stringify(headers).replaceAll(id, 'ID'),
    text,
  }
}

const unfrozen = () =>
  records.experiments.filter((one) => ['draft', 'awaiting_decision', 'planned'].includes(one.state))

describe('what is not public', () => {
  test.each(Object.entries(outsiders))(
    'abuse-54: looks to %s exactly like what does not exist, at every address',
    async (_who, person) => {
      const browser = await site.browser(person)
      const names = (Object.keys(routes) as (keyof typeof addresses)[]).filter(
        (name) => recordsFor(name, records) === records.experiments,
      )
      expect(names.length).toBeGreaterThan(20)
      for (const name of names)
        for (const record of unfrozen().slice(0, 1)) {
          const id = record.parameters.id ?? ''
          const missing = site.newId()
          const there = await browser.get(pathTo('fi', name, record.parameters))
          const away = await browser.get(pathTo('fi', name, { ...record.parameters, id: missing }))
          expect(seen(there, id), name).toEqual(seen(away, missing))
        }
    },
  )

  test('abuse-10, abuse-15: an unfrozen plan is in no answer of any kind: pages, files, lists, search, public interface', async () => {
    const id = unfrozen()[0]?.parameters.id ?? ''
    const paths = [
      ...['experiment', 'plan', 'plan-file', 'measurements', 'evaluation', 'family', 'lesson'].map((name) =>
        pathTo('fi', name as 'experiment', { id }),
      ),
      '/api/v1/experiments',
      '/api/v1/experiments?per_page=100&municipality=239',
      '/api/v1/experiments?state=draft',
      `/api/v1/experiments/${id}`,
      '/api/v1/lessons?municipality=239',
      `/api/v1/search?q=${secretOfDrafts}`,
      `/api/v1/search?q=${id}`,
      `/fi/haku?q=${secretOfDrafts}`,
      `/fi/haku?q=${id}`,
      '/fi/kokeilut?municipality=239&state=draft',
      '/fi/kunnat/239',
      '/fi/opit?municipality=239',
      '/fi',
      '/robots.txt',
      '/sitemap.xml',
    ]
    for (const [who, person] of Object.entries(outsiders)) {
      const browser = await site.browser(person)
      for (const path of paths) {
        const answer = await browser.get(path)
        // The address itself is the asker's own words and may come back in a form or a link.
        const told = answer.text.replaceAll(path, '').replaceAll(/value="[^"]*"|\?q=[^"]*|”[^”]*”/g, '')
        expect(told.includes(`/kokeilut/${id}`) || told.includes(`"${id}"`), `${who} ${path}`).toBe(false)
        if (!path.includes(secretOfDrafts)) expect(told, `${who} ${path}`).not.toContain(secretOfDrafts)
      }
    }
  })

  test('abuse-14: hidden fields cannot be guessed by filters that do not exist', async () => {
    const browser = await site.browser()
    const lengthOf = async (query: string) => {
      const answer = await browser.get(`/api/v1/experiments?${query}`)
      return `${answer.status} ${answer.text.length}`
    }
    const guesses = [...'abcdefghijklmnopqrstuvwxyzåäö0123456789'].flatMap((letter) => [
      `filter[author_email_start]=${letter}`,
      `responsible_person_id=${letter}`,
      `created_by=${letter}`,
      `plan_fingerprint=${letter}`,
      `is_public=${letter}`,
    ])
    const answers = new Set<string>()
    for (const guess of guesses)
      answers.add((await lengthOf(guess.replace(/=.$/, '=x'))) === (await lengthOf(guess)) ? 'same' : guess)
    expect([...answers]).toEqual(['same'])
  })

  test('abuse-53: subtracting filtered lists from each other gives no unfrozen plan and none of its places', async () => {
    const browser = await site.browser()
    const idsOf = async (query: string) => {
      const answer = await browser.get(`/api/v1/experiments?per_page=100&${query}`)
      return new Set(answer.text.match(/"id":"[0-9a-f-]{36}"/g) ?? [])
    }
    const all = await idsOf('')
    const states = [
      'draft',
      'awaiting_decision',
      'planned',
      'running',
      'paused',
      'learning',
      'decided',
      'ended',
      'aborted',
    ]
    const filters = [
      'municipality=239',
      'municipality=071',
      'theme=food',
      'year=2026',
      ...states.map((state) => `state=${state}`),
      ...['spread', 'continued', 'changed', 'stopped', 'unknown'].map((outcome) => `outcome=${outcome}`),
    ]
    for (const filter of filters)
      for (const id of await idsOf(filter)) expect(all.has(id), `${filter} ${id}`).toBe(true)
    const unfrozenIds = unfrozen().map((one) => `"id":"${one.parameters.id}"`)
    expect(unfrozenIds.filter((id) => all.has(id))).toEqual([])
    for (const state of ['draft', 'awaiting_decision', 'planned'])
      expect((await idsOf(`state=${state}`)).size).toBe(0)
  })
})
