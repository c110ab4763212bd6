import type { Lang } from '../platform/language.ts'
import { canonicalText } from '../platform/log/canonical.ts'
import type { LogLine } from '../platform/log/line.ts'
import { texts } from '../texts/index.ts'
import { actingForInWords, actionInWords, chainInWords, kindInWords } from './line-in-words.ts'

/** A line as dumps hold it: one line of canonical JSON. */
export function writtenLine(line: LogLine): string {
  return canonicalText({ ...line })
}

/** Lines as JSON lines, the form that `verify-log` reads. */
export function asJsonLines(lines: readonly LogLine[]): string {
  return lines.map((line) => `${writtenLine(line)}\n`).join('')
}

/**
 * A cell of a CSV table: always quoted, and never a formula to a spreadsheet, whatever it holds: what begins like one
 * gets an apostrophe before it.
 */
export function csvCell(value: string | number | null | undefined): string {
  const text = String(value ?? '').replaceAll('\0', '')
  const safe = /^[\s]*[=+\-@\t\r|%]/.test(text) && typeof value !== 'number' ? `'${text}` : text
  return `"${safe.replaceAll('"', '""')}"`
}

/** Lines as a table for spreadsheets: semicolons, and the mark by which they know UTF-8. `names` are people's by id. */
export function asCsv(lang: Lang, lines: readonly LogLine[], names: ReadonlyMap<string, string>): string {
  const words = texts[lang].record.csv
  const rows = lines.map((line) => [
    line.chain,
    chainInWords(lang, line.chain),
    line.position,
    line.at,
    actionInWords(lang, line.action),
    line.action,
    kindInWords(lang, line.record_kind),
    line.record_id,
    line.person_id === null ? '' : (names.get(line.person_id) ?? ''),
    line.person_id,
    actingForInWords(lang, line.acting_for),
    line.request_id,
    line.before_fingerprint,
    line.after_fingerprint,
    line.hash,
  ])
  return `\u{feff}${[words, ...rows].map((row) => `${row.map(csvCell).join(';')}\r\n`).join('')}`
}
