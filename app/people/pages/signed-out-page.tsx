import type { FileAnswer, ReadPage } from '../../platform/web/page.ts'
import { texts } from '../../texts/index.ts'
import { ButtonLink, ButtonRow, Lede, PageTitle } from '../../ui/index.ts'
import { signOutAddress } from '../identity-provider-client.ts'
import { identityProvider, type IdentityProvider } from '../identity-providers.ts'

/**
 * After signing out of a session that an organisation's account began: that account is still open in this browser, and on a
 * shared computer it should not be. Whether it is closed too is the person's to say: they may be working with it.
 */
export const signedOutPage: ReadPage<IdentityProvider> = {
  load: async (visit) => identityProvider(visit.parameters.provider),
  view: ({ visit, data: provider }) => {
    const words = texts[visit.lang].people.signOut
    const name = provider.name[visit.lang]
    return {
      title: words.done,
      hidden: true,
      body: (
        <>
          <PageTitle>{words.done}</PageTitle>
          <Lede>{words.stillOpen(name)}</Lede>
          <ButtonRow>
            <ButtonLink href={visit.to('provider-sign-out', { provider: provider.key })}>
              {words.leaveThere(name)}
            </ButtonLink>
            <ButtonLink kind="quiet" href={visit.to('front')}>
              {words.stay}
            </ButtonLink>
          </ButtonRow>
        </>
      ),
    }
  },
}

/** Leads to where one signs out at the provider; to the front page when it has no such place or does not answer. */
export const providerSignOut: FileAnswer<string> = {
  load: async (visit) => {
    const provider = identityProvider(visit.parameters.provider)
    if (!provider) return undefined
    const address = await signOutAddress(provider, { returnTo: visit.absolute('/'), lang: visit.lang })
    return address ?? visit.absolute(visit.to('front'))
  },
  answer: ({ data }) =>
    new Response(null, { status: 303, headers: { location: data, 'cache-control': 'no-store' } }),
}
