import { z } from 'zod'
import { dayForInput, dayOf } from '../../platform/format.ts'
import { requiredDay, requiredText } from '../../platform/web/fields.ts'
import { done, type FormPage } from '../../platform/web/page.ts'
import { texts } from '../../texts/index.ts'
import {
  Button,
  ButtonRow,
  DateField,
  ErrorSummary,
  fieldsOf,
  Form,
  Lede,
  Notice,
  PageTitle,
  Section,
  TextField,
} from '../../ui/index.ts'
import { eventsOf, type ExperimentEvent } from '../event-store.ts'
import { type Experiment, titleOf } from '../experiment.ts'
import { noteEvent } from '../note-event.ts'
import { EventList } from './event-list.tsx'
import { ownExperiment } from './load-experiment.ts'
import { crumbsTo } from './plan-crumbs.ts'

const longestEvent = 120

/** Noting what happened on a day that may have moved the readings. */
export const noteEventPage: FormPage<
  { experiment: Experiment; events: ExperimentEvent[] },
  { day: string; what: string }
> = {
  load: async (visit) => {
    const experiment = await ownExperiment(visit)
    return experiment && { experiment, events: await eventsOf(visit.database, experiment.id) }
  },
  initial: (_, visit) => ({ day: dayForInput(dayOf(visit.now)) }),
  form: (lang) => {
    const words = texts[lang].events
    return z.object({
      day: requiredDay(lang, words.dayMissing),
      what: requiredText(lang, words.whatMissing, longestEvent),
    })
  },
  view: ({ visit, data: { experiment, events }, form }) => {
    const words = texts[visit.lang].events
    const field = fieldsOf(form)
    return {
      title: words.title,
      hidden: true,
      breadcrumb: crumbsTo(visit, experiment, words.title),
      body: (
        <>
          <ErrorSummary lang={visit.lang} problems={form.problems} />
          <PageTitle caption={titleOf(visit.lang, experiment)}>{words.title}</PageTitle>
          <Lede>{words.lede}</Lede>
          {experiment.frozenAt ? (
            <Form lang={visit.lang} submission={form.submission}>
              <DateField {...field('day')} lang={visit.lang} label={words.day} />
              <TextField
                {...field('what')}
                label={words.what}
                hint={words.whatHint}
                width="full"
                maxLength={longestEvent}
              />
              <p class="muted">{words.stays}</p>
              <ButtonRow>
                <Button>{words.button}</Button>
              </ButtonRow>
            </Form>
          ) : (
            <Notice kind="info">
              <p>{words.notFrozen}</p>
            </Notice>
          )}
          {events.length > 0 && (
            <Section title={words.listTitle}>
              <EventList visit={visit} events={events} />
            </Section>
          )}
        </>
      ),
    }
  },
  submit: async (database, { visit, acting, data, input }) => {
    if (!acting) throw new Error('an event is noted by somebody')
    const { id } = data.experiment
    const outcome = await noteEvent(database, { ...acting, ...input, id })
    if (!outcome.ok) return outcome
    return done({ to: { name: 'evaluation', parameters: { id } }, notice: texts[visit.lang].events.noted })
  },
}
