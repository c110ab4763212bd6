/** Which mark parts the decimals in a file: found out of the column, told by the person, or either of the two in any row. */
export type Decimals = 'ask' | 'comma' | 'point' | 'either'

/** A number as it stands in a cell: with the unit behind it, and what its marks can mean. */
interface WrittenNumber {
  /** Sign, digits, marks and blanks. */
  digits: string
  /** What stands behind the number; empty where nothing does. */
  unit: string
  /** The mark that must be the decimal mark; `ambiguous` for one mark before three digits, such as 1.234. */
  tells: ',' | '.' | 'nothing' | 'ambiguous'
}

/** How the numbers of a column are written: how many of them tell each decimal mark. */
export interface WritingOfNumbers {
  comma: number
  point: number
}

const blanks = /[ \u00a0\u202f']/g

function writtenNumber(text: string): WrittenNumber | undefined {
  const found =
    /^([+-]?\d[\d.,]*(?:[ \u00a0\u202f']\d{3}(?!\d)[\d.,]*)*)[ \u00a0\u202f]*([^\d\s.,+-].{0,40})?$/su.exec(
      text.trim().replaceAll('\u2212', '-'),
    )
  if (!found) return undefined
  const [, digits = '', unit = ''] = found
  const marks = digits.replaceAll(/[^.,]/g, '')
  const last = marks.at(-1)
  let tells: WrittenNumber['tells'] = 'nothing'
  if (last === ',' || last === '.') {
    const other = last === ',' ? '.' : ','
    if (marks.includes(other)) tells = last
    else if (marks.length > 1) tells = other
    else if (/^[+-]?[1-9]\d{0,2}[.,]\d{3}$/.test(digits)) tells = 'ambiguous'
    else tells = last
  }
  return { digits, unit: unit.trim(), tells }
}

/** Counts what the cells of a column tell of their decimal mark. */
export function writingOf(cells: Iterable<unknown>): WritingOfNumbers {
  const writing = { comma: 0, point: 0 }
  for (const cell of cells) {
    const tells = typeof cell === 'string' ? writtenNumber(cell)?.tells : undefined
    if (tells === ',') writing.comma++
    if (tells === '.') writing.point++
  }
  return writing
}

/** Why a cell is not taken for a number. */
export type NumberFault = 'bad-value' | 'other-unit' | 'ambiguous-number' | 'mixed-decimals'

/**
 * The number in a cell, in the measure's own unit. Blanks may part thousands. Which mark parts decimals follows `decimals`;
 * with `ask` it follows the column, where that speaks with one voice: numbers against it, and numbers like 1.234 that the
 * column does not explain, are not guessed.
 */
export function readNumber(
  text: string,
  { unit, decimals, writing }: { unit: string; decimals: Decimals; writing: WritingOfNumbers },
): number | NumberFault {
  const written = writtenNumber(text)
  if (!written) return 'bad-value'
  if (written.unit !== '' && !isSameUnit(written.unit, unit)) return 'other-unit'
  const { tells, digits } = written
  if (decimals === 'comma') return numberOf(digits, ',')
  if (decimals === 'point') return numberOf(digits, '.')
  if (tells === 'nothing') return numberOf(digits, ',')
  if (decimals === 'either') return numberOf(digits, tells === 'ambiguous' ? usedMark(digits) : tells)
  const both = writing.comma > 0 && writing.point > 0
  if (tells === 'ambiguous') {
    const mark = usedMark(digits)
    const explained = !both && (mark === ',' ? writing.comma : writing.point) > 0
    return explained ? numberOf(digits, mark) : 'ambiguous-number'
  }
  const [own, others] = tells === ',' ? [writing.comma, writing.point] : [writing.point, writing.comma]
  return both && own <= others ? 'mixed-decimals' : numberOf(digits, tells)
}

function usedMark(digits: string): ',' | '.' {
  return digits.includes(',') ? ',' : '.'
}

function numberOf(digits: string, mark: ',' | '.'): number | 'bad-value' {
  const [whole = '', decimals, ...more] = digits.replaceAll(blanks, '').split(mark)
  const thousands = mark === ',' ? '.' : ','
  const grouped = whole.includes(thousands)
  const wellGrouped = /^[+-]?\d{1,3}(?:[.,]\d{3})+$/.test(whole)
  if (more.length > 0 || decimals?.includes(thousands) || (grouped && !wellGrouped)) return 'bad-value'
  if (decimals !== undefined && !/^\d{1,9}$/.test(decimals)) return 'bad-value'
  const plain = whole.replaceAll(thousands, '')
  if (!/^[+-]?\d{1,15}$/.test(plain)) return 'bad-value'
  const number = Number(decimals === undefined ? plain : `${plain}.${decimals}`)
  return Math.abs(number) < 1e12 ? number : 'bad-value'
}

/** True for the same unit, whatever its capitals, blanks and full stop: "Kg." and "kg". */
export function isSameUnit(one: string, other: string): boolean {
  const plain = (unit: string) => unit.normalize('NFKC').toLocaleLowerCase('fi').replaceAll(/[\s.]/g, '')
  return plain(one) === plain(other)
}
