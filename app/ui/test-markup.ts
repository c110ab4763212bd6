import type { Child } from 'hono/jsx'

/** The HTML of a component, for tests to look into. Components of the kit are synchronous. */
export function markupOf(element: Child): string {
  return String(element)
}

/** Every value of an attribute in a piece of HTML, in order. */
export function valuesOf(markup: string, attribute: string): string[] {
  return [...markup.matchAll(new RegExp(`\\s${attribute}="([^"]*)"`, 'g'))].map((match) => match[1] ?? '')
}

/** The text between the tags of every element of a name, without further tags inside. */
export function textsOf(markup: string, element: string): string[] {
  return [...markup.matchAll(new RegExp(`<${element}(?:\\s[^>]*)?>(.*?)</${element}>`, 'gs'))].map((match) =>
    (match[1] ?? '').replaceAll(/<[^>]*>/g, '').trim(),
  )
}
