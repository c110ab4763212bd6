/**
 * From a form of a Finnish verb to the infinitives it could belong to, and from a derived noun to the verb or noun it
 * was made from.
 * Source: Iso suomen kielioppi (2004), §§ 105–130 (conjugation) and 221–270 (derivation), https://scripta.kotus.fi/visk/
 */
import { isVowel, strongGrades, weakGrades } from './finnish-gradation.ts'
import { harmonicA } from './finnish-nouns.ts'

type Found = Set<string>

/** A strong vowel stem, as before -vat and -minen: luke-, kokeile-, digitoi-, siivoa-, valitse-. */
function addInfinitives(stem: string, found: Found): void {
  if (stem.length < 2 || !isVowel(stem.at(-1))) return
  for (const a of harmonicA(stem)) {
    if (/[lnr]e$/u.test(stem)) found.add(stem.slice(0, -1) + (stem.at(-2) ?? '') + a)
    if (stem.endsWith('le')) for (const weak of weakGrades(stem.slice(0, -2))) found.add(weak + 'll' + a)
    if (/[^t]se$/u.test(stem)) found.add(stem.slice(0, -1) + 't' + a)
    if (stem.endsWith('tse')) found.add(stem.slice(0, -3) + 't' + a)
    if (stem.endsWith('ne')) found.add(stem.slice(0, -2) + 't' + a)
    if (/([oöuy]i|uo|yö|ie|aa|ää)$/u.test(stem)) found.add(stem + 'd' + a)
    if (/[eiouyäö][aä]$/u.test(stem)) found.add(stem.slice(0, -1) + 't' + a)
    if (!stem.endsWith('oi')) found.add(stem + a)
  }
}

/** What stands before the passive -taan, -ttiin, -ttu: kirjoite-, lue-, puhu-, siivo-. */
function addFromPassive(stem: string, found: Found): void {
  if (stem.length < 2 || !isVowel(stem.at(-1))) return
  for (const a of harmonicA(stem)) {
    for (const strong of [stem, ...strongGrades(stem)]) found.add(strong + a)
    if (stem.endsWith('e')) {
      const open = stem.slice(0, -1) + a
      for (const strong of [open, ...strongGrades(open)]) found.add(strong + a)
    } else found.add(stem + 't' + a)
  }
}

/** The past, whose i has changed the vowel before it: jatkoi, säilytti, vaihtoivat, avasi. */
function addPast(form: string, found: Found): void {
  const stem = /^(.{2,})i(?:vat|vät)?$/u.exec(form)?.[1]
  if (stem === undefined) return
  for (const a of harmonicA(stem)) {
    if (/[^aeiouyäö]o$/u.test(stem)) found.add(stem.slice(0, -1) + 'a' + a)
    if (/[^aeiouyäö]t$/u.test(stem)) found.add(stem + a + a)
    if (/[aeiouyäö]s$/u.test(stem)) found.add(stem.slice(0, -1) + 't' + a)
  }
}

function addFiniteForms(form: string, found: Found): void {
  const passive = /^(.{2,})(?:taan|tään|ttiin|ttu|tty)$/u.exec(form)
  if (passive?.[1] !== undefined) addFromPassive(passive[1], found)
  if (/(?:d|ll|nn|rr|st)(?:aan|ään)$/u.test(form)) found.add(form.slice(0, -2))
  const pastPassive = /^(.+)([lnr])tiin$/u.exec(form)
  if (pastPassive) {
    const stem = (pastPassive[1] ?? '') + (pastPassive[2] ?? '')
    for (const a of harmonicA(stem)) found.add(stem + (pastPassive[2] ?? '') + a)
  }
  if (/[oöuy]itiin$/u.test(form)) for (const a of harmonicA(form)) found.add(form.slice(0, -4) + 'd' + a)
  const present = /^(.{2,})(?:vat|vät)$/u.exec(form)
  if (present?.[1] !== undefined) addInfinitives(present[1], found)
  if (/([aeiouyäö])\1$/u.test(form)) addInfinitives(form.slice(0, -1), found)
  if (form.endsWith('oi')) addInfinitives(form, found)
  addPast(form, found)
  const purpose = /^(.{2,})m(?:aan|ään|assa|ässä|alla|ällä|asta|ästä)$/u.exec(form)
  if (purpose?.[1] !== undefined) addInfinitives(purpose[1], found)
}

/** A form of a verb (lower case) → the infinitives it could belong to; empty where no verbal ending is seen. */
export function infinitives(form: string): Set<string> {
  const found: Found = new Set()
  if (form.length >= 4) addFiniteForms(form, found)
  return found
}

/**
 * A base form → the words it may have been derived from (digitointi → digitoida, lukija → lukea, osallisuus →
 * osallinen, kunnallinen → kunta); empty where no ending of derivation is seen.
 */
export function derivedFrom(base: string): Set<string> {
  const found: Found = new Set()
  if (base.length < 6) return found
  if (base.endsWith('minen')) addInfinitives(base.slice(0, -5), found)
  if (/[oöuy]inti$/u.test(base)) for (const a of harmonicA(base)) found.add(base.slice(0, -3) + 'd' + a)
  const doer = /^(.{3,})j[aä]$/u.exec(base)?.[1]
  if (doer !== undefined) {
    addInfinitives(doer, found)
    if (doer.endsWith('i')) addInfinitives(doer.slice(0, -1) + 'e', found)
  }
  if (/[^s]t[uy]s$/u.test(base) || /st[uy]s$/u.test(base)) {
    const stem = base.slice(0, -2)
    for (const a of harmonicA(base))
      for (const strong of [stem + a, ...strongGrades(stem + a)]) found.add(strong + a)
  }
  if (/[aeio]l[uy]$/u.test(base)) for (const a of harmonicA(base)) found.add(base.slice(0, -1) + 'l' + a)
  if (/is(?:uus|yys)$/u.test(base)) found.add(base.slice(0, -4) + 'nen')
  if (base.endsWith('llinen')) {
    const stem = base.slice(0, -6)
    for (const strong of [stem, ...strongGrades(stem)]) found.add(strong)
  }
  return found
}
