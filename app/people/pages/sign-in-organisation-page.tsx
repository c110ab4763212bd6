import { z } from 'zod'
import { done, type FormPage, refuse } from '../../platform/web/page.ts'
import { texts } from '../../texts/index.ts'
import { Button, ButtonRow, ErrorSummary, Form, Lede, PageTitle } from '../../ui/index.ts'
import { identityProvider, type IdentityProvider } from '../identity-providers.ts'
import { safeNextPath } from '../next-path.ts'
import { addressOfSignIn } from '../organisation-account-store.ts'
import { askForWay, beginOrganisationSignIn } from '../organisation-sign-in.ts'
import { mayChangeWaysIn, waysInOf } from '../ways-in.ts'

interface AtTheDoor {
  provider: IdentityProvider
  /** The provider's own page, once the way has begun in this browser. */
  leadsTo: string | undefined
}

type Begun = Awaited<ReturnType<typeof askForWay>>

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * On the way to an organisation's own sign-in. The form begins the way; the page then leads on by itself, because a form may
 * not lead to another site. With `join` the account is added to whoever has signed in.
 */
export const signInOrganisationPage: FormPage<AtTheDoor, Record<string, never>, Begun> = {
  load: async (visit) => {
    const provider = identityProvider(visit.parameters.provider)
    const { database, browser, now, query } = visit
    const id = query.way ?? ''
    return (
      provider && {
        provider,
        leadsTo: uuid.test(id) ? await addressOfSignIn(database, { id, browser, now }) : undefined,
      }
    )
  },
  form: () => z.object({}),
  view: ({ visit, data, form }) => {
    const words = texts[visit.lang].people.organisation
    const name = data.provider.name[visit.lang]
    if (data.leadsTo !== undefined)
      return {
        title: words.going(name),
        hidden: true,
        leadsTo: data.leadsTo,
        body: (
          <>
            <PageTitle>{words.going(name)}</PageTitle>
            <p>
              <a href={data.leadsTo} rel="noreferrer">
                {words.goingLink}
              </a>
            </p>
          </>
        ),
      }
    return {
      title: words.title(name),
      hidden: true,
      body: (
        <>
          <ErrorSummary lang={visit.lang} problems={form.problems} />
          <PageTitle>{words.title(name)}</PageTitle>
          <Lede>{words.lede(name)}</Lede>
          <Form lang={visit.lang} submission={form.submission}>
            <ButtonRow>
              <Button>{words.go}</Button>
            </ButtonRow>
          </Form>
          <p>
            <a href={visit.to('sign-in')}>{words.again}</a>
          </p>
        </>
      ),
    }
  },
  ahead: (visit, { provider }) => askForWay(visit, provider),
  submit: async (database, { visit, data, ahead: begun }) => {
    const { provider } = data
    const words = texts[visit.lang].people
    const joinTo = visit.query.join === '1' ? visit.person : undefined
    if (joinTo && !mayChangeWaysIn(joinTo, await waysInOf(database, joinTo.id)))
      return refuse('', words.passkeys.strongFirst)
    const nextPath = safeNextPath(visit.query.next)
    if (begun === undefined) return refuse('', words.organisation.away(provider.name[visit.lang]))
    const way = await beginOrganisationSignIn(database, visit, { provider, begun, nextPath, joinTo })
    return done({
      to: { name: 'sign-in-organisation', parameters: { provider: provider.key }, query: { way } },
    })
  },
}
