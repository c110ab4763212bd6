import { describe, expect, it } from 'vitest'
import { refusalCodes, warningCodes } from '../../finding.ts'
import { studyCheckCodes } from '../check-codes.ts'
import { checkText, checkTextKey, refusalText } from './check-texts.ts'
import { findingInWords } from './finding-in-words.ts'
import { decimalsFor, languages, writeAmount, writeNumber } from './numbers-in-words.ts'
import type { OutcomeWords, Ground, Statement } from './statement.ts'

const sleep: Record<(typeof languages)[number], OutcomeWords> = {
  fi: {
    lead: 'Myöhemmin aloittaneiden koulujen oppilaat nukkuivat',
    unit: { one: 'minuutti', many: 'minuuttia' },
    more: 'pidempään',
  },
  sv: {
    lead: 'Eleverna i skolorna med senare start sov',
    unit: { one: 'minut', many: 'minuter' },
    more: 'längre',
  },
  en: { lead: 'Pupils in the late-start schools slept', unit: { one: 'minute', many: 'minutes' } },
}

const grounds: Ground[] = [
  { kind: 'lot-draws', asExtreme: 2, possible: 36 },
  { kind: 'lot', p: 0.03 },
  { kind: 'lot', p: 0.0001 },
  { kind: 'comparison', places: 12 },
  { kind: 'series' },
  { kind: 'before-after' },
]

const statements: Statement[] = [
  ...grounds.map((ground): Statement => ({ kind: 'effect', estimate: 22, low: 5, high: 39, ground })),
  { kind: 'effect', estimate: 3, low: -3, high: 9, ground: grounds[0]!, betterIs: 'higher' },
  {
    kind: 'effect',
    estimate: 0.5,
    low: -0.4,
    high: 1.4,
    ground: grounds[0]!,
    betterIs: 'higher',
    smallestWorthwhile: 3,
  },
  {
    kind: 'effect',
    estimate: 1,
    low: 0.6,
    high: 1.4,
    ground: grounds[0]!,
    betterIs: 'higher',
    smallestWorthwhile: 3,
  },
  { kind: 'effect', estimate: 1, low: -Infinity, high: 9, ground: grounds[0]! },
  { kind: 'effect', estimate: NaN, low: 1, high: 9, ground: grounds[0]! },
  { kind: 'level', before: 41, after: 52 },
  { kind: 'shares', treated: { yes: 12, of: 20 }, comparison: { yes: 7, of: 21 }, ground: grounds[1]! },
  ...(['above', 'below', 'rising', 'falling', 'outside', 'none'] as const).map((signal): Statement => ({
    kind: 'chart',
    signal,
    points: 8,
  })),
  { kind: 'chart', signal: 'outside', points: 1 },
  { kind: 'pooled', studies: 6, estimate: 6, low: 3, high: 9, next: { low: 2, high: 11 } },
  { kind: 'pooled', studies: 2, estimate: 6, low: -3, high: 15, next: null },
  { kind: 'survey', estimate: 3.62, low: 3.3, high: 3.9, answers: 148 },
  { kind: 'small-survey', answers: 8 },
  { kind: 'small-survey', answers: 3 },
  { kind: 'values', values: [3, 4.5, 8] },
  { kind: 'median-time', median: 27, low: 18, high: null, people: 23 },
  { kind: 'median-time', median: null, low: null, high: null, people: 23 },
  { kind: 'belief', probabilityBetter: 0.9999 },
  { kind: 'more-data', units: 12, cost: 500, worth: 1900 },
  { kind: 'more-data', units: 12, cost: 500, worth: 90 },
  ...(['spread', 'adapt', 'stop'] as const).map((decision): Statement => ({
    kind: 'decision',
    decision,
    estimate: 6,
    low: -1,
    high: 13,
    smallestWorthwhile: 5,
  })),
  ...refusalCodes.map((code): Statement => ({ kind: 'refusal', code })),
]

const everyText = languages.flatMap((language) => [
  ...statements.map((statement) => findingInWords(language, statement, sleep[language]).join(' ')),
  ...[...warningCodes, ...studyCheckCodes].map((code) => checkText(language, code)),
  ...refusalCodes.map((code) => refusalText(language, code)),
])

describe('a finding in words', () => {
  it('tells the draw of schools as the samples do', () => {
    const statement = statements[0]!
    expect(findingInWords('fi', statement, sleep.fi).slice(0, 2).join(' ')).toBe(
      'Myöhemmin aloittaneiden koulujen oppilaat nukkuivat 22\u00a0minuuttia pidempään (todennäköisesti 5–39). ' +
        'Jos muutoksella ei olisi vaikutusta, näin suuri ero tulisi 2 arvonnassa 36 mahdollisesta.',
    )
    expect(findingInWords('sv', statement, sleep.sv)[0]).toBe(
      'Eleverna i skolorna med senare start sov 22\u00a0minuter längre (troligen 5–39).',
    )
    expect(findingInWords('en', statement, sleep.en)[1]).toBe(
      'If the change did nothing, a draw this lopsided would come up in 2 of 36 draws.',
    )
  })

  it('calls a range on both sides of nothing open, never without effect', () => {
    const undecided = statements.find((statement) => statement.kind === 'effect' && statement.low === -3)!
    expect(findingInWords('en', undecided, { lead: '', unit: { one: '', many: '' } })).toEqual([
      'We cannot tell yet.',
      'The change may be anything from 3 worse to 9 better.',
      'That is lack of data, not lack of effect.',
    ])
  })

  it('puts the worse end first also where lower is better', () => {
    const waiting: Statement = {
      kind: 'effect',
      estimate: -3,
      low: -9,
      high: 3,
      ground: grounds[0]!,
      betterIs: 'lower',
    }
    expect(findingInWords('en', waiting, { lead: '', unit: { one: '', many: '' } })[1]).toBe(
      'The change may be anything from 3 worse to 9 better.',
    )
  })

  it('says when even the best believable result is not worth it', () => {
    const small = statements.find(
      (statement) => statement.kind === 'effect' && statement.smallestWorthwhile === 3,
    )!
    expect(findingInWords('fi', small, sleep.fi)[1]).toBe(
      'Parhainkin uskottava tulos (1,4) jää alle sen, minkä sanoitte olevan vaivan arvoinen (3\u00a0minuuttia).',
    )
  })

  it('shows every value in full where there are only a few', () => {
    const few: Statement = { kind: 'values', values: [3, 4.5, 8] }
    expect(
      findingInWords('fi', few, { lead: 'Odotusaika:', unit: { one: 'päivä', many: 'päivää' } })[0],
    ).toBe('Odotusaika: 3,0; 4,5; 8,0\u00a0päivää.')
  })

  it('has two or three sentences for every finding in every language', () => {
    for (const language of languages) {
      for (const statement of statements) {
        const sentences = findingInWords(language, statement, sleep[language])
        expect(sentences.length, JSON.stringify(statement)).toBeGreaterThanOrEqual(2)
        expect(sentences.length).toBeLessThanOrEqual(3)
        for (const sentence of sentences) expect(sentence).toMatch(/^\S.*\.$/)
      }
    }
  })

  it('never shouts, proves or calls anything significant, and never prints an undefined number', () => {
    for (const text of everyText) {
      expect(text).not.toMatch(
        /!|prove[sdn]?\b|significan|todist|merkitsevä|bevis|signifikant|\bNaN\b|Infinity|undefined|\bnull\b/i,
      )
      expect(text).not.toMatch(/no effect|ei vaikutusta oli|ingen effekt/i)
    }
  })

  it('has a text of its own for every warning and refusal in every language', () => {
    for (const language of languages) {
      const texts = [...warningCodes, ...studyCheckCodes].map((code) => checkText(language, code))
      expect(new Set(texts).size).toBe(warningCodes.length + studyCheckCodes.length)
    }
    expect(checkTextKey('seasonality-unmodelled')).toBe('evidence.warn.seasonality')
  })
})

describe('numbers in words', () => {
  it('follow the language', () => {
    expect(writeNumber('fi', 1234567.8, 1)).toBe('1\u00a0234\u00a0567,8')
    expect(writeNumber('en', 1234567.8, 1)).toBe('1,234,567.8')
    expect(writeNumber('sv', -0.04, 1)).toBe('0,0')
    expect(writeNumber('fi', -2)).toBe('−2')
    expect(writeAmount('fi', 1, 0, sleep.fi.unit)).toBe('1\u00a0minuutti')
    expect(writeAmount('fi', 1, 1, sleep.fi.unit)).toBe('1,0\u00a0minuuttia')
  })

  it('show as many decimals as the range deserves', () => {
    expect([34, 9, 3, 1.8, 0.4, 0, Infinity].map(decimalsFor)).toEqual([0, 0, 0, 1, 1, 0, 0])
  })
})
