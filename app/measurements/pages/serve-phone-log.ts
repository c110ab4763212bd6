import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { actAs } from '../../platform/database/acting.ts'
import type { Database } from '../../platform/database/database.ts'
import { languages, type Lang } from '../../platform/language.ts'
import { pathTo } from '../../platform/web/address.ts'
import type { Assets } from '../../platform/web/assets.ts'
import { cookiesOf } from '../../platform/web/cookies.ts'
import { browserMark } from '../../platform/web/form-cookie.ts'
import type { Limits } from '../../platform/web/limits.ts'
import { chargesOfPerson, comesFromElsewhere } from '../../platform/web/receive-form.ts'
import type { SiteContext, SiteEnvironment } from '../../platform/web/site.ts'
import type { Person } from '../../platform/web/visitor.ts'
import { texts } from '../../texts/index.ts'
import { readPhoneEntry } from '../read-phone-entry.ts'
import { takeFromPhone } from '../take-from-phone.ts'
import { phoneEntriesPath, phoneHeader, workerPath } from '../phone-paths.ts'

/** What the log of phones is made of. */
export interface PhoneLogParts {
  database: Database
  identify: (cookie: string | undefined, now: Date) => Promise<Person | undefined>
  sessionCookie: string
  baseUrl: string
  limits: Limits
  now: () => Date
  assets: Assets
  buildFolder: string
}

/** The most that one reading may take, in bytes. */
const mostBytes = 4_000

/** Serves what phones need to log without signal: their worker, and the address to which they send what waited. */
export function servePhoneLog(hono: Hono<SiteEnvironment>, parts: PhoneLogParts): void {
  const script = workerScript(parts)
  hono.get(workerPath, (context) => {
    if (script === undefined) return context.notFound()
    context.header('Content-Type', 'text/javascript; charset=utf-8')
    context.header('Cache-Control', 'no-cache')
    return context.body(script())
  })
  const tooLarge = bodyLimit({
    maxSize: mostBytes,
    onError: (context) => context.json({ error: 'too large' }, 413),
  })
  for (const lang of languages)
    hono.post(phoneEntriesPath(lang), tooLarge, (context) => takeEntry(context, lang, parts))
}

/**
 * Only our own script on our own page gets here: it sends JSON and a header of its own, which another site cannot send
 * along with somebody's cookies without asking first, and nobody is answered who asks.
 */
async function takeEntry(context: SiteContext, lang: Lang, parts: PhoneLogParts): Promise<Response> {
  const { baseUrl, database, limits } = parts
  const now = parts.now()
  context.header('Cache-Control', 'no-store')
  const json = /^application\/json\b/.test(context.req.header('content-type') ?? '')
  if (!json || context.req.header(phoneHeader) === undefined || comesFromElsewhere(context.req.raw, baseUrl))
    return context.json({ error: 'not from our own page' }, 403)
  const cookies = cookiesOf(new URL(baseUrl).protocol === 'https:')
  const session = cookies.read(context, parts.sessionCookie)
  const wait = (seconds: number) => {
    context.header('Retry-After', String(seconds))
    return context.json({ error: 'too many' }, 429)
  }
  const byNetwork = limits.take(
    [
      { budget: 'form by network', whose: context.get('network') },
      ...(session === undefined ? [] : [{ budget: 'form by session' as const, whose: browserMark(session) }]),
    ],
    now,
  )
  if (byNetwork !== undefined) return wait(byNetwork)
  const person = await parts.identify(session, now)
  if (!person) return context.json({ error: 'signed out' }, 401)
  const byPerson = limits.take(chargesOfPerson(person), now)
  if (byPerson !== undefined) return wait(byPerson)
  const sent = readPhoneEntry(await context.req.text())
  if (!sent) return context.json({ error: 'unreadable' }, 400)
  const answer = await database.transaction().execute(async (transaction) => {
    await actAs(transaction, person)
    return takeFromPhone(transaction, { person, now, requestId: context.get('requestId'), lang, ...sent })
  })
  const status = answer.status === 'stored' ? 200 : answer.status === 'conflict' ? 409 : 403
  return context.json(answer, status)
}

/** Makes the worker's script, with what it must know put in front; undefined where nothing has been built. */
function workerScript({ assets, buildFolder }: PhoneLogParts): (() => string) | undefined {
  const worker = assets.scripts['log-worker']
  if (worker === undefined) return undefined
  const script = readFileSync(join(buildFolder, worker), 'utf8')
  const id = '[0-9a-f-]{36}'
  const inAll = <Value>(value: (lang: Lang) => Value) =>
    Object.fromEntries(languages.map((lang) => [lang, value(lang)])) as Record<Lang, Value>
  return () => {
    const settings = {
      build: assets.build ?? '',
      files: [
        assets.css,
        assets.font,
        assets.icon,
        assets.scripts['page'],
        assets.scripts['quick-log'],
      ].filter((path) => path !== undefined && path !== ''),
      shells: inAll((lang) => pathTo(lang, 'quick-log-shell')),
      pages: languages.flatMap((lang) => [
        `^${pathTo(lang, 'quick-log')}$`,
        `^${pathTo(lang, 'log', { id: 'ID' }).replace('ID', id)}(/${id})?$`,
      ]),
      forms: languages.map(
        (lang) => `^${pathTo(lang, 'log-measure', { id: 'ID', measureId: 'ID' }).replaceAll('ID', id)}$`,
      ),
      faces: inAll((lang) => texts[lang].measurements.faceNames),
    }
    return `self.uskallaLog = ${JSON.stringify(settings)};\n${script}`
  }
}
