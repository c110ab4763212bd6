import { parseDay, parseDecimal } from '../platform/format.ts'
import { faultOfValue, type FaultOfValue } from './observation.ts'
import { collectsAnswers, type Measure } from '../experiments/index.ts'
import { isTotal } from './totals.ts'

/** A row that can be stored. `line` counts from 1 as the person sees it. */
export interface PastedRow {
  line: number
  /** Counts from 0; only where the table has a column for each place. */
  column?: number
  /** The place or version, where the table has a column for it; null otherwise. */
  unit: string | null
  day: string
  value: number
  note: string | null
}

/** What is wrong with a row. */
export type RowFault =
  | 'no-day'
  | 'bad-day'
  | 'future-day'
  | 'total-row'
  | 'unknown-unit'
  | 'no-value'
  | 'bad-value'
  | 'formula'
  | FaultOfValue
  | 'too-many-columns'
  | 'note-too-long'
  | 'repeated'
  | 'stored-already'

/** A row that cannot be stored, and why. `text` is the cell in question, `otherLine` the row that it repeats. */
export interface FaultyRow {
  line: number
  fault: RowFault
  text: string
  otherLine?: number
}

export interface PastedTable {
  rows: PastedRow[]
  faulty: FaultyRow[]
  /** True when the first row was taken for headings. */
  headed: boolean
  /** True when there were more rows than are read at a time; nothing of the rest is looked at. */
  tooLong: boolean
}

/** How many rows can be pasted at a time. */
export const longestTable = 5_000

const longestNote = 300

/**
 * Reads a table pasted from a spreadsheet or a text: day, value and perhaps a note, between tabs, semicolons, or blanks.
 * Where the design has several `units` (places, versions) the second column names one of them.
 * Days as 24.12.2025 or 2025-12-24, numbers as 3,5 or 3.5. Every row becomes either a row to store or a faulty row with its
 * line number; empty lines are passed over. `stored` holds the days (with `keyOf`) that have a value already: those rows are faulty unless
 * `sameDayIsFine` (faces and answers, of which there are many a day, or when the person chose what to do with them).
 */
export function readPastedTable(
  text: string,
  {
    measure,
    today,
    stored,
    sameDayIsFine,
    units = [],
  }: {
    measure: Pick<Measure, 'kind'>
    today: string
    stored: ReadonlySet<string>
    sameDayIsFine: boolean
    units?: readonly string[]
  },
): PastedTable {
  const lines = text
    .replace(/^\u{feff}/u, '')
    .split(/\r\n|\r|\n/)
    .map((content, index) => ({ line: index + 1, content }))
    .filter(({ content }) => content.trim() !== '')
  const first = lines[0]
  const headed = first !== undefined && isHeading(withoutUnit(cellsOf(first.content), units))
  const body = headed ? lines.slice(1) : lines
  const rows: PastedRow[] = []
  const faulty: FaultyRow[] = []
  const firstLineOfDay = new Map<string, number>()
  for (const { line, content } of body.slice(0, longestTable)) {
    const cells = cellsOf(content)
    const named = units.length > 0 ? unitNamed(cells[1] ?? '', units) : null
    const read =
      named === undefined && !isTotal(cells[0] ?? '')
        ? { fault: 'unknown-unit' as const, text: cells[1] ?? '' }
        : readRow(withoutUnit(cells, units), today)
    if (typeof read === 'object' && 'fault' in read) {
      faulty.push({ line, ...read })
      continue
    }
    const unit = named ?? null
    const key = keyOf(read.day, unit)
    const earlier = firstLineOfDay.get(key)
    const fault = faultOfValue(measure, read.value)
    if (fault) faulty.push({ line, fault, text: String(read.value) })
    else if (!collectsAnswers(measure) && earlier !== undefined)
      faulty.push({ line, fault: 'repeated', text: read.day, otherLine: earlier })
    else if (!sameDayIsFine && !collectsAnswers(measure) && stored.has(key))
      faulty.push({ line, fault: 'stored-already', text: read.day })
    else rows.push({ line, unit, ...read })
    if (earlier === undefined) firstLineOfDay.set(key, line)
  }
  return { rows, faulty, headed, tooLong: body.length > longestTable }
}

/** A day of one place; the day alone where there is only one place. */
export function keyOf(day: string, unit: string | null): string {
  return unit === null ? day : `${day} ${unit}`
}

/** The unit that a cell names, whatever its capitals and spaces; undefined when it names none. */
export function unitNamed(cell: string, units: readonly string[]): string | undefined {
  const plain = (text: string) => text.normalize('NFC').toLocaleLowerCase('fi').replaceAll(/\s+/gu, '')
  return units.find((unit) => unit === cell) ?? units.find((unit) => plain(unit) === plain(cell))
}

function withoutUnit(cells: string[], units: readonly string[]): string[] {
  return units.length > 0 ? [...cells.slice(0, 1), ...cells.slice(2)] : cells
}

function cellsOf(content: string): string[] {
  const separator = content.includes('\t') ? '\t' : content.includes(';') ? ';' : undefined
  if (separator === undefined) {
    const [day = '', ...rest] = content.trim().split(/[ \u00a0]+/)
    return rest.length === 0 ? [day] : [day, rest.join(' ')]
  }
  const cells = content.split(separator).map((cell) =>
    cell
      .trim()
      .replace(/^"(.*)"$/s, '$1')
      .trim(),
  )
  while (cells.length > 1 && cells.at(-1) === '') cells.pop()
  return cells
}

/** Headings have letters in both cells, and are neither a day nor a number. */
function isHeading([day = '', value = '']: string[]): boolean {
  const wordy = (cell: string) => /\p{Letter}/u.test(cell) && !cell.startsWith('=')
  return wordy(day) && (wordy(value) || value === '') && !/\d/.test(day)
}

function readRow(
  [day = '', value = '', note = '', ...more]: string[],
  today: string,
): { day: string; value: number; note: string | null } | { fault: RowFault; text: string } {
  const formula = [day, value, note].find((cell) => /^[=@]/.test(cell))
  if (formula !== undefined) return { fault: 'formula', text: formula }
  if (more.length > 0) return { fault: 'too-many-columns', text: more.join(' ') }
  if (day === '') return { fault: 'no-day', text: '' }
  const read = parseDay(day)
  if (read === undefined) return { fault: isTotal(day) ? 'total-row' : 'bad-day', text: day }
  if (read > today) return { fault: 'future-day', text: day }
  if (value === '') return { fault: 'no-value', text: '' }
  const number = parseDecimal(value)
  if (number === undefined || Math.abs(number) >= 1e12) return { fault: 'bad-value', text: value }
  if (note.length > longestNote) return { fault: 'note-too-long', text: note }
  return { day: read, value: number, note: note === '' ? null : note }
}
