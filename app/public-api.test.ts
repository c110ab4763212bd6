import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { examplePlan, saveExampleExperiment } from './experiments/experiments.examples.ts'
import { loadContent } from './front/index.ts'
import { examplePeopleOfTrial } from './people/index.ts'
import { asSystem } from './platform/database/acting.ts'
import { createTestSite } from './test-site.ts'

let site: Awaited<ReturnType<typeof createTestSite>>
let draft: string
const videoLink = 'https://video.invalid/huone-4711'
const draftTitle = 'Onko tämä luonnos vielä salainen?'
const draftParentTitle = 'Näkyykö luonnos vanhempana?'

beforeAll(async () => {
  site = await createTestSite()
  await loadContent(site.database, {
    demo: true,
    now: site.clock.now,
    newId: site.newId,
    baseUrl: 'http://uskalla.test',
  })
  draft = site.newId()
  await asSystem(site.database, async (transaction) => {
    const common = { newId: site.newId, at: site.clock.now }
    const plan = examplePlan({ question: draftTitle })
    await saveExampleExperiment(transaction, { ...common, id: draft, state: 'draft', plan })
    await saveExampleExperiment(transaction, {
      ...common,
      id: site.newId(),
      parentId: draft,
      plan: examplePlan({ question: draftParentTitle, deciderPersonId: examplePeopleOfTrial.leader.id }),
    })
  })
  const kaisa = await site.browser('employee')
  const idea = await kaisa.fillIn('/fi/ideat/kerro', {
    problem: 'Kokoukset venyvät.',
    trial: 'Pidetään kokoukset seisten.',
    forWhom: 'Hallinnon väelle.',
  })
  const agreed = await kaisa.fillIn(`${idea.location}/sovi-tuumailu`, {
    day: '20.3.2026',
    clock: '9.00',
    minutes: '60',
    place: 'Kahvihuone',
    videoLink,
  })
  expect(agreed.status).toBe(303)
})
afterAll(() => site.close())

const ask = (path: string, init: RequestInit = {}) =>
  site.site.request(`http://uskalla.test/api/v1${path}`, init)

async function read<Body = Record<string, unknown>>(path: string): Promise<Body> {
  const response = await ask(path)
  expect(response.status, path).toBe(200)
  return (await response.json()) as Body
}

interface Listed {
  total: number
  page: number
  pages: number
  results: { id: string; title: string; url: string; municipality: { code: string } | null }[]
}

interface OpenApi {
  openapi: string
  info: { license: { name: string } }
  paths: Record<
    string,
    { get: { responses: Record<string, { content?: Record<string, { schema: unknown }> }> } }
  >
  components: { schemas: Record<string, unknown> }
}

/** A schema of the document on its own: what it refers to is put in its place, and nothing unnamed is allowed. */
function standalone(schema: unknown, document: OpenApi): unknown {
  if (Array.isArray(schema)) return schema.map((one) => standalone(one, document))
  if (typeof schema !== 'object' || schema === null) return schema
  const { $ref, ...rest } = schema as { $ref?: string; properties?: unknown }
  if ($ref !== undefined)
    return standalone(
      { ...(document.components.schemas[$ref.split('/').pop() ?? ''] as object), ...rest },
      document,
    )
  const all = Object.fromEntries(
    Object.entries(rest).map(([name, value]) => [name, standalone(value, document)]),
  )
  return rest.properties === undefined ? all : { ...all, additionalProperties: false }
}

/** Every address worth asking: lists, each of their rows, searches. */
async function everyAddress(): Promise<string[]> {
  const experiments = await read<Listed>('/experiments?per_page=100')
  const municipalities = ['239', '071', '507', '035', '049']
  return [
    '/experiments?per_page=100',
    '/experiments?per_page=100&lang=sv',
    '/lessons?per_page=100',
    '/lessons?per_page=100&lang=en',
    '/municipalities?per_page=100',
    ...experiments.results.map(({ id }) => `/experiments/${id}?lang=en`),
    ...municipalities.map((code) => `/municipalities/${code}?lang=sv`),
    ...['ruoka', 'koulu', 'luonnos salainen', 'kokoukset', 'matsvinn', 'energy'].map(
      (words) => `/search?q=${encodeURIComponent(words)}&limit=100`,
    ),
  ]
}

describe('answers', () => {
  test('every one is as the OpenAPI document says, and says nothing more', async () => {
    const document = await read<OpenApi>('/openapi.json')
    const addresses = await everyAddress()
    expect(addresses.length).toBeGreaterThan(40)
    for (const path of addresses) {
      const described = path
        .replace(/\?.*/, '')
        .replace(/^\/experiments\/.+/, '/experiments/{id}')
        .replace(/^\/municipalities\/.+/, '/municipalities/{code}')
      const schema = document.paths[described]?.get.responses['200']?.content?.['application/json']?.schema
      expect(schema, described).toBeDefined()
      const shape = z.fromJSONSchema(standalone(schema, document) as never)
      expect(shape.safeParse(await read(path)).error?.issues ?? [], path).toEqual([])
    }
  })

  test('no empty text stands for what is not known', async () => {
    for (const path of await everyAddress())
      expect(JSON.stringify(await read(path)), path).not.toContain(':""')
  })

  test('the document is OpenAPI 3.1 with a licence and a description of every parameter', async () => {
    const document = await read<OpenApi>('/openapi.json')
    expect(document.openapi).toMatch(/^3\.1/)
    expect(document.info.license.name).toBe('CC BY 4.0')
    expect(Object.keys(document.paths).toSorted()).toEqual([
      '/experiments',
      '/experiments/{id}',
      '/lessons',
      '/measures/{id}/observations',
      '/municipalities',
      '/municipalities/{code}',
      '/search',
    ])
    for (const methods of Object.values(document.paths))
      for (const one of Object.values(methods))
        for (const parameter of (one as unknown as { parameters: { name: string; description?: string }[] })
          .parameters)
          expect(parameter.description ?? '', parameter.name).not.toBe('')
  })

  test('the made-up example is told whole and labelled', async () => {
    const { results } = await read<Listed>('/experiments?municipality=239&outcome=spread')
    const id = results[0]?.id ?? ''
    const whole = await read(`/experiments/${id}`)
    expect(whole).toMatchObject({
      is_example: true,
      state: 'decided',
      plan_fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
      finding: {
        evidence_level: 2,
        unit: 'g',
        method: 'interrupted-series',
        refused: null,
        figures: { standing: 'cause-unknown' },
        tells: expect.stringMatching(/^(as_predicted|otherwise|cannot_tell)$/) as string,
      },
      decisions: [{ kind: 'spread' }],
      lesson: { language: 'fi' },
      published: null,
    })
    const [series] = whole.series as { points: { phase: string }[] }[]
    expect(new Set(series?.points.map((point) => point.phase)).size).toBeGreaterThan(1)
    expect((whole.adopted_in as string[]).length).toBeGreaterThan(0)
  })

  test('the plan behind plan_url has the fingerprint that is told', async () => {
    const { results } = await read<Listed>('/experiments?municipality=239&outcome=spread')
    const whole = await read(`/experiments/${results[0]?.id}`)
    const bytes = await (await site.site.request(String(whole.plan_url))).arrayBuffer()
    const digest = Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex')
    expect(digest).toBe(whole.plan_fingerprint)
  })

  test('a published experiment names its sources, and has no plan', async () => {
    const { results } = await read<Listed>('/experiments?municipality=139')
    const whole = await read(`/experiments/${results[0]?.id}`)
    expect(whole.plan).toBeNull()
    expect((whole.published as { sources: string[] }).sources[0]).toMatch(/^https?:/)
  })

  test('a key figure that is not known is null', async () => {
    const braendoe = await read<{ key_figures: Record<string, unknown> }>('/municipalities/035')
    expect(braendoe.key_figures.unemployed_share_percent).toBeNull()
    expect(braendoe.key_figures.library_loans_per_person_2022).toBeNull()
  })

  test('lang chooses names and the addresses of pages', async () => {
    const list = async (lang: string) =>
      (await read<Listed>(`/experiments?municipality=139&lang=${lang}`)).results[0]
    expect((await list('fi'))?.url).toContain('/fi/kokeilut/')
    expect((await list('sv'))?.url).toContain('/sv/forsok/')
    expect((await list('en'))?.url).toContain('/en/experiments/')
    expect((await list('en'))?.title).not.toBe((await list('fi'))?.title)
  })
})

describe('search', () => {
  interface Found {
    results: { kind: string; title: string; url: string; source_url?: string; language: string }[]
  }

  test('finds word forms, with whole addresses that lead to a page', async () => {
    const { results } = await read<Found>('/search?q=ruokah%C3%A4vikin&lang=fi&limit=10')
    expect(results.length).toBeGreaterThan(0)
    for (const { url } of results) expect((await site.site.request(url)).status, url).toBe(200)
  })

  test('a title of the library has the address where it is told, and a page of ours that shows it', async () => {
    const { results } = await read<Found>('/search?q=kirjasto&limit=50')
    const title = results.find((one) => one.kind === 'library-title')
    expect(title?.source_url).toMatch(/^https?:/)
    const page = await (await site.site.request(title?.url ?? '')).text()
    expect(page).toContain(title?.source_url?.replaceAll('&', '&amp;'))
  })
})

describe('what nobody may see', () => {
  test('a draft is as if it were not there, also as a parent', async () => {
    expect((await ask(`/experiments/${draft}`)).status).toBe(404)
    const { results } = await read<{ results: { title: string; adopted_from: string | null }[] }>(
      '/experiments?municipality=239&per_page=100',
    )
    expect(results.map(({ title }) => title)).not.toContain(draftTitle)
    expect(results.find(({ title }) => title === draftParentTitle)?.adopted_from).toBeNull()
  })

  test('no answer holds a name, an e-mail address, a person’s id, a video link or a draft', async () => {
    const people = Object.values(examplePeopleOfTrial)
    const secrets = [
      ...people.flatMap(({ id, name, email }) => [id, name, email]),
      videoLink,
      'video.invalid',
      draft,
      draftTitle,
    ]
    for (const path of [...(await everyAddress()), '/openapi.json']) {
      const text = await (await ask(path)).text()
      for (const secret of secrets) expect(text.includes(secret), `${path} holds ${secret}`).toBe(false)
      expect(text, path).not.toMatch(/[\w.+-]+@[\w-]+\.[a-z]{2,}/i)
    }
  })

  test('a signed-in person gets what everybody gets', async () => {
    const kaisa = await site.browser('employee')
    const hers = await kaisa.get('/api/v1/experiments?municipality=239')
    expect(JSON.parse(hers.text).total).toBe((await read<Listed>('/experiments?municipality=239')).total)
    expect((await kaisa.get(`/api/v1/experiments/${draft}`)).status).toBe(404)
  })
})

describe('lists', () => {
  test('pages lead from first to last without gap or overlap', async () => {
    const seen: string[] = []
    let next: string | undefined = 'http://uskalla.test/api/v1/municipalities?per_page=100'
    let total = 0
    while (next !== undefined) {
      const response: Response = await site.site.request(next)
      const body = (await response.json()) as { total: number; results: { code: string }[] }
      total = body.total
      seen.push(...body.results.map(({ code }) => code))
      next = /<([^>]+)>; rel="next"/.exec(response.headers.get('link') ?? '')?.[1]
    }
    expect(total).toBe(308)
    expect(new Set(seen).size).toBe(308)
  })

  test.each(['/experiments', '/lessons', '/municipalities'])(
    '%s past its end is empty and knows the total',
    async (path) => {
      const past = await read<Listed>(`${path}?page=9999`)
      expect(past.results).toEqual([])
      expect(past.total).toBe((await read<Listed>(path)).total)
      expect(past.total).toBeGreaterThan(0)
    },
  )

  test('filters narrow', async () => {
    const { results } = await read<Listed>('/experiments?municipality=239&per_page=100')
    expect(results.length).toBeGreaterThan(0)
    expect(results.every(({ municipality }) => municipality?.code === '239')).toBe(true)
    expect((await read<Listed>('/experiments?state=draft')).total).toBe(0)
  })
})
