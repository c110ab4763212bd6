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
  Form,
  Lede,
  Notice,
  PageTitle,
  fieldsOf,
  Section,
  TextArea,
} from '../../ui/index.ts'
import { addDeparture } from '../add-departure.ts'
import { type Departure, departuresOf } from '../diary-store.ts'
import { type Experiment, titleOf } from '../experiment.ts'
import { ownExperiment } from './load-experiment.ts'
import { crumbsTo } from './plan-crumbs.ts'
import { Departures } from './plan-section.tsx'

interface DepartureData {
  experiment: Experiment
  departures: Departure[]
}

/** Writing down what was done otherwise than the frozen plan says. */
export const addDeparturePage: FormPage<DepartureData, { day: string; what: string; why: string }> = {
  load: async (visit) => {
    const experiment = await ownExperiment(visit)
    return experiment && { experiment, departures: await departuresOf(visit.database, experiment.id) }
  },
  initial: (_, visit) => ({ day: dayForInput(dayOf(visit.now)) }),
  form: (lang) => {
    const words = texts[lang].experiments.departure
    return z.object({
      day: requiredDay(lang, words.dayMissing),
      what: requiredText(lang, words.whatMissing),
      why: requiredText(lang, words.whyMissing),
    })
  },
  view: ({ visit, data: { experiment, departures }, form }) => {
    const words = texts[visit.lang].experiments.departure
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
              <TextArea {...field('what')} rows={3} label={words.what} />
              <TextArea {...field('why')} rows={3} label={words.why} />
              <p class="muted">{words.stays}</p>
              <ButtonRow>
                <Button>{words.add}</Button>
              </ButtonRow>
            </Form>
          ) : (
            <Notice kind="info">
              <p>{words.notFrozen}</p>
            </Notice>
          )}
          {departures.length > 0 && (
            <Section title={words.listTitle}>
              <Departures visit={visit} departures={departures} />
            </Section>
          )}
        </>
      ),
    }
  },
  submit: async (database, { visit, acting, data, input }) => {
    if (!acting) throw new Error('a departure is written by somebody')
    const { id } = data.experiment
    const outcome = await addDeparture(database, { ...acting, ...input, id })
    if (!outcome.ok) return outcome
    return done({
      to: { name: 'plan', parameters: { id } },
      notice: texts[visit.lang].experiments.departure.added,
    })
  },
}
