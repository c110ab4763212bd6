/** A cell as it stands in a file: text (days of a workbook as ISO text), a number of a workbook, or a formula, which is never worked out. */
export type Cell = string | number | { formula: string }

/** The cells of one row that holds something, after its number as the person sees it in a spreadsheet or an editor. */
export type FileRow = readonly [line: number, ...cells: Cell[]]

export interface Sheet {
  /** Empty for a text file, which has one sheet. */
  name: string
  rows: FileRow[]
  /** Which columns hold something, where not all rows are there to tell. */
  holding?: number[]
}

/** The columns in which any cell of a sheet holds something, counted from 0. */
export function columnsHolding({ rows, holding }: Sheet): number[] {
  if (holding) return holding
  const found = new Set<number>()
  for (const row of rows)
    for (let column = 1; column < row.length; column++) if (row[column] !== '') found.add(column - 1)
  return [...found].toSorted((a, b) => a - b)
}

/** Why a whole file is not taken. */
export type FileFault =
  | 'empty'
  /** Its end is missing. */
  | 'cut-off'
  /** A cell was opened with a quotation mark that nothing closes. */
  | 'open-quote'
  | 'not-a-table'
  /** Excel as it was before 2007, or a workbook behind a password. */
  | 'old-excel'
  /** A spreadsheet of another kind than xlsx. */
  | 'other-spreadsheet'
  | 'macros'
  | 'damaged'
  /** Unpacked it is larger than any table of measurements. */
  | 'too-large-inside'
  | 'too-many-rows'
  | 'too-many-columns'

/** How a file was written, told to the person so that odd letters can be understood. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/** A file as far as it is read without knowing what it tells. */
export interface TableFile {
  format: 'csv' | 'xlsx'
  /** Only of a text file. */
  encoding: Encoding | null
  /** What stood between the cells of a text file. */
  separator: string | null
  sheets: Sheet[]
}

/** What is read of a file at most. */
export const fileLimits = {
  rows: 200_000,
  columns: 50,
  sheets: 50,
  /** Characters of a cell that are kept; one more than this tells that there was more. */
  cellLength: 1_000,
  /** Files inside a workbook, and their bytes unpacked. */
  parts: 1_000,
  unpackedBytes: 80_000_000,
} as const

/** A cell's text in the length that is kept, without blanks around it. */
export function cellText(text: string): string {
  const short = text.length > fileLimits.cellLength ? text.slice(0, fileLimits.cellLength + 1) : text
  return short.trim()
}

/** Cells without the empty ones at the end. */
export function withoutEmptyEnd(cells: Cell[]): Cell[] {
  while (cells.length > 0 && cells.at(-1) === '') cells.pop()
  return cells
}
