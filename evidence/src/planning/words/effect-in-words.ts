import { decimalsFor, decimalsOf, writeAmount, writeNumber } from './numbers-in-words.ts'
import type { Writing } from './phrases.ts'
import type { Ground, Statement } from './statement.ts'

type Effect = Extract<Statement, { kind: 'effect' }>

/**
 * An effect in sentences: told with its ground when the range lies on one side of nothing, told as open when it does
 * not, and told as too small when even its better end is under what was agreed to be worth having.
 */
export function effectInWords(writing: Writing, effect: Effect): string[] {
  const { language, phrases } = writing
  const { estimate, low, high, betterIs, smallestWorthwhile } = effect
  const decimals = decimalsFor(high - low)
  const best = betterIs === 'lower' ? -low : high
  const tooSmall = smallestWorthwhile !== undefined && best < smallestWorthwhile
  if (low <= 0 && high >= 0) {
    if (!Number.isFinite(low) || !Number.isFinite(high)) return [phrases.cannotTellYet, phrases.lackOfData]
    const ends = [low, high].map((limit) => valued(writing, limit, decimals, betterIs)) as [string, string]
    if (betterIs === 'lower') ends.reverse()
    return tooSmall
      ? [
          phrases.smallEitherWay(ends[0], ends[1]),
          underWorthwhile(writing, effect, best, decimals),
          phrases.onlyHere,
        ]
      : [phrases.cannotTellYet, phrases.anything(ends[0], ends[1]), phrases.lackOfData]
  }
  const sizes = [Math.abs(low), Math.abs(high)].toSorted((a, b) => a - b)
  const change = phrases.change(
    writing.outcome.lead,
    writeAmount(language, Math.abs(estimate), decimals, writing.outcome.unit),
    estimate < 0 ? (writing.outcome.less ?? phrases.less) : (writing.outcome.more ?? phrases.more),
    phrases.likely(writeNumber(language, sizes[0]!, decimals), writeNumber(language, sizes[1]!, decimals)),
  )
  const limits = tooSmall && best > 0 ? underWorthwhile(writing, effect, best, decimals) : phrases.onlyHere
  return [change, groundInWords(writing, effect.ground), limits]
}

function underWorthwhile(writing: Writing, effect: Effect, best: number, decimals: number): string {
  const { language, phrases, outcome } = writing
  const worthwhile = effect.smallestWorthwhile ?? 0
  return phrases.underWorthwhile(
    writeNumber(language, best, decimals),
    writeAmount(language, worthwhile, decimalsOf(worthwhile), outcome.unit),
  )
}

/** A signed change without its sign: "3 minutes worse", or "3 minutes less" where no direction is better. */
function valued(writing: Writing, change: number, decimals: number, betterIs: Effect['betterIs']): string {
  const { language, phrases, outcome } = writing
  const amount = writeAmount(language, Math.abs(change), decimals, outcome.unit)
  if (betterIs === undefined) {
    return `${amount} ${change < 0 ? (outcome.less ?? phrases.less) : (outcome.more ?? phrases.more)}`
  }
  const good = betterIs === 'higher' ? change >= 0 : change <= 0
  return `${amount} ${good ? phrases.better : phrases.worse}`
}

/** How sure and why, in one or two sentences. */
export function groundInWords(writing: Writing, ground: Ground): string {
  const { language, phrases } = writing
  const count = (value: number): string => writeNumber(language, value)
  switch (ground.kind) {
    case 'lot-draws':
      return phrases.lotDraws(count(ground.asExtreme), count(ground.possible))
    case 'lot': {
      if (ground.p < 0.0015) return phrases.lotRare
      const outOf = ground.p < 0.015 ? 1000 : 100
      return phrases.lotChance(count(Math.round(ground.p * outOf)), count(outOf))
    }
    case 'comparison':
      return ground.places === 1 ? phrases.comparisonWithOne : phrases.comparison(count(ground.places))
    case 'series':
      return phrases.series
    case 'before-after':
      return phrases.beforeAfter
  }
}
