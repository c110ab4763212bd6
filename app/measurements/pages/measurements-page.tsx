import { z } from 'zod'
import { coversReadings, measureOf, measureOn, titleOf, unitsOf } from '../../experiments/index.ts'
import { dayForInput, dayOf, formatMoment } from '../../platform/format.ts'
import {
  choice,
  optionalChoice,
  optionalText,
  requiredDay,
  requiredNumber,
} from '../../platform/web/fields.ts'
import { done, type FormPage } from '../../platform/web/page.ts'
import type { Visit } from '../../platform/web/visit.ts'
import { texts } from '../../texts/index.ts'
import {
  Button,
  ButtonLink,
  ButtonRow,
  DateField,
  EmptyState,
  ErrorSummary,
  Form,
  NumberField,
  PageTitle,
  fieldsOf,
  RadioGroup,
  Section,
  Select,
  TextField,
} from '../../ui/index.ts'
import { readingsInWords } from '../file-row-words.ts'
import { addObservation } from '../add-observation.ts'
import { mayMeasure } from '../measurement-policy.ts'
import { importsOf, type Import } from '../observation-store.ts'
import { readExperimentToMeasure, type ToMeasure } from '../read-measurements.ts'
import type { ReadingsPage } from '../readings-page-store.ts'
import { experimentCrumbs } from './experiment-crumbs.ts'
import { ReadingsTable, readReadingsPages } from './readings-table.tsx'
import { unitAsked, unitToAsk } from './unit-to-ask.ts'

interface MeasurementsData extends ToMeasure {
  readings: Map<string, ReadingsPage>
  imports: Import[]
}

interface Added {
  measure: string
  unit: string | null
  day: string
  value: number
  note: string | null
  sameDay: 'replace' | 'keep' | null
  unitSeen?: string | undefined
}

/** All measurements of an experiment, by measure; those who may add one by form, correct, or paste a table. */
export const measurementsPage: FormPage<MeasurementsData, Added> = {
  load: async (visit) => {
    const found = await readExperimentToMeasure(visit)
    return (
      found && {
        ...found,
        readings: await readReadingsPages(visit, found.experiment),
        imports: await importsOf(visit.database, found.experiment.id, visit.now),
      }
    )
  },
  initial: ({ experiment }, visit) => ({
    day: dayForInput(dayOf(visit.now)),
    measure: experiment.plan.measures[0]?.id,
  }),
  form: (lang, { experiment }) => {
    const words = texts[lang].measurements
    return z.object({
      measure: choice(
        words.measureMissing,
        experiment.plan.measures.map((measure) => measure.id),
      ),
      unit: optionalChoice(lang, unitsOf(experiment.plan)),
      day: requiredDay(lang, words.dayMissing),
      value: requiredNumber(lang, words.valueMissing),
      note: optionalText(lang, 300),
      sameDay: optionalChoice(lang, ['replace', 'keep'] as const),
      unitSeen: unitAsked,
    })
  },
  view: ({ visit, data, form }) => {
    const { experiment, readings, imports } = data
    const count = [...readings.values()].reduce((sum, { total }) => sum + total, 0)
    const words = texts[visit.lang].measurements
    const may = mayMeasure(visit, data)
    const to = { id: experiment.id }
    // Those who measure see what they have written down; nobody else before the end, when the plan covers the figures.
    const covered = !may && coversReadings(experiment, dayOf(visit.now))
    return {
      title: `${words.title}: ${titleOf(visit.lang, experiment)}`,
      breadcrumb: experimentCrumbs(visit, experiment, { text: words.title }),
      body: (
        <>
          <ErrorSummary lang={visit.lang} problems={form.problems} />
          <PageTitle caption={titleOf(visit.lang, experiment)}>{words.title}</PageTitle>
          {may && (
            <>
              <Section title={words.add.title}>
                <AddForm visit={visit} data={data} form={form} />
              </Section>
              <ButtonRow>
                <ButtonLink kind="secondary" href={visit.to('paste-measurements', to)}>
                  {words.list.paste}
                </ButtonLink>
                <ButtonLink kind="secondary" href={visit.to('import-measurements', to)}>
                  {texts[visit.lang].tableFiles.link}
                </ButtonLink>
                <ButtonLink kind="secondary" href={visit.to('measure-tokens', to)}>
                  {texts[visit.lang].measureTokens.link}
                </ButtonLink>
                <ButtonLink kind="secondary" href={visit.to('posters', to)}>
                  {texts[visit.lang].posters.link}
                </ButtonLink>
                <ButtonLink kind="secondary" href={visit.to('log-hours', to)}>
                  {words.list.effort}
                </ButtonLink>
              </ButtonRow>
            </>
          )}
          {count === 0 && <EmptyState text={words.none} />}
          {covered && count > 0 && <p>{words.covered(count)}</p>}
          {(covered ? [] : experiment.plan.measures).map((measure) => {
            const shown = readings.get(measure.id)
            return (
              shown && (
                <ReadingsTable
                  visit={visit}
                  experiment={experiment}
                  measure={measure}
                  shown={shown}
                  mayCorrect={may}
                />
              )
            )
          })}
          {may && imports.length > 0 && (
            <Section title={words.undo.listTitle}>
              <ul class="link-list">
                {imports.map((one) => (
                  <li>
                    {texts[visit.lang].tableFiles.undoListRow[one.way](
                      readingsInWords(visit.lang, one.rows),
                      formatMoment(visit.lang, one.importedAt),
                    )}{' '}
                    <a href={visit.to('undo-import', { ...to, importId: one.id })}>{words.undo.link}</a>
                  </li>
                ))}
              </ul>
            </Section>
          )}
          <p class="muted">{words.list.csvNote}</p>
        </>
      ),
    }
  },
  submit: async (database, { acting, visit, data: { experiment }, input }) => {
    const measure = measureOf(experiment.plan, input.measure)
    if (!acting || !measure) throw new Error('a measurement has nobody or nothing behind it')
    const { day, value, note } = input
    const outcome = await addObservation(database, {
      ...acting,
      experimentId: experiment.id,
      measure,
      unitSeen: input.unitSeen ?? measureOn(experiment, measure, dayOf(visit.now)).unit,
      unit: input.unit,
      day,
      value,
      note,
      way: 'form',
      sameDay: input.sameDay ?? 'ask',
    })
    if (!outcome.ok) return outcome
    return done({
      to: { name: 'measurements', parameters: { id: experiment.id } },
      notice: texts[visit.lang].measurements.add.added,
    })
  },
}

function AddForm({
  visit,
  data: { experiment },
  form,
}: {
  visit: Visit
  data: MeasurementsData
  form: Parameters<(typeof measurementsPage)['view']>[0]['form']
}) {
  const words = texts[visit.lang].measurements
  const field = fieldsOf(form)
  const units = unitsOf(experiment.plan)
  const asks = form.problems.some((problem) => problem.field === 'sameDay')
  const chosen = measureOf(experiment.plan, form.values.get('measure'))
  // Before anything was sent the list names the units of today; whoever is asked again is asked in the unit of the day.
  const unitSeen =
    chosen && form.problems.length > 0 ? unitToAsk(experiment, chosen, form, visit.now) : undefined
  return (
    <Form lang={visit.lang} submission={form.submission} hidden={unitSeen === undefined ? {} : { unitSeen }}>
      <Select
        {...field('measure')}
        label={words.measure}
        options={experiment.plan.measures
          .map((measure) => measureOn(experiment, measure, dayOf(visit.now)))
          .map((measure) => ({
            value: measure.id,
            label:
              measure.unit && measure.kind === 'number' ? `${measure.name} (${measure.unit})` : measure.name,
          }))}
      />
      {units.length > 0 && (
        <Select
          {...field('unit')}
          label={words.unit}
          empty={words.chooseUnit}
          options={units.map((unit) => ({ value: unit, label: unit }))}
        />
      )}
      <DateField {...field('day')} lang={visit.lang} label={words.day} />
      <NumberField {...field('value')} label={words.value} />
      <TextField {...field('note')} label={words.note} hint={words.noteHint} maxLength={300} />
      {asks && (
        <RadioGroup
          {...field('sameDay')}
          legend={words.sameDay.legend}
          options={[
            { value: 'replace', label: words.sameDay.replace },
            { value: 'keep', label: words.sameDay.keep },
          ]}
        />
      )}
      <ButtonRow>
        <Button>{words.add.button}</Button>
      </ButtonRow>
    </Form>
  )
}
