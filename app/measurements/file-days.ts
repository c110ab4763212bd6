import { dayOf, parseDay } from '../platform/format.ts'

/** Why a cell is not taken for a day. */
export type DayFault = 'bad-day' | 'no-such-hour'

/**
 * The day in Finland that a cell tells, as ISO text: 24.12.2025 or 2025-12-24, with or without a clock time behind it. A time
 * with its offset (…Z, …+02:00) is put into Finnish time first. An hour that the clocks passed over in spring is a fault:
 * then the times of the file are not Finnish ones.
 */
export function readDay(text: string): string | DayFault {
  const plain = parseDay(text)
  if (plain !== undefined) return plain
  const [, date = '', hour = '', minute = '', second = '00', offset] =
    /^(\S+?)(?:[T ]|,? +(?:klo|kl\.) )(\d{1,2})[.:](\d{2})(?:[.:](\d{2})(?:[.,]\d{1,9})?)? ?(Z|[+-]\d{2}:?\d{2})?$/.exec(
      text.trim(),
    ) ?? []
  const day = parseDay(date)
  if (day === undefined || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return 'bad-day'
  if (offset !== undefined) {
    const moment = new Date(`${day}T${hour.padStart(2, '0')}:${minute}:${second}${withColon(offset)}`)
    return Number.isNaN(moment.getTime()) ? 'bad-day' : dayOf(moment)
  }
  return Number(hour) === 3 && isSpringChange(day) ? 'no-such-hour' : day
}

function withColon(offset: string): string {
  return offset === 'Z' || offset.includes(':') ? offset : `${offset.slice(0, 3)}:${offset.slice(3)}`
}

/** The last Sunday in March, on which Finnish clocks go from three to four since 1981. */
function isSpringChange(day: string): boolean {
  return day >= '1981' && /-03-(?:2[5-9]|3[01])$/.test(day) && new Date(`${day}T12:00:00Z`).getUTCDay() === 0
}
