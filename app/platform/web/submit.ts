import { actAs, readAs } from '../database/acting.ts'
import { texts } from '../../texts/index.ts'
import { pathTo } from './address.ts'
import type { CalmPage } from './calm-pages.tsx'
import { displayable, type FormValues } from './form-values.ts'
import { unknownFields } from './known-fields.ts'
import type { Continuation, CookieToSet, FormState, Outcome, Problem, Route, Screen } from './page.ts'
import type { SiteParts } from './site-parts.ts'
import type { Visit } from './visit.ts'

interface SubmissionsTable {
  key: string
  location: string | null
  notice: string | null
}

declare module '../database/tables.ts' {
  interface Tables {
    submissions: SubmissionsTable
  }
}

/** How a submit is answered. */
export type SubmitAnswer =
  | { kind: 'go'; location: string; notice?: string; cookies: CookieToSet[] }
  | { kind: 'again'; status: 200 | 409 | 422; screen: Screen }
  | { kind: 'file'; file: NonNullable<Continuation['file']> }
  | { kind: 'calm'; reason: CalmPage['reason'] }
  | { kind: 'sign-in' }

/** Carries a refusal out of the transaction, so that everything in it is undone. */
class Refused extends Error {
  readonly outcome: Outcome<Continuation> & { ok: false }
  constructor(outcome: Outcome<Continuation> & { ok: false }) {
    super('refused')
    this.outcome = outcome
  }
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Checks and carries out a form: policy, schema, action, log and key in one transaction, or nothing at all. */
export async function answerSubmit(
  parts: Pick<SiteParts, 'database' | 'newId'>,
  route: Route,
  visit: Visit,
  values: FormValues,
  newSubmission: (version: number | undefined) => FormState['submission'],
): Promise<SubmitAnswer> {
  const { form, submit, view } = route
  if (!form || !submit || !view) throw new Error('a form route lacks its form')

  const load = () => readAs(parts.database, visit.person, (database) => route.load({ ...visit, database }))
  const data = await load()
  if (data === undefined) return { kind: 'calm', reason: 'not-found' }
  if (!route.who(visit, data as never) || !route.whoSubmits?.(visit, data as never))
    return visit.person ? { kind: 'calm', reason: 'not-allowed' } : { kind: 'sign-in' }

  const sentKey = values.get('_key')
  const key = uuid.test(sentKey) ? sentKey : parts.newId()
  const version = Number(/^\d{1,9}$/.exec(values.get('_version'))?.[0] ?? 0)
  const again = (
    problems: Problem[],
    { preview, shownOnce }: Pick<FormState, 'preview' | 'shownOnce'> = {},
  ): SubmitAnswer => {
    const state: FormState = {
      values: displayable(values),
      problems: sortedLikeForm(problems, values),
      preview,
      shownOnce,
      submission: newSubmission(version || undefined),
    }
    return {
      kind: 'again',
      status: preview || shownOnce ? 200 : 422,
      screen: view({ visit, data: data as never, form: state }),
    }
  }

  const schema = form(visit.lang, data as never)
  if (unknownFields(schema, values).length > 0) return { kind: 'calm', reason: 'unknown-field' }
  const parsed = schema.safeParse(values.entries())
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => ({
      field: String(issue.path[0] ?? ''),
      text: issue.message,
    }))
    return again(problems.filter((p, i) => problems.findIndex((other) => other.field === p.field) === i))
  }

  const ahead = await route.ahead?.(visit, data as never, values)
  try {
    return await parts.database.transaction().execute(async (transaction): Promise<SubmitAnswer> => {
      await actAs(transaction, visit.person)
      const claimed = await transaction
        .insertInto('submissions')
        .values({ key, location: null, notice: null })
        .onConflict((conflict) => conflict.doNothing())
        .returning('key')
        .executeTakeFirst()
      if (!claimed) {
        const earlier = await transaction
          .selectFrom('submissions')
          .selectAll()
          .where('key', '=', key)
          .executeTakeFirst()
        return {
          kind: 'go',
          location: earlier?.location ?? pathTo(visit.lang, 'front' as never),
          notice: earlier?.notice ?? undefined,
          cookies: [],
        }
      }
      const acting = visit.person && {
        person: visit.person,
        now: visit.now,
        requestId: visit.requestId,
        lang: visit.lang,
        newId: parts.newId,
      }
      const outcome = await submit(transaction, {
        visit: { ...visit, database: transaction },
        acting,
        data: data as never,
        input: parsed.data as never,
        version,
        values,
        ahead: ahead as never,
      })
      if (!outcome.ok && !outcome.keep) throw new Refused(outcome)
      if (!outcome.ok) return again(outcome.problems)
      const { to, notice, cookies = [], shownOnce, file } = outcome.value
      if (file) {
        await transaction.deleteFrom('submissions').where('key', '=', key).execute()
        return { kind: 'file', file }
      }
      const location = 'path' in to ? to.path : pathTo(visit.lang, to.name, to.parameters, to.query)
      await transaction
        .updateTable('submissions')
        .set({ location, notice: notice ?? null })
        .where('key', '=', key)
        .execute()
      return shownOnce ? again([], { shownOnce }) : { kind: 'go', location, notice, cookies }
    })
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    const { problems, theirs, preview } = error.outcome
    if (!theirs) return again(problems, { preview })
    const now = await load()
    if (now === undefined) return { kind: 'calm', reason: 'not-found' }
    const state: FormState = {
      values: displayable(values),
      problems: problems.length ? problems : [{ field: '', text: texts[visit.lang].site.conflict }],
      theirs,
      submission: newSubmission(route.version?.(now as never)),
    }
    return { kind: 'again', status: 409, screen: view({ visit, data: now as never, form: state }) }
  }
}

/** Problems in the order in which the fields were sent, which is the order of the page. */
function sortedLikeForm(problems: Problem[], values: FormValues): Problem[] {
  const order = Object.keys(values.entries())
  const place = (problem: Problem) => {
    const index = order.indexOf(problem.field)
    return index < 0 ? order.length : index
  }
  return [...problems].sort((a, b) => place(a) - place(b))
}
