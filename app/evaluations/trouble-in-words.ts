import { formatMoment } from '../platform/format.ts'
import type { Lang } from '../platform/language.ts'
import { texts } from '../texts/index.ts'
import type { EvaluationTrouble } from './current-evaluation.ts'

/** That a result could not be worked out, how often, and when it is tried again. */
export function troubleInWords(lang: Lang, { failures, nextAt }: EvaluationTrouble): string {
  const words = texts[lang].evaluations.trouble
  return words.text(failures, nextAt && formatMoment(lang, nextAt))
}

/** Why what somebody sent cannot be stored before the result is there; their texts stay on the page. */
export function notYetInWords(lang: Lang, trouble: EvaluationTrouble | undefined): string {
  if (!trouble) return texts[lang].evaluations.beingWorkedOut.sendAgain
  return `${troubleInWords(lang, trouble)} ${texts[lang].evaluations.trouble.textsStay}`
}
