import { numberForInput } from '../../platform/format.ts'
import type { Lang } from '../../platform/language.ts'
import type { FormState } from '../../platform/web/page.ts'
import type { Visit } from '../../platform/web/visit.ts'
import { texts } from '../../texts/index.ts'
import { Button, ButtonLink, ButtonRow, Form, Tag } from '../../ui/index.ts'
import type { Experiment } from '../experiment.ts'
import { collectsAnswers, type Measure } from '../plan.ts'
import { numberOf } from '../plan-steps.ts'

/** A measure in one line: its unit, which way is better, where it stands now. */
export function measureInWords(lang: Lang, measure: Measure): string {
  const words = texts[lang].experiments
  const unit =
    measure.kind !== 'number'
      ? words.measures[measure.kind]
      : measure.unit === ''
        ? ''
        : words.measures.unit(measure.unit)
  const baseline =
    measure.baseline === null
      ? words.measures.noBaseline
      : words.measures.baseline(
          [numberForInput(lang, measure.baseline), collectsAnswers(measure) ? '' : measure.unit]
            .join(' ')
            .trim(),
        )
  return [unit, words.options.direction[measure.direction].toLowerCase(), baseline]
    .filter((part) => part !== '')
    .join(', ')
}

/** The measures of a plan, each to be changed, taken away or made the main one, without script. */
export function MeasureList(props: { visit: Visit; experiment: Experiment; form: FormState }) {
  const { visit, experiment, form } = props
  const words = texts[visit.lang].experiments
  const { measures } = experiment.plan
  const step = { id: experiment.id, step: String(numberOf('measures')) }
  return (
    <Form lang={visit.lang} submission={form.submission}>
      <ul class="plain-list">
        {measures.map((measure, index) => {
          const name = measure.name || words.measures.unnamed
          return (
            <li>
              <h2>{name}</h2>
              <p>
                {index === 0 && measures.length > 1 && <Tag kind="spruce">{words.measures.main}</Tag>}{' '}
                {measureInWords(visit.lang, measure)}
              </p>
              <ButtonRow>
                <ButtonLink kind="secondary" href={visit.to('plan-step', step, { measure: measure.id })}>
                  {words.measures.edit}
                  <span class="visually-hidden"> {name}</span>
                </ButtonLink>
                {index > 0 && (
                  <Button kind="quiet" name="main" value={measure.id}>
                    {words.measures.makeMain}
                    <span class="visually-hidden"> {name}</span>
                  </Button>
                )}
                <Button kind="quiet" name="remove" value={measure.id}>
                  {words.measures.remove}
                  <span class="visually-hidden"> {name}</span>
                </Button>
              </ButtonRow>
            </li>
          )
        })}
      </ul>
      <p>
        <ButtonLink kind="quiet" href={visit.to('plan-step', step, { measure: 'new' })}>
          {words.measures.addAnother}
        </ButtonLink>
      </p>
      <ButtonRow>
        <Button name="after" value="next">
          {words.measures.goOn}
        </Button>
        <Button kind="secondary" name="after" value="later">
          {words.plan.back}
        </Button>
      </ButtonRow>
    </Form>
  )
}
