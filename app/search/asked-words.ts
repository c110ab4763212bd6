import { languages, type Lang } from '../platform/language.ts'
import { isStopWord } from './words/stop-words.ts'
import { tokensOf } from './words/tokens.ts'
import type { WordAnalysis, WordForms } from './words/word-forms.ts'

/** One word of a question, read in every language of the service. */
export interface AskedWord {
  /** As compared: lower case. */
  readonly form: string
  readonly readings: readonly { language: Lang; analysis: WordAnalysis }[]
}

/** Words after these are not looked at. */
const mostWordsInQuestion = 12

/**
 * The words of a question that carry a meaning, each once, at most `mostWords`. Where all of them are stop words in the
 * person's language there is nothing to look for: an empty list.
 */
export function askedWords(
  text: string,
  lang: Lang,
  wordForms: WordForms,
  mostWords: number = mostWordsInQuestion,
): AskedWord[] {
  const forms = [...new Set(tokensOf(text).map((token) => token.form))].filter(
    (form) => !isStopWord(form, lang),
  )
  return forms.slice(0, mostWords).map((form) => ({
    form,
    readings: languages.map((language) => ({ language, analysis: wordForms.analyse(form, language) })),
  }))
}

/** True where a dictionary knows the word, so that it is no misspelling. */
export function isKnown(word: AskedWord): boolean {
  return word.readings.some((reading) => reading.analysis.known)
}

/** Every lemma the word may belong to, in all languages, each once. */
export function lemmasOf(word: AskedWord): string[] {
  return [...new Set(word.readings.flatMap((reading) => reading.analysis.lemmas))]
}

/** Every word it may have been derived from, each once. */
export function rootsOf(word: AskedWord): string[] {
  return [...new Set(word.readings.flatMap((reading) => reading.analysis.roots))]
}
