import type { Measure } from '../experiments/index.ts'
import { readDay } from './file-days.ts'
import type { FileChoice } from './file-choice.ts'
import { columnLetters, placeColumnsOf, unitOfHeading } from './place-columns.ts'
import { unitNamed } from './read-pasted-table.ts'
import { columnsHolding, type Cell, type Sheet } from './table-file.ts'
import { isTotal } from './totals.ts'

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
    !first.some((cell) => isDay(cell) || (isNumeric(cell) && unitNamed(asText(cell), units) === undefined))
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
  const common = {
    sheet: sheetNumber,
    headed,
    decimals: 'ask' as const,
    repeated: 'ask' as const,
    existing: 'ask' as const,
    leaveOut: false,
  }
  const across = placesAcross({ titles, body, measure, units })
  if (across) {
    const { day, note } = across
    const holding = columnsHolding(sheet)
    const places = placeColumnsOf({ headings: titles, holding, used: [day, note], units })
    return { ...common, day, value: day, places, place: null, onePlace: null, note, unitName: null }
  }
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
    const numbers = share(column, isNumeric)
    const named =
      titles[column] !== '' &&
      titles[column]?.toLocaleLowerCase('fi') === measure.name.toLocaleLowerCase('fi')
    return numbers === 0 ? 0 : numbers + titled(column, headings.value) + (named ? 1 : 0)
  })
  const note =
    take((column) => titled(column, headings.note)) ??
    (headed ? null : take((column) => share(column, (cell) => /\p{Letter}{2}/u.test(asText(cell)))))
  return {
    ...common,
    day: day ?? 0,
    value: value ?? Math.min(1, width - 1),
    places: null,
    place,
    onePlace: null,
    note,
    unitName,
  }
}

/**
 * The day and the remark of a table that seems to have a column for each place: headings name places, or several columns of
 * figures stand beside the days, and no column names places row by row. Undefined where it does not seem so.
 */
function placesAcross({
  titles,
  body,
  measure,
  units,
}: {
  titles: readonly string[]
  body: readonly (readonly Cell[])[]
  measure: Pick<Measure, 'name'>
  units: readonly string[]
}): { day: number; note: number | null } | undefined {
  if (units.length === 0) return undefined
  /** Of the cells that hold something, how many are so. */
  const share = (column: number, holds: (cell: Cell) => boolean) => {
    const filled = body.flatMap((cells) =>
      cells[column] === undefined || cells[column] === '' ? [] : cells[column],
    )
    return filled.filter(holds).length / Math.max(1, filled.length)
  }
  const columns = [...titles.keys()]
  const namesPlaces = (cell: Cell) => unitNamed(asText(cell), units) !== undefined
  if (columns.some((column) => share(column, namesPlaces) > 0.5)) return undefined
  const place = (column: number) => unitOfHeading(titles[column] ?? '', units)
  const likelyDays = columns
    .filter((column) => place(column) === undefined)
    .map((column) => ({
      column,
      share: share(column, isDay),
      titled: headings.day.test(titles[column] ?? ''),
    }))
    .toSorted((a, b) => b.share - a.share || Number(b.titled) - Number(a.titled))
  const day = likelyDays[0]
  const note =
    columns.find((column) => column !== day?.column && headings.note.test(titles[column] ?? '')) ?? null
  const ofFigures = columns.filter(
    (column) =>
      column !== day?.column &&
      column !== note &&
      !isTotal(titles[column] ?? '') &&
      share(column, isNumeric) > 0.5,
  )
  const named = columns.some((column) => place(column) !== undefined)
  const isMeasure = (column: number) =>
    headings.value.test(titles[column] ?? '') ||
    titles[column]?.toLocaleLowerCase('fi') === measure.name.toLocaleLowerCase('fi')
  const several = ofFigures.length > 1 && !ofFigures.some(isMeasure) && (day?.share ?? 0) > 0.5
  return named || several ? { day: day?.column ?? 0, note } : undefined
}

/** A table read with a column for each place, or with one figure on each row, as the person says; what else was guessed stays. */
export function inShape(
  sheet: Sheet,
  guessed: FileChoice,
  { shape, units }: { shape: 'rows' | 'places'; units: readonly string[] },
): FileChoice {
  if (shape === 'rows') return { ...guessed, places: null }
  if (guessed.places || units.length === 0) return guessed
  const { day, note, unitName, headed } = guessed
  const used = [day, note, unitName]
  const titles = headed ? headingsOf(sheet) : []
  const places = placeColumnsOf({ headings: titles, holding: columnsHolding(sheet), used, units })
  return { ...guessed, value: day, places, place: null, onePlace: null }
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

function isNumeric(cell: Cell | undefined): boolean {
  return typeof cell === 'number' || isNumber(cell)
}

function asText(cell: Cell | undefined): string {
  return typeof cell === 'object' ? '' : String(cell ?? '')
}

/** The first row of a sheet as headings, by column. */
export function headingsOf(sheet: Sheet): string[] {
  return (sheet.rows[0]?.slice(1) as Cell[] | undefined)?.map(asText) ?? []
}

/** The unit that a heading names in brackets, such as "Hävikki (g)"; undefined when it names none. */
export function unitInHeading(heading: string): string | undefined {
  return /[([]([^()[\]]{1,20})[)\]]\s*$/.exec(heading)?.[1]?.trim()
}

/** The headings of a sheet, or the letters by which a spreadsheet calls its columns, with the first cells below them. */
export function columnsOf(sheet: Sheet, headed: boolean): { title: string; sample: string }[] {
  const width = Math.max(1, ...columnsHolding(sheet).map((column) => column + 1))
  return Array.from({ length: width }, (_, column) => {
    const at = (row: Sheet['rows'][number] | undefined) => row?.[column + 1] as Cell | undefined
    const heading = headed ? asText(at(sheet.rows[0])) : ''
    const cell = sheet.rows
      .slice(headed ? 1 : 0, sampleRows)
      .map(at)
      .find((one) => one !== undefined && one !== '')
    return {
      title: heading === '' ? columnLetters(column) : heading,
      sample: typeof cell === 'object' ? cell.formula : asText(cell),
    }
  })
}
