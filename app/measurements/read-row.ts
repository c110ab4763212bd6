import { type DayFault, readDay } from './file-days.ts'
import { isSameUnit, type NumberFault, readNumber, type WritingOfNumbers } from './file-numbers.ts'
import type { FileChoice } from './file-choice.ts'
import { type PastedRow, type RowFault, unitNamed } from './read-pasted-table.ts'
import type { Cell } from './table-file.ts'
import { isTotal } from './totals.ts'

/** What is wrong with a row or a cell of a file. */
export type FileRowFault = RowFault | NumberFault | DayFault | 'other-unit-named'

/** What a cell or a row was read as; `column` only where the table has a column for each place. */
export type ReadFigure = Omit<PastedRow, 'line'> | { column?: number; fault: FileRowFault; text: string }

/** What rows are read against. */
export interface RowContext {
  /** The unit of the measure on a day. */
  unitOn: (day: string) => string
  today: string
  units: readonly string[]
  /** How the figures of a column are written. */
  writing: (column: number) => WritingOfNumbers
}

const longestNote = 300

/** The figures of a row: one, or one for each place that has a column, with how many of those are empty. */
export function readRow(
  cells: readonly Cell[],
  choice: FileChoice,
  context: RowContext,
): { figures: ReadFigure[]; empty: number } {
  return choice.places
    ? readPlaces(cells, choice, choice.places, context)
    : { figures: [readOne(cells, choice, context)], empty: 0 }
}

function readOne(cells: readonly Cell[], choice: FileChoice, context: RowContext): ReadFigure {
  const at = (column: number | null): Cell => (column === null ? '' : (cells[column] ?? ''))
  const used = [choice.day, choice.value, choice.place, choice.note, choice.unitName].map(at)
  const formula = used.map(formulaIn).find((text) => text !== undefined)
  if (formula !== undefined) return { fault: 'formula', text: formula }
  const day = readDayCell(at(choice.day), context.today)
  if (typeof day === 'object') return day
  const place = plain(at(choice.place))
  const { units } = context
  const named = units.length === 0 ? null : choice.place === null ? choice.onePlace : unitNamed(place, units)
  if (named === undefined || (named === null && units.length > 0))
    return { fault: 'unknown-unit', text: place }
  const value = at(choice.value)
  if (value === '') return { fault: 'no-value', text: '' }
  const number = readValue(value, choice.value, day, choice, context)
  if (typeof number === 'object') return number
  const note = readBeside(at(choice.note), at(choice.unitName), context.unitOn(day))
  if (typeof note === 'object' && note !== null) return note
  return { unit: named, day, value: number, note }
}

/**
 * The row of a table with a column for each place. What is wrong with its day, its remark or its unit is wrong with the whole
 * row; an empty cell is no reading, and a row without a single figure has nothing that could be wrong, unless it is a total.
 */
function readPlaces(
  cells: readonly Cell[],
  choice: FileChoice,
  places: NonNullable<FileChoice['places']>,
  context: RowContext,
): { figures: ReadFigure[]; empty: number } {
  const at = (column: number | null): Cell => (column === null ? '' : (cells[column] ?? ''))
  const read = places.filter(({ place, leftOut }) => place !== null && !leftOut)
  const filled = read.filter(({ column }) => at(column) !== '')
  const wholeRow = (column: number, fault: FileRowFault, text: string) => ({
    figures: [{ column, fault, text }],
    empty: 0,
  })
  const total = [choice.day, ...places.map(({ column }) => column)].find((column) => {
    const cell = at(column)
    return typeof cell === 'string' && isTotal(cell)
  })
  const day = readDayCell(at(choice.day), context.today)
  const isDay = typeof day === 'string'
  if (total !== undefined && !isDay) return wholeRow(total, 'total-row', plain(at(total)))
  if (filled.length === 0) return { figures: [], empty: isDay ? read.length : 0 }
  for (const column of [choice.day, choice.note, choice.unitName]) {
    const formula = formulaIn(at(column))
    if (column !== null && formula !== undefined) return wholeRow(column, 'formula', formula)
  }
  if (!isDay) return wholeRow(choice.day, day.fault, day.text)
  const note = readBeside(at(choice.note), at(choice.unitName), context.unitOn(day))
  if (typeof note === 'object' && note !== null)
    return wholeRow(
      (note.fault === 'note-too-long' ? choice.note : choice.unitName) ?? choice.day,
      note.fault,
      note.text,
    )
  const figures = filled.flatMap(({ column, place }): ReadFigure[] => {
    if (place === null) return []
    const cell = at(column)
    const formula = formulaIn(cell)
    if (formula !== undefined) return [{ column, fault: 'formula', text: formula }]
    const number = readValue(cell, column, day, choice, context)
    return [
      typeof number === 'object' ? { column, ...number } : { column, unit: place, day, value: number, note },
    ]
  })
  return { figures, empty: read.length - filled.length }
}

interface Fault {
  fault: FileRowFault
  text: string
}

function readDayCell(cell: Cell, today: string): string | Fault {
  const text = plain(cell)
  if (text === '') return { fault: 'no-day', text }
  const day = readDay(text)
  if (day === 'bad-day') return { fault: isTotal(text) ? 'total-row' : day, text }
  if (day === 'no-such-hour') return { fault: day, text }
  return day > today ? { fault: 'future-day', text } : day
}

function readValue(
  cell: Cell,
  column: number,
  day: string,
  { decimals }: FileChoice,
  { unitOn, writing }: RowContext,
): number | Fault {
  const number =
    typeof cell === 'number'
      ? Math.abs(cell) < 1e12
        ? cell
        : 'bad-value'
      : readNumber(plain(cell), { unit: unitOn(day), decimals, writing: writing(column) })
  return typeof number === 'string' ? { fault: number, text: plain(cell) } : number
}

/** The remark beside a figure, null where there is none, or what is wrong with it or with the unit that stands there. */
function readBeside(note: Cell, unitName: Cell, unit: string): string | null | Fault {
  const [words, named] = [plain(note), plain(unitName)]
  if (named !== '' && !isSameUnit(named, unit)) return { fault: 'other-unit-named', text: named }
  if (words.length > longestNote) return { fault: 'note-too-long', text: words }
  return words === '' || words === '-' ? null : words
}

function plain(cell: Cell): string {
  return typeof cell === 'object' ? '' : String(cell)
}

/** The formula in a cell, which is refused: a workbook's own, or a text that a spreadsheet would take for one. */
function formulaIn(cell: Cell): string | undefined {
  if (typeof cell === 'object') return cell.formula
  if (typeof cell === 'number') return undefined
  return /^(?:[=@]|[+-](?! *[\d.,])(?=.))/su.test(cell) ? cell : undefined
}
