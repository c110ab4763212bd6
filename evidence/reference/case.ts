import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Finding, Refusal, Warning, WarningCode } from '../src/finding.ts'
import { asNumber, isMap, MalformedCase, type Json, type JsonMap } from './json.ts'
import { findDataFile, readTable, type Table } from './table.ts'

export { MalformedCase, type JsonMap } from './json.ts'
export type { Table } from './table.ts'

/** Reads typed values from the `input` or `options` of a case; a wrong shape makes the case malformed. */
export class CaseInput {
  readonly raw: JsonMap
  readonly #table: Table | null

  constructor(raw: JsonMap, table: Table | null = null) {
    this.raw = raw
    this.#table = table
  }

  /** True when the key is there and not null. */
  has(key: string): boolean {
    return this.raw[key] !== undefined && this.raw[key] !== null
  }

  /** A number ("Inf" and "-Inf" included). */
  number(key: string): number {
    const value = asNumber(this.raw[key])
    if (value === null) throw new MalformedCase(`${key} has to be a number`)
    return value
  }

  /** A number, or the given value when the key is missing or null. */
  numberOr<T>(key: string, otherwise: T): number | T {
    return this.has(key) ? this.number(key) : otherwise
  }

  /** A list of numbers; a single number counts as a list of one, null as NaN. */
  numbers(key: string): number[] {
    return toNumbers(this.raw[key], key)
  }

  /** A list of numbers, or an empty list when the key is missing or null. */
  numbersOrNone(key: string): number[] {
    return this.has(key) ? this.numbers(key) : []
  }

  /** Rows of numbers. */
  matrix(key: string): number[][] {
    const value = this.raw[key]
    if (!Array.isArray(value)) throw new MalformedCase(`${key} has to be a matrix`)
    return value.map((row) => toNumbers(row, key))
  }

  /** A list of texts; numbers are written as text, null stays null. */
  texts(key: string): (string | null)[] {
    const value = this.raw[key]
    if (typeof value === 'string' || typeof value === 'number') return [String(value)]
    if (!Array.isArray(value)) throw new MalformedCase(`${key} has to be a list`)
    return value.map((cell) => {
      if (cell === null) return null
      if (typeof cell === 'object') throw new MalformedCase(`${key} has to be a list of texts`)
      return String(cell)
    })
  }

  /** One text. */
  text(key: string): string {
    const value = this.raw[key]
    if (typeof value !== 'string') throw new MalformedCase(`${key} has to be a text`)
    return value
  }

  /** One text, or the given value when the key is missing or null. */
  textOr<T>(key: string, otherwise: T): string | T {
    return this.has(key) ? this.text(key) : otherwise
  }

  /** True or false, or the given value when the key is missing or null. */
  flag(key: string, otherwise: boolean): boolean {
    if (!this.has(key)) return otherwise
    const value = this.raw[key]
    if (typeof value !== 'boolean') throw new MalformedCase(`${key} has to be true or false`)
    return value
  }

  /** A JSON object. */
  map(key: string): JsonMap {
    const value = this.raw[key]
    if (!isMap(value)) throw new MalformedCase(`${key} has to be a map`)
    return value
  }

  /** The data file named by `csv`. */
  table(): Table {
    if (this.#table === null) throw new MalformedCase('csv is missing')
    return this.#table
  }
}

/** Options are read the same way as the input. */
export type CaseOptions = CaseInput

function toNumbers(value: Json | undefined, key: string): number[] {
  const list = Array.isArray(value) ? value : value === undefined || value === null ? null : [value]
  if (list === null) throw new MalformedCase(`${key} has to be a list of numbers`)
  return list.map((cell) => {
    if (cell === null) return NaN
    const number = asNumber(cell)
    if (number === null) throw new MalformedCase(`${key} has to be a list of numbers`)
    return number
  })
}

/** What a method gives for a case. */
export interface CaseResult {
  values: Record<string, unknown>
  warnings: WarningCode[]
  refused: Refusal | null
}

/** Adapters of one family: method name → function. */
export type Methods = Record<string, (input: CaseInput, options: CaseOptions) => CaseResult>

/** The codes of warnings, each once. */
export function codes(...lists: readonly (readonly Warning[])[]): WarningCode[] {
  return [...new Set(lists.flat().map((warning) => warning.code))]
}

/** Case result of a finding: its figures laid out by `layOut`, or its refusal (with `whenRefused` as values). */
export function resultOf<T>(
  finding: Finding<T>,
  layOut: (value: T) => Record<string, unknown>,
  whenRefused: Record<string, unknown> = {},
): CaseResult {
  const warnings = codes(finding.warnings)
  if (!finding.ok) return { values: whenRefused, warnings, refused: finding.refusal }
  return { values: layOut(finding.value), warnings, refused: null }
}

/** A case as read from its file. */
export interface Case {
  id: string
  family: string
  method: string
  input: CaseInput
  options: CaseOptions
  expected: JsonMap
  tolerance: JsonMap
}

/** The data file a case names cannot be found; everything else about the case is in order. */
export class MissingDataFile extends MalformedCase {}

/**
 * Reads a case file and the data file it names, which lies beside it or, when given, in `dataFolder`. Null for a
 * JSON file that is no case (it has no method).
 */
export function readCase(file: string, dataFolder?: string): Case | null {
  let content: string
  try {
    content = readFileSync(file, 'utf8')
  } catch {
    throw new MalformedCase('the case cannot be read')
  }
  let parsed: Json
  try {
    parsed = JSON.parse(content) as Json
  } catch {
    throw new MalformedCase('the case is not valid JSON')
  }
  if (!isMap(parsed) || parsed.method === undefined) return null
  const { id, family, method, input, options, expected, tolerance } = parsed
  if (typeof method !== 'string') throw new MalformedCase('method has to be a text')
  if (!isMap(input)) throw new MalformedCase('input has to be a map')
  return {
    id: typeof id === 'string' ? id : file,
    family: typeof family === 'string' ? family : '',
    method,
    input: new CaseInput(input, tableOf(file, input, dataFolder)),
    options: new CaseInput(isMap(options) ? options : {}),
    expected: isMap(expected) ? expected : {},
    tolerance: isMap(tolerance) ? tolerance : {},
  }
}

function tableOf(file: string, input: JsonMap, dataFolder: string | undefined): Table | null {
  if (typeof input.csv !== 'string') return null
  const place = findDataFile(dataFolder === undefined ? file : join(dataFolder, 'case.json'), input.csv)
  if (place === null) throw new MissingDataFile(`the data file ${input.csv} cannot be found`)
  const table = readTable(place)
  if (typeof input.rows === 'number' && input.rows !== table.rows)
    throw new MalformedCase(`the data file has ${table.rows} lines, not ${input.rows}`)
  if (Array.isArray(input.columns) && input.columns.join('\n') !== table.header.join('\n'))
    throw new MalformedCase('the columns of the data file differ from those named')
  return table
}
