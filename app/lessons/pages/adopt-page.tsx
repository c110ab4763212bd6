import { z } from 'zod'
import { crumbsTo, type Experiment, readableExperiment, titleOf } from '../../experiments/index.ts'
import { municipalityByCode } from '../../municipalities/index.ts'
import { choice } from '../../platform/web/fields.ts'
import { workplaces } from '../../platform/web/policy.ts'
import { done, type FormPage } from '../../platform/web/page.ts'
import { texts } from '../../texts/index.ts'
import {
  Button,
  ButtonRow,
  ErrorSummary,
  Form,
  Lede,
  PageTitle,
  problemOf,
  Select,
  SummaryList,
} from '../../ui/index.ts'
import { adoptExperiment } from '../adopt-experiment.ts'

interface AdoptData {
  experiment: Experiment
  /** Codes of the municipalities the visitor works in. */
  homes: string[]
}

/** Copying a plan to one's own municipality: nothing is asked that is known. */
export const adoptPage: FormPage<AdoptData, { municipality: string }> = {
  load: async (visit) => {
    const experiment = await readableExperiment(visit)
    return experiment && { experiment, homes: [...new Set(workplaces(visit))] }
  },
  initial: ({ homes }) => ({ municipality: homes[0] }),
  form: (lang, { homes }) =>
    z.object({
      municipality:
        homes.length === 1
          ? z.preprocess(() => homes[0], z.string())
          : choice(texts[lang].lessons.adopt.municipalityMissing, homes),
    }),
  view: ({ visit, data: { experiment, homes }, form }) => {
    const words = texts[visit.lang].lessons.adopt
    return {
      title: words.title,
      hidden: true,
      breadcrumb: crumbsTo(visit, experiment, words.title),
      body: (
        <>
          <ErrorSummary lang={visit.lang} problems={form.problems} />
          <PageTitle caption={titleOf(visit.lang, experiment)}>{words.title}</PageTitle>
          <Lede>{words.lede}</Lede>
          <SummaryList
            rows={[
              { term: words.comes, value: experiment.published ? words.comesPublished : words.comesList },
              { term: words.yours, value: words.yoursList },
            ]}
          />
          <Form lang={visit.lang} submission={form.submission}>
            {homes.length > 1 && (
              <Select
                name="municipality"
                label={words.municipality}
                value={form.values.get('municipality')}
                problem={problemOf(form.problems, 'municipality')}
                options={homes.map((code) => ({
                  value: code,
                  label: municipalityByCode(code)?.name[visit.lang] ?? code,
                }))}
              />
            )}
            <ButtonRow>
              <Button>{words.button}</Button>
            </ButtonRow>
          </Form>
        </>
      ),
    }
  },
  submit: async (database, { acting, visit, data: { experiment }, input }) => {
    if (!acting) throw new Error('nobody adopts')
    const id = await adoptExperiment(database, {
      ...acting,
      parent: experiment,
      municipalityCode: input.municipality,
      parentAddress: visit.absolute(visit.to('family', { id: experiment.id })),
    })
    return done({ to: { name: 'plan', parameters: { id } }, notice: texts[visit.lang].lessons.adopt.done })
  },
}
