import type { InTurns } from '../platform/in-turns.ts'
import { decodeText } from './decode-text.ts'
import { readCsv, separatorOf } from './read-csv.ts'
import { readWorkbook } from './read-workbook.ts'
import type { FileFault, TableFile } from './table-file.ts'

const begins = (bytes: Uint8Array, ...first: number[]) => first.every((byte, index) => bytes[index] === byte)

/**
 * Reads the cells of a file, by its content and never by its name: a workbook or a text with separators. Answers any bytes,
 * with the cells or with the reason why the file is not taken.
 */
export function* readTableFile(bytes: Uint8Array): InTurns<TableFile | FileFault> {
  if (bytes.length === 0) return 'empty'
  if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return 'old-excel'
  if (begins(bytes, 0x50, 0x4b)) {
    const sheets = yield* readWorkbook(bytes)
    if (typeof sheets === 'string') return sheets
    return withRows({ format: 'xlsx', encoding: null, separator: null, sheets })
  }
  const decoded = decodeText(bytes)
  if (typeof decoded === 'string') return decoded
  const { text, encoding } = decoded
  if (/^\s*(?:<[?!a-z]|%PDF|\{|\[)/i.test(text.slice(0, 200))) return 'not-a-table'
  yield
  const separator = separatorOf(text)
  const rows = yield* readCsv(text, separator)
  if (typeof rows === 'string') return rows
  return withRows({ format: 'csv', encoding, separator, sheets: [{ name: '', rows }] })
}

function withRows(file: TableFile): TableFile | FileFault {
  const sheets = file.sheets.filter((sheet) => sheet.rows.length > 0)
  return sheets.length === 0 ? 'empty' : { ...file, sheets }
}
