import type { InTurns } from '../platform/in-turns.ts'
import {
  cellText,
  type Cell,
  type FileFault,
  fileLimits,
  type FileRow,
  withoutEmptyEnd,
} from './table-file.ts'
import { attributeOf, walkXml } from './walk-xml.ts'

/** What the cells of a sheet point to. */
export interface SheetContext {
  strings: readonly string[]
  /** For each style of a cell, whether it shows a number as a day. */
  dateStyles: readonly boolean[]
  /** Days count from 1904 instead of 1900. */
  from1904: boolean
}

/** The texts that the cells of a workbook share; undefined when they cannot be read. Readings of ideographs are left out. */
export function* readSharedStrings(xml: string): InTurns<string[] | undefined> {
  const strings: string[] = []
  let current = ''
  let inReading = false
  const wellMade = yield* walkXml(xml, {
    open: (name) => {
      if (name === 'si') current = ''
      if (name === 'rPh') inReading = true
    },
    close: (name, text) => {
      if (name === 'rPh') inReading = false
      else if (name === 't' && !inReading && current.length <= fileLimits.cellLength)
        current += plainLetters(text)
      else if (name === 'si') strings.push(cellText(current))
    },
  })
  return wellMade ? strings : undefined
}

/** For each style of a workbook's cells, whether it shows numbers as days (ECMA-376 part 1, 18.8.30); undefined when unreadable. */
export function* readDateStyles(xml: string): InTurns<boolean[] | undefined> {
  const codes = new Map<number, string>()
  const styles: boolean[] = []
  let inCells = false
  const wellMade = yield* walkXml(xml, {
    open: (name, attributes) => {
      if (name === 'numFmt')
        codes.set(Number(attributeOf(attributes, 'numFmtId')), attributeOf(attributes, 'formatCode') ?? '')
      if (name === 'cellXfs') inCells = true
      if (name === 'xf' && inCells) {
        const id = Number(attributeOf(attributes, 'numFmtId') ?? 0)
        styles.push(showsDay(id, codes.get(id)))
      }
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false
    },
  })
  return wellMade ? styles : undefined
}

function showsDay(id: number, code: string | undefined): boolean {
  if (code === undefined) return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 58)
  return /[dmyhs]/i.test(code.replaceAll(/"[^"]*"|\[[^\]]*\]|[\\_*]./g, ''))
}

/** The rows of a worksheet that hold something. Formulas stay formulas: what they gave when the file was saved is passed over. */
export function* readSheet(xml: string, context: SheetContext): InTurns<FileRow[] | FileFault> {
  const rows: FileRow[] = []
  let line = 0
  let cells: Cell[] = []
  let column = -1
  let kind = 'n'
  let style = 0
  let value = ''
  let inline = ''
  let formula: string | undefined
  let fault: FileFault | undefined
  const wellMade = yield* walkXml(xml, {
    open: (name, attributes) => {
      if (name === 'row') {
        line = Number(attributeOf(attributes, 'r') ?? line + 1)
        cells = []
        column = -1
      } else if (name === 'c') {
        column = columnOf(attributeOf(attributes, 'r')) ?? column + 1
        kind = attributeOf(attributes, 't') ?? 'n'
        style = Number(attributeOf(attributes, 's') ?? 0)
        value = ''
        inline = ''
        formula = undefined
      }
    },
    close: (name, text) => {
      if (name === 'v') value = text
      else if (name === 't') inline += plainLetters(text)
      else if (name === 'f') formula = text
      else if (name === 'c') {
        const cell =
          formula === undefined
            ? cellOf({ kind, style, value, inline }, context)
            : { formula: `=${cellText(formula)}` }
        if (cell === '') return
        if (column >= fileLimits.columns) fault ??= 'too-many-columns'
        else {
          while (cells.length < column) cells.push('')
          cells[column] = cell
        }
      } else if (name === 'row' && withoutEmptyEnd(cells).length > 0) {
        if (rows.length === fileLimits.rows) fault ??= 'too-many-rows'
        else rows.push([line, ...cells])
      }
    },
  })
  return fault ?? (wellMade ? rows : 'damaged')
}

function cellOf(
  { kind, style, value, inline }: { kind: string; style: number; value: string; inline: string },
  { strings, dateStyles, from1904 }: SheetContext,
): Cell {
  if (kind === 's') return strings[Number(value)] ?? ''
  if (kind === 'inlineStr') return cellText(inline)
  if (kind === 'b') return value === '1' ? 'TRUE' : 'FALSE'
  if (kind !== 'n') return cellText(plainLetters(value))
  if (value === '') return ''
  const number = Number(value)
  if (!Number.isFinite(number)) return cellText(value)
  return dateStyles[style] ? (dayOfSerial(number, from1904) ?? number) : number
}

/** The column of a cell's name, counted from 0; undefined when it has none. */
function columnOf(name: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(name ?? '')?.[0]
  if (letters === undefined) return undefined
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

/**
 * A day as a workbook counts it, as ISO text, with hours and minutes where it has some; undefined when it lies outside the
 * years 1900–9999. The 29 February 1900 that spreadsheets know (ECMA-376 part 1, 18.17.4.1) is nobody's day.
 */
export function dayOfSerial(serial: number, from1904: boolean): string | undefined {
  const minutes = Math.round(serial * 1_440)
  const days = Math.floor(minutes / 1_440)
  if (days < (from1904 ? 0 : 1) || days > 2_958_465 || (days === 60 && !from1904)) return undefined
  const first = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < 60 ? 31 : 30)
  const moment = new Date(first + minutes * 60_000).toISOString()
  return minutes % 1_440 === 0 ? moment.slice(0, 10) : moment.slice(0, 16)
}

/** Letters that spreadsheets write by number, such as _x000D_, as they were typed. */
function plainLetters(text: string): string {
  if (!text.includes('_x')) return text
  return text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
}
