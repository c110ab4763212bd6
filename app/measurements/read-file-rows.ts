import {
  collectsAnswers,
  type Measure,
  type Plan,
  type UnitChange,
  unitChangeOn,
} from '../experiments/index.ts'
import type { InTurns } from '../platform/in-turns.ts'
import type { LevelJump } from './level-jump.ts'
import type { FileChoice } from './file-choice.ts'
import { type WritingOfNumbers, writingOf } from './file-numbers.ts'
import { faultOfValue, phaseOf, type Phase } from './observation.ts'
import { keyOf, type PastedRow } from './read-pasted-table.ts'
import { type FileRowFault, type ReadFigure, readRow, type RowContext } from './read-row.ts'
import type { Sheet } from './table-file.ts'

/** A row that cannot be stored; of a table with a column for each place a cell, or the cell that a whole row is refused for. */
export interface FaultyFileRow {
  line: number
  /** Counts from 0; only where the table has a column for each place. */
  column?: number
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
  /** Empty cells of rows with a day, where the table has a column for each place. */
  empty: number
  /** There were more figures than are read at a time; the rest was not looked at. */
  tooMany: boolean
  /** Where the level jumps as it would if the unit had changed. */
  jump?: LevelJump | undefined
}

/** How many figures a table may hold. */
export const mostFigures = 200_000

const figuresInOnePiece = 4_000

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
  const writings = new Map<number, WritingOfNumbers>()
  for (const column of figureColumns(choice)) {
    writings.set(column, writingOf(body.map((row) => row[column + 1])))
    yield
  }
  const once = !collectsAnswers(measure)
  const reading: FileReading = {
    rows: [],
    faulty: [],
    leftOut: 0,
    replacing: 0,
    phases: { before: 0, during: 0, after: 0 },
    empty: 0,
    tooMany: false,
  }
  const context: RowContext = {
    unitOn: (day) => unitChangeOn(unitChanges, measure.id, day)?.unit ?? measure.unit,
    today,
    units,
    writing: (column) => writings.get(column) ?? { comma: 0, point: 0 },
  }
  const seen = new Map<string, { line: number; place: number }>()
  const take = (line: number, read: ReadFigure) => {
    const refuse = (fault: FileRowFault, text: string, otherLine?: number) =>
      reading.faulty.push({
        line,
        ...(read.column !== undefined && { column: read.column }),
        fault,
        text,
        ...(otherLine !== undefined && { otherLine }),
      })
    if ('fault' in read) return refuse(read.fault, read.text)
    const fault = faultOfValue(measure, read.value)
    if (fault) return refuse(fault, String(read.value))
    const key = keyOf(read.day, read.unit)
    if (once && stored.has(key)) {
      if (choice.existing === 'ask') return refuse('stored-already', read.day)
      if (choice.existing === 'leave') return reading.leftOut++
      if (choice.existing === 'replace') reading.replacing++
    }
    const earlier = seen.get(key)
    if (once && earlier) {
      if (choice.repeated === 'ask') return refuse('repeated', read.day, earlier.line)
      if (choice.repeated === 'first') return reading.leftOut++
      if (choice.repeated === 'last') {
        reading.rows[earlier.place] = { line, ...read }
        return reading.leftOut++
      }
    }
    if (!earlier) seen.set(key, { line, place: reading.rows.length })
    reading.phases[phaseOf(read.day, plan)]++
    return reading.rows.push({ line, ...read })
  }
  let looked = 0
  let taken = 0
  for (const [line, ...cells] of body) {
    const { figures, empty } = readRow(cells, choice, context)
    looked += figures.length + 1
    if (looked >= figuresInOnePiece) {
      looked = 0
      yield
    }
    taken += figures.length
    if (taken > mostFigures) return { ...reading, tooMany: true }
    for (const figure of figures) take(line, figure)
    reading.empty += empty
  }
  return reading
}

/** The columns in which figures stand. */
export function figureColumns({ value, places }: FileChoice): number[] {
  if (!places) return [value]
  return places.filter(({ place, leftOut }) => place !== null && !leftOut).map(({ column }) => column)
}
