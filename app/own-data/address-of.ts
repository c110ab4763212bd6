import type { Lang } from '../platform/language.ts'

/** The whole address of a page that letters lead to. */
export type AddressOf = (name: 'sign-in' | 'consents' | 'lessons', lang: Lang) => string
