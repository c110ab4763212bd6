import { newStemmer } from 'snowball-stemmers'
import type { Lang } from '../../platform/language.ts'
import { nominalBaseForms } from './finnish-nouns.ts'
import { derivedFrom, infinitives } from './finnish-verbs.ts'
import { openVoikko, type Reading, type Voikko } from './voikko.ts'

/** What is known of one form of a word in one language. */
export interface WordAnalysis {
  /** Base forms (Finnish) or stems (Swedish, English) that the form may belong to; at least one. */
  readonly lemmas: string[]
  /** Base forms of what a compound is made of, runs of neighbouring parts included; empty where none are known. */
  readonly parts: string[]
  /** Base forms of the words it may have been derived from: digitointi → digitoida. */
  readonly roots: string[]
  /** The single parts in order, where a dictionary sees a compound: kyläkoulu → kylä, koulu. Otherwise empty. */
  readonly compound: string[]
  /** True when a dictionary knows the form: then `parts` is complete and the form is no misspelling. */
  readonly known: boolean
}

export interface WordForms {
  /** Changes whenever the same form might be analysed differently; what was stored under another version is stale. */
  readonly version: string
  /** Whether a dictionary of Finnish stands behind it. */
  readonly dictionary: boolean
  readonly analyse: (form: string, language: Lang) => WordAnalysis
}

/** Raise this when the rules in this folder change what they answer. */
const rulesVersion = 'rules-2'

const swedish = newStemmer('swedish')
const english = newStemmer('english')

/**
 * The Swedish stem, also without the definite endings that Snowball leaves on: biblioteket → bibliotek, skolan → skol.
 * The same for every form is what counts; the stem need not be a word.
 */
function swedishStem(form: string): string {
  const stem = swedish.stem(form)
  const bare = /^(.*[aeiouyäöå].*)(?:(?<!h)et|an)$/u.exec(stem)?.[1]
  return bare !== undefined && bare.length >= 3 ? swedishStem(bare) : stem
}

function byStem(stem: string): WordAnalysis {
  return { lemmas: [stem], parts: [], roots: [], compound: [], known: false }
}

function byRules(form: string): WordAnalysis {
  const lemmas = new Set([...nominalBaseForms(form), ...infinitives(form)])
  const roots = new Set<string>()
  for (const lemma of lemmas) for (const root of derivedFrom(lemma)) if (!lemmas.has(root)) roots.add(root)
  return { lemmas: [...lemmas], parts: [], roots: [...roots], compound: [], known: false }
}

/** The parts of a compound and every run of neighbouring parts: kylä + koulu + kokeilu also holds kyläkoulu. */
function partsOf(reading: Reading): string[] {
  const found: string[] = []
  const count = reading.parts.length
  for (let from = 0; from < count; from += 1) {
    for (let to = from; to < count; to += 1) {
      const before = reading.parts.slice(from, to).map((part) => part.surface)
      found.push(before.join('') + (reading.parts[to]?.base ?? ''))
    }
  }
  if (count > 1 && reading.root !== undefined) found.push(reading.root)
  return found
}

function byDictionary(readings: Reading[]): WordAnalysis {
  const lemmas = new Set(readings.map((reading) => reading.base.replaceAll('-', '')))
  const others = (words: string[]) => [...new Set(words)].filter((word) => !lemmas.has(word))
  const compound = readings.find((reading) => reading.parts.length > 1)?.parts ?? []
  return {
    lemmas: [...lemmas],
    parts: others(readings.flatMap(partsOf)),
    // What the last part of a compound was derived from says nothing of the whole.
    roots: others(readings.flatMap((reading) => (reading.parts.length === 1 ? (reading.root ?? []) : []))),
    compound: compound.map((part) => part.base),
    known: true,
  }
}

/** Word forms with a dictionary where one is given; without it Finnish is analysed by rules alone. */
export function createWordForms(voikko: Voikko | undefined): WordForms {
  return {
    version: voikko === undefined ? rulesVersion : `${rulesVersion} voikko-${voikko.version}`,
    dictionary: voikko !== undefined,
    analyse(form, language) {
      if (language === 'sv') return byStem(swedishStem(form))
      if (language === 'en') return byStem(english.stem(form))
      const readings = voikko?.readings(form) ?? []
      return readings.length > 0 ? byDictionary(readings) : byRules(form)
    },
  }
}

let installed: WordForms | undefined

/** The word forms of this machine: with Voikko where it is installed. Opened at first use (about 30 ms), then kept. */
export function installedWordForms(): WordForms {
  installed ??= createWordForms(openVoikko())
  return installed
}
