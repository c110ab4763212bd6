import { formatDate, formatNumber } from '../platform/format.ts'
import type { Lang } from '../platform/language.ts'
import { texts } from '../texts/index.ts'
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

/** So many rows, as they are counted in sentences. */
export function rowsInWords(lang: Lang, rows: number): string {
  return texts[lang].tableFiles.rows(formatNumber(lang, rows), rows === 1)
}
