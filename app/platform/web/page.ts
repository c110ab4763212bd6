import type { Child } from 'hono/jsx'
import type { ZodType } from 'zod'
import type { Database } from '../database/database.ts'
import type { Lang } from '../language.ts'
import type { Place } from './address.ts'
import type { FormValues } from './form-values.ts'
import type { NamedLimit } from './limits.ts'
import type { Policy } from './policy.ts'
import type { FileOfForm } from './sent-file.ts'
import type { Acting } from './visitor.ts'
import type { Visit } from './visit.ts'

/** Something that the person can put right, and the field where. An empty field name means the page as a whole. */
export interface Problem {
  field: string
  text: string
}

/** What an action answers: done, or what stands in the way. */
export type Outcome<Done = undefined> = { ok: true; value: Done } | Refusal

/** Nothing was stored. `theirs` holds the other person's texts when somebody saved in between (field → text). */
export interface Refusal {
  ok: false
  problems: Problem[]
  theirs?: Record<string, string>
  /** Nothing is wrong: the person is asked to look once more before it is done. */
  preview?: true
  /** What was written stays, though the form comes back: a wrong code counts. */
  keep?: true
}

export function done(): Outcome
export function done<Done>(value: Done): Outcome<Done>
export function done<Done>(value?: Done): Outcome<Done | undefined> {
  return { ok: true, value }
}

/** A refusal with one problem. */
export function refuse(field: string, text: string): Refusal {
  return { ok: false, problems: [{ field, text }] }
}

/** One step of the way here, from the front page on; the last one has no path. */
export interface Crumb {
  text: string
  href?: string
}

/** What a view makes: everything of the page that is not the same on all pages. */
export interface Screen {
  /** Title of the document; the service's name is added. */
  title: string
  description?: string
  breadcrumb?: Crumb[]
  body: Child
  /** Wide pages use the whole page width; others the reading column. */
  wide?: boolean
  /** Names of browser scripts that this page gains from, without ending: `character-count`. */
  scripts?: string[]
  /** Keeps the page out of search engines. */
  hidden?: boolean
  /** Without the header’s and footer’s ways into the service: for who came by a poster, or has no signal. */
  bare?: boolean
  /** The address of the page lets somebody in: it is told to nobody, not even to the site's own files. */
  secretAddress?: boolean
  /** Path of what a phone needs to keep the page on its home screen. */
  manifest?: string
  /** A whole address on another site to which the browser goes on by itself, where a form may not lead directly. */
  leadsTo?: string
  /** The page shows how something is coming along: browsers ask for it again after so many seconds. */
  refreshSeconds?: number
}

/** The state of a page's form: what stands in its fields, what is wrong, and what somebody else saved meanwhile. */
export interface FormState {
  values: FormValues
  problems: Problem[]
  theirs?: Record<string, string>
  /** The page shows what would be done, and asks. */
  preview?: true
  /** What was made by this submit and is shown this once. */
  shownOnce?: readonly string[]
  /**
   * Goes into `Form`: the key that makes a double submit do its work once, the version that was read, and the token that
   * proves that the form was opened in this browser.
   */
  submission: { key: string; version?: number | undefined; readonly token: string }
}

/** A cookie to set; `maxAgeSeconds` 0 takes it away. */
export interface CookieToSet {
  name: string
  value: string
  maxAgeSeconds: number
}

/** After a successful submit: where to go, what to say there, and which cookies change. */
export interface Continuation {
  to: Place | { path: string }
  notice?: string
  cookies?: CookieToSet[]
  /** Shown on the form's own page, this once, instead of going anywhere. */
  shownOnce?: readonly string[]
  /** Sent to be saved, instead of going anywhere; the same form may ask for it again. */
  file?: { bytes: Uint8Array; type: string; name: string }
}

export interface ReadPage<Data> {
  /** Everything the view needs; undefined means that there is no such page for this visitor (404). */
  load: (visit: Visit) => Promise<Data | undefined>
  view: (props: { visit: Visit; data: Data; form: FormState }) => Screen
  /** A limit of its own on how often the page may be asked for or its form sent, on top of those for every form. */
  limit?: NamedLimit
}

export interface FormPage<Data, Input, Ahead = undefined> extends ReadPage<Data> {
  /** The schema of the form, with messages in the visitor's language. `fields.ts` has the building blocks. */
  form: (lang: Lang, data: Data) => ZodType<Input>
  /** What stands in the fields at first. */
  initial?: (data: Data, visit: Visit) => Record<string, string | string[] | undefined>
  /** The version of the record the form was filled from. */
  version?: (data: Data) => number
  /** The file that the form takes; its content stands in the values. Without this every file is refused. */
  file?: FileOfForm
  /**
   * What takes long, or is asked of other machines, before the transaction of `submit` begins, so that no connection waits for
   * it. Comes when the form may be sent and is filled in right; writes of its own need a transaction of their own.
   */
  ahead?: (visit: Visit, data: Data, values: FormValues) => Promise<Ahead>
  /** Runs in one transaction together with its log line, jobs and the submission key. */
  submit: (
    database: Database,
    request: {
      visit: Visit
      acting: Acting | undefined
      data: Data
      input: Input
      version: number
      values: FormValues
      ahead: Ahead
    },
  ) => Promise<Outcome<Continuation>>
}

/** An address that answers with something else than a page: a calendar file, JSON. */
export interface FileAnswer<Data> {
  load: (visit: Visit) => Promise<Data | undefined>
  answer: (props: { visit: Visit; data: Data }) => Response | Promise<Response>
}

/** What stands behind an address, with who may come. Built by `page`, `formPage` and `file`. */
export interface Route {
  kind: 'page' | 'form' | 'file'
  load: (visit: Visit) => Promise<unknown>
  who: Policy<never>
  /** Who may send the form, where more may read the page. */
  whoSubmits?: Policy<never>
  limit?: NamedLimit
  view?: ReadPage<never>['view']
  answer?: FileAnswer<never>['answer']
  form?: FormPage<never, never>['form']
  initial?: FormPage<never, never>['initial']
  version?: FormPage<never, never>['version']
  file?: FileOfForm | undefined
  ahead?: FormPage<never, never, never>['ahead'] | undefined
  submit?: FormPage<never, never, never>['submit']
}

/** A page to read. */
export function page<Data>(read: ReadPage<Data>, who: Policy<Data>): Route {
  return {
    kind: 'page',
    load: read.load,
    view: read.view as Route['view'],
    who: who as Policy<never>,
    limit: read.limit,
  }
}

/** A page with a form. Whoever may come may send it, unless `whoSubmits` says that fewer may. */
export function formPage<Data, Input, Ahead = undefined>(
  form: FormPage<Data, Input, Ahead>,
  who: Policy<Data>,
  whoSubmits: Policy<Data> = who,
): Route {
  return {
    kind: 'form',
    load: form.load,
    view: form.view as Route['view'],
    form: form.form as unknown as Route['form'],
    initial: form.initial as Route['initial'],
    version: form.version as Route['version'],
    file: form.file,
    ahead: form.ahead as Route['ahead'],
    submit: form.submit as unknown as Route['submit'],
    who: who as Policy<never>,
    whoSubmits: whoSubmits as Policy<never>,
    limit: form.limit,
  }
}

/** A file to fetch. */
export function file<Data>(answer: FileAnswer<Data>, who: Policy<Data>): Route {
  return {
    kind: 'file',
    load: answer.load,
    answer: answer.answer as Route['answer'],
    who: who as Policy<never>,
  }
}
