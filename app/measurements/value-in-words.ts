import type { Measure } from '../experiments/index.ts'
import { formatNumber } from '../platform/format.ts'
import type { Lang } from '../platform/language.ts'
import { texts } from '../texts/index.ts'
import type { SeriesPoint } from './observation.ts'

/**
 * A reading with its unit, the face in words, or the answer on its scale: "12 ateriaa", "hyvin", "5/5 (erittäin)". Means of
 * faces are numbers.
 */
export function valueInWords(
  lang: Lang,
  measure: Pick<Measure, 'kind' | 'unit' | 'scaleLow' | 'scaleHigh'>,
  value: number,
): string {
  if (measure.kind === 'faces') {
    const names: Record<number, string> = texts[lang].measurements.faceNames
    return names[value] ?? formatNumber(lang, value)
  }
  if (measure.kind === 'scale') {
    const end = value === 1 ? measure.scaleLow : value === 5 ? measure.scaleHigh : null
    return `${formatNumber(lang, value)}/5${end ? ` (${end})` : ''}`
  }
  return `${formatNumber(lang, value)} ${measure.unit}`.trim()
}

/** The mean of some numbers; undefined when there are none. */
export function mean(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length
}

/** The middle one of some numbers (mean of the two middle ones); undefined when there are none. */
export function median(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((a, b) => a - b)
  const upper = sorted[Math.floor(sorted.length / 2)]
  const lower = sorted[Math.ceil(sorted.length / 2) - 1]
  return upper === undefined || lower === undefined ? undefined : (upper + lower) / 2
}

/** How many days a series has, before the trial and during it, in one sentence for its chart. */
export function seriesInWords(lang: Lang, name: string, series: readonly SeriesPoint[]): string {
  const words = texts[lang].measurements.section
  if (series.length === 1) return words.sentenceOne(name)
  const before = series.filter((point) => point.phase === 'before').length
  return words.sentence({ name, n: series.length, before, during: series.length - before })
}
