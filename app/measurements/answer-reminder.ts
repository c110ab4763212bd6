import {
  experimentById,
  type Experiment,
  mayWorkOnExperiment,
  measureOf,
  measureOn,
  type Measure,
} from '../experiments/index.ts'
import { personById } from '../people/index.ts'
import { actAs, asSystem } from '../platform/database/acting.ts'
import type { Database } from '../platform/database/database.ts'
import { dayOf } from '../platform/format.ts'
import type { Lang } from '../platform/language.ts'
import { done, type Outcome, refuse } from '../platform/web/page.ts'
import type { Person } from '../platform/web/visitor.ts'
import { texts } from '../texts/index.ts'
import { addObservation, type SameDay } from './add-observation.ts'
import { questionOfLink } from './answer-addresses.ts'
import { takesObservations } from './observation.ts'
import { type AskedQuestion, markAnswered } from './reminder-store.ts'

/** A question that can be answered, with everything it is about and who answers. */
export interface OpenQuestion {
  question: AskedQuestion
  experiment: Experiment
  measure: Measure
  person: Person
}

/**
 * What a question is about, as long as it may be answered: the person still works in the municipality and the trial still
 * takes readings. Undefined otherwise. Rights are read now, not when the letter was sent.
 */
export async function openQuestion(
  database: Database,
  question: AskedQuestion,
  now: Date,
): Promise<OpenQuestion | undefined> {
  return asSystem(database, async (system) => {
    const experiment = await experimentById(system, question.experimentId)
    const measure = experiment && measureOf(experiment.plan, question.measureId)
    const person = await personById(system, question.personId, now)
    if (!experiment || !measure || !person || experiment.hidden) return undefined
    if (!takesObservations(experiment) || !mayWorkOnExperiment({ person }, experiment)) return undefined
    return { question, experiment, measure: measureOn(experiment, measure, dayOf(now)), person }
  })
}

/**
 * Logs the answer to a question for today by its link alone, without signing in: that measure, once. The transaction acts
 * as the person afterwards.
 */
export async function answerReminder(
  database: Database,
  {
    token,
    now,
    requestId,
    newId,
    lang,
    unit,
    value,
    sameDay,
  }: {
    token: string
    now: Date
    requestId: string
    newId: () => string
    lang: Lang
    unit: string | null
    value: number
    sameDay: SameDay
  },
): Promise<Outcome> {
  const closed = refuse('', texts[lang].reminders.answer.closedText)
  const question = await questionOfLink(database, { token, now })
  const open = question && (await openQuestion(database, question, now))
  if (!open) return closed
  const { person, measure, experiment } = open
  await actAs(database, person)
  const readingId = newId()
  if (!(await markAnswered(database, { id: open.question.id, readingId, now }))) return closed
  const outcome = await addObservation(database, {
    person,
    now,
    requestId,
    newId,
    lang,
    id: readingId,
    experimentId: experiment.id,
    measure,
    unit,
    day: dayOf(now),
    value,
    note: null,
    way: 'tap',
    sameDay,
  })
  return outcome.ok ? done() : outcome
}
