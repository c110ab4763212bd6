import { done, type FormPage } from '../../platform/web/page.ts'
import { texts } from '../../texts/index.ts'
import {
  ButtonLink,
  ButtonRow,
  EmptyState,
  ErrorSummary,
  PageTitle,
  Pagination,
  Section,
} from '../../ui/index.ts'
import { listInvitations } from '../invitation-store.ts'
import { mayRunOffice } from '../membership-policy.ts'
import { listMembers } from '../membership-store.ts'
import { type Invitation, type Member, type Organisation, organisationName } from '../membership.ts'
import { findOrganisation } from '../organisation-store.ts'
import { officeCrumbs } from './administration.tsx'
import { doPressed, InvitationList, pressedInvitation, type PressedInvitation } from './invitation-list.tsx'
import { MembersTable } from './members-page.tsx'

interface OneOrganisation {
  organisation: Organisation
  members: Member[]
  pages: number
  page: number
  invitations: Invitation[]
}

/** One organisation with its members and invitations. */
export const organisationPage: FormPage<OneOrganisation, PressedInvitation> = {
  load: async (visit) => {
    const organisation = await findOrganisation(visit.database, visit.parameters.id ?? '')
    if (!organisation) return undefined
    const page = Number(/^[1-9]\d{0,3}$/.exec(visit.query.page ?? '')?.[0] ?? 1)
    if (!mayRunOffice(visit, undefined)) return { organisation, members: [], pages: 0, page, invitations: [] }
    const home = { organisationId: organisation.id }
    const { members, pages } = await listMembers(visit.database, home, { now: visit.now, page })
    return { organisation, members, pages, page, invitations: await listInvitations(visit.database, home) }
  },
  form: () => pressedInvitation,
  view: ({ visit, data, form }) => {
    const { lang } = visit
    const { id } = data.organisation
    const words = texts[lang].membership.organisations
    const name = organisationName(lang, data.organisation)
    const invite = { href: visit.to('invite-to-organisation', { id }), text: words.invite }
    return {
      title: name,
      hidden: true,
      wide: true,
      breadcrumb: officeCrumbs(visit, { text: words.title, href: visit.to('organisations') }, { text: name }),
      body: (
        <>
          <ErrorSummary lang={lang} problems={form.problems} />
          <PageTitle caption={words.kinds[data.organisation.kind]}>{name}</PageTitle>
          <ButtonRow>
            <ButtonLink href={invite.href}>{invite.text}</ButtonLink>
            <ButtonLink kind="quiet" href={visit.to('rename-organisation', { id })}>
              {words.rename}
            </ButtonLink>
          </ButtonRow>
          <Section title={words.members}>
            {data.members.length === 0 ? (
              <EmptyState text={words.noMembers} action={invite} />
            ) : (
              <>
                <MembersTable visit={visit} caption={words.members} members={data.members} />
                <Pagination
                  lang={lang}
                  page={data.page}
                  pages={data.pages}
                  href={(page) => visit.to('organisation', { id }, { page })}
                />
              </>
            )}
          </Section>
          {data.invitations.length > 0 && (
            <Section title={words.invitations}>
              <InvitationList visit={visit} invitations={data.invitations} form={form} />
            </Section>
          )}
        </>
      ),
    }
  },
  submit: async (database, { acting, visit, data, input }) => {
    if (!acting) throw new Error('an invitation is changed by nobody')
    const { invitations, organisation } = data
    const outcome = await doPressed(database, { acting, visit, invitations, pressed: input })
    if (!outcome.ok) return outcome
    return done({ to: { name: 'organisation', parameters: { id: organisation.id } }, notice: outcome.value })
  },
}
