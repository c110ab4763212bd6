import { z } from 'zod'
import { done, type FormPage } from '../../platform/web/page.ts'
import { texts } from '../../texts/index.ts'
import { Button, Form, PageTitle } from '../../ui/index.ts'
import { removeSessionsOf } from '../people-store.ts'
import { sessionCookie } from '../session-token.ts'

/** Ends every session of the person: safest on the shared computers of schools and libraries. */
export const signOutPage: FormPage<object, Record<string, never>> = {
  load: async () => ({}),
  form: () => z.object({}),
  view: ({ visit, form }) => {
    const words = texts[visit.lang].people.signOut
    return {
      title: words.title,
      hidden: true,
      body: (
        <>
          <PageTitle>{words.title}</PageTitle>
          <Form lang={visit.lang} submission={form.submission}>
            <Button>{words.leave}</Button>
          </Form>
        </>
      ),
    }
  },
  submit: async (database, { visit }) => {
    if (visit.person) await removeSessionsOf(database, visit.person.id)
    return done({
      to: { name: 'front' },
      notice: texts[visit.lang].people.signOut.done,
      cookies: [{ name: sessionCookie, value: '', maxAgeSeconds: 0 }],
    })
  },
}
