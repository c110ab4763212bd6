import type { RefusalCode } from '../../finding.ts'
import type { Decision } from '../decision-rule.ts'
import type { UnitWords } from './numbers-in-words.ts'

/** How the words speak of the outcome. Names are given in the language asked for; nothing is inflected. */
export interface OutcomeWords {
  /** Begins the sentence: "Pupils in the late-start schools slept" or "Waiting time:". */
  lead: string
  unit: UnitWords
  /** After an amount upwards and downwards: "more" and "less" when left out. */
  more?: string
  less?: string
}

/** Why an effect is believed. */
export type Ground =
  /** Drawn by lot: how many of the possible draws would look as lopsided. */
  | { kind: 'lot-draws'; asExtreme: number; possible: number }
  /** Drawn by lot, with the chance of such a difference without any effect. */
  | { kind: 'lot'; p: number }
  /** Compared with similar places over the same time. */
  | { kind: 'comparison'; places: number }
  /** One series, compared with its own past. */
  | { kind: 'series' }
  /** The same units before and after. */
  | { kind: 'before-after' }

/** What is to be said. Amounts are in the outcome's unit. */
export type Statement =
  | {
      kind: 'effect'
      estimate: number
      low: number
      high: number
      ground: Ground
      betterIs?: 'higher' | 'lower'
      /** Smallest change agreed to be worth having, above 0. */
      smallestWorthwhile?: number
    }
  | { kind: 'level'; before: number; after: number }
  | {
      kind: 'shares'
      treated: { yes: number; of: number }
      comparison: { yes: number; of: number }
      ground: Ground
    }
  | { kind: 'chart'; signal: 'above' | 'below' | 'rising' | 'falling' | 'outside' | 'none'; points: number }
  | {
      kind: 'pooled'
      studies: number
      estimate: number
      low: number
      high: number
      next: { low: number; high: number } | null
    }
  | { kind: 'survey'; estimate: number; low: number; high: number; answers: number }
  | { kind: 'small-survey'; answers: number }
  | { kind: 'values'; values: readonly number[] }
  | { kind: 'median-time'; median: number | null; low: number | null; high: number | null; people: number }
  | { kind: 'belief'; probabilityBetter: number }
  /**
   * One place against a weighted mean of others, and how many of all places, it included, stray as far from their own when
   * each is taken for the one that tried. Limits that nothing bounds are infinite.
   */
  | {
      kind: 'synthetic'
      estimate: number
      low: number
      high: number
      asLarge: number
      units: number
      betterIs?: 'higher' | 'lower'
      smallestWorthwhile?: number
    }
  /** Two groups by ranks: the chance, 0–1, that a value of the first is larger, ties counted one half. */
  | { kind: 'ranks'; higher: number }
  | { kind: 'more-data'; units: number; cost: number; worth: number }
  | {
      kind: 'decision'
      decision: Decision
      estimate: number
      low: number
      high: number
      smallestWorthwhile: number
    }
  | { kind: 'refusal'; code: RefusalCode }
