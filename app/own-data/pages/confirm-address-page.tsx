import { z } from 'zod'
import { done, type FormPage, refuse } from '../../platform/web/page.ts'
import { texts } from '../../texts/index.ts'
import { Button, ButtonLink, ButtonRow, ErrorSummary, Form, Lede, PageTitle } from '../../ui/index.ts'
import { confirmAddressChange } from '../change-address.ts'
import { openEmailChange } from '../own-data-store.ts'
import { hashOfSecret } from '../secret.ts'
import { crumbsOfOwnData } from './fresh-first.tsx'

interface Confirmation {
  newEmail: string | undefined
}

/** Where the letter to a new address leads. Opening it changes nothing; the button takes the address into use. */
export const confirmAddressPage: FormPage<Confirmation, Record<string, never>> = {
  load: async (visit) => {
    const tokenHash = hashOfSecret(visit.parameters.secret ?? '')
    if (tokenHash === undefined || !visit.person) return { newEmail: undefined }
    const { id: personId } = visit.person
    return { newEmail: await openEmailChange(visit.database, { tokenHash, personId, now: visit.now }) }
  },
  form: () => z.object({}),
  view: ({ visit, data: { newEmail }, form }) => {
    const words = texts[visit.lang].ownData.address
    const title = newEmail === undefined ? words.closedTitle : words.confirmTitle
    return {
      title,
      hidden: true,
      breadcrumb: crumbsOfOwnData(visit, title),
      body: (
        <>
          <ErrorSummary lang={visit.lang} problems={form.problems} />
          <PageTitle>{title}</PageTitle>
          <Lede>{newEmail === undefined ? words.closedText : words.confirmLede(newEmail)}</Lede>
          {newEmail === undefined ? (
            <ButtonRow>
              <ButtonLink href={visit.to('change-address')}>{words.again}</ButtonLink>
            </ButtonRow>
          ) : (
            <Form lang={visit.lang} submission={form.submission}>
              <p>{words.confirmHint}</p>
              <ButtonRow>
                <Button>{words.confirmButton}</Button>
              </ButtonRow>
            </Form>
          )}
        </>
      ),
    }
  },
  submit: async (database, { visit, acting }) => {
    const words = texts[visit.lang].ownData.address
    if (!acting) return refuse('', words.closedText)
    const outcome = await confirmAddressChange(database, {
      ...acting,
      secret: visit.parameters.secret ?? '',
      contact: visit.operator?.dataProtectionContact,
    })
    return outcome.ok ? done({ to: { name: 'own-data' }, notice: words.moved }) : outcome
  },
}
