import { z } from 'zod'
import { done, type FormPage, refuse } from '../../platform/web/page.ts'
import { texts } from '../../texts/index.ts'
import { Button, ButtonLink, ButtonRow, ErrorSummary, Form, Lede, PageTitle } from '../../ui/index.ts'
import { hashToken } from '../session-token.ts'
import { signInWithLink } from '../sign-in.ts'
import { type LinkState, signInLinkState } from '../sign-in-link-store.ts'
import { welcome } from './welcome.ts'

interface Link {
  token: string
  state: LinkState
}

/** Where the link of the letter leads. Opening it changes nothing (mail programs open links too); the button signs in. */
export const signInLinkPage: FormPage<Link, Record<string, never>> = {
  load: async (visit) => {
    const token = visit.query.token ?? ''
    const { browser, database, now } = visit
    return { token, state: await signInLinkState(database, { tokenHash: hashToken(token), browser, now }) }
  },
  form: () => z.object({}),
  view: ({ visit, data, form }) => {
    const words = texts[visit.lang].people.link
    if (data.state === 'open')
      return {
        title: words.title,
        hidden: true,
        body: (
          <>
            <ErrorSummary lang={visit.lang} problems={form.problems} />
            <PageTitle>{words.title}</PageTitle>
            <Form lang={visit.lang} submission={form.submission}>
              <Button>{words.enter}</Button>
            </Form>
          </>
        ),
      }
    const [title, text] =
      data.state === 'elsewhere'
        ? [words.elsewhereTitle, words.elsewhereText]
        : [words.closedTitle, words.closedText]
    return {
      title,
      hidden: true,
      body: (
        <>
          <PageTitle>{title}</PageTitle>
          <Lede>{text}</Lede>
          <ButtonRow>
            <ButtonLink href={visit.to('sign-in')}>{words.askNew}</ButtonLink>
          </ButtonRow>
        </>
      ),
    }
  },
  submit: async (database, { visit, data }) => {
    const arrival = await signInWithLink(database, visit, data.token)
    if (!arrival) return refuse('', texts[visit.lang].people.link.closedText)
    return done(welcome(visit, arrival))
  },
}
