import { z } from 'zod'
import { ticked } from '../../platform/web/fields.ts'
import { done, type FormPage } from '../../platform/web/page.ts'
import { texts } from '../../texts/index.ts'
import { Button, ButtonRow, Form, PageTitle } from '../../ui/index.ts'
import { endSessions } from '../end-sessions.ts'
import { identityProvider } from '../identity-providers.ts'
import { providerOfSession } from '../session-store.ts'
import { sessionCookie } from '../session-token.ts'

/** Ends the session of this browser, or every one: safest after using the shared computers of schools and libraries. */
export const signOutPage: FormPage<object, { everywhere: boolean }> = {
  load: async () => ({}),
  form: () => z.object({ everywhere: ticked }),
  view: ({ visit, form }) => {
    const words = texts[visit.lang].people.signOut
    return {
      title: words.title,
      hidden: true,
      scripts: ['leave-quick-log'],
      body: (
        <>
          <PageTitle>{words.title}</PageTitle>
          {/* What a phone has not sent yet is told here, and taken off it on leaving. */}
          <leave-phone-log
            data-words={JSON.stringify(texts[visit.lang].phoneLog.phone)}
            data-log={visit.to('quick-log')}
          ></leave-phone-log>
          <Form lang={visit.lang} submission={form.submission}>
            <ButtonRow>
              <Button>{words.leave}</Button>
              <Button kind="secondary" name="everywhere" value="yes">
                {words.leaveAll}
              </Button>
            </ButtonRow>
            <p>{words.leaveAllHides}</p>
          </Form>
        </>
      ),
    }
  },
  submit: async (database, { visit, acting, input }) => {
    const id = acting?.person.session?.id
    const begunBy =
      acting && id ? await providerOfSession(database, { personId: acting.person.id, id }) : undefined
    const provider = identityProvider(begunBy)
    if (acting)
      await endSessions(database, { ...acting, which: input.everywhere ? 'all' : acting.person.session?.id })
    return done({
      ...(provider
        ? { to: { name: 'signed-out', parameters: { provider: provider.key } } }
        : { to: { name: 'front' }, notice: texts[visit.lang].people.signOut.done }),
      cookies: [{ name: sessionCookie, value: '', maxAgeSeconds: 0 }],
    })
  },
}

declare module 'hono/jsx' {
  namespace JSX {
    interface IntrinsicElements {
      'leave-phone-log': Record<`data-${string}`, string>
    }
  }
}
