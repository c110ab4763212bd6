import type { InTurns } from '../platform/in-turns.ts'
import {
  cellText,
  type Cell,
  type FileFault,
  fileLimits,
  type FileRow,
  withoutEmptyEnd,
} from './table-file.ts'

const separators = ['\t', ';', ','] as const
const cellsInOnePiece = 10_000

/**
 * What stands between cells: named by a first line `sep=;`, else the first of tab, semicolon and comma that most of the
 * first lines hold. A comma counts only where no tab or semicolon does, because it may be a decimal mark.
 */
export function separatorOf(text: string): string {
  const told = /^sep=(.)\r?\n/i.exec(text)?.[1]
  if (told !== undefined) return told
  const lines = text
    .slice(0, 20_000)
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, 20)
    .map((line) => line.replaceAll(/"[^"]*"/g, ''))
  const share = (separator: string) => lines.filter((line) => line.includes(separator)).length / lines.length
  return separators.find((separator) => share(separator) > 0.5) ?? ';'
}

/**
 * The rows of a text with cells between separators (RFC 4180, with any line ends). A cell in quotation marks may hold
 * separators and line ends; its row counts from the line on which it begins. Empty rows are passed over but counted.
 */
export function* readCsv(sent: string, separator = separatorOf(sent)): InTurns<FileRow[] | FileFault> {
  const text = sent.replaceAll(/\r\n?/g, '\n')
  const rows: FileRow[] = []
  let place = /^sep=.\n/i.test(text) ? 6 : 0
  let line = place === 0 ? 1 : 2
  for (let looked = 1; place < text.length; looked++) {
    if (text[place] === '\n') {
      place++
      line++
      if (looked % cellsInOnePiece === 0) yield
      continue
    }
    const firstLine = line
    const cells: Cell[] = []
    for (; ; looked++) {
      if (looked % cellsInOnePiece === 0) yield
      const cell = cellAt(text, place, separator)
      if (cell === undefined) return 'open-quote'
      if (cells.length < fileLimits.columns) cells.push(cell.text)
      else if (cell.text !== '') return 'too-many-columns'
      line += cell.linesInside
      place = cell.end + 1
      if (text[cell.end] !== separator) break
    }
    line++
    if (withoutEmptyEnd(cells).length === 0) continue
    if (rows.length === fileLimits.rows) return 'too-many-rows'
    rows.push([firstLine, ...cells])
  }
  return rows
}

/** The cell that begins at a place, up to the separator or line end at `end`; undefined when its quotation mark stays open. */
function cellAt(
  text: string,
  place: number,
  separator: string,
): { text: string; end: number; linesInside: number } | undefined {
  let opens = place
  while (text[opens] === ' ') opens++
  if (text[opens] !== '"') {
    const end = endOfCell(text, place, separator)
    return { text: cellText(text.slice(place, end)), end, linesInside: 0 }
  }
  const closed = closingQuote(text, opens)
  if (closed < 0) return undefined
  const end = endOfCell(text, closed, separator)
  const inner = text.slice(opens + 1, closed - 1)
  return {
    text: cellText(inner.replaceAll('""', '"') + text.slice(closed, end)),
    end,
    linesInside: linesIn(inner),
  }
}

/** The place after the quotation mark that closes the one at `from`; below 0 when nothing does. */
function closingQuote(text: string, from: number): number {
  let close = text.indexOf('"', from + 1)
  while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2)
  return close < 0 ? -1 : close + 1
}

function linesIn(text: string): number {
  let lines = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++
  return lines
}

/** Where the cell that goes on at `from` ends: at a separator, a line end or the end of the text. */
function endOfCell(text: string, from: number, separator: string): number {
  let at = from
  while (at < text.length && text[at] !== separator && text[at] !== '\n') at++
  return at
}
