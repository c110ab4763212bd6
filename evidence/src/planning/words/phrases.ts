import type { Language } from './numbers-in-words.ts'
import type { OutcomeWords } from './statement.ts'

/** What writing needs at hand: the language, its sentences and the words of the outcome. */
export interface Writing {
  language: Language
  phrases: Phrases
  outcome: OutcomeWords
}

/**
 * The sentences of one language. Every argument is already written: numbers, amounts with their unit, names. Each
 * method gives whole sentences with their full stop.
 */
export interface Phrases {
  more: string
  less: string
  better: string
  worse: string
  /** "likely 5–39". */
  likely: (low: string, high: string) => string
  /** The same where a limit has a sign: "likely −4 to 9". */
  likelySigned: (low: string, high: string) => string
  change: (lead: string, amount: string, direction: string, range: string) => string
  lotDraws: (asExtreme: string, possible: string) => string
  lotChance: (times: string, outOf: string) => string
  lotRare: string
  comparison: (places: string) => string
  comparisonWithOne: string
  series: string
  beforeAfter: string
  /** What a finding from these units does not tell. */
  onlyHere: string
  cannotTellYet: string
  anything: (from: string, to: string) => string
  /** Both ends lie the same way although the estimate does not exclude nothing. */
  lackOfData: string
  underWorthwhile: (best: string, worthwhile: string) => string
  smallEitherWay: (from: string, to: string) => string
  levels: (lead: string, after: string, before: string) => string
  nothingCompared: string
  counts: (yes: string, of: string, otherYes: string, otherOf: string) => string
  chart: Record<'above' | 'below' | 'rising' | 'falling' | 'outside', (points: string) => string>
  outsideOne: string
  chartQuiet: (points: string) => string
  chartSilentOnCause: string
  chartSilentOnReason: string
  chartQuietMeaning: string
  pooled: (lead: string, amount: string, direction: string, range: string, studies: string) => string
  nextPlace: (low: string, high: string) => string
  noNextPlace: string
  surveyMean: (lead: string, amount: string, range: string, answers: string) => string
  surveyLimits: string
  smallSurvey: (answers: string) => string
  smallSurveyMeaning: string
  values: (lead: string, list: string) => string
  valuesMeaning: string
  medianTime: (lead: string, amount: string, range: string) => string
  medianNotReached: (lead: string) => string
  medianLimits: (people: string) => string
  beliefBetter: (times: string) => string
  beliefLimits: string
  /** An amount without a range, against a comparison put together from other places. */
  syntheticChange: (lead: string, amount: string, direction: string) => string
  placebos: (asLarge: string, units: string) => string
  noPlaceboAsLarge: (units: string) => string
  tooFewPlacesForRange: string
  /** Pairs of a hundred in which the new way has the higher or the lower value. */
  ranks: Record<'higher' | 'lower', (times: string) => string>
  moreDataPays: (extra: string, cost: string, worth: string) => string
  moreDataDoesNot: (extra: string, cost: string, worth: string) => string
  moreDataLimits: string
  decisions: Record<'spread' | 'adapt' | 'stop', string>
  decisionGround: (amount: string, range: string, worthwhile: string) => string
  decisionIsYours: string
  refusalLead: string
}
