import { z } from 'zod'
import { done, type FormPage } from '../../platform/web/page.ts'
import { texts } from '../../texts/index.ts'
import { ErrorSummary, Lede, PageTitle } from '../../ui/index.ts'
import { safeNextPath } from '../next-path.ts'
import { signInOptions, signInWithPasskey } from '../passkeys.ts'
import { PasskeyCeremony, passkeyScript } from './passkey-ceremony.tsx'
import { welcome } from './welcome.ts'

/** Signing in with a passkey, and signing in again with one to prove more. */
export const signInPasskeyPage: FormPage<{ question: string }, { answer: string }> = {
  load: async (visit) => ({ question: await signInOptions(visit) }),
  form: () => z.object({ answer: z.string().default('') }),
  view: ({ visit, data, form }) => {
    const words = texts[visit.lang].people
    return {
      title: words.passkey.title,
      hidden: true,
      scripts: [passkeyScript],
      body: (
        <>
          <ErrorSummary lang={visit.lang} problems={form.problems} />
          <PageTitle>{words.passkey.title}</PageTitle>
          <Lede>{words.signIn.passkeyText}</Lede>
          <PasskeyCeremony
            lang={visit.lang}
            kind="sign-in"
            question={data.question}
            submission={form.submission}
          />
          <p>
            <a href={visit.to('sign-in', {}, { next: visit.query.next })}>{words.passkey.byEmail}</a>
          </p>
        </>
      ),
    }
  },
  submit: async (database, { visit, input }) => {
    const arrival = await signInWithPasskey(database, visit, input.answer)
    if (arrival) return done(welcome(visit, { ...arrival, nextPath: safeNextPath(visit.query.next) }, true))
    // The challenge is used up whatever came of it.
    return {
      ok: false,
      keep: true,
      problems: [{ field: '', text: texts[visit.lang].people.passkey.refused }],
    }
  },
}
