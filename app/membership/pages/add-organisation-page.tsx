import { z } from 'zod'
import { choice } from '../../platform/web/fields.ts'
import { done, type FormPage } from '../../platform/web/page.ts'
import { texts } from '../../texts/index.ts'
import { Button, ButtonRow, ErrorSummary, fieldsOf, Form, PageTitle, RadioGroup } from '../../ui/index.ts'
import { addOrganisation } from '../keep-organisations.ts'
import { organisationKinds } from '../membership.ts'
import { officeCrumbs } from './administration.tsx'
import { type NameFields, nameOf, nameSchema, OrganisationNames } from './organisation-fields.tsx'

// There is one programme office, and it is there from the start.
const kindsToAdd = organisationKinds.filter((kind) => kind !== 'programme_office')
type KindToAdd = (typeof kindsToAdd)[number]

/** Adding a joint authority, an association or a research institute. */
export const addOrganisationPage: FormPage<object, NameFields & { kind: KindToAdd }> = {
  load: async () => ({}),
  form: (lang) =>
    z.object({
      kind: choice(texts[lang].membership.organisations.kindMissing, kindsToAdd),
      ...nameSchema(lang),
    }),
  view: ({ visit, form }) => {
    const { lang } = visit
    const words = texts[lang].membership.organisations
    return {
      title: words.add,
      hidden: true,
      breadcrumb: officeCrumbs(
        visit,
        { text: words.title, href: visit.to('organisations') },
        { text: words.add },
      ),
      body: (
        <>
          <ErrorSummary lang={lang} problems={form.problems} />
          <PageTitle>{words.add}</PageTitle>
          <Form lang={lang} submission={form.submission}>
            <RadioGroup
              {...fieldsOf(form)('kind')}
              legend={words.kind}
              options={kindsToAdd.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
            />
            <OrganisationNames lang={lang} form={form} />
            <ButtonRow>
              <Button>{words.save}</Button>
            </ButtonRow>
          </Form>
        </>
      ),
    }
  },
  submit: async (database, { acting, visit, input }) => {
    if (!acting) throw new Error('an organisation is added by nobody')
    const outcome = await addOrganisation(database, { ...acting, kind: input.kind, name: nameOf(input) })
    if (!outcome.ok) return outcome
    return done({
      to: { name: 'organisation', parameters: { id: outcome.value } },
      notice: texts[visit.lang].membership.organisations.added,
    })
  },
}
