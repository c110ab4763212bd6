import { z } from 'zod'
import { requiredEmail } from '../../platform/web/fields.ts'
import { done, type FormPage, refuse } from '../../platform/web/page.ts'
import { texts } from '../../texts/index.ts'
import {
  Button,
  ButtonRow,
  ErrorSummary,
  fieldsOf,
  Form,
  Lede,
  PageTitle,
  TextField,
} from '../../ui/index.ts'
import { askAddressChange } from '../change-address.ts'
import { freshMinutes, isFresh } from '../freshness.ts'
import { isMadeUp } from '../made-up.ts'
import { crumbsOfOwnData, FreshFirst } from './fresh-first.tsx'
import { MadeUpPerson } from './made-up-person.tsx'

/** Asks for a new address; it counts once the letter sent there has been opened. */
export const changeAddressPage: FormPage<object, { email: string }> = {
  load: async () => ({}),
  limit: 'mail',
  form: (lang) => z.object({ email: requiredEmail(lang, texts[lang].ownData.address.emailMissing) }),
  view: ({ visit, form }) => {
    const words = texts[visit.lang].ownData.address
    const field = fieldsOf(form)
    return {
      title: words.title,
      hidden: true,
      breadcrumb: crumbsOfOwnData(visit, words.title),
      body: (
        <>
          <ErrorSummary lang={visit.lang} problems={form.problems} />
          <PageTitle>{words.title}</PageTitle>
          <Lede>{words.lede}</Lede>
          {isMadeUp(visit) ? (
            <MadeUpPerson visit={visit} />
          ) : !isFresh(visit, visit.now) ? (
            <FreshFirst visit={visit} back={visit.to('change-address')} />
          ) : (
            <Form lang={visit.lang} submission={form.submission}>
              <TextField {...field('email')} type="email" label={words.email} autocomplete="email" />
              <ButtonRow>
                <Button>{words.button}</Button>
              </ButtonRow>
            </Form>
          )}
        </>
      ),
    }
  },
  submit: async (database, { visit, acting, input }) => {
    const { address, fresh, example } = texts[visit.lang].ownData
    if (isMadeUp(visit)) return refuse('', example.text)
    if (!acting || !isFresh(visit, visit.now)) return refuse('', fresh.refused(freshMinutes))
    const outcome = await askAddressChange(database, {
      ...acting,
      newEmail: input.email,
      linkTo: (secret) => visit.absolute(visit.to('confirm-address', { secret })),
      note: visit.note,
    })
    return outcome.ok ? done({ to: { name: 'own-data' }, notice: address.sent }) : outcome
  },
}
