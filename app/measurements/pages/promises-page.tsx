import { z } from 'zod'
import {
  experimentById,
  type Experiment,
  type Measure,
  mayReadExperiment,
  titleOf,
} from '../../experiments/index.ts'
import { namesOf } from '../../people/index.ts'
import { optionalChoice } from '../../platform/web/fields.ts'
import { done, type FormPage } from '../../platform/web/page.ts'
import type { Visit } from '../../platform/web/visit.ts'
import { texts } from '../../texts/index.ts'
import { Button, ButtonRow, ErrorSummary, Form, Lede, Notice, PageTitle, Section } from '../../ui/index.ts'
import { takesPromises } from '../log-promise.ts'
import { type LogPromise, promisesOf } from '../promise-store.ts'
import { promiseToLog, takePromiseBack } from '../promise-to-log.ts'
import { hasStoppedReminders } from '../reminder-store.ts'
import { startReminders } from '../stop-reminders.ts'
import { experimentCrumbs } from './experiment-crumbs.ts'

interface PromisesData {
  experiment: Experiment
  promises: LogPromise[]
  names: Map<string, string>
  /** True when the visitor wants no reminders. */
  stopped: boolean
}

interface Promised {
  promise: string | null
  back: string | null
  start: 'yes' | null
}

/** Who logs what: promising with one button, taking it back with another. */
export const promisesPage: FormPage<PromisesData, Promised> = {
  load: async (visit) => {
    const experiment = await experimentById(visit.database, visit.parameters.id ?? '')
    if (!experiment || !mayReadExperiment(visit, experiment)) return undefined
    const promises = await promisesOf(visit.database, [experiment.id])
    return {
      experiment,
      promises,
      names: await namesOf(
        visit.database,
        promises.map((one) => one.personId),
      ),
      stopped: visit.person ? await hasStoppedReminders(visit.database, visit.person.id) : false,
    }
  },
  form: (lang, { experiment }) => {
    const ids = experiment.plan.measures.map((measure) => measure.id)
    return z.object({
      promise: optionalChoice(lang, ids),
      back: optionalChoice(lang, ids),
      start: optionalChoice(lang, ['yes'] as const),
    })
  },
  view: ({ visit, data, form }) => {
    const words = texts[visit.lang].reminders.promise
    const open = takesPromises(data.experiment, visit.now)
    return {
      title: words.title,
      hidden: true,
      breadcrumb: experimentCrumbs(visit, data.experiment, { text: words.title }),
      body: (
        <>
          <ErrorSummary lang={visit.lang} problems={form.problems} />
          <PageTitle caption={titleOf(visit.lang, data.experiment)}>{words.title}</PageTitle>
          <Lede>{words.lede}</Lede>
          {!open && <p>{words.over}</p>}
          <Form lang={visit.lang} submission={form.submission}>
            {data.stopped && (
              <Notice kind="info">
                <p>{words.stopped}</p>
                <Button kind="secondary" name="start" value="yes">
                  {words.start}
                </Button>
              </Notice>
            )}
            {data.experiment.plan.measures.map((measure) => (
              <OneMeasure visit={visit} data={data} measure={measure} open={open} />
            ))}
          </Form>
        </>
      ),
    }
  },
  submit: async (database, { acting, visit, data: { experiment }, input }) => {
    if (!acting) throw new Error('a promise has nobody behind it')
    const words = texts[visit.lang].reminders.promise
    const to = { name: 'promises', parameters: { id: experiment.id } } as const
    if (input.start) {
      await startReminders(database, acting)
      return done({ to, notice: words.started })
    }
    if (input.back) {
      await takePromiseBack(database, { ...acting, experimentId: experiment.id, measureId: input.back })
      return done({ to, notice: words.taken })
    }
    if (!input.promise) return done({ to })
    const outcome = await promiseToLog(database, {
      ...acting,
      experimentId: experiment.id,
      measureId: input.promise,
    })
    if (!outcome.ok) return outcome
    const measure = experiment.plan.measures.find((one) => one.id === input.promise)
    return done({ to, notice: words.thanks(measure?.name ?? '') })
  },
}

function OneMeasure({
  visit,
  data: { promises, names },
  measure,
  open,
}: {
  visit: Visit
  data: PromisesData
  measure: Measure
  open: boolean
}) {
  const words = texts[visit.lang].reminders.promise
  const own = promises.some((one) => one.measureId === measure.id && one.personId === visit.person?.id)
  return (
    <Section title={measure.name}>
      <p>{whoLogs(visit, measure, promises, names)}</p>
      <ButtonRow>
        {own ? (
          <Button kind="quiet" name="back" value={measure.id}>
            {words.back}
            <span class="visually-hidden"> {words.buttonAbout(measure.name)}</span>
          </Button>
        ) : (
          open && (
            <Button kind="secondary" name="promise" value={measure.id}>
              {words.button}
              <span class="visually-hidden"> {words.buttonAbout(measure.name)}</span>
            </Button>
          )
        )}
      </ButtonRow>
    </Section>
  )
}

/** Who has promised to log a measure, in one sentence; the visitor is "you". */
export function whoLogs(
  visit: Visit,
  measure: Measure,
  promises: readonly LogPromise[],
  names: ReadonlyMap<string, string>,
): string {
  const words = texts[visit.lang].reminders.promise
  const people = promises
    .filter((one) => one.measureId === measure.id)
    .flatMap((one) => (one.personId === visit.person?.id ? words.you : (names.get(one.personId) ?? [])))
  return people.length === 0 ? words.nobody : words.promised(people.join(', '))
}
