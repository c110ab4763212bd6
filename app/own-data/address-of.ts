import type { Lang } from '../platform/language.ts'
import type { Parameters } from '../platform/web/address.ts'

/** The whole address of a page that letters lead to. */
export type AddressOf = (
  name: 'sign-in' | 'consents' | 'lesson',
  lang: Lang,
  parameters?: Parameters,
) => string
