import {
  checkText,
  type CheckCode,
  findingInWords as engineWords,
  type Ground,
  refusalCodes,
  refusalText,
  studyCheckCodes,
  warningCodes,
} from '@uskalla/evidence'
import { exampleMeasure } from '../experiments/experiments.examples.ts'
import { type Measure } from '../experiments/index.ts'
import { type Lang, languages } from '../platform/language.ts'
import { measureInSentences, outcomeWords } from './analysis-in-words.ts'
import type { Effect, Told } from './evaluation.ts'
import type { MeasureFinding } from './evaluate-measure.ts'

const names: Record<Lang, { name: string; unit: string; scale: string }> = {
  fi: { name: 'Hävikki ruokailijaa kohti', unit: 'g', scale: 'Asioinnin sujuvuus' },
  sv: { name: 'Svinn per matgäst', unit: 'g', scale: 'Hur smidigt ärendet gick' },
  en: { name: 'Waste per diner', unit: 'g', scale: 'How smoothly it went' },
}

const levels: MeasureFinding = {
  standing: 'cause-unknown',
  daysBefore: 14,
  daysDuring: 20,
  baseline: 62,
  baselineFrom: 'points',
  during: 50,
  change: -12,
  improvement: 12,
  beyondPrediction: 0,
  harmful: false,
}

/** Ranges that fall on every side of nothing and of what was agreed to be worth having (8). */
const outcomes: Record<string, Effect> = {
  'worth having': { estimate: -12, low: -16, high: -8 },
  'better, but too little': { estimate: -3, low: -5, high: -1 },
  'better or worse': { estimate: -4, low: -11, high: 3 },
  'small either way': { estimate: -0.5, low: -3, high: 2 },
  worse: { estimate: 6, low: 2, high: 10 },
  'nothing bounds it': { estimate: -12, low: null, high: null },
}

const grounds: Record<string, Ground> = {
  'some places by lot': { kind: 'lot-draws', asExtreme: 2, possible: 36 },
  'two versions by lot': { kind: 'lot', p: 0.031 },
  'two versions by lot, very rare': { kind: 'lot', p: 0.0004 },
  'some places without a lot': { kind: 'comparison', places: 7 },
  'one comparison': { kind: 'comparison', places: 1 },
  'one series': { kind: 'series' },
  'the same places before and after': { kind: 'before-after' },
}

const told: Record<string, Told> = {
  ...Object.fromEntries(
    (['above', 'below', 'rising', 'falling', 'outside', 'none'] as const).map((signal) => [
      `chart, ${signal}`,
      { kind: 'chart', signal, points: signal === 'outside' ? 3 : 9 },
    ]),
  ),
  'chart, one reading outside': { kind: 'chart', signal: 'outside', points: 1 },
  'every value': { kind: 'values', values: [4, -2.5, 7] },
  level: { kind: 'level' },
  ...Object.fromEntries(refusalCodes.map((code) => [`refusal, ${code}`, { kind: 'refusal', code }])),
}

const standings: Record<string, Partial<MeasureFinding>> = {
  'nothing measured': { standing: 'no-data', during: null, change: null, daysDuring: 0 },
  'one day': { standing: 'few-points', daysDuring: 1 },
  'five days': { standing: 'few-points', daysDuring: 5 },
  'no baseline': {
    standing: 'no-baseline',
    baseline: null,
    baselineFrom: null,
    change: null,
    improvement: null,
  },
  'baseline from the plan': { baselineFrom: 'plan', daysBefore: 0 },
  'the same as before': { during: 62, change: 0, improvement: 0 },
  'the wrong way': { during: 70, change: 8, improvement: -8 },
}

function measureIn(lang: Lang, change: Partial<Measure> = {}): Measure {
  return exampleMeasure({ name: names[lang].name, unit: names[lang].unit, smallestWorthwhile: 8, ...change })
}

function sentences(lang: Lang, toldOf: Told, effect: Effect | null, change: Partial<Measure> = {}): string {
  return measureInSentences(lang, measureIn(lang, change), levels, {
    method: 'run-chart',
    told: toldOf,
    effect,
    p: null,
    chart: null,
    checks: [],
    evidence: { step: 2, maryland: 2, nesta: 2, loweredBy: null },
    precision: null,
  }).join(' ')
}

function section(title: string, say: (lang: Lang) => string): string {
  return [
    `### ${title}`,
    '',
    ...languages.map((lang) => `- ${lang}: ${say(lang).replaceAll('\u00a0', ' ')}`),
    '',
  ].join('\n')
}

/** Every finding that a result page can show, by design and outcome, and every warning, in three languages, as Markdown. */
export function findingsAsMarkdown(): string {
  const parts = [
    '# What findings say',
    '',
    'Every design with every outcome, and every warning, as the result page words them. Written by a test, read by people.',
    '',
    '## Effects',
    '',
  ]
  for (const [ground, value] of Object.entries(grounds))
    for (const [outcome, effect] of Object.entries(outcomes))
      parts.push(
        section(`${ground}: ${outcome}`, (lang) =>
          sentences(lang, { kind: 'effect', ground: value }, effect),
        ),
      )
  parts.push('## Answers from 1 to 5, two versions by ranks', '')
  for (const [outcome, effect, higher] of [
    ['better', { estimate: 0.6, low: 0.2, high: 1 }, 0.72],
    ['open', { estimate: 0.1, low: -0.4, high: 0.6 }, 0.53],
    ['worse', { estimate: -0.6, low: -1, high: -0.2 }, 0.28],
  ] as const)
    parts.push(
      section(outcome, (lang) =>
        sentences(lang, { kind: 'effect', ground: { kind: 'lot', p: 0.03 }, higher }, effect, {
          kind: 'scale',
          name: names[lang].scale,
          unit: '',
          direction: 'up',
          smallestWorthwhile: 0.5,
        }),
      ),
    )
  parts.push('## A comparison put together from other places', '')
  for (const [outcome, effect, asLarge, units] of [
    ['too few places for a range, the largest', outcomes['nothing bounds it'], 1, 10],
    ['too few places for a range, not the largest', outcomes['nothing bounds it'], 3, 10],
    ['with a range', outcomes['worth having'], 1, 26],
    ['with an open range', outcomes['better or worse'], 4, 26],
    ['with a range that is too small', outcomes['small either way'], 9, 26],
  ] as const)
    parts.push(
      section(outcome, (lang) => sentences(lang, { kind: 'synthetic', asLarge, units }, effect ?? null)),
    )
  parts.push('## Charts, values, levels, refusals', '')
  for (const [title, value] of Object.entries(told))
    parts.push(section(title, (lang) => sentences(lang, value, null)))
  parts.push('## Levels alone', '')
  for (const [title, change] of Object.entries(standings))
    parts.push(
      section(title, (lang) =>
        measureInSentences(lang, measureIn(lang), { ...levels, ...change }, undefined).join(' '),
      ),
    )
  parts.push('## Decisions and one more round', '')
  for (const decision of ['spread', 'adapt', 'stop'] as const) {
    const effect = { estimate: -12, low: -16, high: -8, smallestWorthwhile: 8 }
    parts.push(
      section(decision, (lang) =>
        engineWords(lang, { kind: 'decision', decision, ...effect }, outcomeWords(measureIn(lang))).join(' '),
      ),
    )
  }
  const weeks = {
    fi: { one: 'viikko', many: 'viikkoa' },
    sv: { one: 'vecka', many: 'veckor' },
    en: { one: 'week', many: 'weeks' },
  }
  for (const worth of [1900, 90])
    parts.push(
      section(`one more round worth ${worth}`, (lang) =>
        engineWords(
          lang,
          { kind: 'more-data', units: 8, cost: 500, worth },
          { lead: '', unit: weeks[lang] },
        ).join(' '),
      ),
    )
  parts.push('## Warnings', '')
  for (const code of [...warningCodes, ...studyCheckCodes] as CheckCode[])
    parts.push(section(code, (lang) => checkText(lang, code)))
  parts.push('## Refusals', '')
  for (const code of refusalCodes) parts.push(section(code, (lang) => refusalText(lang, code)))
  return parts.join('\n')
}
