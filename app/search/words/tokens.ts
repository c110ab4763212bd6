/** One word of a text: the form as it is compared, and where it stands in the text as written. */
export interface Token {
  /** Lower case, composed (NFC), letters and digits only. */
  readonly form: string
  /** Offset of the first UTF-16 unit in the text that was given. */
  readonly start: number
  /** Offset just after the last UTF-16 unit. */
  readonly end: number
}

/** Longer than any Finnish word worth finding; what is longer is not indexed. */
const longestFormLength = 60

const wordPattern = /[\p{Letter}\p{Mark}\p{Number}]+(?:['’´][\p{Letter}\p{Mark}]+)*/gu

/** The form under which a word is compared: lower case, composed, without apostrophes. */
export function normalForm(word: string): string {
  return word.normalize('NFC').toLocaleLowerCase('fi').replaceAll(/['’´]/gu, '')
}

/**
 * The words of a text in order. Hyphens and signs separate words, so "65-vuotiaille" is two; an empty text, or one
 * without letters and digits, has none. Words of more than 60 characters are left out.
 */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  for (const match of text.matchAll(wordPattern)) {
    const form = normalForm(match[0])
    if (form.length > longestFormLength) continue
    tokens.push({ form, start: match.index, end: match.index + match[0].length })
  }
  return tokens
}
