import { z } from 'zod'
import { dayOf } from '../../platform/format.ts'
import { done, type FormPage, refuse } from '../../platform/web/page.ts'
import { texts } from '../../texts/index.ts'
import { Button, ButtonRow, ErrorSummary, Form, Lede, PageTitle } from '../../ui/index.ts'
import { invite } from '../invite.ts'
import { type Organisation, organisationName, roleInKind } from '../membership.ts'
import { findOrganisation } from '../organisation-store.ts'
import { officeCrumbs } from './administration.tsx'
import { invitationLink } from './invitation-list.tsx'
import { type Invited, InvitedAddress, InvitedDetails, invitedSchema } from './invite-page.tsx'

/** Inviting somebody into an organisation; its kind tells their role. */
export const inviteToOrganisationPage: FormPage<{ organisation: Organisation }, Invited> = {
  limit: 'mail',
  load: async (visit) => {
    const organisation = await findOrganisation(visit.database, visit.parameters.id ?? '')
    return organisation && { organisation }
  },
  initial: () => ({ letterLang: 'fi' }),
  form: (lang) => z.object(invitedSchema(lang)),
  view: ({ visit, data: { organisation }, form }) => {
    const { lang } = visit
    const words = texts[lang].membership
    const name = organisationName(lang, organisation)
    return {
      title: words.invite.title,
      hidden: true,
      breadcrumb: officeCrumbs(
        visit,
        { text: words.organisations.title, href: visit.to('organisations') },
        { text: name, href: visit.to('organisation', { id: organisation.id }) },
        { text: words.invite.title },
      ),
      body: (
        <>
          <ErrorSummary lang={lang} problems={form.problems} />
          <PageTitle caption={name}>{words.invite.title}</PageTitle>
          <Lede>{`${words.invite.role}: ${texts[lang].people.roles[roleInKind[organisation.kind]]}`}</Lede>
          <Form lang={lang} submission={form.submission}>
            <InvitedAddress lang={lang} form={form} />
            <InvitedDetails lang={lang} form={form} />
            <ButtonRow>
              <Button>{words.invite.send}</Button>
            </ButtonRow>
          </Form>
        </>
      ),
    }
  },
  submit: async (database, { acting, visit, data: { organisation }, input }) => {
    if (!acting) throw new Error('an invitation is sent by nobody')
    const words = texts[visit.lang].membership
    if (input.validUntil !== null && input.validUntil < dayOf(visit.now))
      return refuse('validUntil', words.member.untilPassed)
    const outcome = await invite(database, {
      ...acting,
      ...input,
      home: { organisationId: organisation.id },
      role: roleInKind[organisation.kind],
      linkTo: invitationLink(visit),
    })
    if (!outcome.ok) return outcome
    return done({
      to: { name: 'organisation', parameters: { id: organisation.id } },
      notice: words.invite.sent(input.email),
    })
  },
}
