import type { Database } from '../database/database.ts'
import type { Lang } from '../language.ts'
import type { AddressName, Parameters, Query } from './address.ts'
import type { Visitor } from './visitor.ts'

/** Who runs the service, as far as pages need it. */
export interface Operator {
  /** The folder for files; undefined where nothing may be written to files. */
  dataFolder: string | undefined
  /** Whom to ask about personal data: an address or a telephone number as the operator wrote it. */
  dataProtectionContact: string | undefined
}

/** One request, as pages see it. */
export interface Visit extends Visitor {
  lang: Lang
  now: Date
  requestId: string
  /** Where the request comes from: an IPv4 address, an IPv6 /64, or `unknown`. For counting, never for storing with a name. */
  network: string
  /** This browser and no other: the SHA-256 of a cookie that every form sets. What is asked in it can be bound to it. */
  browser: string
  /** What the browser says of itself, 300 characters at most. */
  userAgent: string
  /** The query as it was sent, with its question mark and at any length; empty where there is none. */
  search: string
  /** Writes a warning into the application's own log; never with names, addresses or what somebody typed. */
  note: (event: string, details?: Record<string, string | number>) => void
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
  operator?: Operator
}
