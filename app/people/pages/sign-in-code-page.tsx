import { z } from 'zod'
import { requiredText } from '../../platform/web/fields.ts'
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
import { signInWithCode } from '../sign-in.ts'
import { welcome } from './welcome.ts'

/** Where somebody waits for a letter, and types its code when its link opens in another browser. */
export const signInCodePage: FormPage<object, { code: string }> = {
  load: async () => ({}),
  form: (lang) => z.object({ code: requiredText(lang, texts[lang].people.code.codeMissing, 40) }),
  view: ({ visit, form }) => {
    const words = texts[visit.lang].people.code
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
              name="code"
              label={words.code}
              hint={words.codeHint}
              width="short"
              autocomplete="one-time-code"
              value={form.values.get('code')}
              problem={problemOf(form.problems, 'code')}
            />
            <ButtonRow>
              <Button>{words.enter}</Button>
            </ButtonRow>
          </Form>
          <p>
            <a href={visit.to('sign-in')}>{words.askNew}</a>
          </p>
          {visit.demo && (
            <p>
              <a href={visit.to('mail')}>{words.readMail}</a>
            </p>
          )}
        </>
      ),
    }
  },
  submit: async (database, { visit, input }) => {
    const words = texts[visit.lang].people.code
    const arrival = await signInWithCode(database, visit, input.code)
    if (typeof arrival !== 'string') return done(welcome(visit, arrival))
    const text = arrival === 'wrong' ? words.wrong : words.none
    return { ok: false, keep: true, problems: [{ field: 'code', text }] }
  },
}
