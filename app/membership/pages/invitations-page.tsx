import { placeName } from '../../municipalities/index.ts'
import { done, type FormPage } from '../../platform/web/page.ts'
import { texts } from '../../texts/index.ts'
import { ButtonLink, EmptyState, ErrorSummary, Lede, PageTitle } from '../../ui/index.ts'
import { listInvitations } from '../invitation-store.ts'
import { mayAdminister } from '../membership-policy.ts'
import type { Invitation } from '../membership.ts'
import { administrationCrumbs, codeOf } from './administration.tsx'
import { doPressed, InvitationList, pressedInvitation, type PressedInvitation } from './invitation-list.tsx'

/** The invitations of a municipality: open, accepted, taken back, expired. */
export const invitationsPage: FormPage<{ code: string; invitations: Invitation[] }, PressedInvitation> = {
  limit: 'mail',
  load: async (visit) => {
    const code = codeOf(visit)
    if (code === undefined) return undefined
    if (!mayAdminister(visit, { code })) return { code, invitations: [] }
    return { code, invitations: await listInvitations(visit.database, { municipalityCode: code }) }
  },
  form: () => pressedInvitation,
  view: ({ visit, data: { code, invitations }, form }) => {
    const { lang } = visit
    const words = texts[lang].membership.invitations
    const invite = { href: visit.to('invite', { code }), text: words.invite }
    return {
      title: words.title,
      hidden: true,
      wide: true,
      breadcrumb: administrationCrumbs(visit, code, words.title),
      body: (
        <>
          <ErrorSummary lang={lang} problems={form.problems} />
          <PageTitle caption={placeName(code, lang)}>{words.title}</PageTitle>
          <Lede>{words.lede}</Lede>
          {invitations.length === 0 ? (
            <EmptyState text={words.none} action={invite} />
          ) : (
            <>
              <p>
                <ButtonLink href={invite.href}>{invite.text}</ButtonLink>
              </p>
              <InvitationList visit={visit} invitations={invitations} form={form} />
            </>
          )}
        </>
      ),
    }
  },
  submit: async (database, { acting, visit, data, input }) => {
    if (!acting) throw new Error('an invitation is changed by nobody')
    const { invitations, code } = data
    const outcome = await doPressed(database, { acting, visit, invitations, pressed: input })
    if (!outcome.ok) return outcome
    return done({ to: { name: 'invitations', parameters: { code } }, notice: outcome.value })
  },
}
