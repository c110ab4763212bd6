import { z } from 'zod'
import { done, type FormPage, refuse } from '../../platform/web/page.ts'
import { texts } from '../../texts/index.ts'
import { Button, ButtonLink, ButtonRow, Form, Lede, PageTitle } from '../../ui/index.ts'
import { identityProvider, type IdentityProvider } from '../identity-providers.ts'
import { type CameBack, endOrganisationSignIn, exchangeAtProvider } from '../organisation-sign-in.ts'
import { welcome } from './welcome.ts'

interface AtReturn {
  provider: IdentityProvider
  /** False when the provider tells that nothing came of it. */
  succeeded: boolean
}

/**
 * Where an organisation's sign-in leads back. Coming here changes nothing; the form, which a script sends by itself, uses
 * up what came back.
 */
export const organisationReturnPage: FormPage<AtReturn, Record<string, never>, CameBack> = {
  load: async (visit) => {
    const provider = identityProvider(visit.parameters.provider)
    return provider && { provider, succeeded: Boolean(visit.query.code && visit.query.state) }
  },
  form: () => z.object({}),
  view: ({ visit, data, form }) => {
    const words = texts[visit.lang].people.organisation
    const name = data.provider.name[visit.lang]
    const [problem] = form.problems
    if (!data.succeeded || problem)
      return {
        title: words.refusedTitle,
        hidden: true,
        body: (
          <>
            <PageTitle>{words.refusedTitle}</PageTitle>
            <Lede>{problem?.text ?? words.refused}</Lede>
            <ButtonRow>
              <ButtonLink href={visit.to('sign-in')}>{words.again}</ButtonLink>
            </ButtonRow>
          </>
        ),
      }
    return {
      title: words.back,
      hidden: true,
      scripts: ['go-on'],
      body: (
        <>
          <PageTitle>{words.back}</PageTitle>
          <Lede>{words.backText(name)}</Lede>
          <go-on>
            <Form lang={visit.lang} submission={form.submission}>
              <ButtonRow>
                <Button>{words.enter}</Button>
              </ButtonRow>
            </Form>
          </go-on>
        </>
      ),
    }
  },
  ahead: (visit, { provider }) => exchangeAtProvider(visit, provider),
  submit: async (database, { visit, data: { provider }, ahead }) => {
    const words = texts[visit.lang].people.organisation
    const name = provider.name[visit.lang]
    const ended =
      typeof ahead === 'string' ? ahead : await endOrganisationSignIn(database, visit, provider, ahead)
    if (typeof ended === 'string')
      return refuse('', { refused: words.refused, away: words.away(name), taken: words.takenByOther }[ended])
    if ('joined' in ended) return done({ to: { name: 'my-sign-ins' }, notice: words.linked(name) })
    return done(welcome(visit, ended, ended.severalFactors))
  },
}
