import { languages, type Lang } from '../language.ts'

/** The words of one address in each language; `:name` marks a part that varies, the same names in all. */
export type AddressWords = Record<Lang, string>

/** The site registers its addresses here by declaration merging, so that a link to an unknown page is a type error. */
export interface RegisteredAddresses {}

export type AddressName = RegisteredAddresses extends { names: infer Name extends string } ? Name : string

export type Parameters = Record<string, string>
export type Query = Record<string, string | number | undefined>

/** A place on the site, before it is written out in a language. */
export interface Place {
  name: AddressName
  parameters?: Parameters
  query?: Query
}

let registered: ReadonlyMap<string, AddressWords> = new Map()

/** Called once at start by the site. Refuses addresses whose languages differ in their varying parts. */
export function registerAddresses(addresses: Record<string, AddressWords>): void {
  for (const [name, words] of Object.entries(addresses)) {
    const parts = languages.map((lang) => [...words[lang].matchAll(/:(\w+)/g)].map((m) => m[1]).join())
    if (new Set(parts).size > 1) throw new Error(`address ${name} varies differently in its languages`)
  }
  registered = new Map(Object.entries(addresses))
}

/** The path of a page in a language, for example `/fi/kokeilut/…`. Throws on an unknown name or a missing part. */
export function pathTo(
  lang: Lang,
  name: AddressName,
  parameters: Parameters = {},
  query: Query = {},
): string {
  const words = registered.get(name)
  if (!words) throw new Error(`no address is called ${name}`)
  const path = words[lang].replaceAll(/:(\w+)/g, (_, part: string) => {
    const value = parameters[part]
    if (value === undefined) throw new Error(`address ${name} needs ${part}`)
    return encodeURIComponent(value)
  })
  const asked = Object.entries(query).filter(([, value]) => value !== undefined && value !== '')
  const search = asked.length ? `?${new URLSearchParams(asked.map(([k, v]) => [k, String(v)]))}` : ''
  return `/${lang}${path === '/' ? '' : path}${search}`
}
