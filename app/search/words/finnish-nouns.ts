/**
 * From an inflected Finnish nominal to the base forms it could belong to, by undoing the endings.
 * Source: Iso suomen kielioppi (2004), §§ 52–103 (inflection types, case endings), https://scripta.kotus.fi/visk/
 *
 * The rules know no words, so they propose too much on purpose: two forms of one word share their true base form, and
 * a wrong proposal rarely equals a word that exists.
 */
import { isVowel, strongGrades, weakGrades } from './finnish-gradation.ts'

type Found = Set<string>

/** "a" or "ä" as the last back or front vowel of the stem demands; both where the stem has only e and i. */
export function harmonicA(stem: string): string[] {
  for (let index = stem.length - 1; index >= 0; index -= 1) {
    const letter = stem[index] ?? ''
    if ('aou'.includes(letter)) return ['a']
    if ('äöy'.includes(letter)) return ['ä']
  }
  return ['a', 'ä']
}

function addNominativesOfE(stem: string, found: Found): void {
  const withoutE = stem.slice(0, -1)
  found.add(withoutE + 'i')
  if (stem.endsWith('se')) found.add(stem.slice(0, -2) + 'nen')
  if (stem.endsWith('kse')) found.add(stem.slice(0, -3) + 's')
  if (/[uy][td]e$/u.test(stem)) found.add(stem.slice(0, -2) + 's')
  if (stem.endsWith('te') || stem.endsWith('de')) found.add(stem.slice(0, -2) + 'si')
  if (stem.endsWith('me')) found.add(stem.slice(0, -2) + 'n')
  if (/[lrn]e$/u.test(stem)) {
    found.add(withoutE)
    for (const weak of weakGrades(stem.slice(0, -2))) found.add(weak + (stem.at(-2) ?? ''))
  }
  if (stem.endsWith('ee')) {
    for (const weak of weakGrades(withoutE)) found.add(weak)
    found.add(withoutE)
    if (/[nlrs]ee$/u.test(stem)) {
      found.add(stem.slice(0, -2) + 'ut')
      found.add(stem.slice(0, -2) + 'yt')
    }
  }
}

function addNominatives(stem: string, found: Found): void {
  found.add(stem)
  if (stem.endsWith('e')) addNominativesOfE(stem, found)
  const longVowel = /(aa|ää|ii)$/u.exec(stem)
  if (longVowel) {
    const short = stem.slice(0, -1)
    found.add(short + 's')
    for (const weak of weakGrades(short)) found.add(weak + 's')
  }
  if (/(ttoma|ttömä)$/u.test(stem)) found.add(stem.slice(0, -5) + (stem.endsWith('a') ? 'ton' : 'tön'))
  if (/mp[aä]$/u.test(stem)) {
    const positive = stem.slice(0, -3)
    found.add(positive + 'mpi')
    found.add(positive)
    for (const strong of strongGrades(positive)) found.add(strong)
    if (positive.endsWith('e')) for (const a of harmonicA(positive)) found.add(positive.slice(0, -1) + a)
    if (positive.endsWith('i')) found.add(positive.slice(0, -1) + 'in')
  }
}

/** A singular vowel stem. Before a closed syllable it may stand in the weak grade. */
function addSingular(stem: string, closed: boolean, found: Found): void {
  if (stem.length < 2 || !isVowel(stem.at(-1))) return
  addNominatives(stem, found)
  if (closed) for (const strong of strongGrades(stem)) addNominatives(strong, found)
}

/** What stands before the plural i (or j); the i has changed or swallowed the vowel before it. */
function addPlural(beforeI: string, closed: boolean, found: Found): void {
  if (beforeI.length < 2) return
  const last = beforeI.at(-1) ?? ''
  const short = beforeI.slice(0, -1)
  const stems: string[] = []
  if (last === 'o') stems.push(beforeI, short + 'a')
  else if (last === 'ö') stems.push(beforeI, short + 'ä')
  else if (last === 'e') stems.push(short + 'i', beforeI + 'e', ...harmonicA(beforeI).map((a) => beforeI + a))
  else if (last === 'a' || last === 'ä') stems.push(beforeI + last)
  else if (isVowel(last)) stems.push(beforeI)
  else stems.push(...harmonicA(beforeI).map((a) => beforeI + a), beforeI + 'e', beforeI + 'i')
  for (const stem of stems) addSingular(stem, closed, found)
}

/** A stem ending in a consonant, as before the partitive -ta and the genitive -ten (nuor-ta, ihmis-ten). */
function addConsonantStem(stem: string, found: Found): void {
  if (stem.length < 3 || isVowel(stem.at(-1))) return
  found.add(stem)
  found.add(stem + 'i')
  if (stem.endsWith('s')) found.add(stem.slice(0, -1) + 'nen')
  if (stem.endsWith('las')) found.add(stem.slice(0, -1) + 'psi')
  if (/[uy]t$/u.test(stem)) found.add(stem.slice(0, -1) + 's')
  if (/[^s]t$/u.test(stem)) found.add(stem.slice(0, -1) + 'si')
}

function addStem(stem: string, closed: boolean, found: Found): void {
  addSingular(stem, closed, found)
  if (stem.endsWith('i')) addPlural(stem.slice(0, -1), closed, found)
}

const closedEndings = [
  'ssa',
  'ssä',
  'sta',
  'stä',
  'lla',
  'llä',
  'lta',
  'ltä',
  'lle',
  'ksi',
  'tta',
  'ttä',
  'sti',
]

function addCases(word: string, found: Found): void {
  for (const ending of closedEndings) {
    if (word.endsWith(ending)) addStem(word.slice(0, -ending.length), true, found)
  }
  if (/[aeiouyäö][nt]$/u.test(word)) addSingular(word.slice(0, -1), true, found)
  if (/...n[aä]$/u.test(word)) addStem(word.slice(0, -2), false, found)
  addIllative(word, found)
  addPartitive(word, found)
  addGenitivePlural(word, found)
}

function addIllative(word: string, found: Found): void {
  if (/([aeiouyäö])\1n$/u.test(word)) addStem(word.slice(0, -2), false, found)
  if (/([aeiouyäö])h\1n$/u.test(word)) addStem(word.slice(0, -3), false, found)
  if (word.endsWith('seen')) addSingular(word.slice(0, -4), false, found)
  if (word.endsWith('siin')) addStem(word.slice(0, -4), false, found)
}

function addPartitive(word: string, found: Found): void {
  if (/[aä]$/u.test(word)) {
    const stem = word.slice(0, -1)
    if (isVowel(stem.at(-1))) addStem(stem, false, found)
    if (/[aeouäöy]j$/u.test(stem)) addPlural(stem.slice(0, -1), false, found)
  }
  if (/t[aä]$/u.test(word)) {
    const stem = word.slice(0, -2)
    if (isVowel(stem.at(-1))) addStem(stem, false, found)
    else addConsonantStem(stem, found)
  }
  if (/ett[aä]$/u.test(word)) found.add(word.slice(0, -3))
}

function addGenitivePlural(word: string, found: Found): void {
  if (word.endsWith('jen') || word.endsWith('ien')) addPlural(word.slice(0, -3), false, found)
  if (/i(den|tten)$/u.test(word)) addPlural(word.replace(/i(den|tten)$/u, ''), false, found)
  if (word.endsWith('ten')) addConsonantStem(word.slice(0, -3), found)
  if (word.endsWith('ineen')) addPlural(word.slice(0, -5), false, found)
}

/** The word without the clitic -kin/-kaan and without a possessive suffix, in every way it can be read; itself first. */
function readingsOf(word: string): string[] {
  const readings = [word]
  const clitic = /^(.{4,})(?:kin|kaan|kään)$/u.exec(word)?.[1]
  if (clitic !== undefined && /[aeiouyäönt]$/u.test(clitic)) readings.push(clitic)
  const possessed = /^(.{3,}[aeiouyäö])(?:ni|si|mme|nne|nsa|nsä)$/u.exec(word)?.[1]
  if (possessed !== undefined)
    readings.push(possessed.endsWith('kse') ? possessed.slice(0, -1) + 'i' : possessed)
  const drawnOut = /^(.{3,}(?:(?:ss|st|ll|lt|t|j)a|(?:ss|st|ll|lt|t|j)ä|lle|kse))[aeä]n$/u.exec(word)?.[1]
  if (drawnOut !== undefined) readings.push(drawnOut.endsWith('kse') ? drawnOut.slice(0, -1) + 'i' : drawnOut)
  return readings
}

/** A form of a nominal (lower case) → the base forms it could belong to; the form itself is always one of them. */
export function nominalBaseForms(form: string): Set<string> {
  const found: Found = new Set([form])
  if (form.length < 4) return found
  for (const reading of readingsOf(form)) {
    addCases(reading, found)
    if (reading === form) continue
    found.add(reading)
    addStem(reading, false, found)
  }
  return found
}
