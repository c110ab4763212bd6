import type { Lang } from './language.ts'

/** All clocks shown to people run on Finnish time. */
export const timeZone = 'Europe/Helsinki'

const locales: Record<Lang, string> = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' }

const cache = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>()

function numberFormat(lang: Lang, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `n${lang}${JSON.stringify(options)}`
  let format = cache.get(key) as Intl.NumberFormat | undefined
  if (!format) cache.set(key, (format = new Intl.NumberFormat(locales[lang], options)))
  return format
}

function dateFormat(lang: Lang, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `d${lang}${JSON.stringify(options)}`
  let format = cache.get(key) as Intl.DateTimeFormat | undefined
  if (!format) cache.set(key, (format = new Intl.DateTimeFormat(locales[lang], options)))
  return format
}

/** A number as the language writes it: 1 234,5 in Finnish and Swedish, 1,234.5 in English. At most `decimals` decimals (default 2). */
export function formatNumber(lang: Lang, value: number, decimals = 2): string {
  return numberFormat(lang, { maximumFractionDigits: decimals }).format(value)
}

/** A change with its sign always shown: +3,5, −2 or 0. */
export function formatChange(lang: Lang, value: number, decimals = 2): string {
  return numberFormat(lang, { maximumFractionDigits: decimals, signDisplay: 'exceptZero' }).format(value)
}

/** Euros without cents when there are none: 500 €, 1,50 €. */
export function formatEuros(lang: Lang, euros: number): string {
  const decimals = Number.isInteger(euros) ? 0 : 2
  return numberFormat(lang, {
    style: 'currency',
    currency: 'EUR',
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(euros)
}

/** Hours of work in hours and minutes: 3 h 30 min, 45 min, 2 h. `hours` is decimal hours, 0 or more. */
export function formatHours(lang: Lang, hours: number): string {
  const minutes = Math.round(hours * 60)
  const whole = Math.floor(minutes / 60)
  const rest = minutes % 60
  if (rest === 0) return `${formatNumber(lang, whole)} h`
  return whole === 0 ? `${rest} min` : `${formatNumber(lang, whole)} h ${rest} min`
}

/** A share between 0 and 1 as whole per cent: 45 % (Finnish, Swedish), 45% (English). */
export function formatShare(lang: Lang, share: number): string {
  return numberFormat(lang, { style: 'percent', maximumFractionDigits: 0 }).format(share)
}

/** Words with a capital at the beginning, as a sentence or an option that stands alone has it. */
export function capitalised(words: string): string {
  return words.charAt(0).toLocaleUpperCase('fi') + words.slice(1)
}

/** Days are kept as ISO text, `2025-12-24`; noon keeps them on the same day in every time zone of ours. */
function momentOf(day: string | Date): Date {
  return typeof day === 'string' ? new Date(day.length === 10 ? `${day}T12:00:00Z` : day) : day
}

/** A day in short: 24.12.2025 (Finnish, Swedish) or 24 December 2025 (English). Takes an ISO day or a moment. */
export function formatDate(lang: Lang, day: string | Date): string {
  if (lang === 'en')
    return dateFormat(lang, { day: 'numeric', month: 'long', year: 'numeric', timeZone }).format(
      momentOf(day),
    )
  return dateFormat('fi', { day: 'numeric', month: 'numeric', year: 'numeric', timeZone }).format(
    momentOf(day),
  )
}

/** Day and clock time: 24.12.2025 klo 9.30, 24.12.2025 kl. 9.30, 24 December 2025 at 09:30. */
export function formatMoment(lang: Lang, moment: Date): string {
  const parts = dateFormat('en', {
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
    timeZone,
  }).formatToParts(moment)
  const hour = parts.find((p) => p.type === 'hour')?.value ?? '00'
  const minute = parts.find((p) => p.type === 'minute')?.value ?? '00'
  if (lang === 'en') return `${formatDate(lang, moment)} at ${hour}:${minute}`
  return `${formatDate(lang, moment)} ${lang === 'fi' ? 'klo' : 'kl.'} ${Number(hour)}.${minute}`
}

/** The day in Finland at a moment, as ISO text `2025-12-24`. */
export function dayOf(moment: Date): string {
  return dateFormat('en', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone })
    .formatToParts(moment)
    .reduce((day, part) => day.replace(part.type, part.value), 'year-month-day')
}

/** The moment at which a clock in Finland shows this day and time. `clock` is `HH:MM`. */
export function momentInFinland(day: string, clock: string): Date {
  const guess = new Date(`${day}T${clock}:00Z`)
  const shown = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(guess)
  const offset = new Date(`${shown.replace(' ', 'T')}Z`).getTime() - guess.getTime()
  return new Date(guess.getTime() - offset)
}

/** An ISO day moved by a number of days (negative goes back). */
export function addDays(day: string, days: number): string {
  const moment = momentOf(day)
  moment.setUTCDate(moment.getUTCDate() + days)
  return moment.toISOString().slice(0, 10)
}

/** An ISO day moved by months; the last day of a shorter month stands in for a day that is missing there. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const lastDay = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastDay))).toISOString().slice(0, 10)
}

/**
 * Reads a number as people in Finland write it: `3,5`, `3.5`, `1 234,5`, `−2`. A comma or point is the decimal mark;
 * blanks (also no-break ones) between thousands are allowed. Returns undefined when the text is anything else.
 */
export function parseDecimal(text: string): number | undefined {
  const tidy = text.trim().replaceAll('\u2212', '-')
  if (!/^[+-]?(\d{1,3}([ \u00a0\u202f]\d{3})+|\d{1,15})([.,]\d{1,9})?$/.test(tidy)) return undefined
  return Number(tidy.replaceAll(/[ \u00a0\u202f]/g, '').replace(',', '.'))
}

/** Reads a day: `24.12.2025`, `24.12.25` is refused, ISO `2025-12-24`. Returns ISO text, or undefined when no such day exists. */
export function parseDay(text: string): string | undefined {
  const tidy = text.trim()
  const finnish = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(tidy)
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(tidy)
  const [year, month, day] = finnish
    ? [Number(finnish[3]), Number(finnish[2]), Number(finnish[1])]
    : iso
      ? [Number(iso[1]), Number(iso[2]), Number(iso[3])]
      : [0, 0, 0]
  if (year < 1900 || year > 2200) return undefined
  const moment = new Date(Date.UTC(year, month - 1, day))
  if (moment.getUTCMonth() !== month - 1 || moment.getUTCDate() !== day) return undefined
  return moment.toISOString().slice(0, 10)
}

/** An ISO day as a person would type it in a form of this language: 24.12.2025. */
export function dayForInput(day: string | null | undefined): string {
  if (!day) return ''
  const [year, month, date] = day.split('-').map(Number)
  return `${date}.${month}.${year}`
}

/** A number as a person would type it in a form of this language. */
export function numberForInput(lang: Lang, value: number | null | undefined): string {
  if (value === null || value === undefined) return ''
  return lang === 'en' ? String(value) : String(value).replace('.', ',')
}
