import type { Configuration } from 'openid-client'
import { systemClock } from '../platform/clock.ts'
import { waitLimits } from '../platform/database/database.ts'
import type { IdentityProvider } from './identity-providers.ts'

/** What a provider says of somebody. Its tokens are not kept. */
export interface Identity {
  issuer: string
  subject: string
  /** As the provider tells it; undefined where it does not. */
  name: string | undefined
  severalFactors: boolean
}

/** How far the clocks of the provider and this machine may lie apart, in seconds. */
const clockDifference = 300

/** How long what a provider tells of itself is believed, in milliseconds. */
const discoveryKept = 3_600_000

const discovered = new Map<string, { at: number; configuration: Promise<Configuration> }>()

// Asked at the first use and once an hour, so that the service starts whether the provider answers or not.
async function clientOf(provider: IdentityProvider): Promise<Configuration> {
  const key = `${provider.key} ${provider.issuer} ${provider.clientId}`
  const kept = discovered.get(key)
  if (kept && performance.now() - kept.at < discoveryKept) return kept.configuration
  const configuration = discover(provider)
  discovered.set(key, { at: performance.now(), configuration })
  configuration.catch(() => discovered.delete(key))
  return configuration
}

async function discover(provider: IdentityProvider): Promise<Configuration> {
  const client = await import('openid-client')
  const configuration = await client.discovery(
    new URL(provider.issuer),
    provider.clientId,
    provider.clientSecret,
    undefined,
    {
      timeout: waitLimits.outgoingMs / 1_000,
      // The settings allow http for loopback addresses only.
      execute: provider.issuer.startsWith('http:') ? [client.allowInsecureRequests] : [],
    },
  )
  // The token comes straight from the provider; its signature is checked all the same.
  client.enableNonRepudiationChecks(configuration)
  return configuration
}

/** The provider's address to which the browser goes, with what must come back and fit. Throws when the provider is away. */
export async function beginAtProvider(
  provider: IdentityProvider,
  { returnTo, lang }: { returnTo: string; lang: string },
): Promise<{ address: string; state: string; nonce: string; verifier: string }> {
  const client = await import('openid-client')
  const configuration = await clientOf(provider)
  const [state, nonce, verifier] = [
    client.randomState(),
    client.randomNonce(),
    client.randomPKCECodeVerifier(),
  ]
  const address = client.buildAuthorizationUrl(configuration, {
    redirect_uri: returnTo,
    scope: 'openid profile',
    state,
    nonce,
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ui_locales: lang,
    ...(provider.acrValues === undefined ? {} : { acr_values: provider.acrValues }),
  })
  return { address: address.href, state, nonce, verifier }
}

/**
 * Exchanges what came back for who somebody is. `'refused'` when the answer is not exactly what was asked for: state, nonce,
 * issuer, audience, signature, times; `'away'` when the provider does not answer.
 */
export async function identityFrom(
  provider: IdentityProvider,
  { cameBackTo, state, nonce, verifier }: { cameBackTo: URL; state: string; nonce: string; verifier: string },
): Promise<Identity | 'refused' | 'away'> {
  const client = await import('openid-client')
  let configuration: Configuration
  try {
    configuration = await clientOf(provider)
  } catch {
    return 'away'
  }
  try {
    const tokens = await client.authorizationCodeGrant(configuration, cameBackTo, {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    })
    const claims = tokens.claims()
    if (!claims || Math.abs(systemClock().getTime() / 1_000 - claims.iat) > clockDifference) return 'refused'
    const { amr, acr } = claims
    const told = Array.isArray(amr) ? amr.map(String) : []
    return {
      issuer: claims.iss,
      subject: claims.sub,
      name: typeof claims['name'] === 'string' ? claims['name'] : undefined,
      severalFactors:
        provider.severalFactors.amr.some((value) => told.includes(value)) ||
        (typeof acr === 'string' && provider.severalFactors.acr.includes(acr)),
    }
  } catch (error) {
    // Networks and time limits fail with these; everything else is an answer that does not fit.
    const cause = error instanceof Error ? (error.cause ?? error) : error
    const isAway = cause instanceof Error && (cause.name === 'TimeoutError' || 'syscall' in cause)
    return isAway ? 'away' : 'refused'
  }
}

/**
 * The provider's address at which one signs out there too (OpenID Connect RP-Initiated Logout 1.0), and which leads back
 * afterwards. The client names itself; no token is kept that could be shown as a hint, so the provider asks the person.
 * Undefined when the provider has none or does not answer.
 */
export async function signOutAddress(
  provider: IdentityProvider,
  { returnTo, lang }: { returnTo: string; lang: string },
): Promise<string | undefined> {
  const configuration = await clientOf(provider).catch(() => undefined)
  const endpoint = URL.parse(configuration?.serverMetadata().end_session_endpoint ?? '')
  // http as for the issuer itself: where the settings allow it.
  if (endpoint?.protocol !== 'https:' && endpoint?.protocol !== new URL(provider.issuer).protocol)
    return undefined
  const asked = { client_id: provider.clientId, post_logout_redirect_uri: returnTo, ui_locales: lang }
  for (const [name, value] of Object.entries(asked)) endpoint.searchParams.set(name, value)
  return endpoint.href
}
