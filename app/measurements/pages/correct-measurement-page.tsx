import { z } from 'zod'
import { type Experiment, type Measure } from '../../experiments/index.ts'
import { dayForInput, formatDate, numberForInput } from '../../platform/format.ts'
import { choice, optionalText, requiredDay, requiredNumber, requiredText } from '../../platform/web/fields.ts'
import { done, type FormPage } from '../../platform/web/page.ts'
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
import { correctObservation } from '../correct-observation.ts'
import type { Observation } from '../observation.ts'
import { readOneObservation } from '../read-measurements.ts'
import { unitAsked, unitToAsk } from './unit-to-ask.ts'
import { experimentCrumbs } from './experiment-crumbs.ts'

interface Corrected {
  day: string
  value: number
  note: string | null
  why: string
  act: 'save' | 'remove'
  unitSeen?: string | undefined
}

/** Correcting or taking away one reading, with the reason. */
export const correctMeasurementPage: FormPage<
  { experiment: Experiment; measure: Measure; observation: Observation },
  Corrected
> = {
  load: readOneObservation,
  initial: ({ observation }, visit) => ({
    day: dayForInput(observation.day),
    value: numberForInput(visit.lang, observation.value),
    note: observation.note ?? '',
  }),
  form: (lang) => {
    const words = texts[lang].measurements
    return z.object({
      day: requiredDay(lang, words.dayMissing),
      value: requiredNumber(lang, words.valueMissing),
      note: optionalText(lang, 300),
      why: requiredText(lang, words.correct.whyMissing, 300),
      act: choice(texts[lang].form.notAChoice, ['save', 'remove'] as const),
      unitSeen: unitAsked,
    })
  },
  view: ({ visit, data: { experiment, measure, observation }, form }) => {
    const words = texts[visit.lang].measurements
    const field = fieldsOf(form)
    const seen = unitToAsk(experiment, measure, form, visit.now)
    return {
      title: words.correct.title,
      hidden: true,
      breadcrumb: experimentCrumbs(
        visit,
        experiment,
        { text: words.title, href: visit.to('measurements', { id: experiment.id }) },
        { text: words.correct.title },
      ),
      body: (
        <>
          <ErrorSummary lang={visit.lang} problems={form.problems} />
          <PageTitle caption={`${measure.name}, ${formatDate(visit.lang, observation.day)}`}>
            {words.correct.title}
          </PageTitle>
          <Lede>{words.correct.lede}</Lede>
          <Form lang={visit.lang} submission={form.submission} hidden={{ unitSeen: seen }}>
            <DateField {...field('day')} lang={visit.lang} label={words.day} />
            <NumberField {...field('value')} label={words.value} suffix={seen || undefined} />
            <TextField {...field('note')} label={words.note} hint={words.noteHint} maxLength={300} />
            <TextField
              {...field('why')}
              label={words.correct.why}
              hint={words.correct.whyHint}
              maxLength={300}
            />
            <ButtonRow>
              <Button name="act" value="save">
                {words.correct.save}
              </Button>
              <Button name="act" value="remove" kind="secondary">
                {words.correct.remove}
              </Button>
            </ButtonRow>
          </Form>
        </>
      ),
    }
  },
  submit: async (database, { acting, visit, data: { experiment, measure, observation }, input }) => {
    if (!acting) throw new Error('a correction has nobody behind it')
    const words = texts[visit.lang].measurements.correct
    const { day, value, note, why } = input
    const corrected = input.act === 'save' ? { day, value, note } : undefined
    const outcome = await correctObservation(database, {
      ...acting,
      measure,
      observation,
      corrected,
      unitSeen: input.unitSeen,
      why,
    })
    if (!outcome.ok) return outcome
    return done({
      to: { name: 'measurements', parameters: { id: experiment.id } },
      notice: corrected ? words.saved : words.removed,
    })
  },
}
