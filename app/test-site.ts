import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createTestDatabase } from './platform/database/test-database.ts'
import { switchRowSecurityOff } from './platform/database/test-row-security.ts'
import { buildFolder } from './platform/folders.ts'
import { orderedIds } from './platform/identifiers.ts'
import { cookiesOf } from './platform/web/cookies.ts'
import { formCookie, formSecretOf } from './platform/web/form-cookie.ts'
import { newFormToken } from './platform/web/form-token.ts'
import { type Limits, noLimits } from './platform/web/limits.ts'
import { createSite, type LogLine } from './platform/web/site.ts'
import { asSystem } from './platform/database/acting.ts'
import type { Person } from './platform/web/visitor.ts'
import { frameWith } from './front/frame.tsx'
import { serveOneClick, servePhoneLog } from './measurements/index.ts'
import { loadMunicipalities } from './municipalities/index.ts'
import {
  examplePeopleOfTrial,
  identify,
  loadExamplePeople,
  sessionCookie,
  sessionLimits,
} from './people/index.ts'
import { hashToken, newToken } from './people/session-token.ts'
import { saveSession } from './people/session-store.ts'
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
  /** The value of a cookie that it keeps. */
  cookie: (name: string) => string | undefined
  /** Goes where the answer leads and reads that page. */
  follow: (answer: TestAnswer) => Promise<TestAnswer>
}

/**
 * The whole site on a database of its own, with a clock that the test sets. `database` is seen by its owner, who sees all;
 * `application` as the site itself sees it. Without `rowSecurity` only the policies of the rooms stand between people and
 * records.
 */
export async function createTestSite({
  demo = true,
  limits = noLimits,
  baseUrl = 'http://uskalla.test',
  rowSecurity = true,
}: { demo?: boolean; limits?: Limits; baseUrl?: string; rowSecurity?: boolean } = {}) {
  const { database, everything, close: closeDatabase } = await createTestDatabase()
  if (!rowSecurity) await switchRowSecurityOff(everything)
  const dataFolder = mkdtempSync(join(tmpdir(), 'uskalla-site-'))
  const close = async () => {
    await closeDatabase()
    rmSync(dataFolder, { recursive: true, force: true })
  }
  const clock = { now: new Date('2026-03-10T08:00:00Z') }
  const newId = orderedIds(() => clock.now)
  const lines: LogLine[] = []
  await asSystem(database, async (transaction) => {
    await loadMunicipalities(transaction)
    await loadExamplePeople(transaction, clock.now)
  })
  const assets = { css: '/assets/uskalla.css', font: '/assets/font.woff2', scripts: {} }
  const whoIs = (cookie: string | undefined, now: Date) => identify(database, cookie, now, { demo })
  const site = createSite({
    addresses,
    routes,
    frame: frameWith(assets, baseUrl),
    identify: whoIs,
    sessionCookie,
    database,
    baseUrl,
    demo,
    operator: { dataFolder, dataProtectionContact: 'tietosuoja@esimerkki.invalid' },
    limits,
    now: () => clock.now,
    newId,
    log: (line) => lines.push(line),
    others: (hono) => {
      serveOneClick(hono, { database, now: () => clock.now })
      servePhoneLog(hono, {
        database,
        identify: whoIs,
        sessionCookie,
        baseUrl,
        limits,
        now: () => clock.now,
        assets,
        buildFolder,
      })
      serveApi(hono, {
        database,
        baseUrl,
        limits,
        now: () => clock.now,
        newId,
        log: (line) => lines.push(line),
      })
    },
  })

  const { named } = cookiesOf(baseUrl.startsWith('https:'))

  /** A browser, signed in as a made-up person or as anyone given, or as nobody; `formSecret` marks it where a test must know. */
  async function browser(
    who?: keyof typeof examplePeopleOfTrial | Person,
    formSecret?: string,
  ): Promise<TestBrowser> {
    const cookies = new Map<string, string>()
    if (formSecret !== undefined) cookies.set(named(formCookie), formSecret)
    if (who !== undefined) {
      const person = typeof who === 'string' ? examplePeopleOfTrial[who] : who
      const token = newToken()
      await asSystem(database, (transaction) =>
        saveSession(transaction, {
          id: newId(),
          tokenHash: hashToken(token),
          personId: person.id,
          strength: demo ? 'trial' : 'passkey',
          severalFactors: true,
          browser: 'Firefox, Linux',
          now: clock.now,
          expiresAt: new Date(clock.now.getTime() + sessionLimits.longestDays * 86_400_000),
        }),
      )
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
      cookie: (name) => cookies.get(named(name)),
      follow: (answer) => ask(answer.location ?? 'no location'),
      fillIn: async (path, fields) => {
        const opened = await ask(path)
        const form = formOn(opened.text, Object.keys(fields))
        const hidden = [...form.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([tag]) => [
          /name="([^"]*)"/.exec(tag)?.[1] ?? '',
          /value="([^"]*)"/.exec(tag)?.[1] ?? '',
        ])
        return post(path, { ...(Object.fromEntries(hidden) as Record<string, string>), ...fields })
      },
    }
  }

  return { site, database: everything, application: database, clock, newId, lines, browser, close }
}

/** The form of a page that is sent to the page itself and holds these fields; the first such form, else the page's own part. */
function formOn(text: string, fields: readonly string[]): string {
  const main = text.slice(text.indexOf('<main'))
  const forms = [...main.matchAll(/<form method="post"(?![^>]* action=).*?<\/form>/gs)].map(([form]) => form)
  return forms.find((form) => fields.every((name) => form.includes(`name="${name}"`))) ?? forms[0] ?? main
}
