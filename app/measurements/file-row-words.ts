import { formatDate, formatNumber } from '../platform/format.ts'
import type { Lang } from '../platform/language.ts'
import type { Problem } from '../platform/web/page.ts'
import { texts } from '../texts/index.ts'
import { columnsOfChoice, type ImportFile } from './import-file.ts'
import { cellName, columnLetters, columnsToTell, fieldOfColumn } from './place-columns.ts'
import type { FaultyFileRow } from './read-file-rows.ts'

/** How much of a cell is shown, in characters. */
const shownLength = 60

/** What is wrong with a row of a file and what to do about it, in a sentence without the row's number. */
export function faultInWords(lang: Lang, { fault, text, otherLine }: FaultyFileRow): string {
  const { paste } = texts[lang].measurements
  const { rowFaults } = texts[lang].tableFiles
  const short = text.length > shownLength ? `${text.slice(0, shownLength)}…` : text
  if (fault in rowFaults) return rowFaults[fault as keyof typeof rowFaults](short)
  const words = paste.faults[fault as keyof typeof paste.faults]
  const shown = fault === 'repeated' || fault === 'stored-already' ? formatDate(lang, text) : short
  return words(shown, otherLine ?? 0)
}

/** How many figures of a file: of a table with a column for each place as figures, otherwise as rows. */
export function figuresInWords(lang: Lang, { choice }: Pick<ImportFile, 'choice'>, figures: number): string {
  return choice.places ? readingsInWords(lang, figures) : rowsInWords(lang, figures)
}

/** So many readings, however the table stood. */
export function readingsInWords(lang: Lang, readings: number): string {
  return texts[lang].tableFiles.across.figures(formatNumber(lang, readings), readings === 1)
}

/** How much of a file cannot be stored: cells or rows. */
export function faultsInWords(lang: Lang, { choice }: Pick<ImportFile, 'choice'>, faulty: number): string {
  if (!choice.places) return rowsInWords(lang, faulty)
  return texts[lang].tableFiles.across.cells(formatNumber(lang, faulty), faulty === 1)
}

/** Where a row or a cell stands: its number, or its name such as C7. */
export function placeInTable({ line, column }: { line: number; column?: number }): string {
  return column === undefined ? String(line) : cellName(column, line)
}

/** A column as it is called in sentences: its letter and its heading. */
export function columnInWords(
  lang: Lang,
  file: Pick<ImportFile, 'outline' | 'choice'>,
  column: number,
): string {
  const letters = columnLetters(column)
  const title = columnsOfChoice(file)[column]?.title ?? letters
  const short = title.length > shownLength ? `${title.slice(0, shownLength)}…` : title
  return title === letters ? letters : texts[lang].tableFiles.across.column(letters, short)
}

/** What has to be told of the columns of a table before it can be stored, at the field of each. */
export function columnProblems(lang: Lang, file: Pick<ImportFile, 'outline' | 'choice'>): Problem[] {
  const words = texts[lang].tableFiles.across
  return columnsToTell(file.choice.places ?? []).map(({ column, place, sameAs }) => ({
    field: fieldOfColumn(column),
    text:
      place !== null && sameAs !== null
        ? words.samePlace(place, columnLetters(sameAs))
        : words.tellColumn(columnInWords(lang, file, column)),
  }))
}

/** So many rows, as they are counted in sentences. */
export function rowsInWords(lang: Lang, rows: number): string {
  return texts[lang].tableFiles.rows(formatNumber(lang, rows), rows === 1)
}
