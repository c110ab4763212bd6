import { formatEuros, formatHours } from '../platform/format.ts'
import type { Lang } from '../platform/language.ts'
import { texts } from '../texts/index.ts'
import type { ResourceKnown } from './resource-picture.ts'

/** What is known of a resource, in one line: the plan's words first, then what daily work shows. Empty when nothing is. */
export function resourceInWords(lang: Lang, known: ResourceKnown): string {
  const words = texts[lang].resources
  const parts = [known.words ?? '']
  if (known.hours) {
    const { pondered, logged, planned } = known.hours
    if (pondered > 0) parts.push(words.pondered(formatHours(lang, pondered)))
    if (logged > 0) parts.push(words.logged(formatHours(lang, logged)))
    if (planned !== null) parts.push(words.planned(formatHours(lang, planned)))
  }
  if (known.euros) {
    const { used, planned } = known.euros
    if (used > 0) parts.push(words.used(formatEuros(lang, used)))
    if (planned !== null) parts.push(words.planned(formatEuros(lang, planned)))
  }
  if (known.partners) parts.push(words.partners(known.partners))
  return parts.filter(Boolean).join(' · ')
}
