import { addresses, routes } from '../app/site.ts'
import type { Somebody } from './person.ts'

export type AddressName = keyof typeof addresses

/** A page that somebody met by following links. */
export interface MetPage {
  name: AddressName
  /** In Finnish, with its query where it has one. */
  path: string
}

const patterns = Object.entries(addresses).map(([name, words]) => ({
  name: name as AddressName,
  pattern: new RegExp(
    `^/fi${words.fi === '/' ? '' : words.fi.replaceAll('.', '\\.').replaceAll(/:(\w+)/g, (_, part: string) => (/(^id|Id)$/.test(part) ? '[0-9a-f-]{36}' : '[0-9a-z-]+'))}$`,
  ),
}))

/** Which address a Finnish path is of; undefined for what is not a page, such as assets. */
export function addressOf(path: string): AddressName | undefined {
  const plain = path.split(/[?#]/)[0] ?? ''
  return patterns.find(({ pattern }) => pattern.test(plain))?.name
}

/** Addresses that are not pages: a calendar entry, a plan as a file, a day of the log. */
export const files = (Object.keys(routes) as AddressName[]).filter((name) => routes[name].kind === 'file')

// Pages that look different from record to record are met a few times, every step of the plan form once.
const several: Partial<Record<AddressName, number>> = {
  experiment: 3,
  lesson: 2,
  plan: 2,
  idea: 2,
  'log-measure': 2,
}

/** Follows links from the given paths, breadth first, and returns one page of each address and a few of those that vary. */
export async function walkFrom(
  who: Pick<Somebody, 'fetches'>,
  starts: readonly string[],
): Promise<MetPage[]> {
  const met = new Map<string, MetPage[]>()
  const seen = new Set(starts)
  const waiting = [...starts]
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const name = addressOf(path)
    if (name === undefined || files.includes(name)) continue
    const kind = name === 'plan-step' ? path.replace(/.*\//, 'step ') : name
    const alike = met.get(kind) ?? []
    if (alike.length >= (several[name] ?? 1)) continue
    const { status, text } = await who.fetches(path)
    if (status === 302 || status === 303) continue
    if (status !== 200) throw new Error(`${path}, found by a link, answered ${status}.`)
    met.set(kind, [...alike, { name, path }])
    for (const link of linksIn(text)) {
      if (seen.has(link)) continue
      seen.add(link)
      waiting.push(link)
    }
  }
  return [...met.values()].flat()
}

function linksIn(html: string): string[] {
  return [...html.matchAll(/<a [^>]*href="(\/fi[^"#]*)/g)].map((match) =>
    (match[1] ?? '').replaceAll('&amp;', '&'),
  )
}
