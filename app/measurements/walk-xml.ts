import type { InTurns } from '../platform/in-turns.ts'

/** What is told while a document is gone through. Names come without their prefix. */
export interface XmlListener {
  open: (name: string, attributes: string) => void
  /** `text` is what stood directly before the closing tag. */
  close: (name: string, text: string) => void
}

const tagsInOnePiece = 20_000
const namedLetters: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

/**
 * Goes through the tags of an XML document as spreadsheets write them, in one pass and in time that grows with its length
 * alone. Nothing is fetched and nothing defined: a document that brings definitions of its own is not read. False when it
 * is cut short or brings them.
 */
export function* walkXml(xml: string, listener: XmlListener): InTurns<boolean> {
  let depth = 0
  let textFrom = 0
  let at = xml.indexOf('<')
  for (let tags = 1; at >= 0; tags++, at = xml.indexOf('<', at)) {
    if (tags % tagsInOnePiece === 0) yield
    if (xml.startsWith('<!--', at)) {
      at = xml.indexOf('-->', at)
      if (at < 0) return false
      continue
    }
    if (xml[at + 1] === '!') return false
    const end = endOfTag(xml, at)
    if (end < 0) return false
    if (xml[at + 1] === '?') {
      at = end
      continue
    }
    if (xml[at + 1] === '/') {
      depth--
      listener.close(localName(xml.slice(at + 2, end).trim()), unescaped(xml.slice(textFrom, at)))
    } else {
      const itself = xml[end - 1] === '/'
      const inner = xml.slice(at + 1, itself ? end - 1 : end)
      const nameEnds = inner.search(/\s/)
      const name = localName(nameEnds < 0 ? inner : inner.slice(0, nameEnds))
      listener.open(name, nameEnds < 0 ? '' : inner.slice(nameEnds))
      if (itself) listener.close(name, '')
      else depth++
    }
    textFrom = end + 1
    at = end
  }
  return depth === 0
}

/** The end of the tag that begins at a place, over what stands in quotation marks. */
function endOfTag(xml: string, from: number): number {
  let quote = ''
  for (let at = from + 1; at < xml.length; at++) {
    const letter = xml[at] ?? ''
    if (quote !== '') {
      if (letter === quote) quote = ''
    } else if (letter === '"' || letter === "'") quote = letter
    else if (letter === '>') return at
  }
  return -1
}

function localName(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

/** The value of an attribute, whatever its prefix; undefined when the tag has none of that name. */
export function attributeOf(attributes: string, name: string): string | undefined {
  for (let at = attributes.indexOf(name); at >= 0; at = attributes.indexOf(name, at + 1)) {
    const before = attributes[at - 1]
    const quote = attributes[at + name.length + 1]
    if (!(before === ':' || before === ' ' || before === '\n' || before === '\t' || before === '\r')) continue
    if (attributes[at + name.length] !== '=' || (quote !== '"' && quote !== "'")) continue
    const from = at + name.length + 2
    const end = attributes.indexOf(quote, from)
    return end < 0 ? undefined : unescaped(attributes.slice(from, end))
  }
  return undefined
}

function unescaped(text: string): string {
  if (!text.includes('&')) return text
  return text.replaceAll(/&(#x?[0-9a-f]{1,6}|[a-z]{2,4});/gi, (whole, told: string) => {
    const named = namedLetters[told]
    if (named !== undefined) return named
    if (!told.startsWith('#')) return whole
    const code = /^#x/i.test(told) ? Number.parseInt(told.slice(2), 16) : Number.parseInt(told.slice(1), 10)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd'
  })
}
