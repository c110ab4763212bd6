import { z } from 'zod'
import { dayForInput, dayOf, parseDay } from '../../platform/format.ts'
import type { Lang } from '../../platform/language.ts'
import {
  optionalChoice,
  optionalNumber,
  optionalText,
  requiredDay,
  requiredText,
  ticked,
} from '../../platform/web/fields.ts'
import { done, type FormPage, type FormState } from '../../platform/web/page.ts'
import { texts } from '../../texts/index.ts'
import {
  Button,
  ButtonRow,
  Checkbox,
  DateField,
  Details,
  ErrorSummary,
  Form,
  Lede,
  Notice,
  NumberField,
  PageTitle,
  fieldsOf,
  Section,
  Select,
  TextArea,
  TextField,
} from '../../ui/index.ts'
import { addDeparture } from '../add-departure.ts'
import { type Departure, departuresOf } from '../diary-store.ts'
import { type Experiment, titleOf } from '../experiment.ts'
import { type Measure, measureOf } from '../plan.ts'
import { ownExperiment } from './load-experiment.ts'
import { crumbsTo } from './plan-crumbs.ts'
import { Departures } from './plan-section.tsx'

interface DepartureData {
  experiment: Experiment
  departures: Departure[]
}

interface Told {
  day: string
  what: string | null
  why: string
  measure: string | null
  newUnit: string | null
  planUnits: number | null
  apart: boolean
}

/** Measures that have a unit which can change. */
function measuresWithUnit({ plan }: Experiment): Measure[] {
  return plan.measures.filter((measure) => measure.kind === 'number')
}

/** Writing down what was done otherwise than the frozen plan says. */
export const addDeparturePage: FormPage<DepartureData, Told> = {
  load: async (visit) => {
    const experiment = await ownExperiment(visit)
    return experiment && { experiment, departures: await departuresOf(visit.database, experiment.id) }
  },
  // What asks whether a unit changed hands its guess over in the address.
  initial: ({ experiment }, visit) => ({
    day: dayForInput(parseDay(visit.query.day ?? '') ?? dayOf(visit.now)),
    measure: measuresWithUnit(experiment).find(({ id }) => id === visit.query.measure)?.id,
    planUnits: /^\d{1,6}([.,]\d{1,9})?$/.test(visit.query.units ?? '') ? visit.query.units : undefined,
  }),
  form: (lang, { experiment }) => {
    const words = texts[lang].experiments.departure
    return z
      .object({
        day: requiredDay(lang, words.dayMissing),
        what: optionalText(lang),
        why: requiredText(lang, words.whyMissing),
        measure: optionalChoice(
          lang,
          measuresWithUnit(experiment).map(({ id }) => id),
        ),
        newUnit: optionalText(lang, 40),
        planUnits: optionalNumber(lang, { least: 1e-9, most: 1e9 }),
        apart: ticked,
      })
      .refine((told) => told.measure !== null || told.what !== null, {
        path: ['what'],
        message: words.whatMissing,
      })
      .refine((told) => told.measure === null || told.newUnit !== null, {
        path: ['newUnit'],
        message: words.unit.missing,
      })
      .refine((told) => told.measure !== null || told.newUnit === null, {
        path: ['measure'],
        message: words.unit.ofWhat,
      })
      .refine(
        (told) =>
          told.measure === null ||
          (told.planUnits === null) === told.apart ||
          measureOf(experiment.plan, told.measure)?.unit === told.newUnit,
        { path: ['planUnits'], message: words.unit.amountMissing },
      )
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
              <UnitFields lang={visit.lang} experiment={experiment} form={form} />
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
    const { measure, newUnit, planUnits, ...told } = input
    const outcome = await addDeparture(database, {
      ...acting,
      ...told,
      id,
      ...(measure !== null &&
        newUnit !== null && { newUnit: { measureId: measure, unit: newUnit, planUnits } }),
    })
    if (!outcome.ok) return outcome
    return done({
      to: { name: 'plan', parameters: { id } },
      notice: texts[visit.lang].experiments.departure.added,
    })
  },
}

/** Whether the unit of a measure changed, and into which; open where something was told of it. */
function UnitFields({ lang, experiment, form }: { lang: Lang; experiment: Experiment; form: FormState }) {
  const words = texts[lang].experiments.departure.unit
  const measures = measuresWithUnit(experiment)
  if (measures.length === 0) return null
  const field = fieldsOf(form)
  const told = ['measure', 'newUnit', 'planUnits', 'apart'].some((name) => form.values.get(name) !== '')
  return (
    <Details summary={words.summary} open={told}>
      <p>{words.lede}</p>
      <Select
        {...field('measure')}
        label={words.measure}
        empty={words.none}
        options={measures.map(({ id, name, unit }) => ({
          value: id,
          label: unit === '' ? name : `${name} (${unit})`,
        }))}
      />
      <TextField {...field('newUnit')} label={words.newUnit} width="short" maxLength={40} />
      <NumberField {...field('planUnits')} label={words.amount} hint={words.amountHint} />
      <Checkbox name="apart" label={words.apart} checked={form.values.get('apart') !== ''} />
    </Details>
  )
}
