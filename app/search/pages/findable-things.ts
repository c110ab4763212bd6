import type { Lang } from '../../platform/language.ts'
import type { AddressName } from '../../platform/web/address.ts'

/** A choice in a filter, with its word in each language. */
export interface FindableChoice {
  readonly value: string
  readonly word: (lang: Lang) => string
}

/** What the site has to find: the search itself knows none of the rooms whose records it holds. */
export interface FindableThings {
  /** `address` is where a record of this kind has its page; without one the link leads to its source. */
  readonly kinds: readonly (FindableChoice & { readonly address?: AddressName })[]
  readonly themes: readonly FindableChoice[]
  readonly states: readonly {
    readonly group: (lang: Lang) => string
    readonly choices: readonly FindableChoice[]
  }[]
}
