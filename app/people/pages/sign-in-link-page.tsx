import { z } from 'zod'
import { done, type FormPage, refuse } from '../../platform/web/page.ts'
import { texts } from '../../texts/index.ts'
import { Button, ButtonLink, ButtonRow, ErrorSummary, Form, Lede, PageTitle } from '../../ui/index.ts'
import { signInLinkIsOpen } from '../people-store.ts'
import { hashToken, sessionCookie, sessionDays } from '../session-token.ts'
import { signInWithLink } from '../sign-in.ts'

interface Link {
  token: string
  open: boolean
}

/** Where the link of the mail leads. Opening it changes nothing (mail programs open links too); the button signs in. */
export const signInLinkPage: FormPage<Link, Record<string, never>> = {
  load: async (visit) => {
    const token = visit.query.token ?? ''
    return { token, open: await signInLinkIsOpen(visit.database, hashToken(token), visit.now) }
  },
  form: () => z.object({}),
  view: ({ visit, data, form }) => {
    const words = texts[visit.lang].people.link
    return {
      title: data.open ? words.title : words.closedTitle,
      hidden: true,
      body: data.open ? (
        <>
          <ErrorSummary lang={visit.lang} problems={form.problems} />
          <PageTitle>{words.title}</PageTitle>
          <Form lang={visit.lang} submission={form.submission}>
            <Button>{words.enter}</Button>
          </Form>
        </>
      ) : (
        <>
          <PageTitle>{words.closedTitle}</PageTitle>
          <Lede>{words.closedText}</Lede>
          <ButtonRow>
            <ButtonLink href={visit.to('sign-in')}>{words.askNew}</ButtonLink>
          </ButtonRow>
        </>
      ),
    }
  },
  submit: async (database, { visit, data }) => {
    const { token } = data
    const { now, requestId, newId } = visit
    const session = await signInWithLink(database, { token, now, requestId, newId })
    if (!session) return refuse('', texts[visit.lang].people.link.closedText)
    return done({
      to: session.nextPath ? { path: session.nextPath } : { name: 'front' },
      notice: texts[visit.lang].people.link.welcome(session.person.name),
      cookies: [{ name: sessionCookie, value: session.sessionToken, maxAgeSeconds: sessionDays * 86_400 }],
    })
  },
}
