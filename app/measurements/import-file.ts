import type { FaultyFileRow, FileChoice, FileReading } from './read-file-rows.ts'
import type { LevelJump } from './level-jump.ts'
import type { PastedRow } from './read-pasted-table.ts'
import { columnsOf, unitInHeading } from './guess-columns.ts'
import type { FileRow, Sheet, TableFile } from './table-file.ts'

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
  sheets: { name: string; rowCount: number; first: FileRow[] }[]
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
    sheets: sheets.map(({ name, rows }) => ({ name, rowCount: rows.length, first: rows.slice(0, 6) })),
  }
}

/** What is kept of how a file was understood. */
export function summaryOf({ rows, faulty, leftOut, replacing, phases, jump }: FileReading): ReadingSummary {
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
    ...(jump && { jump }),
    asks: {
      decimals: faults.has('ambiguous-number') || faults.has('mixed-decimals'),
      repeated: faults.has('repeated'),
      existing: faults.has('stored-already'),
    },
  }
}

/** The columns of the chosen sheet, as the person may call them. */
export function columnsOfChoice({ outline, choice }: Pick<ImportFile, 'outline' | 'choice'>) {
  const sheet = outline.sheets[choice.sheet] ?? outline.sheets[0]
  const known: Sheet = { name: '', rows: sheet?.first ?? [] }
  return columnsOf(known, choice.headed)
}

/** The unit in the heading of the values, where it is told and is another than the measure's; undefined otherwise. */
export function otherUnitInHeading(
  file: Pick<ImportFile, 'outline' | 'choice'>,
  isSame: (unit: string) => boolean,
): string | undefined {
  if (!file.choice.headed) return undefined
  const told = unitInHeading(columnsOfChoice(file)[file.choice.value]?.title ?? '')
  return told === undefined || isSame(told) ? undefined : told
}

/** Why a file cannot be stored as it is understood now; undefined when it can. */
export function whatStopsStoring(
  reading: ReadingSummary,
  choice: FileChoice,
): 'no-rows' | 'faulty-rows' | 'level-jump' | undefined {
  if (reading.faulty > 0 && !choice.leaveOut) return 'faulty-rows'
  if (reading.good === 0) return 'no-rows'
  return reading.jump && choice.jumpIsReal !== reading.jump.day ? 'level-jump' : undefined
}

/** Whether two choices read a file in the same way; leaving faulty rows out and what was said of a jump change nothing of how they are read. */
export function isSameChoice(one: FileChoice, other: FileChoice): boolean {
  const told = (choice: FileChoice) =>
    JSON.stringify(
      Object.entries({ ...choice, leaveOut: false, jumpIsReal: null }).toSorted(([a], [b]) =>
        a < b ? -1 : 1,
      ),
    )
  return told(one) === told(other)
}

export type { FaultyFileRow }
