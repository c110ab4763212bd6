import { z } from 'zod'
import { choice } from '../../platform/web/fields.ts'
import { done, type FormPage, refuse } from '../../platform/web/page.ts'
import type { Person } from '../../platform/web/visitor.ts'
import { texts } from '../../texts/index.ts'
import { Button, ErrorSummary, Form, Lede, PageTitle } from '../../ui/index.ts'
import { examplePeople } from '../people-store.ts'
import { roleInWords } from '../role-in-words.ts'
import { tryAs } from '../sign-in.ts'

/** In the trial environment only: sign in as one of the made-up people with one press. */
export const tryAsPage: FormPage<Person[], { person: string }> = {
  load: async (visit) => (visit.demo ? examplePeople(visit.database, visit.now) : undefined),
  form: (lang, people) =>
    z.object({
      person: choice(
        texts[lang].people.tryAs.missing,
        people.map((person) => person.id),
      ),
    }),
  view: ({ visit, data, form }) => {
    const words = texts[visit.lang].people.tryAs
    return {
      title: words.title,
      hidden: true,
      body: (
        <>
          <ErrorSummary lang={visit.lang} problems={form.problems} />
          <PageTitle>{words.title}</PageTitle>
          <Lede>{words.lede}</Lede>
          <Form lang={visit.lang} submission={form.submission}>
            <ul class="plain-list">
              {data.map((person) => (
                <li>
                  <Button kind="secondary" name="person" value={person.id}>
                    {`${person.name}, ${roleInWords(visit.lang, person)}`}
                  </Button>
                </li>
              ))}
            </ul>
          </Form>
        </>
      ),
    }
  },
  submit: async (database, { visit, input, data }) => {
    const words = texts[visit.lang].people.tryAs
    const allowed = data.map((person) => person.id)
    const session = await tryAs(database, visit, { personId: input.person, allowed })
    if (!session) return refuse('person', words.missing)
    return done({
      to: { name: 'front' },
      notice: words.now(session.person.name, roleInWords(visit.lang, session.person)),
      cookies: [session.cookie],
    })
  },
}
