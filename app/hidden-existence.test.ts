import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pathTo } from './platform/web/address.ts'
import { type addresses, routes } from './site.ts'
import { recordsFor } from './test-access.ts'
import { type AccessRecord, type AccessRecords, addAccessRecords } from './test-access-records.ts'
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

/** An id or a secret that nothing has, of the same form; whatever else stands in an address stays. */
function otherThan(part: string, value: string): string {
  if (/^[0-9a-f-]{36}$/.test(value)) return site.newId()
  if (part === 'secret') return [...value].toReversed().join('')
  return value
}

function withoutIds(answer: TestAnswer, parameters: Record<string, string>): string {
  return Object.values(parameters).reduce(
    (text, id) => text.replaceAll(id, 'ID'),
    JSON.stringify(seen(answer, 'ID')),
  )
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

  /** Records of which everybody may know, and why. */
  const known: [RegExp, string][] = [
    [
      /^(?:idea|edit-idea|offer-hours|agree-pondering|record-pondering) /,
      'ideas are public, also that one was hidden',
    ],
    [/^(?:report|review)-text (?!unfrozen)/, 'public texts are there to be reported'],
    [/^poster /, 'hangs on a wall; whoever has its secret has seen it'],
    [/organisation -$/, 'bodies that take part, no people'],
  ]

  test.each(Object.entries(outsiders))(
    'abuse-54: no record of any other kind tells %s whether it exists',
    async (_who, person) => {
      const browser = await site.browser(person)
      const tried = new Set<string>()
      const told: string[] = []
      for (const [name, ones] of Object.entries(records.others) as [keyof typeof addresses, AccessRecord[]][])
        for (const { state, parameters } of ones) {
          const elsewhere = Object.fromEntries(
            Object.entries(parameters).map(([part, value]) => [part, otherThan(part, value)]),
          )
          const isKnown = known.some(([pattern]) => pattern.test(`${name} ${state}`))
          if (JSON.stringify(elsewhere) === JSON.stringify(parameters) || isKnown) continue
          tried.add(name)
          const there = await browser.get(pathTo('fi', name, parameters))
          const away = await browser.get(pathTo('fi', name, elsewhere))
          if (withoutIds(there, parameters) !== withoutIds(away, elsewhere))
            told.push(`${name} ${state}: ${there.status} ${away.status}`)
        }
      expect(tried.size).toBeGreaterThan(10)
      expect(told).toEqual([])
    },
  )

  test('abuse-10: every address that the public interface tells is one that strangers may read, whoever asks', async () => {
    const stranger = await site.browser()
    for (const person of [...Object.values(outsiders), visitors['employee own'], visitors.office]) {
      const browser = await site.browser(person)
      const told = new Set<string>()
      for (const path of ['experiments', 'lessons', 'search?q=ruoka'])
        for (let page = 1, pages = 1; page <= pages; page++) {
          const asked = path.includes('?') ? `${path}&limit=100` : `${path}?per_page=100&page=${page}`
          const { status, text } = await browser.get(`/api/v1/${asked}`)
          expect(status, asked).toBe(200)
          pages = (JSON.parse(text) as { pages?: number }).pages ?? 1
          for (const [, address = ''] of text.matchAll(/"http:\/\/uskalla\.test(\/[^"#]*)/g))
            told.add(address)
        }
      expect(told.size).toBeGreaterThan(10)
      const hidden = []
      for (const address of told) {
        const { status } = await stranger.get(address)
        if (status !== 200) hidden.push(`${address}: ${status}`)
      }
      expect(hidden).toEqual([])
      const secret = unfrozen().map(({ parameters }) => parameters.id ?? '')
      expect([...told].filter((address) => secret.some((id) => address.includes(id)))).toEqual([])
    }
  })

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
    for (const guess of guesses) expect((await browser.get(`/api/v1/experiments?${guess}`)).status).toBe(400)
    // Pages pass over what they do not know: the list is the same as without it.
    const list = (text: string) =>
      [...text.matchAll(/href="(\/fi\/kokeilut\/[0-9a-f-]{36})"/g)].map(([, href]) => href)
    const all = list((await browser.get('/fi/kokeilut')).text)
    expect(all.length).toBeGreaterThan(2)
    for (const guess of guesses.slice(0, 40))
      expect(list((await browser.get(`/fi/kokeilut?${guess}`)).text), guess).toEqual(all)
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

  test('abuse-53: neither do the lists of pages, each with and without each of its filters', async () => {
    const lists = ['experiments', 'lessons', 'ideas', 'search', 'municipalities'] as const
    for (const person of Object.values(outsiders)) {
      const browser = await site.browser(person)
      const filtered = new Set<string>()
      for (const name of lists) {
        const path = pathTo('fi', name)
        const { text } = await browser.get(path)
        const queries = [{}, { q: secretOfDrafts }, { q: 'ruoka' }, ...filtersOn(text)]
        for (const query of queries) {
          const answer = await browser.get(pathTo('fi', name, {}, query))
          expect([200, 422]).toContain(answer.status)
          for (const { parameters } of unfrozen())
            expect(answer.text, `${path} ${JSON.stringify(query)}`).not.toContain(parameters.id)
          filtered.add(`${name} ${Object.keys(query).join()}`)
        }
      }
      expect(filtered.size).toBeGreaterThan(12)
    }
  })
})

/** Every choice that the forms of a list offer, one at a time. */
function filtersOn(html: string): Record<string, string>[] {
  const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'))
  const found: Record<string, string>[] = []
  for (const [, name = '', options = ''] of main.matchAll(
    /<select[^>]*\bname="([^"]+)"[^>]*>(.*?)<\/select>/gs,
  ))
    for (const [, value = ''] of options.matchAll(/<option[^>]*\bvalue="([^"]+)"/g))
      found.push({ [name]: value })
  for (const [tag] of main.matchAll(/<input[^>]*type="(?:checkbox|radio)"[^>]*>/g)) {
    const [name = '', value = ''] = [/\bname="([^"]*)"/, /\bvalue="([^"]*)"/].map(
      (part) => part.exec(tag)?.[1] ?? '',
    )
    if (name !== '') found.push({ [name]: value })
  }
  return found.length > 60 ? found.filter((_, index) => index % Math.ceil(found.length / 60) === 0) : found
}
