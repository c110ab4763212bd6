import {
  decimalsFor,
  decimalsOf,
  writeAmount,
  writeNumber,
  type Language,
  type UnitWords,
} from './numbers-in-words.ts'
import type { Phrases, Writing } from './phrases.ts'
import { phrasesEn } from './phrases-en.ts'
import { phrasesFi } from './phrases-fi.ts'
import { phrasesSv } from './phrases-sv.ts'
import { refusalText } from './check-texts.ts'
import { effectInWords, groundInWords } from './effect-in-words.ts'
import type { OutcomeWords, Statement } from './statement.ts'

const phrasesIn: Record<Language, Phrases> = { fi: phrasesFi, sv: phrasesSv, en: phrasesEn }

/**
 * A finding in two or three sentences: the amount first in its unit, then the range, how sure and why, and what it
 * cannot tell. A number that is undefined gives the sentences of a refusal. Names and units in `outcome` are in the
 * language asked for and are never inflected.
 * @example
 * findingInWords('en', { kind: 'level', before: 41, after: 52 }, { lead: 'Visits a week:', unit: { one: '', many: '' } })[0] // => "Visits a week: 52, before 41."
 */
export function findingInWords(language: Language, statement: Statement, outcome: OutcomeWords): string[] {
  const phrases = phrasesIn[language]
  const writing: Writing = { language, phrases, outcome }
  if (hasUndefinedNumber(statement)) return refusalInWords(writing, 'not-enough-data')
  switch (statement.kind) {
    case 'effect':
      return effectInWords(writing, statement)
    case 'level': {
      const decimals = decimalsFor(Math.abs(statement.after - statement.before))
      const after = writeAmount(language, statement.after, decimals, outcome.unit)
      return [
        phrases.levels(outcome.lead, after, writeNumber(language, statement.before, decimals)),
        phrases.nothingCompared,
      ]
    }
    case 'shares': {
      const { treated, comparison } = statement
      const [yes, of, otherYes, otherOf] = [treated.yes, treated.of, comparison.yes, comparison.of].map(
        (count) => writeNumber(language, count),
      ) as [string, string, string, string]
      return [
        phrases.counts(yes, of, otherYes, otherOf),
        groundInWords(writing, statement.ground),
        phrases.onlyHere,
      ]
    }
    case 'synthetic':
      return syntheticInWords(writing, statement)
    case 'chart':
      return chartInWords(writing, statement)
    case 'pooled':
      return pooledInWords(writing, statement)
    case 'small-survey':
      return statement.answers < 5
        ? refusalInWords(writing, 'suppressed')
        : [phrases.smallSurvey(writeNumber(language, statement.answers)), phrases.smallSurveyMeaning]
    case 'refusal':
      return refusalInWords(writing, statement.code)
    default:
      return otherInWords(writing, statement)
  }
}

function otherInWords(
  writing: Writing,
  statement: Extract<
    Statement,
    { kind: 'survey' | 'values' | 'median-time' | 'belief' | 'ranks' | 'more-data' | 'decision' }
  >,
): string[] {
  const { language, phrases, outcome } = writing
  const count = (value: number): string => writeNumber(language, value)
  switch (statement.kind) {
    case 'survey': {
      const decimals = decimalsFor(statement.high - statement.low)
      const amount = writeAmount(language, statement.estimate, decimals, outcome.unit)
      const range = rangeInWords(writing, statement.low, statement.high, decimals)
      return [phrases.surveyMean(outcome.lead, amount, range, count(statement.answers)), phrases.surveyLimits]
    }
    case 'values': {
      const decimals = Math.max(...statement.values.map(decimalsOf), 0)
      const list = statement.values.map((value) => writeNumber(language, value, decimals))
      const separator = language === 'en' ? ', ' : '; '
      return [
        phrases.values(outcome.lead, withUnit(list.join(separator), outcome.unit)),
        phrases.valuesMeaning,
      ]
    }
    case 'median-time': {
      const { median, low, high, people } = statement
      if (median === null)
        return [phrases.medianNotReached(outcome.lead), phrases.medianLimits(count(people))]
      const decimals = low === null || high === null ? 0 : decimalsFor(high - low)
      const amount = writeAmount(language, median, decimals, outcome.unit)
      const limits = [low, high].map((limit) =>
        limit === null ? '?' : writeNumber(language, limit, decimals),
      )
      const range = phrases.likely(limits[0]!, limits[1]!)
      return [phrases.medianTime(outcome.lead, amount, range), phrases.medianLimits(count(people))]
    }
    case 'belief': {
      // Neither 0 nor 100 of a hundred: a chance this clear is still no certainty.
      const times = Math.min(99, Math.max(1, Math.round(100 * statement.probabilityBetter)))
      return [phrases.beliefBetter(count(times)), phrases.beliefLimits]
    }
    case 'ranks': {
      const larger = statement.higher >= 0.5
      const share = larger ? statement.higher : 1 - statement.higher
      // As with beliefs, never all of a hundred.
      return [phrases.ranks[larger ? 'higher' : 'lower'](count(Math.min(99, Math.round(100 * share))))]
    }
    case 'more-data': {
      const money = { one: '€', many: '€' }
      const extra = writeAmount(language, statement.units, 0, outcome.unit)
      const amounts = [statement.cost, statement.worth].map((amount) =>
        writeAmount(language, amount, 0, money),
      )
      const say = statement.worth > statement.cost ? phrases.moreDataPays : phrases.moreDataDoesNot
      return [say(extra, amounts[0]!, amounts[1]!), phrases.moreDataLimits]
    }
    case 'decision': {
      const decimals = decimalsFor(statement.high - statement.low)
      const amount = writeAmount(language, statement.estimate, decimals, outcome.unit)
      const range = rangeInWords(writing, statement.low, statement.high, decimals)
      const { smallestWorthwhile } = statement
      const worthwhile = writeAmount(
        language,
        smallestWorthwhile,
        decimalsOf(smallestWorthwhile),
        outcome.unit,
      )
      return [
        phrases.decisionGround(amount, range, worthwhile),
        phrases.decisions[statement.decision],
        phrases.decisionIsYours,
      ]
    }
  }
}

/**
 * With a range, the amount and the range as of any effect. Without one the amount is told only where no other place strays
 * as far: otherwise nothing can be told yet.
 */
function syntheticInWords(writing: Writing, statement: Extract<Statement, { kind: 'synthetic' }>): string[] {
  const { language, phrases, outcome } = writing
  const { estimate, low, high, asLarge, units } = statement
  const ground =
    asLarge > 1
      ? phrases.placebos(writeNumber(language, asLarge), writeNumber(language, units))
      : phrases.noPlaceboAsLarge(writeNumber(language, units))
  if (Number.isFinite(low) && Number.isFinite(high)) {
    const [first = '', second = '', last = ''] = effectInWords(writing, {
      ...statement,
      kind: 'effect',
      ground: { kind: 'comparison', places: units - 1 },
    })
    // An open range tells its ends before the ground; otherwise the placebos are the ground.
    return low <= 0 && high >= 0 ? [first, second, ground, last] : [first, ground, last]
  }
  if (asLarge > 1) return [phrases.cannotTellYet, ground, phrases.lackOfData]
  const amount = writeAmount(language, Math.abs(estimate), decimalsFor(Math.abs(estimate)), outcome.unit)
  const direction = estimate < 0 ? (outcome.less ?? phrases.less) : (outcome.more ?? phrases.more)
  return [phrases.syntheticChange(outcome.lead, amount, direction), ground, phrases.tooFewPlacesForRange]
}

function chartInWords(writing: Writing, statement: Extract<Statement, { kind: 'chart' }>): string[] {
  const { language, phrases } = writing
  const points = writeNumber(language, statement.points)
  if (statement.signal === 'none') return [phrases.chartQuiet(points), phrases.chartQuietMeaning]
  if (statement.signal === 'outside' && statement.points === 1)
    return [phrases.outsideOne, phrases.chartSilentOnReason]
  const silent = statement.signal === 'outside' ? phrases.chartSilentOnReason : phrases.chartSilentOnCause
  return [phrases.chart[statement.signal](points), silent]
}

function pooledInWords(writing: Writing, statement: Extract<Statement, { kind: 'pooled' }>): string[] {
  const { language, phrases } = writing
  const { estimate, low, high, studies, next } = statement
  const place = next && rangeOfNext(writing, next)
  const last = place ?? phrases.noNextPlace
  if (low <= 0 && high >= 0) {
    const [, anything] = effectInWords(writing, {
      ...statement,
      kind: 'effect',
      ground: { kind: 'before-after' },
    })
    return [phrases.cannotTellYet, anything ?? phrases.lackOfData, last]
  }
  const decimals = decimalsFor(high - low)
  const ends = [Math.abs(low), Math.abs(high)].toSorted((a, b) => a - b)
  return [
    phrases.pooled(
      writing.outcome.lead,
      writeAmount(language, Math.abs(estimate), decimals, writing.outcome.unit),
      estimate < 0 ? (writing.outcome.less ?? phrases.less) : (writing.outcome.more ?? phrases.more),
      phrases.likely(writeNumber(language, ends[0]!, decimals), writeNumber(language, ends[1]!, decimals)),
      writeNumber(language, studies),
    ),
    last,
  ]
}

function rangeOfNext(writing: Writing, next: { low: number; high: number }): string {
  const decimals = decimalsFor(next.high - next.low)
  return writing.phrases.nextPlace(
    writeNumber(writing.language, next.low, decimals),
    withUnit(writeNumber(writing.language, next.high, decimals), writing.outcome.unit),
  )
}

/** A range with its signs: "likely 5–39", or "likely −4 to 9" where a limit is negative. */
function rangeInWords(writing: Writing, low: number, high: number, decimals: number): string {
  const { language, phrases } = writing
  const ends = [low, high].map((limit) => writeNumber(language, limit, decimals)) as [string, string]
  return low < 0 ? phrases.likelySigned(ends[0], ends[1]) : phrases.likely(ends[0], ends[1])
}

function refusalInWords(writing: Writing, code: Extract<Statement, { kind: 'refusal' }>['code']): string[] {
  return [writing.phrases.refusalLead, refusalText(writing.language, code)]
}

function withUnit(text: string, unit: UnitWords): string {
  return unit.many === '' ? text : `${text}\u00a0${unit.many}`
}

function hasUndefinedNumber(value: unknown): boolean {
  if (typeof value === 'number') return Number.isNaN(value)
  return typeof value === 'object' && value !== null && Object.values(value).some(hasUndefinedNumber)
}
