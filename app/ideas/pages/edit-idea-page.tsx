import { z } from 'zod'
import { done, type FormPage } from '../../platform/web/page.ts'
import { texts } from '../../texts/index.ts'
import { Button, ButtonRow, ErrorSummary, Form, PageTitle } from '../../ui/index.ts'
import { editIdea } from '../edit-idea.ts'
import { findIdea } from '../idea-store.ts'
import type { Idea } from '../idea.ts'
import { IdeaFields, ideaSchema } from './idea-fields.tsx'

/** Changing the words of one's own idea while it is open. */
export const editIdeaPage: FormPage<{ idea: Idea }, { problem: string; trial: string; forWhom: string }> = {
  load: async (visit) => {
    const idea = await findIdea(visit.database, visit.parameters.id ?? '')
    return idea && { idea }
  },
  initial: ({ idea }) => ({ problem: idea.problem, trial: idea.trial, forWhom: idea.forWhom }),
  version: ({ idea }) => idea.version,
  form: (lang) => z.object(ideaSchema(lang)),
  view: ({ visit, data: { idea }, form }) => {
    const words = texts[visit.lang].ideas
    return {
      title: words.editTitle,
      breadcrumb: [
        { text: words.title, href: visit.to('ideas') },
        { text: idea.trial, href: visit.to('idea', { id: idea.id }) },
        { text: words.editTitle },
      ],
      body: (
        <>
          <ErrorSummary lang={visit.lang} problems={form.problems} />
          <PageTitle>{words.editTitle}</PageTitle>
          <Form lang={visit.lang} submission={form.submission}>
            <IdeaFields lang={visit.lang} form={form} />
            <ButtonRow>
              <Button>{words.save}</Button>
            </ButtonRow>
          </Form>
        </>
      ),
    }
  },
  submit: async (database, { acting, visit, data, input, version }) => {
    if (!acting) throw new Error('an edit has nobody behind it')
    const outcome = await editIdea(database, { ...acting, ...input, id: data.idea.id, version })
    if (!outcome.ok) return outcome
    return done({
      to: { name: 'idea', parameters: { id: data.idea.id } },
      notice: texts[visit.lang].ideas.edited,
    })
  },
}
