import { z } from 'zod'
import { experimentById, type Experiment, mayReadExperiment, titleOf } from '../../experiments/index.ts'
import { dayForInput, dayOf, formatDate, formatEuros, formatHours } from '../../platform/format.ts'
import { optionalNumber, optionalText, requiredDay } from '../../platform/web/fields.ts'
import { done, type FormPage, refuse } from '../../platform/web/page.ts'
import { texts } from '../../texts/index.ts'
import {
  Button,
  ButtonRow,
  DateField,
  ErrorSummary,
  Form,
  Lede,
  NumberField,
  PageTitle,
  fieldsOf,
  TextField,
} from '../../ui/index.ts'
import { type EffortEntry, effortEntriesOf } from '../effort-store.ts'
import { logEffort, takeEffortAway } from '../log-effort.ts'
import { EffortTable } from './effort-section.tsx'
import { experimentCrumbs } from './experiment-crumbs.ts'

interface EffortData {
  experiment: Experiment
  entries: EffortEntry[]
}

interface Logged {
  day: string | null
  hours: number | null
  euros: number | null
  what: string | null
  remove: string | null
}

/** Hours and euros an experiment takes, logged as they go. */
export const logHoursPage: FormPage<EffortData, Logged> = {
  load: async (visit) => {
    const experiment = await experimentById(visit.database, visit.parameters.id ?? '')
    if (!experiment || !mayReadExperiment(visit, experiment)) return undefined
    return { experiment, entries: await effortEntriesOf(visit.database, experiment.id) }
  },
  initial: (_, visit) => ({ day: dayForInput(dayOf(visit.now)) }),
  form: (lang) => {
    const words = texts[lang].measurements
    return z.object({
      day: requiredDay(lang, words.dayMissing),
      hours: optionalNumber(lang, { least: 0, most: 1_000 }),
      euros: optionalNumber(lang, { least: 0, most: 10_000_000 }),
      what: optionalText(lang, 300),
      remove: optionalText(lang, 36),
    })
  },
  view: ({ visit, data: { experiment, entries }, form }) => {
    const words = texts[visit.lang].measurements
    const field = fieldsOf(form)
    const sum = (pick: (entry: EffortEntry) => number) =>
      entries.reduce((total, entry) => total + pick(entry), 0)
    return {
      title: words.effort.title,
      breadcrumb: experimentCrumbs(visit, experiment, { text: words.effort.title }),
      body: (
        <>
          <ErrorSummary lang={visit.lang} problems={form.problems} />
          <PageTitle caption={titleOf(visit.lang, experiment)}>{words.effort.title}</PageTitle>
          <Lede>{words.effort.lede}</Lede>
          <Form lang={visit.lang} submission={form.submission}>
            <DateField {...field('day')} lang={visit.lang} label={words.day} />
            <NumberField {...field('hours')} label={words.effort.hours} suffix="h" />
            <NumberField {...field('euros')} label={words.effort.euros} suffix="€" />
            <TextField
              {...field('what')}
              label={words.effort.what}
              hint={words.effort.whatHint}
              maxLength={300}
            />
            <ButtonRow>
              <Button>{words.effort.button}</Button>
            </ButtonRow>
            {entries.length > 0 && (
              <>
                <p>
                  {words.effort.total(
                    formatHours(
                      visit.lang,
                      sum((entry) => entry.hours),
                    ),
                    formatEuros(
                      visit.lang,
                      sum((entry) => entry.euros),
                    ),
                  )}
                </p>
                <EffortTable
                  lang={visit.lang}
                  entries={entries}
                  action={(entry) => (
                    <button type="submit" name="remove" value={entry.id} class="link-button">
                      {words.effort.remove}
                      <span class="visually-hidden"> {formatDate(visit.lang, entry.day)}</span>
                    </button>
                  )}
                />
              </>
            )}
          </Form>
        </>
      ),
    }
  },
  submit: async (database, { acting, visit, data: { experiment }, input }) => {
    if (!acting) throw new Error('an entry has nobody behind it')
    const words = texts[visit.lang].measurements.effort
    const to = { name: 'log-hours', parameters: { id: experiment.id } } as const
    if (input.remove) {
      const gone = await takeEffortAway(database, {
        ...acting,
        experimentId: experiment.id,
        entryId: input.remove,
      })
      return gone.ok ? done({ to, notice: words.removed }) : gone
    }
    if (input.what === null) return refuse('what', words.whatMissing)
    const outcome = await logEffort(database, {
      ...acting,
      experimentId: experiment.id,
      day: input.day ?? dayOf(visit.now),
      hours: input.hours ?? 0,
      euros: input.euros ?? 0,
      what: input.what,
    })
    return outcome.ok ? done({ to, notice: words.saved }) : outcome
  },
}
