import type { Decimals } from './file-numbers.ts'
import type { PlaceColumn } from './place-columns.ts'

/** What the person says of a file: which column is what, and what becomes of days that come twice. Columns count from 0. */
export interface FileChoice {
  sheet: number
  /** The first row holds headings. */
  headed: boolean
  day: number
  value: number
  /** Of a table with a column for each place: what each holds. Null where every row holds one figure, in the column `value`. */
  places?: readonly PlaceColumn[] | null
  /** The column of places or versions; null where there is none. */
  place: number | null
  /** The place or version of the whole file, where no column tells it. */
  onePlace: string | null
  note: number | null
  /** A column that names the unit of each value. */
  unitName: number | null
  decimals: Decimals
  /** A day that stands in several rows: ask, take the mean of all, the first or the last row. */
  repeated: 'ask' | 'keep' | 'first' | 'last'
  /** A day that has a reading already: ask, put the new one in its place, keep both, or leave the row out. */
  existing: 'ask' | 'replace' | 'keep' | 'leave'
  /** Rows that cannot be stored are left out instead of stopping the whole file. */
  leaveOut: boolean
  /** The day on which the level really jumps, as the person said; null while nobody was asked. */
  jumpIsReal?: string | null
}
