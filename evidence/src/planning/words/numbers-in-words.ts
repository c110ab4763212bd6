/** Languages in which findings are told. */
export const languages = ['fi', 'sv', 'en'] as const

/** One of `languages`. */
export type Language = (typeof languages)[number]

/** A unit after a number: one minute, many minutes (in Finnish the partitive: minuuttia). */
export interface UnitWords {
  one: string
  many: string
}

/**
 * A number as it is written in the language: decimal comma in Finnish and Swedish, thousands in groups of three from
 * 1,000 up, a real minus sign. Rounds half away from zero; −0 is 0.
 * @example
 * writeNumber('fi', 1900) // => "1\u00a0900"
 * writeNumber('sv', -1.45, 1) // => "−1,5"
 */
export function writeNumber(language: Language, value: number, decimals = 0): string {
  const rounded = Number(
    (Math.sign(value) * Math.round((Math.abs(value) + 1e-12) * 10 ** decimals)) / 10 ** decimals,
  )
  const [whole = '', fraction] = Math.abs(rounded).toFixed(decimals).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, language === 'en' ? ',' : '\u00a0')
  const text = fraction === undefined ? grouped : `${grouped}${language === 'en' ? '.' : ','}${fraction}`
  return rounded < 0 ? `−${text}` : text
}

/**
 * A number with its unit; the singular only for exactly 1 as written.
 * @example
 * writeAmount('fi', 1.5, 1, { one: 'minuutti', many: 'minuuttia' }) // => "1,5\u00a0minuuttia"
 */
export function writeAmount(language: Language, value: number, decimals: number, unit: UnitWords): string {
  const text = writeNumber(language, value, decimals)
  const word = text === '1' ? unit.one : unit.many
  return word === '' ? text : `${text}\u00a0${word}`
}

/**
 * Decimals worth showing for a range of this width: so many that the width has one or two digits, at most 4. A width
 * of 0 or infinity shows none.
 * @example
 * decimalsFor(34) // => 0
 * decimalsFor(0.4) // => 1
 */
export function decimalsFor(width: number): number {
  if (!(width > 0) || !Number.isFinite(width)) return 0
  return Math.min(4, Math.max(0, -Math.floor(Math.log10(width / 3))))
}

/** Decimals that a number needs to be written in full, at most 3: 0 for 12, 1 for 4.5. */
export function decimalsOf(value: number): number {
  for (let decimals = 0; decimals < 3; decimals++) {
    if (
      Math.abs(value * 10 ** decimals - Math.round(value * 10 ** decimals)) <
      1e-9 * Math.max(1, Math.abs(value))
    ) {
      return decimals
    }
  }
  return 3
}
