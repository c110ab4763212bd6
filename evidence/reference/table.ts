import { readFileSync, existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { MalformedCase } from './json.ts'

/** A data file: header and columns of text; empty and NA cells are null. */
export interface Table {
  header: string[]
  rows: number
  /** Column by its header or by its position from 0. */
  text(column: string | number): (string | null)[]
  /** The same as numbers; missing cells are NaN. Text that is no number makes the case malformed. */
  numbers(column: string | number): number[]
}

/** Data file of a case: beside the case file first, then one folder up. Null when neither exists. */
export function findDataFile(caseFile: string, name: string): string | null {
  const folder = dirname(caseFile)
  for (const place of [join(folder, name), join(folder, '..', name)]) if (existsSync(place)) return place
  return null
}

/** Splits one line of comma-separated text with text in double quotes. */
function splitLine(line: string): string[] {
  const cells: string[] = []
  let cell = ''
  let quoted = false
  for (let i = 0; i < line.length; i++) {
    const character = line[i]!
    if (quoted) {
      if (character !== '"') cell += character
      else if (line[i + 1] === '"') {
        cell += '"'
        i++
      } else quoted = false
    } else if (character === '"') quoted = true
    else if (character === ',') {
      cells.push(cell)
      cell = ''
    } else cell += character
  }
  if (quoted) throw new MalformedCase('the data file has an unclosed quotation mark')
  cells.push(cell)
  return cells
}

/** Reads comma-separated text: header line first, decimal point, empty or NA for missing. */
export function parseTable(content: string): Table {
  const lines = content
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
  if (lines.length === 0) throw new MalformedCase('the data file is empty')
  const header = splitLine(lines[0]!)
  const columns: (string | null)[][] = header.map(() => [])
  for (let i = 1; i < lines.length; i++) {
    const cells = splitLine(lines[i]!)
    if (cells.length !== header.length) throw new MalformedCase(`data line ${i} has ${cells.length} cells`)
    cells.forEach((cell, j) => columns[j]!.push(cell === '' || cell === 'NA' ? null : cell))
  }
  const text = (column: string | number): (string | null)[] => {
    const place = typeof column === 'number' ? column : header.indexOf(column)
    const cells = columns[place]
    if (cells === undefined) throw new MalformedCase(`the data file has no column ${column}`)
    return cells
  }
  const numbers = (column: string | number): number[] =>
    text(column).map((cell) => {
      if (cell === null) return NaN
      const value = cell === 'Inf' ? Infinity : cell === '-Inf' ? -Infinity : Number(cell)
      if (Number.isNaN(value)) throw new MalformedCase(`column ${column} holds "${cell}", which is no number`)
      return value
    })
  return { header, rows: lines.length - 1, text, numbers }
}

/** Reads a data file. */
export function readTable(file: string): Table {
  let content: string
  try {
    content = readFileSync(file, 'utf8')
  } catch {
    throw new MalformedCase('the data file cannot be read')
  }
  return parseTable(content)
}
