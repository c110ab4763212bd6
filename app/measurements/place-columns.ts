import { unitNamed } from './read-pasted-table.ts'
import { isTotal } from './totals.ts'

/** A column of a table that has a column for each place. Columns count from 0. */
export interface PlaceColumn {
  column: number
  /** The place or version whose figures it holds; null where nobody has told. */
  place: string | null
  /** It is passed over: the person said so, or its heading is that of a total. */
  leftOut: boolean
}

/** The letters by which a spreadsheet calls a column. */
export function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26))
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last
}

/** How a spreadsheet calls a cell, such as C7. */
export function cellName(column: number, line: number): string {
  return `${columnLetters(column)}${line}`
}

/** The field in which a form asks what a column holds. */
export function fieldOfColumn(column: number): `column${number}` {
  return `column${column}`
}

/** The place that a heading names, with or without a unit in brackets behind it; undefined when it names none. */
export function unitOfHeading(heading: string, units: readonly string[]): string | undefined {
  return unitNamed(heading, units) ?? unitNamed(heading.replace(/[([][^()[\]]{1,20}[)\]]\s*$/, ''), units)
}

/**
 * Which place each column holds, as far as it is told or its heading says so: every column of `holding` that is not `used`
 * otherwise. A heading that names no place, or one that stands twice, is left for the person to answer.
 */
export function placeColumnsOf({
  headings,
  holding,
  used,
  units,
  told = new Map(),
}: {
  /** By column; empty where there is none. */
  headings: readonly string[]
  holding: readonly number[]
  used: readonly (number | null)[]
  units: readonly string[]
  /** What the person said of a column. */
  told?: ReadonlyMap<number, Omit<PlaceColumn, 'column'>>
}): PlaceColumn[] {
  const columns = holding.filter((column) => !used.includes(column))
  const named = columns.map((column) => unitOfHeading(headings[column] ?? '', units) ?? null)
  return columns.map((column, index) => {
    const said = told.get(column)
    if (said) return { column, ...said }
    const place = named[index] ?? null
    const twice = place !== null && named.filter((other) => other === place).length > 1
    return {
      column,
      place: twice ? null : place,
      leftOut: place === null && isTotal(headings[column] ?? ''),
    }
  })
}

/** A column that must be told about; `sameAs` is the earlier one that holds the same place. */
export interface ColumnToTell {
  column: number
  place: string | null
  sameAs: number | null
}

/** Columns of which it must be told what they hold: nobody has, or an earlier column holds the same place. */
export function columnsToTell(places: readonly PlaceColumn[]): ColumnToTell[] {
  return places.flatMap(({ column, place, leftOut }, index): ColumnToTell[] => {
    if (leftOut) return []
    if (place === null) return [{ column, place, sameAs: null }]
    const earlier = places.slice(0, index).find((other) => !other.leftOut && other.place === place)
    return earlier ? [{ column, place, sameAs: earlier.column }] : []
  })
}
