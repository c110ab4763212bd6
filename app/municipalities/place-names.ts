import type { Lang } from '../platform/language.ts'
import { municipalityByCode } from './register.ts'

/** What the name does in the sentence: names it, owns something, is where, whence or whither. */
export type PlaceCase = 'nominative' | 'genitive' | 'in' | 'from' | 'to'

/**
 * The name of a municipality as it stands in a sentence: Keitele, Keiteleen, Keiteleellä, Keiteleeltä, Keiteleelle;
 * i Keitele, på Karlö; in Keitele, Keitele’s. Finnish forms and Swedish prepositions are data, never glued together,
 * because usage decides between inner and outer cases. Throws when the code is unknown.
 */
export function placeName(code: string, lang: Lang, placeCase: PlaceCase = 'nominative'): string {
  const municipality = municipalityByCode(code)
  if (!municipality) throw new Error(`no municipality has the code ${code}`)
  const name = municipality.name[lang]
  if (placeCase === 'nominative') return name
  if (lang === 'fi') return municipality.finnishForms[placeCase]
  if (lang === 'sv') {
    if (placeCase === 'from') return `från ${name}`
    if (placeCase === 'to') return `till ${name}`
    return municipality.swedishForms[placeCase]
  }
  return placeCase === 'genitive' ? `${name}’s` : `${placeCase} ${name}`
}
