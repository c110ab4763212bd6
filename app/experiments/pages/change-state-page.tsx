import { z } from 'zod'
import { choice, optionalText } from '../../platform/web/fields.ts'
import { done, type FormPage } from '../../platform/web/page.ts'
import { texts } from '../../texts/index.ts'
import {
  Button,
  ButtonRow,
  ErrorSummary,
  Form,
  Notice,
  PageTitle,
  problemOf,
  RadioGroup,
  TextArea,
} from '../../ui/index.ts'
import { changeStage } from '../change-stage.ts'
import { type Experiment, titleOf } from '../experiment.ts'
import { movesFrom, type StageMove } from '../experiment-rules.ts'
import { ownExperiment } from './load-experiment.ts'
import { crumbsTo } from './plan-crumbs.ts'

/** Pausing, going on, ending to gather the lessons, breaking off. */
export const changeStatePage: FormPage<
  { experiment: Experiment },
  { move: StageMove; reason: string | null }
> = {
  load: async (visit) => {
    const experiment = await ownExperiment(visit)
    return experiment && { experiment }
  },
  form: (lang, { experiment }) =>
    z.object({
      move: choice(texts[lang].experiments.stage.moveMissing, movesFrom(experiment.state)),
      reason: optionalText(lang),
    }),
  view: ({ visit, data: { experiment }, form }) => {
    const words = texts[visit.lang].experiments.stage
    const moves = movesFrom(experiment.state)
    return {
      title: words.title,
      hidden: true,
      breadcrumb: crumbsTo(visit, experiment, words.title),
      body: (
        <>
          <ErrorSummary lang={visit.lang} problems={form.problems} />
          <PageTitle caption={titleOf(visit.lang, experiment)}>{words.title}</PageTitle>
          {moves.length === 0 ? (
            <Notice kind="info">
              <p>{words.noMoves}</p>
            </Notice>
          ) : (
            <Form lang={visit.lang} submission={form.submission}>
              <RadioGroup
                name="move"
                legend={words.move}
                value={form.values.get('move')}
                problem={problemOf(form.problems, 'move')}
                options={moves.map((move) => ({
                  value: move,
                  label: words.moves[move],
                  hint: words.moveHints[move],
                }))}
              />
              <TextArea
                name="reason"
                label={words.reason}
                hint={words.reasonHint}
                rows={3}
                value={form.values.get('reason')}
                problem={problemOf(form.problems, 'reason')}
              />
              <ButtonRow>
                <Button>{words.change}</Button>
              </ButtonRow>
            </Form>
          )}
        </>
      ),
    }
  },
  submit: async (database, { visit, acting, data, input }) => {
    if (!acting) throw new Error('a stage is changed by somebody')
    const words = texts[visit.lang].experiments.stage
    const { id } = data.experiment
    const outcome = await changeStage(database, { ...acting, ...input, id })
    if (!outcome.ok) return outcome
    const notices = {
      pause: words.changed.paused,
      go_on: words.changed.running,
      gather_lessons: words.changed.learning,
      break_off: words.changed.aborted,
    }
    return done({ to: { name: 'experiment', parameters: { id } }, notice: notices[input.move] })
  },
}
