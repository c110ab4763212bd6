import type { Context, Hono } from 'hono'
import type { Child } from 'hono/jsx'
import type { Database } from '../database/database.ts'
import type { Lang } from '../language.ts'
import type { AddressName, AddressWords } from './address.ts'
import type { FormValues } from './form-values.ts'
import type { Limits } from './limits.ts'
import type { Route, Screen } from './page.ts'
import type { Operator, Visit } from './visit.ts'
import type { Person } from './visitor.ts'

/** What the frame draws around a screen: the same on every page. */
export interface FrameProps {
  screen: Screen
  visit: Visit
  /** Paths of the same page in every language. */
  alternates: Record<Lang, string>
  routeName: AddressName | undefined
  notice: string | undefined
  /** True when the page's form came back with problems. */
  invalid: boolean
}

export interface LogLine {
  level: 'info' | 'warn' | 'error'
  event: string
  [detail: string]: unknown
}

/** Everything a site is made of. `now` and `newId` are handed in so that tests can set them. */
export interface SiteParts {
  addresses: Record<string, AddressWords>
  routes: Partial<Record<string, Route>>
  frame: (props: FrameProps) => Child
  identify: (cookie: string | undefined, now: Date) => Promise<Person | undefined>
  sessionCookie: string
  database: Database
  baseUrl: string
  demo: boolean
  /** Who runs the service; unknown when left out. */
  operator?: Operator
  /** Addresses and ranges of the proxies in front, whose word on the client's address counts. */
  proxies?: readonly string[]
  /** Counts what is done against the budgets; the usual ones when left out. */
  limits?: Limits
  now: () => Date
  newId: () => string
  log: (line: LogLine) => void
  /** Assets, the API, health: what is not a page in three languages. */
  others?: (hono: Hono<SiteEnvironment>) => void
}

export interface SiteEnvironment {
  /** What the server knows of the connection; absent where a request is made within the process. */
  Bindings: { incoming?: { socket?: { remoteAddress?: string | undefined } } }
  Variables: {
    requestId: string
    lang: Lang
    /** Where the request comes from, as in `Visit`. */
    network: string
    /** The form cookie of this browser, new where it had none. */
    formSecret: string
    /** A form was drawn, so its cookie must be there when it is sent. */
    formShown: boolean
    /** Why nothing was given or done, for the log; empty where nothing was refused. */
    refused: string
    /** What was sent in a form, for the page that must give it back. */
    typed: FormValues | undefined
  }
}

export type SiteContext = Context<SiteEnvironment>
