/** An element of a page. */
export interface Element {
  tag: string
  attributes: Record<string, string>
  parent: Element | undefined
  children: (Element | string)[]
}

const empty = /^(area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/
const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' }
const decoded = (text: string) =>
  text.replaceAll(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal?: string, hex?: string, name = '') =>
    (decimal ?? hex) ? String.fromCodePoint(Number(decimal ?? `0x${hex}`)) : (named[name as string] ?? whole),
  )

/**
 * The tree of a page that the service itself has written: every element is closed where it was opened, so that none has to be
 * guessed. Throws where that is not so.
 */
export function treeOf(html: string): Element {
  const root: Element = { tag: '', attributes: {}, parent: undefined, children: [] }
  let open = root
  const parts =
    /<!--.*?-->|<!doctype[^>]*>|<\/([\w-]+)\s*>|<([\w-]+)((?:\s+[^\s=>/]+(?:="[^"]*")?)*)\s*(\/?)>|([^<]+)/gis
  let read = 0
  for (const part of html.matchAll(parts)) {
    if (part.index !== read) break
    read += part[0].length
    const [, closed, tag, written = '', closesItself, text] = part
    if (text !== undefined) open.children.push(decoded(text))
    else if (closed !== undefined) {
      if (open.tag !== closed || open.parent === undefined)
        throw new Error(`</${closed}> closes <${open.tag}>.`)
      open = open.parent
    } else if (tag !== undefined) {
      const attributes = Object.fromEntries(
        [...written.matchAll(/([^\s=]+)(?:="([^"]*)")?/g)].map(([, name, value = '']) => [
          name,
          decoded(value),
        ]),
      )
      const element: Element = { tag, attributes, parent: open, children: [] }
      open.children.push(element)
      if (!empty.test(tag) && closesItself === '') open = element
    }
  }
  if (read < html.length) throw new Error(`What is “${html.slice(read, read + 100)}”?`)
  return root
}

/** All elements below one, in the order of the page. */
export function allIn(element: Element): Element[] {
  return element.children.flatMap((child) => (typeof child === 'string' ? [] : [child, ...allIn(child)]))
}

/** What stands in an element, every stretch of white space as one space; without what is hidden from those who listen. */
export function wordsOf(element: Element): string {
  const raw = (one: Element): string =>
    one.children
      .map((child) => {
        if (typeof child === 'string') return child
        return child.attributes['aria-hidden'] === 'true' ? '' : raw(child)
      })
      .join('')
  return raw(element).replaceAll(/\s+/g, ' ').trim()
}

/** The nearest element around one that has the tag; undefined when none has. */
export function around(element: Element, tag: string): Element | undefined {
  let one = element.parent
  while (one !== undefined && one.tag !== tag) one = one.parent
  return one
}
