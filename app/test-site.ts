import { createTestDatabase } from './platform/database/test-database.ts'
import { orderedIds } from './platform/identifiers.ts'
import { cookiesOf } from './platform/web/cookies.ts'
import { formCookie, formSecretOf } from './platform/web/form-cookie.ts'
import { newFormToken } from './platform/web/form-token.ts'
import { type Limits, noLimits } from './platform/web/limits.ts'
import { createSite, type LogLine } from './platform/web/site.ts'
import { asSystem } from './platform/database/acting.ts'
import type { Person } from './platform/web/visitor.ts'
import { frameWith } from './front/frame.tsx'
import { loadMunicipalities } from './municipalities/index.ts'
import { examplePeopleOfTrial, identify, loadExamplePeople, sessionCookie } from './people/index.ts'
import { hashToken, newToken } from './people/session-token.ts'
import { saveSession } from './people/people-store.ts'
import { serveApi } from './publishing/index.ts'
import { addresses, routes } from './site.ts'

/** An answer of the site, read to the end; no-break spaces are plain ones in `text`. */
export interface TestAnswer {
  status: number
  headers: Headers
  text: string
  location: string | undefined
}

/** Somebody with a browser that keeps its cookies. */
export interface TestBrowser {
  get: (path: string) => Promise<TestAnswer>
  /** Sends any request, as it is, with the cookies. */
  send: (path: string, request: RequestInit) => Promise<TestAnswer>
  /** A token for the forms of this browser, as its pages hold it. */
  token: () => string
  /** Sends these fields and the token of the browser, unless they hold one. */
  post: (path: string, fields: Record<string, string | string[]>) => Promise<TestAnswer>
  /** Opens the page, fills in the fields over what stands there, and sends the form with its hidden fields. */
  fillIn: (path: string, fields: Record<string, string | string[]>) => Promise<TestAnswer>
  /** Goes where the answer leads and reads that page. */
  follow: (answer: TestAnswer) => Promise<TestAnswer>
}

/**
 * The whole site on a database of its own, with a clock that the test sets. `database` is seen by its owner, who sees all; `application` as the site itself sees it.
 */
export async function createTestSite({
  demo = true,
  limits = noLimits,
  baseUrl = 'http://uskalla.test',
}: { demo?: boolean; limits?: Limits; baseUrl?: string } = {}) {
  const { database, everything, close } = await createTestDatabase()
  const clock = { now: new Date('2026-03-10T08:00:00Z') }
  const newId = orderedIds(() => clock.now)
  const lines: LogLine[] = []
  await asSystem(database, async (transaction) => {
    await loadMunicipalities(transaction)
    await loadExamplePeople(transaction, clock.now)
  })
  const site = createSite({
    addresses,
    routes,
    frame: frameWith({ css: '/assets/uskalla.css', font: '/assets/font.woff2', scripts: {} }, baseUrl),
    identify: (cookie, now) => identify(database, cookie, now),
    sessionCookie,
    database,
    baseUrl,
    demo,
    limits,
    now: () => clock.now,
    newId,
    log: (line) => lines.push(line),
    others: (hono) =>
      serveApi(hono, { database, baseUrl, limits, now: () => clock.now, log: (line) => lines.push(line) }),
  })

  const { named } = cookiesOf(baseUrl.startsWith('https:'))

  /** A browser, signed in as a made-up person or as anyone given, or as nobody. */
  async function browser(who?: keyof typeof examplePeopleOfTrial | Person): Promise<TestBrowser> {
    const cookies = new Map<string, string>()
    if (who !== undefined) {
      const person = typeof who === 'string' ? examplePeopleOfTrial[who] : who
      const token = newToken()
      await saveSession(database, {
        tokenHash: hashToken(token),
        personId: person.id,
        now: clock.now,
        expiresAt: new Date(clock.now.getTime() + 14 * 86_400_000),
      })
      cookies.set(named(sessionCookie), token)
    }
    async function ask(path: string, init: RequestInit = {}): Promise<TestAnswer> {
      const response = await site.request(`${baseUrl}${path}`, {
        ...init,
        headers: {
          ...(init.headers as Record<string, string>),
          cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        },
      })
      for (const line of response.headers.getSetCookie()) {
        const [pair = ''] = line.split(';')
        const [name = '', value = ''] = pair.split('=')
        if (/max-age=0/i.test(line)) cookies.delete(name)
        else cookies.set(name, value)
      }
      return {
        status: response.status,
        headers: response.headers,
        text: (await response.text()).replaceAll('\u00a0', ' '),
        location: response.headers.get('location') ?? undefined,
      }
    }
    const token = () => {
      const secret =
        cookies.get(named(sessionCookie)) ?? cookies.get(named(formCookie)) ?? formSecretOf(undefined)
      if (!cookies.has(named(sessionCookie))) cookies.set(named(formCookie), secret)
      return newFormToken(secret)
    }
    const post: TestBrowser['post'] = (path, fields) => {
      const body = new URLSearchParams(
        Object.entries({ _token: token(), ...fields }).flatMap(([name, value]) =>
          [value].flat().map((one) => [name, one]),
        ),
      )
      return ask(path, {
        method: 'POST',
        body: body.toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded', origin: baseUrl },
      })
    }
    return {
      get: (path) => ask(path),
      send: ask,
      token,
      post,
      follow: (answer) => ask(answer.location ?? 'no location'),
      fillIn: async (path, fields) => {
        const opened = await ask(path)
        const main = opened.text.slice(opened.text.indexOf('<main'))
        const hidden = [...main.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([tag]) => [
          /name="([^"]*)"/.exec(tag)?.[1] ?? '',
          /value="([^"]*)"/.exec(tag)?.[1] ?? '',
        ])
        return post(path, { ...(Object.fromEntries(hidden) as Record<string, string>), ...fields })
      },
    }
  }

  return { site, database: everything, application: database, clock, newId, lines, browser, close }
}
