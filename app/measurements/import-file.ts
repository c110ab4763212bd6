import type { FileChoice } from './file-choice.ts'
import { type FaultyFileRow, type FileReading, figureColumns } from './read-file-rows.ts'
import type { LevelJump } from './level-jump.ts'
import type { PastedRow } from './read-pasted-table.ts'
import { columnsOf, unitInHeading } from './guess-columns.ts'
import { columnsToTell } from './place-columns.ts'
import { columnsHolding, type FileRow, type Sheet, type TableFile } from './table-file.ts'

/** A file keeps its cells for a day, in hours. */
export const hoursKept = 24

/** Up to how many rows are stored at once, without a job and its progress. */
export const rowsAtOnce = 2_000

/** How many rows are shown as they were understood. */
const rowsShown = 10

/** Enough of a file to choose its columns by. */
export interface FileOutline {
  format: TableFile['format']
  encoding: TableFile['encoding']
  separator: string | null
  sheets: { name: string; rowCount: number; first: FileRow[]; holding?: number[] }[]
}

/** How a file is understood, without its rows. */
export interface ReadingSummary {
  good: number
  faulty: number
  leftOut: number
  replacing: number
  phases: FileReading['phases']
  firstDay: string | null
  lastDay: string | null
  first: PastedRow[]
  /** Empty cells of rows with a day, where the table has a column for each place. */
  empty?: number
  /** More figures than a table may hold. */
  tooMany?: boolean
  /** Not one row has a day where days should be. */
  noDays?: boolean
  /** Where the level jumps as it would if the unit had changed. */
  jump?: LevelJump
  /** Faults that a choice of the person would settle. */
  asks: { decimals: boolean; repeated: boolean; existing: boolean }
}

export type ImportFileState = 'waiting' | 'importing' | 'cancelling' | 'stored'

/** A file on its way in. */
export interface ImportFile {
  id: string
  experimentId: string
  municipalityCode: string
  measureId: string
  /** Cleaned, for showing only. */
  fileName: string
  /** Whether it was sent as a file or pasted as a table. */
  way: 'paste' | 'file'
  /** SHA-256 of the file as it was sent. */
  fingerprint: string
  outline: FileOutline
  choice: FileChoice
  reading: ReadingSummary
  state: ImportFileState
  cameBack: 'cancelled' | 'changed' | 'closed' | null
  /** How far a storing that is under way has come. */
  rowsDone: number
  uploadedBy: string
  uploadedAt: Date
  version: number
}

/** What is kept of a file for choosing. */
export function outlineOf({ format, encoding, separator, sheets }: TableFile): FileOutline {
  return {
    format,
    encoding,
    separator,
    sheets: sheets.map((sheet) => ({
      name: sheet.name,
      rowCount: sheet.rows.length,
      first: sheet.rows.slice(0, 6),
      holding: columnsHolding(sheet),
    })),
  }
}

const aboutDays = new Set<FaultyFileRow['fault']>(['no-day', 'bad-day', 'total-row'])

/** What is kept of how a file was understood. */
export function summaryOf(read: FileReading): ReadingSummary {
  const { rows, faulty, leftOut, replacing, phases, empty, tooMany, jump } = read
  const faults = new Set(faulty.map((one) => one.fault))
  let firstDay: string | null = null
  let lastDay: string | null = null
  for (const { day } of rows) {
    if (firstDay === null || day < firstDay) firstDay = day
    if (lastDay === null || day > lastDay) lastDay = day
  }
  return {
    good: rows.length,
    faulty: faulty.length,
    leftOut,
    replacing,
    phases,
    firstDay,
    lastDay,
    first: rows.slice(0, rowsShown),
    empty,
    tooMany,
    noDays: rows.length === 0 && faulty.length > 0 && faulty.every(({ fault }) => aboutDays.has(fault)),
    ...(jump && { jump }),
    asks: {
      decimals: faults.has('ambiguous-number') || faults.has('mixed-decimals'),
      repeated: faults.has('repeated'),
      existing: faults.has('stored-already'),
    },
  }
}

/** The chosen sheet, as far as it is kept for choosing. */
export function sheetOfChoice({ outline, choice }: Pick<ImportFile, 'outline' | 'choice'>): Sheet {
  const sheet = outline.sheets[choice.sheet] ?? outline.sheets[0]
  return { name: '', rows: sheet?.first ?? [], ...(sheet?.holding && { holding: sheet.holding }) }
}

/** The columns of the chosen sheet, as the person may call them. */
export function columnsOfChoice(file: Pick<ImportFile, 'outline' | 'choice'>) {
  return columnsOf(sheetOfChoice(file), file.choice.headed)
}

/** The unit in a heading of figures, where it is told and is another than the measure's; undefined otherwise. */
export function otherUnitInHeading(
  file: Pick<ImportFile, 'outline' | 'choice'>,
  isSame: (unit: string) => boolean,
): string | undefined {
  const { headed } = file.choice
  if (!headed) return undefined
  const titles = columnsOfChoice(file).map(({ title }) => title)
  return figureColumns(file.choice)
    .map((column) => unitInHeading(titles[column] ?? ''))
    .find((told) => told !== undefined && !isSame(told))
}

/** Why a file cannot be stored as it is understood now; undefined when it can. */
export function whatStopsStoring(
  reading: ReadingSummary,
  choice: FileChoice,
): 'columns-to-tell' | 'too-many' | 'no-rows' | 'faulty-rows' | 'level-jump' | undefined {
  if (columnsToTell(choice.places ?? []).length > 0) return 'columns-to-tell'
  if (reading.tooMany) return 'too-many'
  if (reading.faulty > 0 && !choice.leaveOut) return 'faulty-rows'
  if (reading.good === 0) return 'no-rows'
  return reading.jump && choice.jumpIsReal !== reading.jump.day ? 'level-jump' : undefined
}

/** Whether two choices read a file in the same way; leaving faulty rows out and what was said of a jump change nothing of how they are read. */
export function isSameChoice(one: FileChoice, other: FileChoice): boolean {
  const told = (choice: FileChoice) => {
    // A database keeps the parts of an object in an order of its own.
    const places = (choice.places ?? []).map(({ column, place, leftOut }) => [column, place, leftOut])
    const read = { ...choice, places: choice.places ? places : null, leaveOut: false, jumpIsReal: null }
    return JSON.stringify(Object.entries(read).toSorted(([a], [b]) => (a < b ? -1 : 1)))
  }
  return told(one) === told(other)
}

export type { FaultyFileRow }
