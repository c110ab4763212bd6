import type { Measure } from '../experiments/index.ts'
import { readDay } from './file-days.ts'
import type { FileChoice } from './read-file-rows.ts'
import { unitNamed } from './read-pasted-table.ts'
import type { Cell, Sheet } from './table-file.ts'

/** How many rows are looked at for a guess. */
const sampleRows = 50

// Words of headings in Finnish, Swedish and English, as people write them in tables.
const headings = {
  day: /^(?:p(?:äi)?v(?:ä|m)|päivämäärä|aika|ajankohta|datum|dag|tid|date|day|time)/i,
  value: /määrä|arvo|^luku|lukema|tulos|antal|mängd|värde|amount|value|count|number|reading/i,
  place: /paikka|toimipiste|kohde|koulu|päiväkoti|versio|plats|ställe|enhet$|skola|place|site|school/i,
  note: /huom|kommen|lisätie|selite|anm|note|comment|remark/i,
  unitName: /^(?:mitta)?yksikkö$|^(?:mått)?enhet$|^units?$/i,
}

/** A first guess of what a sheet's columns hold, from its headings in three languages and from its first rows. The person has the last word. */
export function guessChoice(
  sheet: Sheet,
  sheetNumber: number,
  { measure, units }: { measure: Pick<Measure, 'name' | 'unit'>; units: readonly string[] },
): FileChoice {
  const rows = sheet.rows.map(([, ...cells]) => cells)
  const width = Math.max(1, ...rows.slice(0, sampleRows).map((cells) => cells.length))
  const first = rows[0] ?? []
  const headed =
    first.some((cell) => typeof cell === 'string' && /\p{Letter}/u.test(cell)) &&
    !first.some((cell) => isDay(cell) || typeof cell === 'number' || isNumber(cell))
  const titles = Array.from({ length: width }, (_, column) => (headed ? asText(first[column]) : ''))
  const body = rows.slice(headed ? 1 : 0, sampleRows)
  const free = new Set(titles.keys())
  /** The free column that speaks most for itself; null when none does. */
  const take = (score: (column: number) => number): number | null => {
    const [best] = [...free]
      .map((column) => ({ column, score: score(column) }))
      .toSorted((a, b) => b.score - a.score)
    if (!best || best.score <= 0) return null
    free.delete(best.column)
    return best.column
  }
  const share = (column: number, holds: (cell: Cell | undefined) => boolean) =>
    body.filter((cells) => holds(cells[column])).length / Math.max(1, body.length)
  const titled = (column: number, words: RegExp) => (words.test(titles[column] ?? '') ? 0.4 : 0)

  const day = take((column) => share(column, isDay) + titled(column, headings.day))
  const place =
    units.length === 0
      ? null
      : take(
          (column) =>
            share(column, (cell) => unitNamed(asText(cell), units) !== undefined) +
            titled(column, headings.place) / 4,
        )
  const unitName = measure.unit === '' ? null : take((column) => titled(column, headings.unitName))
  const value = take((column) => {
    const numbers = share(column, (cell) => typeof cell === 'number' || isNumber(cell))
    const named =
      titles[column] !== '' &&
      titles[column]?.toLocaleLowerCase('fi') === measure.name.toLocaleLowerCase('fi')
    return numbers === 0 ? 0 : numbers + titled(column, headings.value) + (named ? 1 : 0)
  })
  const note =
    take((column) => titled(column, headings.note)) ??
    (headed ? null : take((column) => share(column, (cell) => /\p{Letter}{2}/u.test(asText(cell)))))
  return {
    sheet: sheetNumber,
    headed,
    day: day ?? 0,
    value: value ?? Math.min(1, width - 1),
    place,
    onePlace: null,
    note,
    unitName,
    decimals: 'ask',
    repeated: 'ask',
    existing: 'ask',
    leaveOut: false,
  }
}

function isDay(cell: Cell | undefined): boolean {
  return (
    typeof cell === 'string' &&
    /^\d{4}-\d{2}-\d{2}|^\d{1,2}\.\d{1,2}\.\d{4}/.test(cell) &&
    readDay(cell) !== 'bad-day'
  )
}

function isNumber(cell: Cell | undefined): boolean {
  return (
    typeof cell === 'string' && /^[+-]?\d[\d .,\u00a0\u202f]*(?:[^\d.,]{0,12})$/.test(cell) && !isDay(cell)
  )
}

function asText(cell: Cell | undefined): string {
  return typeof cell === 'object' ? '' : String(cell ?? '')
}

/** The unit that a heading names in brackets, such as "Hävikki (g)"; undefined when it names none. */
export function unitInHeading(heading: string): string | undefined {
  return /[([]([^()[\]]{1,20})[)\]]\s*$/.exec(heading)?.[1]?.trim()
}

/** The headings of a sheet, or the letters by which a spreadsheet calls its columns, with the first cells below them. */
export function columnsOf(sheet: Sheet, headed: boolean): { title: string; sample: string }[] {
  const width = Math.max(1, ...sheet.rows.slice(0, sampleRows).map((row) => row.length - 1))
  return Array.from({ length: width }, (_, column) => {
    const letter = String.fromCharCode(65 + (column % 26))
    const name = column < 26 ? letter : `A${letter}`
    const heading = headed ? asText(sheet.rows[0]?.[column + 1] as Cell | undefined) : ''
    const cell = sheet.rows[headed ? 1 : 0]?.[column + 1] as Cell | undefined
    return {
      title: heading === '' ? name : heading,
      sample: typeof cell === 'object' ? cell.formula : asText(cell),
    }
  })
}
