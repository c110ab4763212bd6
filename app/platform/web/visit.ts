import type { Database } from '../database/database.ts'
import type { Lang } from '../language.ts'
import type { AddressName, Parameters, Query } from './address.ts'
import type { Visitor } from './visitor.ts'

/** One request, as pages see it. */
export interface Visit extends Visitor {
  lang: Lang
  now: Date
  requestId: string
  /** Reads; inside `submit` use the database handed in, which is the transaction. */
  database: Database
  /** The varying parts of the address; ids among them are known to be UUIDs. */
  parameters: Parameters
  /** What stands behind the question mark, single values only, at most 500 characters each. */
  query: Record<string, string>
  /** The path of another page in this visitor's language. */
  to: (name: AddressName, parameters?: Parameters, query?: Query) => string
  /** Whole address (with host) of a path, for mail and calendars. */
  absolute: (path: string) => string
  newId: () => string
  demo: boolean
}
