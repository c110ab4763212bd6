import { z } from 'zod'
import { leadersOf } from '../../people/index.ts'
import { pathTo } from '../../platform/web/address.ts'
import { choice, optionalText } from '../../platform/web/fields.ts'
import { formatMoment } from '../../platform/format.ts'
import { done, type FormPage } from '../../platform/web/page.ts'
import { texts } from '../../texts/index.ts'
import {
  Button,
  ButtonRow,
  ErrorSummary,
  Form,
  Lede,
  Notice,
  PageTitle,
  problemOf,
  Prose,
  Quote,
  RadioGroup,
  TextArea,
} from '../../ui/index.ts'
import { answerLeave } from '../answer-leave.ts'
import { mayAnswerLeave } from '../experiment-policy.ts'
import { type Experiment, titleOf } from '../experiment.ts'
import { type Leave, leavesOf } from '../leave-store.ts'
import { LeaveHistory } from './leave-history.tsx'
import { ownExperiment } from './load-experiment.ts'
import { asPeople, namesFor } from './names-for.ts'
import { crumbsTo } from './plan-crumbs.ts'
import { PlanTables } from './plan-tables.tsx'

interface GiveData {
  experiment: Experiment
  leaves: Leave[]
  anotherLeads: boolean
  names: Map<string, string>
}

const answers = ['given', 'sent_back'] as const

/** A leader reads the plan and gives leave to start, or sends it back with reasons. */
export const giveLeavePage: FormPage<GiveData, { answer: (typeof answers)[number]; reasons: string | null }> =
  {
    load: async (visit) => {
      const experiment = await ownExperiment(visit)
      if (!experiment || experiment.municipalityCode === null) return undefined
      const leaves = await leavesOf(visit.database, experiment.id)
      const leaders = await leadersOf(visit.database, experiment.municipalityCode, visit.now)
      return {
        experiment,
        leaves,
        anotherLeads: leaders.some((leader) => leader.id !== visit.person?.id),
        names: await namesFor(visit, experiment, [
          experiment.plan.deciderPersonId,
          ...leaves.flatMap((leave) => [leave.askedBy, leave.answeredBy]),
        ]),
      }
    },
    form: (lang) =>
      z.object({
        answer: choice(texts[lang].experiments.leave.chooseAnswer, answers),
        reasons: optionalText(lang),
      }),
    view: ({ visit, data, form }) => {
      const { experiment, leaves, names } = data
      const words = texts[visit.lang].experiments.leave
      const open = leaves.find((leave) => leave.answer === null)
      return {
        title: words.giveTitle,
        hidden: true,
        breadcrumb: crumbsTo(visit, experiment, words.giveTitle),
        body: (
          <>
            <ErrorSummary lang={visit.lang} problems={form.problems} />
            <PageTitle caption={titleOf(visit.lang, experiment)}>{words.giveTitle}</PageTitle>
            {open ? (
              <>
                <Lede>
                  {words.askedBy(
                    (open.askedBy !== null && names.get(open.askedBy)) || words.somebody,
                    formatMoment(visit.lang, open.askedAt),
                  )}
                </Lede>
                {open.askedWords && (
                  <Quote>
                    <Prose text={open.askedWords} />
                  </Quote>
                )}
                <p>{words.giveLede}</p>
                <PlanTables visit={visit} experiment={experiment} people={asPeople(names)} />
                {mayAnswerLeave(visit, data) ? (
                  <Form lang={visit.lang} submission={form.submission}>
                    <RadioGroup
                      name="answer"
                      legend={words.giveTitle}
                      value={form.values.get('answer')}
                      problem={problemOf(form.problems, 'answer')}
                      options={[
                        { value: 'given', label: words.give },
                        { value: 'sent_back', label: words.sendBack },
                      ]}
                    />
                    <TextArea
                      name="reasons"
                      label={words.reasons}
                      hint={words.reasonsHint}
                      rows={4}
                      value={form.values.get('reasons')}
                      problem={problemOf(form.problems, 'reasons')}
                    />
                    <ButtonRow>
                      <Button>{words.answer}</Button>
                    </ButtonRow>
                  </Form>
                ) : (
                  <Notice kind="info">
                    <p>{words.ownRequest}</p>
                  </Notice>
                )}
              </>
            ) : (
              <Notice kind="info">
                <p>{words.nothingAsked}</p>
              </Notice>
            )}
            <LeaveHistory
              lang={visit.lang}
              leaves={leaves.filter((leave) => leave.answer !== null)}
              names={names}
            />
          </>
        ),
      }
    },
    submit: async (database, { visit, acting, data, input }) => {
      if (!acting) throw new Error('leave is given by somebody')
      const words = texts[visit.lang].experiments.leave
      const { id } = data.experiment
      const outcome = await answerLeave(database, {
        ...acting,
        ...input,
        id,
        linkTo: (lang) => visit.absolute(pathTo(lang, 'plan', { id })),
      })
      if (!outcome.ok) return outcome
      return done({
        to: { name: 'plan', parameters: { id } },
        notice: input.answer === 'given' ? words.given : words.sentBack,
      })
    },
  }
