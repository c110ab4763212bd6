import { pathTo } from './platform/web/address.ts'
import type { Visit } from './platform/web/visit.ts'
import type { createTestSite } from './test-site.ts'

/** A request of nobody in particular, in Finnish, for actions that are tried without a page. */
export function visitOf(site: Awaited<ReturnType<typeof createTestSite>>): Visit {
  return {
    lang: 'fi',
    now: site.clock.now,
    requestId: 'test',
    network: 'unknown',
    browser: 'a browser',
    userAgent: '',
    search: '',
    note: (event, details) => site.lines.push({ level: 'warn', event, ...details }),
    person: undefined,
    database: site.database,
    parameters: {},
    query: {},
    to: (name, parameters, query) => pathTo('fi', name, parameters, query),
    absolute: (path) => `http://uskalla.test${path}`,
    newId: site.newId,
    demo: true,
  }
}
