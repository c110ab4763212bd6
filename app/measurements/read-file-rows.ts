import {
  collectsAnswers,
  type Measure,
  type Plan,
  type UnitChange,
  unitChangeOn,
} from '../experiments/index.ts'
import type { InTurns } from '../platform/in-turns.ts'
import type { LevelJump } from './level-jump.ts'
import { readDay, type DayFault } from './file-days.ts'
import { type Decimals, isSameUnit, type NumberFault, readNumber, writingOf } from './file-numbers.ts'
import { faultOfValue, phaseOf, type Phase } from './observation.ts'
import { keyOf, type PastedRow, type RowFault, unitNamed } from './read-pasted-table.ts'
import type { Cell, Sheet } from './table-file.ts'

/** What the person says of a file: which column is what, and what becomes of days that come twice. Columns count from 0. */
export interface FileChoice {
  sheet: number
  /** The first row holds headings. */
  headed: boolean
  day: number
  value: number
  /** The column of places or versions; null where there is none. */
  place: number | null
  /** The place or version of the whole file, where no column tells it. */
  onePlace: string | null
  note: number | null
  /** A column that names the unit of each value. */
  unitName: number | null
  decimals: Decimals
  /** A day that stands in several rows: ask, take the mean of all, the first or the last row. */
  repeated: 'ask' | 'keep' | 'first' | 'last'
  /** A day that has a reading already: ask, put the new one in its place, keep both, or leave the row out. */
  existing: 'ask' | 'replace' | 'keep' | 'leave'
  /** Rows that cannot be stored are left out instead of stopping the whole file. */
  leaveOut: boolean
  /** The day on which the level really jumps, as the person said; null while nobody was asked. */
  jumpIsReal?: string | null
}

/** What is wrong with a row of a file. */
export type FileRowFault = RowFault | NumberFault | DayFault | 'other-unit-named'

export interface FaultyFileRow {
  line: number
  fault: FileRowFault
  /** The cell in question. */
  text: string
  /** The row that it repeats. */
  otherLine?: number
}

/** A file as it is understood under a choice. */
export interface FileReading {
  rows: PastedRow[]
  faulty: FaultyFileRow[]
  /** Rows that are left out by what the person chose for days that come twice. */
  leftOut: number
  /** Rows that take the place of a reading. */
  replacing: number
  phases: Record<Phase, number>
  /** Where the level jumps as it would if the unit had changed. */
  jump?: LevelJump | undefined
}

const longestNote = 300
const rowsInOnePiece = 4_000

/**
 * Reads the rows of a sheet: every one becomes a row to store, a faulty row with its number, or is left out by choice.
 * `stored` holds the days (with `keyOf`) that have a reading of the measure already. Days that come twice are never summed.
 */
export function* readFileRows(
  sheet: Sheet,
  choice: FileChoice,
  {
    measure,
    plan,
    today,
    stored,
    units,
    unitChanges,
  }: {
    measure: Pick<Measure, 'id' | 'kind' | 'unit'>
    plan: Pick<Plan, 'startsOn' | 'endsOn'>
    today: string
    stored: ReadonlySet<string>
    units: readonly string[]
    /** Days from which measures are read in other units. */
    unitChanges?: readonly UnitChange[] | undefined
  },
): InTurns<FileReading> {
  const body = choice.headed ? sheet.rows.slice(1) : sheet.rows
  const writing = writingOf(body.map((row) => row[choice.value + 1]))
  yield
  const once = !collectsAnswers(measure)
  const reading: FileReading = {
    rows: [],
    faulty: [],
    leftOut: 0,
    replacing: 0,
    phases: { before: 0, during: 0, after: 0 },
  }
  const seen = new Map<string, { line: number; place: number }>()
  let looked = 0
  for (const [line, ...cells] of body) {
    if (++looked % rowsInOnePiece === 0) yield
    const unitOn = (day: string) => unitChangeOn(unitChanges, measure.id, day)?.unit ?? measure.unit
    const read = readRow(cells, choice, { unitOn, today, units, writing })
    if ('fault' in read) {
      reading.faulty.push({ line, ...read })
      continue
    }
    const refuse = (fault: FileRowFault, text: string, otherLine?: number) =>
      reading.faulty.push({ line, fault, text, ...(otherLine !== undefined && { otherLine }) })
    const fault = faultOfValue(measure, read.value)
    if (fault) {
      refuse(fault, String(read.value))
      continue
    }
    const key = keyOf(read.day, read.unit)
    if (once && stored.has(key)) {
      if (choice.existing === 'ask') {
        refuse('stored-already', read.day)
        continue
      }
      if (choice.existing === 'leave') {
        reading.leftOut++
        continue
      }
      if (choice.existing === 'replace') reading.replacing++
    }
    const earlier = seen.get(key)
    if (once && earlier) {
      if (choice.repeated === 'ask') {
        refuse('repeated', read.day, earlier.line)
        continue
      }
      if (choice.repeated === 'first' || choice.repeated === 'last') {
        reading.leftOut++
        if (choice.repeated === 'last') reading.rows[earlier.place] = { line, ...read }
        continue
      }
    }
    if (!earlier) seen.set(key, { line, place: reading.rows.length })
    reading.rows.push({ line, ...read })
    reading.phases[phaseOf(read.day, plan)]++
  }
  return reading
}

function readRow(
  cells: readonly Cell[],
  choice: FileChoice,
  {
    unitOn,
    today,
    units,
    writing,
  }: {
    unitOn: (day: string) => string
    today: string
    units: readonly string[]
    writing: { comma: number; point: number }
  },
): Omit<PastedRow, 'line'> | { fault: FileRowFault; text: string } {
  const at = (column: number | null): Cell => (column === null ? '' : (cells[column] ?? ''))
  const used = [choice.day, choice.value, choice.place, choice.note, choice.unitName].map(at)
  const formula = used.map(formulaIn).find((text) => text !== undefined)
  if (formula !== undefined) return { fault: 'formula', text: formula }
  const [day = '', value = '', place = '', note = '', unitName = ''] = used.map((cell) =>
    typeof cell === 'object' ? '' : cell,
  )
  if (day === '') return { fault: 'no-day', text: '' }
  const read = readDay(String(day))
  if (read === 'bad-day' || read === 'no-such-hour') return { fault: read, text: String(day) }
  if (read > today) return { fault: 'future-day', text: String(day) }
  const named =
    units.length === 0 ? null : choice.place === null ? choice.onePlace : unitNamed(String(place), units)
  if (named === undefined || (named === null && units.length > 0))
    return { fault: 'unknown-unit', text: String(place) }
  if (value === '') return { fault: 'no-value', text: '' }
  const unit = unitOn(read)
  const number =
    typeof value === 'number'
      ? Math.abs(value) < 1e12
        ? value
        : 'bad-value'
      : readNumber(value, { unit, decimals: choice.decimals, writing })
  if (typeof number === 'string') return { fault: number, text: String(value) }
  if (unitName !== '' && !isSameUnit(String(unitName), unit))
    return { fault: 'other-unit-named', text: String(unitName) }
  const words = String(note)
  if (words.length > longestNote) return { fault: 'note-too-long', text: words }
  return { unit: named, day: read, value: number, note: words === '' || words === '-' ? null : words }
}

/** The formula in a cell, which is refused: a workbook's own, or a text that a spreadsheet would take for one. */
function formulaIn(cell: Cell): string | undefined {
  if (typeof cell === 'object') return cell.formula
  if (typeof cell === 'number') return undefined
  return /^(?:[=@]|[+-](?! *[\d.,])(?=.))/su.test(cell) ? cell : undefined
}
