import { decimalsFor, findingInWords } from '@uskalla/evidence'
import { outcomeWords } from '../evaluations/index.ts'
import type { Measure } from '../experiments/index.ts'
import { formatChange, formatNumber } from '../platform/format.ts'
import type { Lang } from '../platform/language.ts'
import { texts } from '../texts/index.ts'
import type { PooledFamily, PooledResult } from './pooled-family.ts'
import type { FamilyPool } from './read-pool.ts'

/** What a family shows together, in sentences: the amount, its range, what it says of the next municipality. */
export function pooledInWords(lang: Lang, measure: Measure, { result, places }: PooledFamily): string[] {
  const words = texts[lang].pooling
  if (!result) return [places.length === 1 ? words.single : words.nothingYet]
  return findingInWords(
    lang,
    {
      kind: 'pooled',
      studies: places.length,
      estimate: result.effect,
      low: result.low,
      high: result.high,
      next: result.next,
    },
    outcomeWords(measure),
  )
}

/** One sentence of what a family shows together, for cards; undefined where fewer than two municipalities have told. */
export function togetherInWords(lang: Lang, pool: FamilyPool | undefined): string | undefined {
  if (!pool?.measure || !pool.kept.pooled.result) return undefined
  const [first = '', second = ''] = pooledInWords(lang, pool.measure, pool.kept.pooled)
  const { low, high } = pool.kept.pooled.result
  // Where the range leaves open whether anything changed, the first sentence says only that.
  return low <= 0 && high >= 0 ? `${first} ${second}` : first
}

/** How much municipalities differ, in the measure's own unit. */
export function spreadInWords(lang: Lang, measure: Measure, result: PooledResult): string[] {
  const words = texts[lang].pooling
  const decimals = decimalsFor(result.high - result.low)
  if (Number(result.spread.toFixed(decimals)) === 0) return [words.spreadNone]
  const { spreadLow, spreadHigh } = result
  return [
    words.spread(amountOf(lang, measure, result.spread, decimals)),
    ...(spreadLow === null || spreadHigh === null
      ? []
      : [
          words.spreadRange(
            formatNumber(lang, spreadLow, decimals),
            amountOf(lang, measure, spreadHigh, decimals),
          ),
        ]),
  ]
}

/** An amount with the unit of the measure; bare on a scale. */
export function amountOf(lang: Lang, measure: Measure, amount: number, decimals: number): string {
  return withUnit(measure, formatNumber(lang, amount, decimals))
}

/** A change with its sign and unit, and its range: −9 g (−13 … −5). */
export function changeInWords(
  lang: Lang,
  measure: Measure,
  { estimate, low, high }: { estimate: number; low: number; high: number },
): string {
  const decimals = decimalsFor(high - low)
  const written = (value: number) => formatChange(lang, value, decimals)
  return `${withUnit(measure, written(estimate))} (${written(low)} … ${written(high)})`
}

/** A change with its sign and unit. */
export function signedAmount(lang: Lang, measure: Measure, change: number, decimals: number): string {
  return withUnit(measure, formatChange(lang, change, decimals))
}

function withUnit(measure: Measure, text: string): string {
  return measure.kind === 'number' && measure.unit !== '' ? `${text}\u00a0${measure.unit}` : text
}
