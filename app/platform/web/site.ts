import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { readAs } from '../database/acting.ts'
import { isDatabaseAway } from '../database/database-away.ts'
import { languages, type Lang } from '../language.ts'
import { withoutAddresses } from '../log/without-addresses.ts'
import { type AddressName, pathTo, registerAddresses } from './address.ts'
import { beginRequest } from './begin-request.ts'
import { calmPage, type CalmDetails, type CalmPage } from './calm-pages.tsx'
import { cookiesOf } from './cookies.ts'
import { fileAnswer } from './file-answer.ts'
import { browserMark, formCookie } from './form-cookie.ts'
import { newFormToken } from './form-token.ts'
import { valuesOf } from './form-values.ts'
import { keepPages, visibleState } from './kept-pages.ts'
import { createLimits } from './limits.ts'
import { noticeCookie, noticeSeconds } from './notice-cookie.ts'
import type { FormState, Route, Screen } from './page.ts'
import { trustedProxies } from './network.ts'
import { chargesOfPerson, receiveForm } from './receive-form.ts'
import type { SiteContext, SiteEnvironment, SiteParts } from './site-parts.ts'
import { strictHeaders } from './strict-headers.ts'
import { answerSubmit } from './submit.ts'
import { unlessKnown } from './unless-known.ts'
import type { Visit } from './visit.ts'

export type { FrameProps, LogLine, SiteContext, SiteEnvironment, SiteParts } from './site-parts.ts'

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
  const cookies = cookiesOf(secure)
  const trusted = trustedProxies(parts.proxies ?? [])
  const limits = parts.limits ?? createLimits()

  hono.use(beginRequest(parts, { cookies, trusted }))
  hono.use(strictHeaders(secure))
  hono.use(compress())
  parts.others?.(hono)

  const noteOf = (requestId: string): Visit['note'] => {
    return (event, details) => parts.log({ level: 'warn', event, requestId, ...details })
  }

  const sessionOf = (context: SiteContext) => cookies.read(context, parts.sessionCookie)

  /** Hands out what a form needs; drawing its token makes the page one browser's own. */
  function submissionsFor(context: SiteContext) {
    return (version: number | undefined, key = parts.newId()): FormState['submission'] => ({
      key,
      version,
      get token() {
        context.set('formShown', true)
        return newFormToken(sessionOf(context) ?? context.get('formSecret'))
      },
    })
  }

  const keptForStrangers = keepPages({
    seen: () => visibleState(parts.database),
    now: parts.now,
    personal: [parts.sessionCookie, noticeCookie].map(cookies.named),
  })

  /** The visit without asking the database who it is. */
  function strangerOf(context: SiteContext): Visit {
    const lang = context.get('lang')
    const { search, searchParams } = new URL(context.req.url)
    const query = [...searchParams].map(([name, value]) => [name, value.slice(0, 500).replaceAll('\0', '')])
    return {
      lang,
      now: parts.now(),
      query: Object.fromEntries(query) as Visit['query'],
      requestId: context.get('requestId'),
      network: context.get('network'),
      browser: browserMark(context.get('formSecret')),
      userAgent: (context.req.header('user-agent') ?? '').slice(0, 300),
      search,
      note: noteOf(context.get('requestId')),
      person: undefined,
      database: parts.database,
      parameters: context.req.param() as Record<string, string>,
      to: (name, parameters, asked) => pathTo(lang, name, parameters, asked),
      absolute: (path) => new URL(path, parts.baseUrl).href,
      newId: parts.newId,
      demo: parts.demo,
      operator: parts.operator,
    }
  }

  async function visitOf(context: SiteContext): Promise<Visit> {
    const stranger = strangerOf(context)
    return { ...stranger, person: await parts.identify(sessionOf(context), stranger.now) }
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
    const notice = cookies.read(context, noticeCookie)
    if (notice !== undefined) cookies.write(context, noticeCookie, '', 0)
    const document = parts.frame({
      screen,
      visit,
      alternates: pathsInAllLanguages(visit, name),
      routeName: name,
      notice,
      invalid: status === 422 || status === 409,
    })
    const html = String(document)
    const formShown = context.get('formShown')
    if (formShown && cookies.read(context, formCookie) !== context.get('formSecret'))
      cookies.write(context, formCookie, context.get('formSecret'))
    const personal = visit.person !== undefined || notice !== undefined || formShown
    context.header('Cache-Control', personal ? 'private, no-store' : 'no-cache')
    if (screen.leadsTo !== undefined) context.header('Refresh', `0; url=${screen.leadsTo}`)
    else if (screen.refreshSeconds !== undefined) context.header('Refresh', String(screen.refreshSeconds))
    context.header('Content-Language', visit.lang)
    return context.html(html, status)
  }

  function sendCalm(
    context: SiteContext,
    visit: Visit,
    reason: CalmPage['reason'],
    details: Omit<CalmDetails, 'submission'> = {},
  ) {
    const { typed, waitSeconds } = details
    // What a form held can be sent again from the page that says to wait; never what came from elsewhere.
    const again = reason === 'too-many' || reason === 'busy' || reason === 'broken' ? typed : undefined
    const version = Number(/^\d{1,9}$/.exec(typed?.get('_version') ?? '')?.[0] ?? 0)
    const submission = again && submissionsFor(context)(version || undefined, again.get('_key'))
    const calm = calmPage(reason, visit, { ...details, submission })
    if (waitSeconds !== undefined) context.header('Retry-After', String(waitSeconds))
    if (calm.status === 403 || calm.status === 429 || calm.status === 400) context.set('refused', reason)
    return send(context, visit, calm.screen, calm.status)
  }

  function freshForm(
    route: Route,
    data: unknown,
    visit: Visit,
    newSubmission: ReturnType<typeof submissionsFor>,
  ): FormState {
    return {
      values: valuesOf(route.initial?.(data as never, visit) ?? {}),
      problems: [],
      submission: newSubmission(route.version?.(data as never)),
    }
  }

  for (const [name, route] of Object.entries(routes) as [AddressName, Route][]) {
    for (const lang of languages) {
      const words = addresses[name]?.[lang] ?? ''
      const pattern = `/${lang}${words === '/' ? '' : routePattern(words)}`
      const budget =
        route.kind === 'file' ? 'file by network' : route.limit === 'search' && 'search by network'
      if (budget)
        hono.get(pattern, async (context, next) => {
          const visit = strangerOf(context)
          const waitSeconds = limits.take([{ budget, whose: visit.network }], visit.now)
          if (waitSeconds !== undefined) return sendCalm(context, visit, 'too-many', { waitSeconds })
          return next()
        })
      if (route.kind === 'page') hono.get(pattern, keptForStrangers)
      hono.get(pattern, async (context) => {
        const visit = await visitOf(context)
        const data = await readAs(parts.database, visit.person, (database) =>
          route.load({ ...visit, database }),
        )
        if (data === undefined) return sendCalm(context, visit, 'not-found')
        if (!route.who(visit, data as never)) {
          if (visit.person) return sendCalm(context, visit, 'not-allowed')
          context.set('refused', 'sign-in')
          return context.redirect(pathTo(lang, 'sign-in' as AddressName, {}, { next: context.req.path }), 303)
        }
        if (route.answer) {
          const answer = await route.answer({ visit, data: data as never })
          return unlessKnown(context.req.header('if-none-match'), answer)
        }
        const form = freshForm(route, data, visit, submissionsFor(context))
        const screen = route.view?.({ visit, data: data as never, form })
        if (!screen) throw new Error(`the route ${name} has no view`)
        return send(context, visit, screen, 200, name)
      })
      if (route.kind === 'form')
        hono.post(pattern, async (context) => {
          const stranger = strangerOf(context)
          const received = await receiveForm(context.req.raw, {
            baseUrl: parts.baseUrl,
            limits,
            limit: route.limit,
            file: route.file,
            network: stranger.network,
            secret: sessionOf(context) ?? cookies.read(context, formCookie),
            now: stranger.now,
          })
          const formPath = context.req.path + stranger.search
          if (received.kind === 'refused')
            return sendCalm(context, stranger, received.reason, { ...received, formPath })
          const typed = received.values
          context.set('typed', typed)
          const visit = await visitOf(context)
          const waitSeconds = visit.person && limits.take(chargesOfPerson(visit.person), visit.now)
          if (waitSeconds !== undefined) return sendCalm(context, visit, 'too-many', { typed, waitSeconds })
          const answer = await answerSubmit(parts, route, visit, typed, submissionsFor(context))
          if (answer.kind === 'calm') return sendCalm(context, visit, answer.reason)
          if (answer.kind === 'again') return send(context, visit, answer.screen, answer.status, name)
          if (answer.kind === 'file') return fileAnswer(answer.file)
          if (answer.kind === 'sign-in') {
            context.set('refused', 'sign-in')
            return context.redirect(pathTo(lang, 'sign-in' as AddressName), 303)
          }
          for (const cookie of answer.cookies)
            cookies.write(context, cookie.name, cookie.value, cookie.maxAgeSeconds)
          if (answer.notice) cookies.write(context, noticeCookie, answer.notice, noticeSeconds)
          return context.redirect(answer.location, 303)
        })
      hono.all(pattern, async (context) => {
        context.header('Allow', route.kind === 'form' ? 'GET, HEAD, POST' : 'GET, HEAD')
        return sendCalm(context, await visitOf(context), 'wrong-method')
      })
    }
  }

  hono.get('/', async (context) => {
    const person = await parts.identify(sessionOf(context), parts.now())
    return context.redirect(`/${person?.lang ?? context.get('lang')}`, 302)
  })
  // A Finnish address without its language, as said aloud or printed (`/posti`), leads to the visitor's own language.
  for (const [name, { fi }] of Object.entries(addresses))
    if (fi !== '/')
      hono.get(routePattern(fi), (context) => {
        const path = pathTo(
          context.get('lang'),
          name as AddressName,
          context.req.param() as Record<string, string>,
        )
        return context.redirect(path + new URL(context.req.url).search, 302)
      })
  for (const lang of languages) hono.get(`/${lang}/`, (context) => context.redirect(`/${lang}`, 301))
  hono.notFound(async (context) => {
    // No page stands behind the address, so nobody was kept from one.
    context.set('refused', '')
    return sendCalm(context, await visitOf(context), 'not-found')
  })

  hono.onError(async (error, context) => {
    const requestId = context.get('requestId')
    const told = withoutAddresses(error.stack ?? String(error))
    parts.log({ level: 'error', event: 'failure', requestId, error: told })
    const typed = context.get('typed')
    if (!isDatabaseAway(error)) return sendCalm(context, strangerOf(context), 'broken', { typed })
    return sendCalm(context, strangerOf(context), 'busy', { typed, waitSeconds: 5 })
  })
  return hono
}
