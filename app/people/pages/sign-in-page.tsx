import { z } from 'zod'
import { requiredEmail } from '../../platform/web/fields.ts'
import { done, type FormPage } from '../../platform/web/page.ts'
import { texts } from '../../texts/index.ts'
import {
  Button,
  ButtonRow,
  ErrorSummary,
  Form,
  Lede,
  PageTitle,
  problemOf,
  TextField,
} from '../../ui/index.ts'
import { sendSignInLink } from '../sign-in.ts'
import { safeNextPath } from '../next-path.ts'

interface SignIn {
  sent: boolean
}

/** Asks for an e-mail address and sends a link; what it answers does not tell whether the address is known. */
export const signInPage: FormPage<SignIn, { email: string }> = {
  load: async (visit) => ({ sent: visit.query.sent === '1' }),
  form: (lang) => z.object({ email: requiredEmail(lang, texts[lang].people.signIn.emailMissing) }),
  view: ({ visit, data, form }) => {
    const words = texts[visit.lang].people.signIn
    if (data.sent)
      return {
        title: words.sentTitle,
        hidden: true,
        body: (
          <>
            <PageTitle>{words.sentTitle}</PageTitle>
            <Lede>{words.sentText}</Lede>
            {visit.demo && (
              <p>
                <a href={visit.to('mail')}>{words.readMail}</a>
              </p>
            )}
          </>
        ),
      }
    return {
      title: words.title,
      hidden: true,
      body: (
        <>
          <ErrorSummary lang={visit.lang} problems={form.problems} />
          <PageTitle>{words.title}</PageTitle>
          <Lede>{words.lede}</Lede>
          <Form lang={visit.lang} submission={form.submission}>
            <TextField
              name="email"
              type="email"
              label={words.email}
              hint={words.emailHint}
              autocomplete="email"
              value={form.values.get('email')}
              problem={problemOf(form.problems, 'email')}
            />
            <ButtonRow>
              <Button>{words.send}</Button>
            </ButtonRow>
          </Form>
        </>
      ),
    }
  },
  submit: async (database, { visit, input }) => {
    await sendSignInLink(database, {
      email: input.email,
      lang: visit.lang,
      nextPath: safeNextPath(visit.query.next),
      now: visit.now,
      newId: visit.newId,
      linkTo: (token) => visit.absolute(visit.to('sign-in-link', {}, { token })),
    })
    return done({ to: { name: 'sign-in', query: { sent: '1' } } })
  },
}
