import { z } from 'zod'
import {
  crumbsTo,
  type Experiment,
  ownExperiment,
  titleOf,
  type WithExperiment,
} from '../../experiments/index.ts'
import { requiredText } from '../../platform/web/fields.ts'
import { done, type FormPage } from '../../platform/web/page.ts'
import { texts } from '../../texts/index.ts'
import { Button, ButtonRow, ErrorSummary, fieldsOf, Form, Lede, PageTitle, TextArea } from '../../ui/index.ts'
import { openEarly } from '../open-early.ts'

/** Opening figures before the end that the plan has covered: possible, with a reason that stays. */
export const openEarlyPage: FormPage<WithExperiment, { why: string }> = {
  load: async (visit) => {
    const experiment: Experiment | undefined = await ownExperiment(visit)
    return experiment?.frozenAt ? { experiment } : undefined
  },
  form: (lang) => z.object({ why: requiredText(lang, texts[lang].evaluations.covered.page.whyMissing, 500) }),
  view: ({ visit, data: { experiment }, form }) => {
    const words = texts[visit.lang].evaluations.covered.page
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
          <Form lang={visit.lang} submission={form.submission}>
            <TextArea {...field('why')} lang={visit.lang} label={words.why} rows={3} maxLength={500} />
            <ButtonRow>
              <Button>{words.button}</Button>
            </ButtonRow>
          </Form>
        </>
      ),
    }
  },
  submit: async (database, { acting, visit, data: { experiment }, input }) => {
    if (!acting) throw new Error('nobody opens the figures')
    const outcome = await openEarly(database, { ...acting, experimentId: experiment.id, why: input.why })
    if (!outcome.ok) return outcome
    return done({
      to: { name: 'evaluation', parameters: { id: experiment.id } },
      notice: texts[visit.lang].evaluations.covered.page.done,
    })
  },
}
