import type { ColumnType, Selectable } from 'kysely'
import type { Database } from './database/database.ts'
import type { Place } from './web/address.ts'

/** Why a text was hidden, in kinds that can be told to everybody. */
export const hidingReasons = ['personal_data', 'insult', 'threat', 'advertising', 'rights', 'law'] as const

export type HidingReason = (typeof hidingReasons)[number]

/** A text that moderators have hidden: the words themselves are then not read out of the database. */
export interface Hidden {
  at: Date
  because: HidingReason
}

/** The columns of a table whose texts can be hidden. */
export interface HidingColumns {
  hidden_at: ColumnType<Date | null, Date | null | undefined, Date | null>
  hidden_because: ColumnType<HidingReason | null, HidingReason | null | undefined, HidingReason | null>
}

/** What a row tells of its being hidden, null while everybody may read it. */
export function hiddenOf(row: Selectable<HidingColumns>): Hidden | null {
  return row.hidden_at && row.hidden_because ? { at: row.hidden_at, because: row.hidden_because } : null
}

/** A text as moderators see it, whether it is hidden or not. */
export interface TextUnderReview {
  municipalityCode: string
  /** Whoever wrote it; null where nobody is known. */
  writerId: string | null
  /** Everything that is hidden together. */
  texts: string[]
  /** The record on whose page the text stands. */
  placeId: string
  hidden: Hidden | null
  /** True where those who moderate in the municipality are those who wrote it: then only the programme office does. */
  byOffice?: true
  /** The address of the picture that the texts belong to; none where it was taken away. */
  picture?: Place
  /** Id of a hidden one of its kind whose place it took, while nobody has looked at it since. */
  inPlaceOf?: string | null
}

/** How a room lets its texts be looked at and hidden. The room of moderation works through these alone. */
export interface ReviewableTexts {
  /** Undefined where there is no such text that everybody could read. */
  find: (database: Database, id: string) => Promise<TextUnderReview | undefined>
  /** Hides it from everybody, and takes it out of the search. */
  hide: (database: Database, id: string, hidden: Hidden) => Promise<void>
  /** Somebody has looked at it and leaves it as it is. */
  keep?: (database: Database, id: string) => Promise<void>
  /** Lets everybody read it again. */
  show: (database: Database, id: string) => Promise<void>
}
