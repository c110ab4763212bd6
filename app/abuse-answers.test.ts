import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serveAssets } from './platform/web/assets.ts'
import { pathTo } from './platform/web/address.ts'
import { cookiesOf } from './platform/web/cookies.ts'
import { languages } from './platform/language.ts'
import { examplePeopleOfTrial as people, sessionCookie } from './people/index.ts'
import type { SiteEnvironment } from './platform/web/site.ts'
import { addresses } from './site.ts'
import { createTestSite } from './test-site.ts'

let site: Awaited<ReturnType<typeof createTestSite>>

beforeAll(async () => {
  site = await createTestSite({ baseUrl: 'https://uskalla.test' })
})
afterAll(() => site.close())

/** The cookies that exist, as the page on cookies lists them. */
const listedCookies = ['uskalla_session', 'uskalla_form', 'uskalla_notice'].map(cookiesOf(true).named)

type Name = keyof typeof addresses
const plainPages = (Object.keys(addresses) as Name[]).filter((name) => !addresses[name].fi.includes(':'))
const publicPaths = languages.flatMap((lang) =>
  plainPages.map((name) => `/${lang}${addresses[name][lang]}`.replace(/\/$/, '')),
)
const elsewhere = [
  '/',
  '/fi/ei-ole',
  '/api/v1/experiments',
  '/api/v1/nothing',
  '/api/v1/openapi.json',
  '/%00',
  '/fi/%ff',
]

describe('an anonymous visit', () => {
  test('sets no cookie but those listed, each for this server alone, and asks nobody else for anything', async () => {
    for (const path of [...publicPaths, ...elsewhere]) {
      const answer = await (await site.browser()).get(path)
      expect(answer.status, path).toBeLessThan(500)
      for (const cookie of answer.headers.getSetCookie()) {
        expect(listedCookies, path).toContain(cookie.split('=')[0])
        expect(cookie).toMatch(/; Path=\//)
        expect(cookie).toMatch(/; HttpOnly/)
        expect(cookie).toMatch(/; Secure/)
        expect(cookie).toMatch(/; SameSite=Lax/)
        expect(cookie).not.toMatch(/; Domain=/i)
      }
      const fetched = [...answer.text.matchAll(/<(?:script|img|iframe|source|video|embed|object)\b[^>]*>/g)]
      const linked = [...answer.text.matchAll(/<link [^>]*rel="(?:stylesheet|preload|icon|manifest)[^>]*>/g)]
      for (const [tag] of [...fetched, ...linked])
        expect(/(?:src|href|data)="([^"]*)"/.exec(tag)?.[1] ?? '/', `${path}: ${tag}`).toMatch(/^\/(?!\/)/)
    }
  })

  test('every answer carries the strict policy, also where nothing is found or understood', async () => {
    const nobody = await site.browser()
    const answers = [
      ...(await Promise.all([...publicPaths, ...elsewhere].map((path) => nobody.get(path)))),
      await nobody.send('/fi/kirjaudu', {
        method: 'POST',
        body: 'x',
        headers: { 'content-type': 'text/plain' },
      }),
      await nobody.send('/fi/kirjaudu', { method: 'PUT' }),
      await nobody.post('/fi/kirjaudu', { email: 'x', _token: 'x' }),
    ]
    for (const { headers } of answers) {
      const policy = headers.get('content-security-policy') ?? ''
      expect(policy).toContain("default-src 'none'")
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).toContain("object-src 'none'")
      expect(policy).toContain("base-uri 'none'")
      expect(policy).not.toMatch(/unsafe-|\*|https?:/)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('same-origin')
      expect(headers.get('strict-transport-security')).toContain('max-age=31536000')
    }
  })
})

describe('signing in over https', () => {
  test('sets the session in a cookie for this server alone, which no page and no address repeats', async () => {
    const kaisa = await site.browser()
    const entered = await kaisa.fillIn('/fi/kokeile-roolissa', { person: people.employee.id })
    const set = entered.headers.getSetCookie().find((line) => line.startsWith('__Host-uskalla_session='))
    for (const word of ['Path=/', 'HttpOnly', 'Secure', 'SameSite=Lax'])
      expect(set?.split('; ').slice(1), word).toContain(word)
    expect(set).not.toMatch(/; Domain=/i)
    const session = kaisa.cookie(sessionCookie) ?? 'no session'
    expect(session).toMatch(/^[\w-]{43}$/)
    for (const name of plainPages.filter((one) => one !== 'sign-out')) {
      const { text, location } = await kaisa.get(pathTo('fi', name))
      expect([name, `${location}${text}`.includes(session)]).toEqual([name, false])
    }
    expect(JSON.stringify(site.lines)).not.toContain(session)
  })
})

describe('personal pages', () => {
  test('abuse-55 are kept by nobody', async () => {
    const kaisa = await site.browser('employee')
    for (const name of plainPages) {
      const answer = await kaisa.get(pathTo('fi', name))
      if (answer.status === 200 && answer.headers.get('content-type')?.startsWith('text/html'))
        expect([name, answer.headers.get('cache-control')]).toEqual([name, 'private, no-store'])
    }
  })
})

describe('abuse-55 odd requests', () => {
  const oddHeaders = [
    'x-forwarded-host',
    'x-forwarded-proto',
    'x-forwarded-prefix',
    'x-host',
    'forwarded',
    'x-original-url',
    'x-rewrite-url',
    'x-http-method-override',
    'x-forwarded-scheme',
    'x-forwarded-port',
    'true-client-ip',
    'origin',
    'referer',
    'via',
    'x-wap-profile',
    'x-theme',
    'x-locale',
    'content-language',
    'range',
  ]
  const oddValues = ['evil.example', 'https://evil.example/"><x>', '/admin', 'http', '../../']

  test('change nothing in the page that others get', async () => {
    for (const path of ['/fi', '/sv/forsok', '/en/ideas', '/fi/kunnat/239', '/fi/lahteet']) {
      const plain = async () => {
        const answer = await (await site.browser()).get(path)
        return answer.text
      }
      const before = await plain()
      for (const header of oddHeaders)
        for (const value of oddValues) {
          const nobody = await site.browser()
          const headers = { [header]: value, 'accept-encoding': 'gzip' }
          const answer = await nobody.send(path, { headers })
          expect(answer.status, `${header}: ${value}`).toBeLessThan(500)
          expect(answer.location ?? '').not.toContain('evil')
        }
      const foreign = await site.site.request(`http://evil.example${path}`, {
        headers: { host: 'evil.example' },
      })
      expect(await foreign.text()).not.toContain('evil.example')
      expect(await plain()).toBe(before)
    }
  })
})

describe('abuse-56 five hundred usual names', () => {
  const names = [
    '.git/HEAD',
    '.git/config',
    '.env',
    '.env.local',
    '.npmrc',
    '.htaccess',
    '.DS_Store',
    '.svn/entries',
    'package.json',
    'package-lock.json',
    'tsconfig.json',
    'node_modules/',
    'server.js',
    'main.js',
    'main.js.map',
    'wp-admin/',
    'wp-login.php',
    'phpinfo.php',
    'admin',
    'login',
    'config',
    'debug',
    'status',
    'metrics',
    ...[
      'backup',
      'dump',
      'database',
      'db',
      'uskalla',
      'site',
      'www',
      'data',
      'export',
      'posti',
      'postgres',
    ].flatMap((name) =>
      ['.zip', '.tar.gz', '.sql', '.sql.gz', '.bak', '.old', '~', '.age', '.dump'].map((end) => name + end),
    ),
  ]
  const places = ['', 'assets/', 'fi/', 'api/']

  test('find no backup, no repository, no settings and no source', async () => {
    const asked = places.flatMap((place) => names.map((name) => `/${place}${name}`))
    expect(asked.length).toBeGreaterThan(480)
    const nobody = await site.browser()
    const found: string[] = []
    for (const path of asked) {
      const { status } = await nobody.get(path)
      if (status !== 404 && status !== 302 && status !== 301) found.push(`${path}: ${status}`)
    }
    expect(found).toEqual([])
  })

  test('nor does the folder of style sheets and scripts give anything that lies beside it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'uskalla-assets-'))
    try {
      mkdirSync(join(folder, 'assets'))
      for (const name of [
        'main.js',
        '.env',
        'assets/page.js',
        'assets/page.js.map',
        'assets/.env',
        'assets/dump.sql',
      ])
        writeFileSync(join(folder, name), 'secret')
      const hono = new Hono<SiteEnvironment>()
      serveAssets(hono, folder)
      const statusOf = async (path: string) => (await hono.request(`http://uskalla.test${path}`)).status
      expect(await statusOf('/assets/page.js')).toBe(200)
      const beside = [
        '../main.js',
        '..%2fmain.js',
        '%2e%2e/main.js',
        '%2e%2e%2fmain.js',
        '..%5cmain.js',
        '..%252fmain.js',
      ]
      for (const name of [...beside, '/etc/passwd', '.env', 'page.js.map', 'dump.sql', 'page.js%00.css', ''])
        expect([name, await statusOf(`/assets/${name}`)]).toEqual([name, 404])
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})

describe('abuse-33 addresses and the log', () => {
  test('hold nothing that was typed, no address of a person and no token', async () => {
    const nobody = await site.browser()
    const address = 'salainen.henkilo@esimerkki.invalid'
    const sent = await nobody.post('/fi/kirjaudu', { email: address })
    expect(sent.location ?? '').not.toContain('salainen')
    await nobody.get(`/fi/kirjaudu/linkki?token=salaisuus&email=${address}`)
    const kaisa = await site.browser('employee')
    const told = await kaisa.post('/fi/ideat/kerro', {
      problem: 'salainen ongelma',
      trial: 'salainen kokeilu',
      forWhom: 'kaikille',
    })
    expect(told.location ?? '').not.toContain('salainen')
    const written = site.lines.map((line) => JSON.stringify(line)).join('\n')
    expect(written).not.toMatch(/salai|esimerkki\.invalid|@|_token/)
    expect(written).toContain('"path":"/fi/kirjaudu/linkki"')
  })
})
