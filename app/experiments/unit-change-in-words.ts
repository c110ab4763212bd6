import { formatDate, formatNumber } from '../platform/format.ts'
import type { Lang } from '../platform/language.ts'
import { texts } from '../texts/index.ts'
import type { UnitChange } from './unit-change.ts'

/** From which day on a measure is read in which unit, and what one of it is in the unit of the plan. */
export function unitChangeInWords(
  lang: Lang,
  planUnit: string,
  { day, unit, planUnits }: UnitChange,
): string {
  const words = texts[lang].experiments.departure.unit
  const from = formatDate(lang, day)
  return planUnits === null
    ? words.fromApart(from, unit, planUnit)
    : words.from(from, unit, `${formatNumber(lang, planUnits)} ${planUnit}`.trim())
}
