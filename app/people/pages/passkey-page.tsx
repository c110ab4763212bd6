import { z } from 'zod'
import { optionalText, ticked } from '../../platform/web/fields.ts'
import { done, type FormPage, refuse } from '../../platform/web/page.ts'
import { texts } from '../../texts/index.ts'
import {
  Button,
  ButtonRow,
  ErrorSummary,
  Form,
  PageTitle,
  problemOf,
  Section,
  TextField,
} from '../../ui/index.ts'
import { dropPasskey, namePasskey } from '../change-passkey.ts'
import type { Passkey } from '../passkey-store.ts'
import { mayChangeWaysIn, waysInOf } from '../ways-in.ts'
import { longestName } from './passkeys-page.tsx'

interface MyPasskey {
  passkey: Passkey
  mayChange: boolean
}

/** One passkey of a person: its name, and taking it away. */
export const passkeyPage: FormPage<MyPasskey, { name: string | null; remove: boolean }> = {
  load: async (visit) => {
    const { person, database, parameters } = visit
    if (!person) return undefined
    const ways = await waysInOf(database, person.id)
    const passkey = ways.passkeys.find(({ id }) => id === parameters.id)
    return passkey && { passkey, mayChange: mayChangeWaysIn(person, ways) }
  },
  form: (lang) => z.object({ name: optionalText(lang, longestName), remove: ticked }),
  initial: ({ passkey }) => ({ name: passkey.name }),
  version: ({ passkey }) => passkey.version,
  view: ({ visit, data, form }) => {
    const { passkeys: words, signIns } = texts[visit.lang].people
    return {
      title: data.passkey.name,
      hidden: true,
      breadcrumb: [
        { text: signIns.title, href: visit.to('my-sign-ins') },
        { text: words.title, href: visit.to('my-passkeys') },
        { text: data.passkey.name },
      ],
      body: (
        <>
          <ErrorSummary lang={visit.lang} problems={form.problems} />
          <PageTitle>{data.passkey.name}</PageTitle>
          <Form lang={visit.lang} submission={form.submission}>
            <TextField
              name="name"
              label={words.name}
              value={form.values.get('name')}
              problem={problemOf(form.problems, 'name')}
            />
            <ButtonRow>
              <Button>{words.save}</Button>
            </ButtonRow>
          </Form>
          <Section title={words.remove}>
            <p>{words.removeText}</p>
            <Form
              lang={visit.lang}
              submission={{ ...form.submission, key: visit.newId() }}
              hidden={{ remove: 'yes' }}
            >
              <ButtonRow>
                <Button kind="danger">{words.remove}</Button>
              </ButtonRow>
            </Form>
          </Section>
        </>
      ),
    }
  },
  submit: async (database, { visit, acting, data, input, version }) => {
    const words = texts[visit.lang].people.passkeys
    const { passkey, mayChange } = data
    if (!acting || !mayChange) return refuse('', words.strongFirst)
    if (input.remove) {
      await dropPasskey(database, { ...acting, passkey })
      return done({ to: { name: 'my-passkeys' }, notice: words.removed })
    }
    if (input.name === null) return refuse('name', words.nameMissing)
    const named = await namePasskey(database, { ...acting, passkey, name: input.name, version })
    if (!named) return { ok: false, problems: [], theirs: { name: passkey.name } }
    return done({ to: { name: 'my-passkeys' }, notice: words.saved })
  },
}
