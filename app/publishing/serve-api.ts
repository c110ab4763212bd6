import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context, Hono, MiddlewareHandler } from 'hono'
import { cors } from 'hono/cors'
import { etag, RETAINED_304_HEADERS } from 'hono/etag'
import type { Database } from '../platform/database/database.ts'
import { isDatabaseAway } from '../platform/database/database-away.ts'
import type { Lang } from '../platform/language.ts'
import { withoutAddresses } from '../platform/log/without-addresses.ts'
import { pathTo } from '../platform/web/address.ts'
import type { Limits } from '../platform/web/limits.ts'
import type { LogLine, SiteEnvironment } from '../platform/web/site.ts'
import { experimentAnswer, experimentsAnswer } from './experiment-answer.ts'
import { lessonsAnswer } from './lessons-answer.ts'
import { municipalitiesAnswer, municipalityAnswer } from './municipality-answer.ts'
import { type Page, pageLinks } from './page-of-list.ts'
import { invalidParameters, problem } from './problem.ts'
import { apiPath, readerOf } from './reader.ts'
import { readingsPath, receiveReadings } from './receive-readings.ts'
import {
  experimentRoute,
  experimentsRoute,
  lessonsRoute,
  municipalitiesRoute,
  municipalityRoute,
  searchRoute,
} from './routes.ts'
import { searchAnswer } from './search-answer.ts'

/** What the public interface is made of. `baseUrl` has no slash at the end. */
export interface ApiParts {
  database: Database
  baseUrl: string
  /** Counts what each network asks for. */
  limits: Limits
  now: () => Date
  newId: () => string
  log: (line: LogLine) => void
}

/** Where what the figures and texts may be used for is told, in the machine-readable description. */
const dataLicence = { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' }

const rowsOnPage = 20
const searchResults = 10

/**
 * Serves the public interface under `/api/v1`: JSON answers with ETag, open to every site, and its OpenAPI 3.1
 * description, made from the same schemas by which parameters are read and answers typed. Errors are problems (RFC 9457).
 */
export function serveApi(
  hono: Hono<SiteEnvironment>,
  { database, baseUrl, limits, now, newId, log }: ApiParts,
): void {
  const api = new OpenAPIHono<SiteEnvironment>({
    defaultHook: (result, context) => {
      if (result.success) return undefined
      const faults = invalidParameters(result.error)
      const named = faults.map(({ name, reason }) => `${name} ${reason}`).join('; ')
      return problem(context, 400, `${named}.`, { invalid_parameters: faults })
    },
  })
  const readerFor = (lang: Lang = 'fi') => readerOf(database, baseUrl, lang)
  const asked = (query: { page?: number | undefined; per_page?: number | undefined }): Page => ({
    page: query.page ?? 1,
    perPage: query.per_page ?? rowsOnPage,
  })
  const linkPages = (context: Context, list: { page: number; pages: number }) => {
    const { pathname, search } = new URL(context.req.url)
    context.header('Link', pageLinks(new URL(`${pathname}${search}`, baseUrl).href, list))
  }

  // Pages of every site may read. What programs send comes from no page.
  const forPages = (handler: MiddlewareHandler): MiddlewareHandler => {
    return (context, next) => (context.req.path.endsWith('/observations') ? next() : handler(context, next))
  }
  api.use(
    forPages(
      cors({
        origin: '*',
        allowMethods: ['GET', 'HEAD', 'OPTIONS'],
        exposeHeaders: ['ETag', 'Link'],
        maxAge: 86_400,
      }),
    ),
  )
  api.use(
    forPages(
      etag({
        retainedHeaders: [
          ...RETAINED_304_HEADERS,
          'access-control-allow-origin',
          'access-control-expose-headers',
          'link',
        ],
      }),
    ),
  )
  api.use(async (context, next) => {
    const whose = context.get('network')
    const waitSeconds = limits.take([{ budget: 'api by network', whose }], now())
    if (waitSeconds === undefined) return next()
    context.header('Retry-After', String(waitSeconds))
    return problem(context, 429, `Please try again in ${waitSeconds} s.`)
  })
  api.use(async (context, next) => {
    context.header('Cache-Control', 'public, max-age=60')
    await next()
  })

  api.openapi(searchRoute, async (context) => {
    const { q, lang, limit = searchResults } = context.req.valid('query')
    return context.json(await searchAnswer(readerFor(lang), { text: q, limit }), 200)
  })
  api.openapi(experimentsRoute, async (context) => {
    const query = context.req.valid('query')
    const { theme, state, outcome, year } = query
    const filter = {
      ...(query.municipality !== undefined && { municipalityCode: query.municipality }),
      ...(theme !== undefined && { theme }),
      ...(state !== undefined && { state }),
      ...(outcome !== undefined && { outcome }),
      ...(year !== undefined && { year }),
    }
    const list = await experimentsAnswer(readerFor(query.lang), filter, asked(query))
    linkPages(context, list)
    return context.json(list, 200)
  })
  api.openapi(experimentRoute, async (context) => {
    const { id } = context.req.valid('param')
    const reader = readerFor(context.req.valid('query').lang)
    const found = await experimentAnswer(reader, id.toLowerCase(), now())
    if (!found) return problem(context, 404, 'There is no public experiment with this id.')
    return context.json(found, 200)
  })
  api.openapi(municipalitiesRoute, (context) => {
    const query = context.req.valid('query')
    const list = municipalitiesAnswer(readerFor(query.lang), asked(query))
    linkPages(context, list)
    return context.json(list, 200)
  })
  api.openapi(municipalityRoute, async (context) => {
    const { code } = context.req.valid('param')
    const found = await municipalityAnswer(readerFor(context.req.valid('query').lang), code)
    if (!found) return problem(context, 404, 'No municipality of today has this code.')
    return context.json(found, 200)
  })
  api.openapi(lessonsRoute, async (context) => {
    const query = context.req.valid('query')
    const { theme, outcome, year } = query
    const filter = { municipalityCode: query.municipality, theme, outcome, year }
    const list = await lessonsAnswer(readerFor(query.lang), filter, asked(query))
    linkPages(context, list)
    return context.json(list, 200)
  })

  receiveReadings(api, { database, limits, now, newId })

  api.doc31('/openapi.json', {
    openapi: '3.1.0',
    info: {
      title: 'Uskalla',
      version: '1.0.0',
      description:
        'What Finnish municipalities try and learn. Reading needs no key; a municipality’s own programs send readings with a key for one measure. null is unknown or not told, never zero. Made-up records carry `is_example: true`. Figures are in the unit named beside them. Sources and their terms are named on the page of sources; titles of the library belong to their authors.',
      license: dataLicence,
    },
    servers: [{ url: new URL(apiPath, baseUrl).href }],
  })
  api.get('/', (context) => context.redirect(pathTo(context.get('lang'), 'api'), 302))

  for (const path of [...new Set(api.routes.map((route) => route.path))].filter((one) => !one.includes('*')))
    api.all(path, (context) => {
      const takes = path === readingsPath
      context.header('Allow', takes ? 'POST' : 'GET, HEAD, OPTIONS')
      return problem(
        context,
        405,
        takes ? 'Readings are sent here: use POST.' : 'This address is read only: use GET.',
      )
    })
  api.all('*', (context) => problem(context, 404, 'Nothing has this address.'))
  api.onError((error, context) => {
    log({
      level: 'error',
      event: 'failure',
      requestId: context.get('requestId'),
      error: withoutAddresses(error.stack ?? String(error)),
    })
    if (!isDatabaseAway(error)) return problem(context, 500, 'Something went wrong with us.')
    context.header('Retry-After', '5')
    return problem(context, 503, 'Please try again in a moment.')
  })
  hono.route(apiPath, api)
}
