import type { Lang } from '../../platform/language.ts'
import { isVowel, strongGrades, weakGrades } from './finnish-gradation.ts'
import { nominalBaseForms } from './finnish-nouns.ts'

/**
 * Whether a word that no dictionary knows is a compound with a given word in it, judged by its looks alone: the first
 * part stands in its base form or genitive (kunnan|kirjasto), the last one is inflected (päivä|kodissa).
 */

const shortestPart = 4
const shortestRest = 4

/** How a Finnish word may look as the first part of a compound: base form, genitive, combining form in -s. */
export function firstPartForms(lemma: string): string[] {
  const forms = [lemma]
  const genitiveOf = (stem: string) => forms.push(stem + 'n')
  if (lemma.endsWith('nen')) {
    forms.push(lemma.slice(0, -3) + 's')
    genitiveOf(lemma.slice(0, -3) + 'se')
    forms.push(lemma.slice(0, -3) + 'sten')
  } else if (/(uus|yys)$/u.test(lemma)) genitiveOf(lemma.slice(0, -1) + 'de')
  else if (/[uyoö]s$/u.test(lemma)) genitiveOf(lemma.slice(0, -1) + 'kse')
  else if (/[aäi]s$/u.test(lemma)) {
    const short = lemma.slice(0, -1)
    for (const stem of [short, ...strongGrades(short)]) genitiveOf(stem + (short.at(-1) ?? ''))
  } else if (lemma.endsWith('in')) genitiveOf(lemma.slice(0, -1) + 'me')
  else if (lemma.endsWith('e')) {
    for (const stem of [lemma, ...strongGrades(lemma)]) genitiveOf(stem + 'e')
  } else if (isVowel(lemma.at(-1))) {
    const stems = lemma.endsWith('i') ? [lemma, lemma.slice(0, -1) + 'e'] : [lemma]
    for (const stem of stems) genitiveOf(weakGrades(stem)[0] ?? stem)
    if (/[oöuy]$/u.test(lemma)) forms.push(lemma + 'jen')
    if (/[^aeiouyäö][aäi]$/u.test(lemma)) forms.push(lemma.slice(0, -1) + 'ien')
  }
  return forms
}

/** Short words that are whole by themselves: työ, tie, puu, maa. */
function isLongEnough(lemma: string): boolean {
  return lemma.length >= shortestPart || (lemma.length === 3 && /[^aeiouyäö](?:[aeiouyäö]{2})$/u.test(lemma))
}

/** Beginnings of a rest that is an ending or a derivation, not a word of its own: tila|isuus, koti|mainen, kunta|lainen. */
const derivation =
  /^(?:isuu|u(?:de|tt|ks)|y(?:de|tt|ks)|llis|llinen|ttom|ton$|ttö|tön$|inen|ise|isi|iste|lain|lais|läin|läis|main|mais|mäin|mäis|tt[aä][aäj]|ttam|ttäm|mine|mis[ei]|utu|yty|stu|sty|ll[aäe]|ss[aä]|st[aä]|lt[aä]|ksi|nsa|nsä|mme|nne|ien$|iden|jen$)/u

function isWordlike(rest: string): boolean {
  return rest.length >= shortestRest && /[aeiouyäö].*[aeiouyäö]/u.test(rest) && !derivation.test(rest)
}

/**
 * The beginning that all forms of a lemma share, without the consonants that change by grade; what a search for
 * compounds looks for inside other words. At least two letters.
 */
export function unchangingStart(lemma: string): string {
  const withoutEnding = lemma.replace(/(?:nen|[aeiouyäö][snltr]|(?<=[aeiouyäö])si|[aeiouyäö])$/u, '')
  const start = withoutEnding.replace(/[kptdvgj]+$/u, '').replace(/([nlrm])\1$/u, '$1')
  return start.length >= 2 ? start : lemma.slice(0, 2)
}

function finnishTest(lemma: string): (form: string) => boolean {
  if (!isLongEnough(lemma)) return () => false
  const firstForms = firstPartForms(lemma)
  const start = unchangingStart(lemma)
  const shortestBefore = lemma.length <= 4 ? shortestRest : 3
  return (form) => {
    if (firstForms.some((first) => form.startsWith(first) && isWordlike(form.slice(first.length))))
      return !nominalBaseForms(form).has(lemma)
    for (let at = form.indexOf(start, shortestBefore); at >= 0; at = form.indexOf(start, at + 1)) {
      const before = form.slice(0, at)
      const plausible = /[aeiouyäö]/u.test(before) && /[aeiouyäönslr]$/u.test(before)
      if (plausible && nominalBaseForms(form.slice(at)).has(lemma)) return true
    }
    return false
  }
}

function swedishTest(stem: string, stemOf: (form: string) => string): (form: string) => boolean {
  if (stem.length < shortestPart) return () => false
  return (form) => {
    if (form.startsWith(stem) && stemOf(form) !== stem) {
      const rest = form.slice(stem.length).replace(/^[soeua]/u, '')
      if (rest.length >= 3 && /[aeiouyäöå]/u.test(rest)) return true
    }
    const at = form.lastIndexOf(stem)
    return at >= 3 && stemOf(form.slice(at)) === stem
  }
}

/**
 * A test for one lemma (a base form or stem): does a form of the same language look like a compound with it as a part?
 * English has no compounds written as one word that are worth guessing: there the answer is always no.
 */
export function compoundTest(
  lemma: string,
  language: Lang,
  stemOf: (form: string) => string,
): (form: string) => boolean {
  if (language === 'fi') return finnishTest(lemma)
  return language === 'sv' ? swedishTest(lemma, stemOf) : () => false
}
