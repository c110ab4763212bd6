import { type Context, Hono } from 'hono'
import { compress } from 'hono/compress'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Child } from 'hono/jsx'
import { secureHeaders } from 'hono/secure-headers'
import { readAs } from '../database/acting.ts'
import type { Database } from '../database/database.ts'
import { isDatabaseAway } from '../database/database-away.ts'
import { chooseLanguage, isLang, languages, type Lang } from '../language.ts'
import { type AddressName, type AddressWords, pathTo, registerAddresses } from './address.ts'
import { calmPage, type CalmPage } from './calm-pages.ts'
import { browserMark, formCookie, formSecretOf } from './form-cookie.ts'
import { valuesOf } from './form-values.ts'
import { keepPages, visibleState } from './kept-pages.ts'
import type { FormState, Route, Screen } from './page.ts'
import { answerSubmit } from './submit.ts'
import { networkOf, trustedProxies, unknownNetwork } from './network.ts'
import type { Visit } from './visit.ts'
import type { Person } from './visitor.ts'

/** What the frame draws around a screen: the same on every page. */
export interface FrameProps {
  screen: Screen
  visit: Visit
  /** Paths of the same page in every language. */
  alternates: Record<Lang, string>
  routeName: AddressName | undefined
  notice: string | undefined
  /** True when the page's form came back with problems. */
  invalid: boolean
}

export interface LogLine {
  level: 'info' | 'warn' | 'error'
  event: string
  [detail: string]: unknown
}

/** Everything a site is made of. `now` and `newId` are handed in so that tests can set them. */
export interface SiteParts {
  addresses: Record<string, AddressWords>
  routes: Partial<Record<string, Route>>
  frame: (props: FrameProps) => Child
  identify: (cookie: string | undefined, now: Date) => Promise<Person | undefined>
  sessionCookie: string
  database: Database
  baseUrl: string
  demo: boolean
  /** Addresses and ranges of the proxies in front, whose word on the client's address counts. */
  proxies?: readonly string[]
  now: () => Date
  newId: () => string
  log: (line: LogLine) => void
  /** Assets, the API, health: what is not a page in three languages. */
  others?: (hono: Hono<SiteEnvironment>) => void
}

export interface SiteEnvironment {
  /** What the server knows of the connection; absent where a request is made within the process. */
  Bindings: { incoming?: { socket?: { remoteAddress?: string | undefined } } }
  Variables: { requestId: string; lang: Lang; formSecret: string }
}

export type SiteContext = Context<SiteEnvironment>

const noticeCookie = 'uskalla_notice'
const uuidPart = '{[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}'

/** The pattern the router needs: parts called `id` or ending in `Id` match UUIDs only, so that no page meets another text. */
function routePattern(words: string): string {
  return words.replaceAll(/:(\w+)/g, (part, name: string) =>
    /(^id|Id)$/.test(name) ? part + uuidPart : part,
  )
}

/** Builds the site. Throws when an address has no page, a page no address, or a route no policy: start-up stops there. */
export function createSite(parts: SiteParts): Hono<SiteEnvironment> {
  const { addresses, routes } = parts
  for (const [name, route] of Object.entries(routes)) {
    if (!addresses[name]) throw new Error(`the route ${name} has no address`)
    if (typeof route?.who !== 'function') throw new Error(`the route ${name} has no policy`)
  }
  for (const name of Object.keys(addresses))
    if (!routes[name]) throw new Error(`the address ${name} has no page`)
  registerAddresses(addresses)

  const hono = new Hono<SiteEnvironment>()
  const secure = new URL(parts.baseUrl).protocol === 'https:'
  const trusted = trustedProxies(parts.proxies ?? [])

  hono.use(async (context, next) => {
    const started = performance.now()
    const segment = context.req.path.split('/')[1]
    context.set('requestId', parts.newId())
    context.set(
      'lang',
      isLang(segment) ? segment : chooseLanguage(undefined, context.req.header('accept-language')),
    )
    context.header('X-Request-Id', context.get('requestId'))
    await next()
    parts.log({
      level: 'info',
      event: 'request',
      requestId: context.get('requestId'),
      method: context.req.method,
      path: context.req.path.slice(0, 300),
      status: context.res.status,
      milliseconds: Math.round((performance.now() - started) * 10) / 10,
    })
  })
  hono.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        workerSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
      strictTransportSecurity: secure ? 'max-age=31536000; includeSubDomains' : false,
      referrerPolicy: 'same-origin',
      xFrameOptions: 'DENY',
      permissionsPolicy: { camera: [], microphone: [], geolocation: [] },
    }),
  )
  hono.use(compress())
  parts.others?.(hono)

  const noteOf = (requestId: string): Visit['note'] => {
    return (event, details) => parts.log({ level: 'warn', event, requestId, ...details })
  }

  /** A form is shown: the browser keeps a mark, so that what is asked in it can be bound to it. */
  function markBrowser(context: SiteContext) {
    const formSecret = context.get('formSecret')
    if (getCookie(context, formCookie) !== formSecret)
      setCookie(context, formCookie, formSecret, { path: '/', httpOnly: true, sameSite: 'Lax', secure })
  }

  const keptForStrangers = keepPages({
    seen: () => visibleState(parts.database),
    now: parts.now,
    personal: [parts.sessionCookie, noticeCookie],
  })

  async function visitOf(context: SiteContext): Promise<Visit> {
    const lang = context.get('lang')
    const now = parts.now()
    const { search, searchParams } = new URL(context.req.url)
    const formSecret = formSecretOf(getCookie(context, formCookie))
    context.set('formSecret', formSecret)
    const query = Object.fromEntries(
      [...searchParams].map(([name, value]) => [
        name,
        value.slice(0, 500).replaceAll('\0', ''),
      ]),
    )
    return {
      lang,
      now,
      query,
      requestId: context.get('requestId'),
      network: networkOf(
        context.env?.incoming?.socket?.remoteAddress,
        context.req.header('x-forwarded-for'),
        trusted,
      ),
      browser: browserMark(formSecret),
      userAgent: (context.req.header('user-agent') ?? '').slice(0, 300),
      search,
      note: noteOf(context.get('requestId')),
      person: await parts.identify(getCookie(context, parts.sessionCookie), now),
      database: parts.database,
      parameters: context.req.param() as Record<string, string>,
      to: (name, parameters, asked) => pathTo(lang, name, parameters, asked),
      absolute: (path) => new URL(path, parts.baseUrl).href,
      newId: parts.newId,
      demo: parts.demo,
    }
  }

  function pathsInAllLanguages(visit: Visit, name: AddressName | undefined): Record<Lang, string> {
    const to = (lang: Lang) => (name ? pathTo(lang, name, visit.parameters, visit.query) : `/${lang}`)
    return { fi: to('fi'), sv: to('sv'), en: to('en') }
  }

  function send(
    context: SiteContext,
    visit: Visit,
    screen: Screen,
    status: 200 | CalmPage['status'] | 409,
    name?: AddressName,
  ) {
    const notice = getCookie(context, noticeCookie)
    if (notice !== undefined) deleteCookie(context, noticeCookie, { path: '/' })
    const document = parts.frame({
      screen,
      visit,
      alternates: pathsInAllLanguages(visit, name),
      routeName: name,
      notice,
      invalid: status === 422 || status === 409,
    })
    context.header('Cache-Control', visit.person || notice !== undefined ? 'private, no-store' : 'no-cache')
    if (screen.leadsTo !== undefined) context.header('Refresh', `0; url=${screen.leadsTo}`)
    context.header('Content-Language', visit.lang)
    return context.html(String(document), status)
  }

  function sendCalm(context: SiteContext, visit: Visit, reason: CalmPage['reason']) {
    const calm = calmPage(reason, visit)
    return send(context, visit, calm.screen, calm.status)
  }

  function freshForm(route: Route, data: unknown, visit: Visit): FormState {
    return {
      values: valuesOf(route.initial?.(data as never, visit) ?? {}),
      problems: [],
      submission: { key: parts.newId(), version: route.version?.(data as never) },
    }
  }

  for (const [name, route] of Object.entries(routes) as [AddressName, Route][]) {
    for (const lang of languages) {
      const words = addresses[name]?.[lang] ?? ''
      const pattern = `/${lang}${words === '/' ? '' : routePattern(words)}`
      if (route.kind === 'page') hono.get(pattern, keptForStrangers)
      hono.get(pattern, async (context) => {
        const visit = await visitOf(context)
        const data = await readAs(parts.database, visit.person, (database) =>
          route.load({ ...visit, database }),
        )
        if (data === undefined) return sendCalm(context, visit, 'not-found')
        if (!route.who(visit, data as never)) {
          if (visit.person) return sendCalm(context, visit, 'not-allowed')
          return context.redirect(pathTo(lang, 'sign-in' as AddressName, {}, { next: context.req.path }), 303)
        }
        if (route.answer) return route.answer({ visit, data: data as never })
        if (route.kind === 'form') markBrowser(context)
        const screen = route.view?.({ visit, data: data as never, form: freshForm(route, data, visit) })
        if (!screen) throw new Error(`the route ${name} has no view`)
        return send(context, visit, screen, 200, name)
      })
      if (route.kind === 'form')
        hono.post(pattern, async (context) => {
          const visit = await visitOf(context)
          const answer = await answerSubmit(parts, route, visit, context.req.raw)
          if (answer.kind === 'calm') return sendCalm(context, visit, answer.reason)
          if (answer.kind === 'again') return send(context, visit, answer.screen, answer.status, name)
          if (answer.kind === 'sign-in') return context.redirect(pathTo(lang, 'sign-in' as AddressName), 303)
          for (const cookie of answer.cookies)
            setCookie(context, cookie.name, cookie.value, {
              path: '/',
              httpOnly: true,
              sameSite: 'Lax',
              secure,
              maxAge: cookie.maxAgeSeconds,
            })
          if (answer.notice)
            setCookie(context, noticeCookie, answer.notice, {
              path: '/',
              httpOnly: true,
              sameSite: 'Lax',
              secure,
              maxAge: 60,
            })
          return context.redirect(answer.location, 303)
        })
      hono.all(pattern, async (context) => {
        context.header('Allow', route.kind === 'form' ? 'GET, HEAD, POST' : 'GET, HEAD')
        return sendCalm(context, await visitOf(context), 'wrong-method')
      })
    }
  }

  hono.get('/', async (context) => {
    const person = await parts.identify(getCookie(context, parts.sessionCookie), parts.now())
    return context.redirect(`/${person?.lang ?? context.get('lang')}`, 302)
  })
  // A Finnish address without its language, as said aloud or printed (`/posti`), leads to the visitor's own language.
  for (const [name, { fi }] of Object.entries(addresses))
    if (fi !== '/' && !fi.includes(':'))
      hono.get(fi, (context) => context.redirect(pathTo(context.get('lang'), name as AddressName), 302))
  for (const lang of languages) hono.get(`/${lang}/`, (context) => context.redirect(`/${lang}`, 301))
  hono.notFound(async (context) => sendCalm(context, await visitOf(context), 'not-found'))

  hono.onError(async (error, context) => {
    const requestId = context.get('requestId')
    parts.log({ level: 'error', event: 'failure', requestId, error: error.stack ?? String(error) })
    const lang = context.get('lang') ?? 'fi'
    const visit: Visit = {
      lang,
      requestId,
      network: unknownNetwork,
      now: parts.now(),
      browser: '',
      userAgent: '',
      search: '',
      note: noteOf(requestId),
      person: undefined,
      query: {},
      parameters: {},
      database: parts.database,
      to: (name, parameters, asked) => pathTo(lang, name, parameters, asked),
      absolute: (path) => new URL(path, parts.baseUrl).href,
      newId: parts.newId,
      demo: parts.demo,
    }
    const reason = isDatabaseAway(error) ? 'busy' : 'broken'
    if (reason === 'busy') context.header('Retry-After', '5')
    return sendCalm(context, visit, reason)
  })
  return hono
}
