import type { Lang } from '../../platform/language.ts'

const months: Record<Lang, (month: number) => string> = {
  fi: (month) => `${month}.`,
  sv: (month) => `${month}.`,
  en: (month) =>
    ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'][month - 1] ?? '',
}

/** A label under a time axis: the day, and the year where it is the first label or another year than the one before. */
export type DayLabel = { day: number; text: string; year?: string }

/** The same day in short, without its year: 24.12. (Finnish, Swedish) or 24 Dec (English). `day` is days since 1970. */
export function shortDay(lang: Lang, day: number): string {
  const moment = new Date(day * 86_400_000)
  const month = months[lang](moment.getUTCMonth() + 1)
  return lang === 'en' ? `${moment.getUTCDate()} ${month}` : `${moment.getUTCDate()}.${month}`
}

/** Evenly spread days from `from` to `to` (both included, days since 1970), at most `wanted` of them, with their labels. */
export function dayLabels(lang: Lang, from: number, to: number, wanted: number): DayLabel[] {
  const count = Math.max(1, Math.min(wanted, to - from + 1))
  const days = Array.from({ length: count }, (_, index) =>
    count === 1 ? from : Math.round(from + ((to - from) * index) / (count - 1)),
  )
  let previousYear: number | undefined
  return days.map((day) => {
    const year = new Date(day * 86_400_000).getUTCFullYear()
    const label = { day, text: shortDay(lang, day), year: year === previousYear ? undefined : String(year) }
    previousYear = year
    return label
  })
}
