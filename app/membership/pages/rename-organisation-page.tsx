import { z } from 'zod'
import { done, type FormPage } from '../../platform/web/page.ts'
import { texts } from '../../texts/index.ts'
import { Button, ButtonRow, ErrorSummary, Form, PageTitle } from '../../ui/index.ts'
import { renameOrganisation } from '../keep-organisations.ts'
import { type Organisation, organisationName } from '../membership.ts'
import { findOrganisation } from '../organisation-store.ts'
import { officeCrumbs } from './administration.tsx'
import { type NameFields, nameOf, nameSchema, OrganisationNames } from './organisation-fields.tsx'

/** Changing the names of an organisation. */
export const renameOrganisationPage: FormPage<{ organisation: Organisation }, NameFields> = {
  load: async (visit) => {
    const organisation = await findOrganisation(visit.database, visit.parameters.id ?? '')
    return organisation && { organisation }
  },
  initial: ({ organisation: { name } }) => ({
    nameFi: name.fi,
    nameSv: name.sv ?? '',
    nameEn: name.en ?? '',
  }),
  version: ({ organisation }) => organisation.version,
  form: (lang) => z.object(nameSchema(lang)),
  view: ({ visit, data: { organisation }, form }) => {
    const { lang } = visit
    const words = texts[lang].membership.organisations
    return {
      title: words.renameTitle,
      hidden: true,
      breadcrumb: officeCrumbs(
        visit,
        { text: words.title, href: visit.to('organisations') },
        {
          text: organisationName(lang, organisation),
          href: visit.to('organisation', { id: organisation.id }),
        },
        { text: words.rename },
      ),
      body: (
        <>
          <ErrorSummary lang={lang} problems={form.problems} />
          <PageTitle>{words.renameTitle}</PageTitle>
          <Form lang={lang} submission={form.submission}>
            <OrganisationNames lang={lang} form={form} />
            <ButtonRow>
              <Button>{words.save}</Button>
            </ButtonRow>
          </Form>
        </>
      ),
    }
  },
  submit: async (database, { acting, visit, data: { organisation }, input, version }) => {
    if (!acting) throw new Error('an organisation is renamed by nobody')
    const { id } = organisation
    const outcome = await renameOrganisation(database, { ...acting, id, version, name: nameOf(input) })
    if (!outcome.ok) return outcome
    return done({
      to: { name: 'organisation', parameters: { id } },
      notice: texts[visit.lang].membership.organisations.renamed,
    })
  },
}
