import { z } from 'zod'
import { type Experiment, type Measure, measureOn, titleOf, unitsOf } from '../../experiments/index.ts'
import { dayForInput, dayOf, formatDate } from '../../platform/format.ts'
import { optionalChoice, requiredDay, requiredNumber } from '../../platform/web/fields.ts'
import { done, type FormPage } from '../../platform/web/page.ts'
import { texts } from '../../texts/index.ts'
import {
  Button,
  ButtonRow,
  DateField,
  Details,
  ErrorSummary,
  Form,
  Lede,
  NumberField,
  PageTitle,
  problemOf,
  RadioGroup,
} from '../../ui/index.ts'
import { addObservation } from '../add-observation.ts'
import { inPlanUnits } from '../in-plan-units.ts'
import { measuresForPhone } from '../measures-to-log.ts'
import { type Observation, seriesOf } from '../observation.ts'
import { readMeasuredOne } from '../read-measurements.ts'
import { valueInWords } from '../value-in-words.ts'
import { AnswerButtons } from './answer-buttons.tsx'
import { experimentCrumbs } from './experiment-crumbs.ts'
import { ownerOfPhone, PhoneLog } from './phone-log.tsx'
import { LastWeeks } from './series-chart.tsx'
import { unitAsked, unitToAsk } from './unit-to-ask.ts'

interface LogData {
  owner: string
  experiment: Experiment
  measure: Measure
  observations: Observation[]
}

interface Logged {
  value: number
  unit: string | null
  day: string
  sameDay: 'replace' | 'keep' | null
  unitSeen?: string | undefined
}

/** The one-tap log: one number, one of three faces, or an answer from 1 to 5, for today. A face or an answer is logged by pressing it. */
export const logMeasurePage: FormPage<LogData, Logged> = {
  load: async (visit) => {
    const measured = await readMeasuredOne(visit)
    return measured && { ...measured, owner: await ownerOfPhone(visit) }
  },
  initial: (_, visit) => ({ day: dayForInput(dayOf(visit.now)) }),
  form: (lang, { experiment }) => {
    const words = texts[lang].measurements
    return z.object({
      unit: optionalChoice(lang, unitsOf(experiment.plan)),
      value: requiredNumber(lang, words.valueMissing),
      day: requiredDay(lang, words.dayMissing),
      sameDay: optionalChoice(lang, ['replace', 'keep'] as const),
      unitSeen: unitAsked,
    })
  },
  view: ({ visit, data: { experiment, measure, observations, owner }, form }) => {
    const words = texts[visit.lang].measurements
    const units = unitsOf(experiment.plan)
    const seen = unitToAsk(experiment, measure, form, visit.now)
    const dayProblem = problemOf(form.problems, 'day')
    return {
      title: `${words.log.title}: ${measure.name}`,
      hidden: true,
      manifest: visit.to('quick-log-manifest'),
      scripts: ['quick-log'],
      breadcrumb: experimentCrumbs(visit, experiment, { text: words.log.title }),
      body: (
        <>
          <ErrorSummary lang={visit.lang} problems={form.problems} />
          <PageTitle caption={titleOf(visit.lang, experiment)}>{measure.name}</PageTitle>
          <Lede>{words.log.today(formatDate(visit.lang, visit.now))}</Lede>
          <PhoneLog
            visit={visit}
            owner={owner}
            measures={measuresForPhone(visit.lang, experiment, dayOf(visit.now), [measure])}
          />
          <Form lang={visit.lang} submission={form.submission} id="log" hidden={{ unitSeen: seen }}>
            {units.length > 0 && (
              <RadioGroup
                name="unit"
                legend={words.unit}
                inline
                value={form.values.get('unit')}
                problem={problemOf(form.problems, 'unit')}
                options={units.map((unit) => ({ value: unit, label: unit }))}
              />
            )}
            {measure.kind !== 'number' ? (
              <AnswerButtons lang={visit.lang} measure={measure} />
            ) : (
              <div class="big-field">
                <NumberField
                  name="value"
                  label={words.log.number(seen)}
                  value={form.values.get('value')}
                  problem={problemOf(form.problems, 'value')}
                />
              </div>
            )}
            {form.problems.some((problem) => problem.field === 'sameDay') && (
              <RadioGroup
                name="sameDay"
                legend={words.sameDay.legend}
                problem={problemOf(form.problems, 'sameDay')}
                value={form.values.get('sameDay')}
                options={[
                  { value: 'replace', label: words.sameDay.replace },
                  { value: 'keep', label: words.sameDay.keep },
                ]}
              />
            )}
            {measure.kind === 'number' && (
              <ButtonRow>
                <Button>{words.log.button}</Button>
              </ButtonRow>
            )}
            <Details summary={words.log.otherDay} open={dayProblem !== undefined}>
              <DateField
                name="day"
                lang={visit.lang}
                label={words.day}
                value={form.values.get('day')}
                problem={dayProblem}
              />
            </Details>
          </Form>
          <LastWeeks
            lang={visit.lang}
            measure={measure}
            series={seriesOf(experiment.plan, inPlanUnits(experiment.unitChanges, observations), measure.id)}
            observations={observations}
            now={visit.now}
          />
          <p>
            <a href={visit.to('measurements', { id: experiment.id })}>{words.log.all}</a>{' '}
            <a href={visit.to('quick-log')}>{texts[visit.lang].phoneLog.title}</a>
          </p>
        </>
      ),
    }
  },
  submit: async (database, { acting, visit, data: { experiment, measure }, input, values }) => {
    if (!acting) throw new Error('a measurement has nobody behind it')
    const words = texts[visit.lang].measurements.log
    const outcome = await addObservation(database, {
      ...acting,
      experimentId: experiment.id,
      measure,
      unitSeen: input.unitSeen,
      unit: input.unit,
      day: input.day,
      value: input.value,
      note: null,
      way: 'tap',
      sameDay: input.sameDay ?? 'ask',
      // The form's own key: a phone that never got the answer sends the same reading again under it.
      id: keyOfForm(values.get('_key')),
    })
    if (!outcome.ok) return outcome
    const value = valueInWords(visit.lang, measureOn(experiment, measure, input.day), input.value)
    return done({
      to: { name: 'log-measure', parameters: { id: experiment.id, measureId: measure.id } },
      notice: measure.kind === 'faces' ? words.thanksFace(value) : words.thanksNumber(value),
    })
  },
}

/** The key of a form, where it can be an id. */
function keyOfForm(sent: string): string | undefined {
  return z.uuid().safeParse(sent).data
}
