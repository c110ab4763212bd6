import { z } from 'zod'
import { leadersOf } from '../../people/index.ts'
import { pathTo } from '../../platform/web/address.ts'
import { optionalText } from '../../platform/web/fields.ts'
import { done, type FormPage } from '../../platform/web/page.ts'
import { texts } from '../../texts/index.ts'
import {
  BackLink,
  Button,
  ButtonRow,
  ErrorSummary,
  Form,
  Lede,
  PageTitle,
  problemOf,
  TextArea,
} from '../../ui/index.ts'
import { answerLeave } from '../answer-leave.ts'
import { askLeave } from '../ask-leave.ts'
import type { Experiment } from '../experiment.ts'
import { ownExperiment } from './load-experiment.ts'
import { crumbsTo } from './plan-crumbs.ts'

interface AskData {
  experiment: Experiment
  leaders: { name: string }[]
}

/** Asking leave to start in the decision lane, or taking the request back while it waits. */
export const askLeavePage: FormPage<AskData, { words: string | null }> = {
  load: async (visit) => {
    const experiment = await ownExperiment(visit)
    if (!experiment || experiment.frozenAt || experiment.municipalityCode === null) return undefined
    return { experiment, leaders: await leadersOf(visit.database, experiment.municipalityCode, visit.now) }
  },
  form: (lang) => z.object({ words: optionalText(lang) }),
  view: ({ visit, data: { experiment, leaders }, form }) => {
    const all = texts[visit.lang].experiments
    const words = all.leave
    const waiting = experiment.state === 'awaiting_decision'
    const title = waiting ? all.plan.takeBack : words.askTitle
    return {
      title,
      hidden: true,
      breadcrumb: crumbsTo(visit, experiment, title),
      body: (
        <>
          <BackLink href={visit.to('plan', { id: experiment.id })} text={all.plan.back} />
          <ErrorSummary lang={visit.lang} problems={form.problems} />
          <PageTitle>{title}</PageTitle>
          <Lede>{waiting ? all.plan.awaiting : words.askLede}</Lede>
          <Form lang={visit.lang} submission={form.submission}>
            {!waiting && (
              <>
                <p>{words.goesTo(leaders.map((leader) => leader.name))}</p>
                <TextArea
                  name="words"
                  label={words.words}
                  optional={texts[visit.lang].form.optional}
                  rows={4}
                  value={form.values.get('words')}
                  problem={problemOf(form.problems, 'words')}
                />
              </>
            )}
            <ButtonRow>
              <Button>{waiting ? all.plan.takeBack : words.ask}</Button>
            </ButtonRow>
          </Form>
        </>
      ),
    }
  },
  submit: async (database, { visit, acting, data, input }) => {
    if (!acting) throw new Error('leave is asked by somebody')
    const words = texts[visit.lang].experiments.leave
    const { id, state } = data.experiment
    const plan = { name: 'plan', parameters: { id } } as const
    if (state === 'awaiting_decision') {
      const outcome = await answerLeave(database, {
        ...acting,
        id,
        answer: 'taken_back',
        reasons: null,
        linkTo: (lang) => visit.absolute(pathTo(lang, 'plan', { id })),
      })
      return outcome.ok ? done({ to: plan, notice: words.takenBack }) : outcome
    }
    const outcome = await askLeave(database, {
      ...acting,
      id,
      words: input.words,
      linkTo: (lang) => visit.absolute(pathTo(lang, 'give-leave', { id })),
    })
    return outcome.ok ? done({ to: plan, notice: words.asked }) : outcome
  },
}
