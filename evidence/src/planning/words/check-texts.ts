import type { RefusalCode } from '../../finding.ts'
import type { CheckCode } from '../check-codes.ts'
import { checkTextsEn, refusalTextsEn } from './check-texts-en.ts'
import { checkTextsFi, refusalTextsFi } from './check-texts-fi.ts'
import { checkTextsSv, refusalTextsSv } from './check-texts-sv.ts'
import type { Language } from './numbers-in-words.ts'

const checkTexts: Record<Language, Record<CheckCode, string>> = {
  fi: checkTextsFi,
  sv: checkTextsSv,
  en: checkTextsEn,
}
const refusalTexts: Record<Language, Record<RefusalCode, string>> = {
  fi: refusalTextsFi,
  sv: refusalTextsSv,
  en: refusalTextsEn,
}

/**
 * What a warning means, in one or two sentences for somebody who has never studied statistics.
 * @example
 * checkText('en', 'ties').length > 20 // => true
 */
export function checkText(language: Language, code: CheckCode): string {
  return checkTexts[language][code]
}

/**
 * Why no figure is given, in one or two sentences.
 * @example
 * refusalText('fi', 'suppressed').length > 20 // => true
 */
export function refusalText(language: Language, code: RefusalCode): string {
  return refusalTexts[language][code]
}

/**
 * Key of a warning's text in a catalogue of texts.
 * @example
 * checkTextKey('few-studies') // => "evidence.warn.few-studies"
 */
export function checkTextKey(code: CheckCode): string {
  return `evidence.warn.${code === 'seasonality-unmodelled' ? 'seasonality' : code}`
}

/**
 * Key of a refusal's text in a catalogue of texts.
 * @example
 * refusalTextKey('suppressed') // => "evidence.refuse.suppressed"
 */
export function refusalTextKey(code: RefusalCode): string {
  return `evidence.refuse.${code}`
}
