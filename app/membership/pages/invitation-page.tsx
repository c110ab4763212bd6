import { z } from 'zod'
import { done, type FormPage } from '../../platform/web/page.ts'
import { texts } from '../../texts/index.ts'
import {
  Button,
  ButtonLink,
  ButtonRow,
  ErrorSummary,
  Form,
  Lede,
  PageTitle,
  SummaryList,
} from '../../ui/index.ts'
import { acceptInvitation } from '../accept-invitation.ts'
import { homeName } from '../invitation-mail.ts'
import { findInvitation } from '../invitation-store.ts'
import { isInvited } from '../membership-policy.ts'
import { type Invitation, stateOf } from '../membership.ts'
import { endOf } from './administration.tsx'
import { lastDayOf } from './invitation-list.tsx'

/** The invitation when it is the visitor's own; otherwise nothing, not even whether there is one. */
interface Shown {
  own: { invitation: Invitation; home: string } | undefined
}

/** Where the letter of an invitation leads. Opening it changes nothing; whoever has the address accepts by the button. */
export const invitationPage: FormPage<Shown, Record<string, never>> = {
  load: async (visit) => {
    const invitation = await findInvitation(visit.database, visit.parameters.id ?? '')
    if (!invitation || !isInvited(visit, invitation)) return { own: undefined }
    return { own: { invitation, home: await homeName(visit.database, visit.lang, invitation) } }
  },
  form: () => z.object({}),
  view: ({ visit, data: { own }, form }) => {
    const { lang } = visit
    const words = texts[lang].membership.invitation
    if (!own || stateOf(own.invitation, visit.now) !== 'open') {
      const title = own ? words.closedTitle : words.notYoursTitle
      return {
        title,
        hidden: true,
        body: (
          <>
            <PageTitle>{title}</PageTitle>
            <Lede>{own ? words.closed : words.notYours}</Lede>
            <ButtonRow>
              <ButtonLink kind="secondary" href={visit.to(own ? 'memberships' : 'sign-out')}>
                {own ? words.toMine : words.signOut}
              </ButtonLink>
            </ButtonRow>
          </>
        ),
      }
    }
    const { invitation, home } = own
    return {
      title: words.title,
      hidden: true,
      body: (
        <>
          <ErrorSummary lang={lang} problems={form.problems} />
          <PageTitle>{words.title}</PageTitle>
          <Lede>{words.lede(home)}</Lede>
          <SummaryList
            rows={[
              { term: words.home, value: home },
              { term: words.role, value: texts[lang].people.roles[invitation.role] },
              { term: words.duration, value: endOf(lang, invitation.validUntil) },
              { term: words.lastDay, value: lastDayOf(lang, invitation) },
            ]}
          />
          <Form lang={lang} submission={form.submission}>
            <ButtonRow>
              <Button>{words.accept}</Button>
            </ButtonRow>
          </Form>
        </>
      ),
    }
  },
  submit: async (database, { acting, visit, data }) => {
    if (!acting) throw new Error('an invitation is accepted by nobody')
    const outcome = await acceptInvitation(database, { ...acting, id: visit.parameters.id ?? '' })
    if (!outcome.ok) return outcome
    const words = texts[visit.lang].membership.invitation
    return done({ to: { name: 'memberships' }, notice: words.accepted(data.own?.home ?? '') })
  },
}
