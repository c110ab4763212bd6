import { pathTo } from './platform/web/address.ts'
import { addresses, routes } from './site.ts'
import type { AccessRecord, AccessRecords } from './test-access-records.ts'
import {
  ownMunicipality,
  secretOfDrafts,
  secretOfHidden,
  secretOfMembers,
  secretOfOfferers,
  secretOfPonderings,
  type VisitorName,
  visitors,
} from './test-access-visitors.ts'
import { fieldsOnPage } from './test-bodies.ts'
import type { TestAnswer, TestBrowser, createTestSite } from './test-site.ts'

type Site = Awaited<ReturnType<typeof createTestSite>>
type RouteName = keyof typeof addresses

/** What somebody meets at an address. */
export type Cell = 'allow' | 'sign-in' | 'not-allowed' | 'not-found' | `status ${number}`

/** One line of the matrix: an address, whether it is read or sent, the states of the record that answer alike. */
export interface AccessLine {
  route: string
  method: 'GET' | 'POST'
  states: string
  cells: Record<VisitorName, Cell>
}

/** What the walk over all addresses found: the matrix, and everything that must not have happened. */
export interface AccessWalk {
  lines: AccessLine[]
  /** Answers that held a secret of another municipality. */
  leaks: string[]
  requests: number
  /** Every address that an answer led to or linked, its query with it. */
  addresses: Set<string>
}

const visitorNames = Object.keys(visitors) as VisitorName[]

/** Who may read unfrozen plans of the municipality, and who takes part in its ponderings. */
const maySeeDrafts: readonly VisitorName[] = [
  'employee own',
  'author own',
  'ambassador own',
  'leader own',
  'administrator own',
]
const maySeeHidden: readonly VisitorName[] = ['administrator own', 'author own', 'office']
const maySeeMembers: readonly VisitorName[] = ['administrator own', 'office']
const maySeePonderings: readonly VisitorName[] = [...maySeeDrafts, 'offerer other']
/** Where members are called by their names. */
const pagesOfMembers: readonly RouteName[] = ['members', 'member', 'end-membership', 'reset-factor']

/** What is not public in an answer: the secret in it, what it stands for, and whether somebody may meet it there. */
const secrets: {
  secret: string
  of: string
  isFor: (visitor: VisitorName, route: RouteName) => boolean
}[] = [
  { secret: secretOfDrafts, of: 'an unfrozen plan', isFor: (visitor) => maySeeDrafts.includes(visitor) },
  { secret: secretOfPonderings, of: 'a pondering', isFor: (visitor) => maySeePonderings.includes(visitor) },
  {
    secret: secretOfOfferers,
    of: 'who offers hours',
    isFor: (visitor, route) =>
      maySeePonderings.includes(visitor) ||
      (maySeeMembers.includes(visitor) && pagesOfMembers.includes(route)),
  },
  { secret: secretOfHidden, of: 'a hidden text', isFor: (visitor) => maySeeHidden.includes(visitor) },
  {
    secret: secretOfMembers,
    of: 'the address of a member',
    isFor: (visitor) => maySeeMembers.includes(visitor),
  },
]

function parametersIn(words: string): string[] {
  return [...words.matchAll(/:(\w+)/g)].map(([, name]) => name ?? '')
}

/** The records that an address is met with. Throws for an address whose parameters nobody has thought of. */
export function recordsFor(name: RouteName, records: AccessRecords): AccessRecord[] {
  const words: string = addresses[name].fi
  const needed = parametersIn(words)
  const [first] = needed
  if (first === undefined) return [{ state: '-', parameters: {} }]
  const known =
    records.others[name] ??
    (/^\/(kokeilut|opit)\//.test(words)
      ? records.experiments
      : words.startsWith('/ideat/')
        ? records.ideas
        : first === 'code'
          ? [{ state: '-', parameters: { code: ownMunicipality } }]
          : undefined)
  const missing = needed.filter((parameter) => !known?.every((record) => parameter in record.parameters))
  if (!known || missing.length > 0)
    throw new Error(`the access matrix knows no record for the address ${name}: ${missing.join(', ')}`)
  return known
}

function cellOf(answer: TestAnswer, sending: boolean): Cell {
  if (answer.status === 404) return 'not-found'
  if (answer.status === 403) return 'not-allowed'
  if (answer.status === 303 && /\/(kirjaudu)(\?|$)/.test(answer.location ?? '')) return 'sign-in'
  // A form with a field that no form has is refused only once it is clear that its sender may send it.
  if (sending ? answer.status === 400 : answer.status === 200) return 'allow'
  return `status ${answer.status}`
}

/** Does something for everybody, four at a time: no more than the site has connections to its database. */
async function fourAtATime<One>(all: readonly One[], work: (one: One) => Promise<void>): Promise<void> {
  const waiting = [...all]
  const next = async (): Promise<void> => {
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) await work(one)
  }
  await Promise.all([next(), next(), next(), next()])
}

/** The fields of a form as its page offers them, for sending by somebody who may not. */
function plausibleFields(html: string): Record<string, string> {
  return Object.fromEntries(
    [...fieldsOnPage(html)].map(([field, values]) => [field, values[0] ?? 'Jokin sana']),
  )
}

/** Visits every address (or those named) as everybody, with the record in every state; sends every form too. */
export async function walkAllAddresses(
  site: Site,
  records: AccessRecords,
  names = Object.keys(routes) as RouteName[],
): Promise<AccessWalk> {
  // Before the long walk: is there an address whose record nobody has thought of?
  for (const name of names) recordsFor(name, records)
  const browsers = new Map<VisitorName, TestBrowser>()
  for (const name of visitorNames) browsers.set(name, await site.browser(visitors[name]))
  const walk: AccessWalk = { lines: [], leaks: [], requests: 0, addresses: new Set() }
  const look = (visitor: VisitorName, route: RouteName, path: string, answer: TestAnswer) => {
    walk.requests++
    const told = `${answer.text}\n${[...answer.headers].join('\n')}`
    for (const { secret, of, isFor } of secrets)
      if (told.includes(secret) && !isFor(visitor, route)) walk.leaks.push(`${visitor} ${path}: ${of}`)
    for (const [, led = ''] of told.matchAll(/(?:href|src|action|location|refresh)[=,"]+([^"\n]*)/g))
      walk.addresses.add(led)
    return answer
  }
  for (const name of names) {
    // What is refused in one way is sent in full once: the next state of the record is refused by the same lines.
    const sentInFull = new Set<string>()
    const form = routes[name].kind === 'form'
    const found: { state: string; get: Record<string, Cell>; post: Record<string, Cell> }[] = []
    for (const record of recordsFor(name, records)) {
      const path = pathTo('fi', name, record.parameters)
      const get: Record<string, Cell> = {}
      const post: Record<string, Cell> = {}
      let page = ''
      await fourAtATime(visitorNames, async (visitor) => {
        const answer = look(visitor, name, path, await browserOf(visitor).get(path))
        get[visitor] = cellOf(answer, false)
        if (get[visitor] === 'allow') page = answer.text
      })
      if (form)
        await fourAtATime(visitorNames, async (visitor) => {
          const browser = browserOf(visitor)
          const answer = look(visitor, name, path, await browser.post(path, { 'no-such-field': '1' }))
          post[visitor] = cellOf(answer, true)
          const refusal = `${visitor} ${post[visitor]}`
          if (post[visitor] !== 'allow' && page !== '' && !sentInFull.has(refusal)) {
            sentInFull.add(refusal)
            look(visitor, name, path, await browser.post(path, plausibleFields(page)))
          }
        })
      found.push({ state: record.state, get, post })
    }
    walk.lines.push(
      ...linesOf(
        name,
        'GET',
        found.map(({ state, get }) => ({ state, cells: get })),
      ),
    )
    if (form)
      walk.lines.push(
        ...linesOf(
          name,
          'POST',
          found.map(({ state, post }) => ({ state, cells: post })),
        ),
      )
  }
  return walk

  function browserOf(visitor: VisitorName): TestBrowser {
    const browser = browsers.get(visitor)
    if (!browser) throw new Error(`nobody is called ${visitor}`)
    return browser
  }
}

/** States that answer everybody alike share a line. */
function linesOf(
  route: string,
  method: AccessLine['method'],
  found: { state: string; cells: Record<string, Cell> }[],
): AccessLine[] {
  const groups = new Map<string, AccessLine>()
  for (const { state, cells } of found) {
    const key = visitorNames.map((visitor) => cells[visitor]).join()
    const line = groups.get(key)
    if (line) line.states += ` ${state}`
    else groups.set(key, { route, method, states: state, cells: cells as AccessLine['cells'] })
  }
  return [...groups.values()]
}

/** The matrix as a table of comma-separated values. */
export function asTable(lines: readonly AccessLine[]): string {
  const head = ['route', 'method', 'states', ...visitorNames].join(',')
  const rows = lines.map((line) =>
    [line.route, line.method, line.states, ...visitorNames.map((visitor) => line.cells[visitor])].join(','),
  )
  return `${[head, ...rows].join('\n')}\n`
}
