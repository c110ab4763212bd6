import { z } from 'zod'
import { allMunicipalities } from '../../municipalities/index.ts'
import { choice } from '../../platform/web/fields.ts'
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
  Select,
} from '../../ui/index.ts'
import { tellIdea } from '../tell-idea.ts'
import { IdeaFields, ideaSchema } from './idea-fields.tsx'

interface Telling {
  /** The municipality when there is only one to choose from. */
  home: string | undefined
}

interface Told {
  problem: string
  trial: string
  forWhom: string
  municipality: string
}

/** Three sentences and the municipality, which is not asked of those who have only one. */
export const tellIdeaPage: FormPage<Telling, Told> = {
  load: async (visit) => {
    const homes = new Set(visit.person?.memberships.flatMap((m) => m.municipalityCode ?? []))
    return { home: homes.size === 1 ? [...homes][0] : undefined }
  },
  initial: ({ home }, visit) => ({ municipality: home, trial: visit.query.trial }),
  form: (lang, { home }) =>
    z.object({
      ...ideaSchema(lang),
      municipality: home
        ? z.preprocess(() => home, z.string())
        : choice(
            texts[lang].ideas.fields.municipalityMissing,
            allMunicipalities().map((m) => m.code),
          ),
    }),
  view: ({ visit, data, form }) => {
    const words = texts[visit.lang].ideas
    return {
      title: words.tellTitle,
      breadcrumb: [{ text: words.title, href: visit.to('ideas') }, { text: words.tellTitle }],
      body: (
        <>
          <ErrorSummary lang={visit.lang} problems={form.problems} />
          <PageTitle>{words.tellTitle}</PageTitle>
          <Lede>{words.tellLede}</Lede>
          <Form lang={visit.lang} submission={form.submission}>
            <IdeaFields lang={visit.lang} form={form} />
            {data.home === undefined && (
              <Select
                name="municipality"
                label={words.fields.municipality}
                empty={words.fields.chooseMunicipality}
                value={form.values.get('municipality')}
                problem={problemOf(form.problems, 'municipality')}
                options={allMunicipalities(visit.lang).map((m) => ({
                  value: m.code,
                  label: m.name[visit.lang],
                }))}
              />
            )}
            <Notice kind="info">
              <p>{words.publicNote}</p>
            </Notice>
            <ButtonRow>
              <Button>{words.save}</Button>
            </ButtonRow>
          </Form>
        </>
      ),
    }
  },
  submit: async (database, { acting, visit, input }) => {
    if (!acting) throw new Error('an idea has no teller')
    const { problem, trial, forWhom, municipality } = input
    const idea = await tellIdea(database, {
      ...acting,
      problem,
      trial,
      forWhom,
      municipalityCode: municipality,
    })
    return done({ to: { name: 'idea', parameters: { id: idea.id } }, notice: texts[visit.lang].ideas.saved })
  },
}
