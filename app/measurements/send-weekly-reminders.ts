import {
  type Experiment,
  experimentsByIds,
  mayWorkOnExperiment,
  type Measure,
  measureOf,
  measureOn,
} from '../experiments/index.ts'
import { personById } from '../people/index.ts'
import type { Database } from '../platform/database/database.ts'
import { dayOf } from '../platform/format.ts'
import type { NewId } from '../platform/identifiers.ts'
import type { RecurringJob, JobHandler } from '../platform/jobs/worker.ts'
import { isMailAddress, queueMail } from '../platform/mail/mail.ts'
import { pathTo } from '../platform/web/address.ts'
import { type Person, workRoles } from '../platform/web/visitor.ts'
import { answerKey } from './answer-key-store.ts'
import { tokensOf } from './answer-addresses.ts'
import { takesPromises } from './log-promise.ts'
import { endOnePromise } from './promise-to-log.ts'
import { type LogPromise, standingPromises } from './promise-store.ts'
import { type AddressOf, reminderLetter } from './reminder-letter.ts'
import {
  claimReminder,
  hasStoppedReminders,
  measuresRead,
  type ReminderQuestion,
  saveQuestions,
} from './reminder-store.ts'
import { linksUntil, repliesUntil, weekToRemind } from './reminder-week.ts'

declare module '../platform/jobs/queue-job.ts' {
  interface JobPayloads {
    'send-weekly-reminders': Record<string, never>
  }
}

/** Where the letters' links lead, and at which domain answers are received; undefined where none are. */
export interface ReminderParts {
  baseUrl: string
  replyDomain: string | undefined
}

/** The weekly reminder: on Monday at seven in Finland, tried again on Tuesday for whoever has not got theirs. */
export function reminderJobs(parts: ReminderParts): {
  jobs: { 'send-weekly-reminders': JobHandler<'send-weekly-reminders'> }
  recurring: RecurringJob[]
} {
  return {
    jobs: {
      'send-weekly-reminders': async (_payload, { database, now, newId }) => {
        await sendWeeklyReminders(database, { ...parts, now, newId })
      },
    },
    // Seven o'clock in Finland is 4 UTC in summer and 5 in winter; before seven the job does nothing.
    recurring: [{ name: 'send-weekly-reminders', match: '0 4,5 * * 1,2' }],
  }
}

interface Due {
  promise: LogPromise
  experiment: Experiment
  measure: Measure
}

/**
 * Queues one letter to everybody who has promised to log and whose measures lack a reading, gathering all their
 * experiments. Never more than one a person and week: the week is claimed in the database in the same transaction. Trials
 * in a pause ask nothing; a trial that is over ends its promises. Returns how many letters were queued. Runs as the system.
 */
export async function sendWeeklyReminders(
  database: Database,
  { now, newId, baseUrl, replyDomain }: ReminderParts & { now: Date; newId: NewId },
): Promise<number> {
  const week = weekToRemind(now)
  if (week === undefined) return 0
  const promises = await standingPromises(database)
  const ids = promises.map((promise) => promise.experimentId)
  const experiments = await experimentsByIds(database, ids)
  const read = await measuresRead(database, { experimentIds: ids, week })
  const due = new Map<string, Due[]>()
  for (const promise of promises) {
    const experiment = experiments.get(promise.experimentId)
    const measure = experiment && measureOf(experiment.plan, promise.measureId)
    if (!experiment || !takesPromises(experiment, now)) {
      await endOnePromise(database, { promise, personId: null, now, requestId: `reminders ${week}` })
      continue
    }
    const asked = experiment.state === 'running' && experiment.hidden === null
    if (!measure || !asked || read.has(`${promise.experimentId} ${promise.measureId}`)) continue
    const one = { promise, experiment, measure: measureOn(experiment, measure, dayOf(now)) }
    due.set(promise.personId, [...(due.get(promise.personId) ?? []), one])
  }
  if (due.size === 0) return 0
  const key = await answerKey(database)
  const addressOf: AddressOf = (name, lang, parameters, query) =>
    `${baseUrl}${pathTo(lang, name, parameters, query)}`
  let letters = 0
  for (const [personId, mine] of due) {
    const person = await personById(database, personId, now)
    const rightful = mine.filter(({ experiment }) => person && mayWorkOnExperiment({ person }, experiment))
    if (!person || !isMailAddress(person.email) || rightful.length === 0) continue
    if (await hasStoppedReminders(database, personId)) continue
    const tokens = tokensOf(key, person.email)
    const reminder = { id: newId(), personId, week }
    if (!(await claimReminder(database, { ...reminder, now }))) continue
    const questions = rightful.map((one) => ({ ...one, question: questionOf(one, reminder, now, newId()) }))
    await saveQuestions(
      database,
      questions.map(({ question }) => question),
    )
    const replyAddress = (token: string) => replyDomain && `log+${token}@${replyDomain}`
    const [only] = questions
    const { subject, text } = reminderLetter({
      lang: person.lang,
      name: person.name,
      questions: questions.map(({ question, experiment, measure }) => ({
        experiment,
        measure,
        linkToken: tokens.link(question),
        replyAddress: replyAddress(tokens.reply(question)),
      })),
      stopToken: tokens.stop(reminder),
      addressOf,
    })
    await queueMail(database, {
      key: `reminder ${week} ${personId}`,
      to: person.email,
      subject,
      text,
      onlyWhile: rightsFor(person, rightful),
      replyTo: replyAddress(
        only && questions.length === 1 ? tokens.reply(only.question) : tokens.replies(reminder),
      ),
      unsubscribeUrl: `${baseUrl}${oneClickPath}/${person.lang}?token=${tokens.stop(reminder)}`,
    })
    letters++
  }
  return letters
}

/** Where mail programs post to stop reminders, followed by the language and the token. */
export const oneClickPath = '/stop-reminders'

function questionOf(
  { promise, measure }: Due,
  reminder: { id: string; week: string },
  now: Date,
  id: string,
): ReminderQuestion {
  return {
    id,
    reminderId: reminder.id,
    promiseId: promise.id,
    personId: promise.personId,
    experimentId: promise.experimentId,
    municipalityCode: promise.municipalityCode,
    measureId: measure.id,
    week: reminder.week,
    askedAt: now,
    linkUntil: linksUntil(reminder.week),
    replyUntil: repliesUntil(reminder.week),
  }
}

/** The letter leaves only while the person still works in every municipality of which it tells. */
function rightsFor(person: Person, due: readonly Due[]) {
  const codes = new Set(due.map(({ promise }) => promise.municipalityCode))
  return [...codes].map((municipalityCode) => ({ personId: person.id, municipalityCode, roles: workRoles }))
}
