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
  Notice,
  PageTitle,
  problemOf,
  Section,
  TextField,
} from '../../ui/index.ts'
import { identityProviders } from '../identity-providers.ts'
import { safeNextPath } from '../next-path.ts'
import { signInOptions } from '../passkeys.ts'
import { orderSignInLink } from '../sign-in.ts'
import { PasskeyCeremony, passkeyScript } from './passkey-ceremony.tsx'

interface SignIn {
  /** What the browser is asked for a passkey. */
  question: string
  next: string | undefined
}

/** Every way in: a passkey, the account of an organisation, a link by e-mail. What it answers never tells who is known. */
export const signInPage: FormPage<SignIn, { email: string }> = {
  load: async (visit) => ({
    question: await signInOptions(visit),
    next: safeNextPath(visit.query.next) ?? undefined,
  }),
  form: (lang) => z.object({ email: requiredEmail(lang, texts[lang].people.signIn.emailMissing) }),
  view: ({ visit, data, form }) => {
    const words = texts[visit.lang].people.signIn
    const query = { next: data.next }
    const another = () => ({ ...form.submission, key: visit.newId() })
    return {
      title: words.title,
      hidden: true,
      scripts: [passkeyScript],
      body: (
        <>
          <ErrorSummary lang={visit.lang} problems={form.problems} />
          <PageTitle>{words.title}</PageTitle>
          <Lede>{words.lede}</Lede>
          {visit.person && (
            <Notice kind="info">
              {words.signedInAs(visit.person.name)} <a href={visit.to('my-sign-ins')}>{words.toSignIns}</a>
            </Notice>
          )}
          <Section title={words.passkeyTitle}>
            <p>{words.passkeyText}</p>
            <PasskeyCeremony
              lang={visit.lang}
              kind="sign-in"
              question={data.question}
              action={visit.to('sign-in-passkey', {}, query)}
              submission={another()}
            />
          </Section>
          {identityProviders().length > 0 && (
            <Section title={words.organisationTitle}>
              {identityProviders().map((provider) => (
                <Form
                  lang={visit.lang}
                  action={visit.to('sign-in-organisation', { provider: provider.key }, query)}
                  submission={another()}
                >
                  <ButtonRow>
                    <Button kind="secondary">{words.organisationButton(provider.name[visit.lang])}</Button>
                  </ButtonRow>
                </Form>
              ))}
            </Section>
          )}
          <Section title={words.emailTitle}>
            <p>{words.emailText}</p>
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
          </Section>
        </>
      ),
    }
  },
  submit: async (database, { visit, data, input }) => {
    await orderSignInLink(database, visit, { email: input.email, nextPath: data.next ?? null })
    return done({ to: { name: 'sign-in-code' } })
  },
}
