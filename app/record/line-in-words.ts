import { municipalityByCode, placeName } from '../municipalities/index.ts'
import type { Lang } from '../platform/language.ts'
import { texts } from '../texts/index.ts'

/** Every action of the log that has words. */
export const knownActions = Object.keys(texts.fi.record.actions) as (keyof typeof texts.fi.record.actions)[]

/** What was done, in words; the action's own name where it has none. */
export function actionInWords(lang: Lang, action: string): string {
  const { actions } = texts[lang].record
  return Object.hasOwn(actions, action) ? actions[action as keyof typeof actions] : action
}

/** What kind of record it was done to, in words. */
export function kindInWords(lang: Lang, kind: string): string {
  const { kinds } = texts[lang].record
  return Object.hasOwn(kinds, kind) ? kinds[kind as keyof typeof kinds] : kind
}

/** Whose chain it is: a municipality, or the whole country. */
export function chainInWords(lang: Lang, chain: string): string {
  return municipalityByCode(chain) ? placeName(chain, lang) : texts[lang].record.wholeCountry
}

/** For whom somebody acted: a municipality by name, another organisation as such, or themselves. */
export function actingForInWords(lang: Lang, actingFor: string | null | undefined): string {
  const words = texts[lang].record
  if (actingFor === null || actingFor === undefined) return words.forOneself
  return municipalityByCode(actingFor) ? placeName(actingFor, lang) : words.forOrganisation
}
