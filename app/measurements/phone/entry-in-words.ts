import type { PhoneMeasure } from '../phone-entry.ts'

/** Puts words in the places of a sentence that are marked with braces. */
export function fill(sentence: string, words: Record<string, string | number>): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(words[name] ?? whole))
}

/** A number as the page's language writes it. */
export function numberInWords(lang: string, value: number): string {
  const locale = lang === 'en' ? 'en-GB' : `${lang}-FI`
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 9 }).format(value)
}

/** An ISO day in short: 24.12.2025, in English 24 December 2025. */
export function dayInWords(lang: string, day: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  if (lang !== 'en') return `${date}.${month}.${year}`
  const moment = new Date(Date.UTC(year, month - 1, date))
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(moment)
}

/** What was logged: "Hävikki 48 g", "Lounas: hyvin". `faces` are the words of the three faces by their figures. */
export function entryInWords(
  lang: string,
  measure: Pick<PhoneMeasure, 'name' | 'unit' | 'kind'>,
  value: number,
  faces: Record<string, string>,
): string {
  const figure = measure.kind === 'faces' ? faces[value] : undefined
  return `${measure.name}: ${figure ?? `${numberInWords(lang, value)} ${measure.unit}`.trim()}`
}
