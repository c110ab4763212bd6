import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { examplePeopleOfTrial as people } from './people/index.ts'
import { actAs, readAs } from './platform/database/acting.ts'
import { createTestDatabase, type TestDatabase } from './platform/database/test-database.ts'
import { productFolder } from './platform/folders.ts'
import { pathTo } from './platform/web/address.ts'
import { addresses } from './site.ts'
import { createTestSite, type TestBrowser } from './test-site.ts'

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

type Name = keyof typeof addresses
const plainPages = (Object.keys(addresses) as Name[]).filter((name) => !addresses[name].fi.includes(':'))

/** Every name that the code reads from the query of an address. */
function namesRead(): string[] {
  const files = readdirSync(join(productFolder, 'app'), { recursive: true, encoding: 'utf8' })
  const read = files
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
    .flatMap((file) => [
      ...readFileSync(join(productFolder, 'app', file), 'utf8').matchAll(/\bquery(?:\.|\[')([a-z]\w*)/g),
    ])
  return [...new Set(read.map(([, name = '']) => name))]
}

describe('abuse-7 abuse-22 abuse-26 whatever is asked in a query', () => {
  let site: Awaited<ReturnType<typeof createTestSite>>
  beforeAll(async () => {
    site = await createTestSite({ baseUrl: 'https://uskalla.test' })
  })
  afterAll(() => site.close())

  const payloads = [
    `"'><xss><img src=x onerror=alert(1)>`,
    "'; drop table ideas; --",
    "1' or '1'='1",
    '(select pg_sleep(5))',
    'title desc, (select 1)',
    '-1',
    '99999999999999999999',
    '1e309',
    '%',
    '\u0000',
    '../../etc/passwd',
    'javascript:alert(1)',
    '{{7*7}}${7*7}',
  ]
  const parameters = [
    'q',
    'page',
    'per_page',
    'sort',
    'order',
    'lang',
    'municipality',
    'theme',
    'state',
    'outcome',
  ]
  const browsers = new Map<string, TestBrowser>()
  const browserOf = async (who: 'office' | 'administrator' | undefined) => {
    const known = browsers.get(who ?? '')
    const browser = known ?? (await site.browser(who))
    browsers.set(who ?? '', browser)
    return browser
  }
  /** By these lists are narrowed. */
  const narrowing = ['from', 'until', 'action', 'person', 'chain', 'record', 'year', 'kind']
  const more = [...narrowing, 'next', 'token', 'sent', 'measure', 'filter[author_email_start]']

  test('breaks nothing, changes nothing and comes back only as text', async () => {
    const read = namesRead()
    expect(read).toEqual(expect.arrayContaining(['q', 'page', 'measure', 'municipality', 'role', 'trial']))
    const count = async () => (await site.database.selectFrom('ideas').select('id').execute()).length
    const before = await count()
    const paths = plainPages.map((name) => pathTo('fi', name))
    const asked = [...paths, '/api/v1/experiments', '/api/v1/search', '/api/v1/lessons']
    /** The pages on which somebody who looks after things finds other filters than a stranger. */
    const inside = asked.filter((path) =>
      /loki|jasen|kutsu|moderoi|siivous|palaut|ohjelmatoimisto|omat/.test(path),
    )
    expect(inside.length).toBeGreaterThan(8)
    for (const [who, tried] of [
      [undefined, asked],
      ['office', inside],
      ['administrator', [...inside, '/fi/kunnat/239/jasenet', '/fi/kunnat/239/kutsut']],
    ] as const)
      for (const [path, payload] of tried.flatMap((one) => payloads.map((each) => [one, each] as const))) {
        const names = [...new Set([...parameters, ...more, ...read])]
        const query = new URLSearchParams(names.map((name) => [name, payload]))
        const answer = await (await browserOf(who)).get(`${path}?${query}`)
        expect(answer.status, `${path}?…${payload}`).toBeLessThan(500)
        if (answer.headers.get('content-type')?.startsWith('text/html'))
          expect(answer.text).not.toMatch(/<xss|<img src=x/)
        expect(answer.text).not.toMatch(/href="\s*javascript:/i)
        expect(answer.location ?? '/').toMatch(/^\/(?![/\\])/)
      }
    // One at a time, where lists are narrowed: together, the first that is wrong can hide the others.
    const office = await site.browser('office')
    for (const path of [
      '/fi/kokeilut',
      '/fi/opit',
      '/fi/haku',
      '/fi/loki/haku',
      '/api/v1/experiments',
      '/api/v1/lessons',
    ])
      for (const name of [...parameters, ...narrowing])
        for (const payload of [
          "'; drop table ideas; --",
          '(select pg_sleep(5))',
          '-1',
          '99999999999999999999',
        ]) {
          const answer = await office.get(`${path}?${new URLSearchParams({ [name]: payload })}`)
          expect(answer.status, `${path}?${name}=${payload}`).toBeLessThan(500)
          if (path.startsWith('/api') && !['q'].includes(name))
            expect([name, answer.status]).toEqual([name, 400])
        }
    expect(await count()).toBe(before)
    expect(site.lines.filter((line) => line.level === 'error')).toEqual([])
  }, 300_000)
})
