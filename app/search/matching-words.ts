import type { Database } from '../platform/database/database.ts'
import { isKnown, lemmasOf, rootsOf, type AskedWord } from './asked-words.ts'
import type { AskedForms, WordGroup } from './search-store.ts'
import { relatedWords, wordsHolding, wordsLookingLike, type HeldForm, type StoredWord } from './word-store.ts'
import { compoundTest, unchangingStart } from './words/compound-parts.ts'
import { misspellingDistance } from './words/spelling.ts'
import type { WordForms } from './words/word-forms.ts'

/** How a stored form came to answer an asked word, from the closest to the loosest. */
export type Kinship = 'form' | 'lemma' | 'part' | 'spelling'

/** How well each kind of answer fits, 0–1. */
const fits: Record<Kinship | 'root', number> = { form: 1, lemma: 0.9, part: 0.5, root: 0.4, spelling: 0.35 }

export interface Match {
  readonly kinship: Kinship
  readonly fit: number
}

/** For one asked word: the stored forms that answer it. */
export type Matches = Map<string, Match>

function keepBetter(matches: Matches, form: string, kinship: Kinship, fit: number): void {
  if ((matches.get(form)?.fit ?? 0) < fit) matches.set(form, { kinship, fit })
}

const shareOne = (some: readonly string[], others: readonly string[]) =>
  some.some((one) => others.includes(one))

function addRelated(word: AskedWord, stored: readonly StoredWord[], matches: Matches): void {
  for (const row of stored) {
    if (row.form === word.form) keepBetter(matches, row.form, 'form', fits.form)
    for (const { language, analysis } of word.readings) {
      if (language !== row.language) continue
      if (shareOne(analysis.lemmas, row.lemmas)) keepBetter(matches, row.form, 'lemma', fits.lemma)
      else if (shareOne(analysis.lemmas, row.parts)) keepBetter(matches, row.form, 'part', fits.part)
      else if (shareOne(analysis.roots, row.lemmas) || shareOne(analysis.roots, row.parts)) {
        keepBetter(matches, row.form, 'part', fits.root)
      }
    }
  }
}

function addCompounds(
  word: AskedWord,
  stored: readonly HeldForm[],
  wordForms: WordForms,
  matches: Matches,
): void {
  for (const { language, analysis } of word.readings) {
    if (language === 'en') continue
    const stemOf = (form: string) => wordForms.analyse(form, language).lemmas[0] ?? form
    // A lemma of three letters that is only a guess would be found in half of all words.
    const sure = analysis.lemmas.filter((lemma) => lemma === word.form || lemma.length > 3)
    const tests = sure.map((lemma) => compoundTest(lemma, language, stemOf))
    for (const row of stored) {
      if (row.language !== language || matches.has(row.form)) continue
      if (tests.some((test) => test(row.form))) keepBetter(matches, row.form, 'part', fits.part)
    }
  }
}

/** In a question of more words, compounds are guessed for long ones only: short pieces stand in too many words. */
const fewWords = 8

/** Pieces that every compound with the word must hold; English has none. */
function piecesOf(word: AskedWord, shortest: number): string[] {
  const lemmas = word.readings
    .filter((reading) => reading.language !== 'en')
    .flatMap((reading) => reading.analysis.lemmas)
  const pieces = new Set(
    lemmas
      .filter((lemma) => lemma.length >= 3)
      .map(unchangingStart)
      .filter((piece) => piece.length >= shortest),
  )
  return [...pieces].filter((piece) => ![...pieces].some((other) => other !== piece && piece.includes(other)))
}

/** The stored forms that answer each word: the same form, the same lemma, a part of a compound, a derivation. */
export async function matchWords(
  database: Database,
  words: readonly AskedWord[],
  wordForms: WordForms,
): Promise<Matches[]> {
  const lemmas = new Set(words.flatMap((word) => [...lemmasOf(word), ...rootsOf(word)]))
  const shortest = words.length > fewWords ? 4 : 2
  const [related, holding] = await Promise.all([
    relatedWords(
      database,
      words.map((word) => word.form),
      [...lemmas],
    ),
    wordsHolding(database, [...new Set(words.flatMap((word) => piecesOf(word, shortest)))]),
  ])
  return words.map((word) => {
    const matches: Matches = new Map()
    addRelated(word, related, matches)
    addCompounds(word, holding, wordForms, matches)
    return matches
  })
}

/** The word as written, and a few base forms it may have, long enough to be put right. */
function spellingsOf(word: AskedWord): string[] {
  const lemmas = word.readings
    .filter(({ language }) => language === 'fi')
    .flatMap(({ analysis }) => analysis.lemmas)
  return [...new Set([word.form, ...lemmas.filter((lemma) => lemma.length >= 5)])].slice(0, 5)
}

/** A word that may be misspelt, with the stored word it was probably meant to be. */
export interface Correction {
  readonly matches: Matches
  readonly meant: string
}

/**
 * For words that nothing answers: what they were probably meant to be. A word that a dictionary knows is no misspelling
 * unless only its dots are missing. `undefined` where no stored word comes near.
 */
export async function correctWords(
  database: Database,
  words: readonly AskedWord[],
  wordForms: WordForms,
): Promise<(Correction | undefined)[]> {
  const written = [...new Set(words.flatMap(spellingsOf))]
  const candidates = await wordsLookingLike(database, written)
  const nearest = words.map((word) => {
    const spellings = new Set(spellingsOf(word))
    let best: { row: StoredWord; meant: string; distance: number } | undefined
    for (const row of candidates) {
      if (!spellings.has(row.written)) continue
      const meanings = row.written === word.form ? [row.form, ...row.lemmas] : row.lemmas
      for (const meant of meanings) {
        const distance = misspellingDistance(row.written, meant)
        if (distance === undefined || (distance > 0 && isKnown(word))) continue
        if (best === undefined || distance < best.distance) best = { row, meant, distance }
      }
    }
    return best
  })
  const kin = await relatedWords(
    database,
    nearest.flatMap((best) => best?.row.form ?? []),
    nearest.flatMap((best) => best?.row.lemmas ?? []),
  )
  return nearest.map((best) => {
    if (best === undefined) return undefined
    const { row, meant } = best
    const matches: Matches = new Map()
    for (const one of kin) {
      const same = one.language === row.language && shareOne(one.lemmas, row.lemmas)
      if (one.form === row.form || same) keepBetter(matches, one.form, 'spelling', fits.spelling)
    }
    return { matches, meant: wordForms.dictionary || meant === row.form ? meant : plainest(meant, row) }
  })
}

/** Without a dictionary a lemma may be a guess; the form as somebody wrote it is safer to show. */
function plainest(meant: string, row: StoredWord): string {
  return row.lemmas.length === 1 ? meant : row.form
}

/** The forms of every word, those that fit equally well together, as the store asks for them. */
export function askedForms(matches: readonly Matches[]): AskedForms[] {
  return matches.flatMap((ofWord, word) => {
    const byFit = new Map<number, string[]>()
    for (const [form, { fit }] of ofWord) byFit.set(fit, [...(byFit.get(fit) ?? []), form])
    return [...byFit].map(([fit, forms]) => ({ word, fit, forms }))
  })
}

/** Every word a group of its own. */
export function singleGroups(count: number): WordGroup[] {
  return Array.from({ length: count }, (_, word) => ({ word, group: word, size: 1 }))
}
