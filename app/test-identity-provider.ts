import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'

/** What the provider says of whoever signs in next, and how its token is spoiled on the way. */
export interface NextSignIn {
  subject: string
  name?: string
  email?: string
  /** `amr` of the token. */
  ways?: string[]
  /** Changes the claims of the ID token, which is signed anew with the provider's own key. */
  claims?: (claims: Record<string, unknown>) => Record<string, unknown>
  /** What happens before it answers the exchange of a code. */
  whileAsked?: () => Promise<void>
  /** Signs with another key, or not at all. */
  signature?: 'other-key' | 'none'
}

/** A real OpenID Connect provider on a loopback port, at which whoever comes is signed in without being asked. */
export interface TestProvider {
  issuer: string
  clientId: string
  clientSecret: string
  next: NextSignIn
  /** Tokens that it has handed out, as they went over the wire. */
  tokens: string[]
  /** Goes through the provider's pages as a browser would, and returns the address where it leads back. */
  signIn: (address: string) => Promise<URL>
  /** Signs out at the provider's page of that address, as a person would, and returns where it leads back. */
  signOut: (address: string) => Promise<URL>
  close: () => Promise<void>
}

const keyId = 'test'
const clientId = 'uskalla'
const clientSecret = 'a secret of the tests and of nobody else'

/** Starts a provider that leads back to the given addresses. */
export async function startTestProvider(redirectUris: string[]): Promise<TestProvider> {
  const own = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const other = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const state: { next: NextSignIn; tokens: string[] } = { next: { subject: 'somebody' }, tokens: [] }

  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: redirectUris,
        post_logout_redirect_uris: ['http://uskalla.test/'],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    jwks: { keys: [{ ...own.privateKey.export({ format: 'jwk' }), kid: keyId, alg: 'RS256', use: 'sig' }] },
    cookies: { keys: ['a key of the tests'] },
    claims: { openid: ['sub', 'amr', 'acr'], profile: ['name'], email: ['email', 'email_verified'] },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    interactions: { url: () => '/interaction' },
    findAccount: (_context: unknown, id: string) => ({
      accountId: id,
      claims: () => ({ sub: id, name: state.next.name, email: state.next.email, email_verified: true }),
    }),
    ttl: { AccessToken: 60, AuthorizationCode: 60, IdToken: 600, Interaction: 600, Session: 600, Grant: 600 },
  })
  // Nothing is on the console while tests run.
  provider.on('server_error', () => {})
  const answer = provider.callback()

  server.on('request', async (request, response) => {
    if (request.url?.startsWith('/interaction')) {
      const { params } = await provider.interactionDetails(request, response)
      const grant = new provider.Grant({
        accountId: state.next.subject,
        clientId: String(params['client_id']),
      })
      grant.addOIDCScope('openid profile email')
      await provider.interactionFinished(
        request,
        response,
        {
          login: { accountId: state.next.subject, amr: state.next.ways },
          consent: { grantId: await grant.save() },
        },
        { mergeWithLastSubmission: false },
      )
      return
    }
    if (request.url?.startsWith('/token')) {
      await state.next.whileAsked?.()
      // Takes the answer of the provider apart and puts a token of the test's wish into it.
      const end = response.end.bind(response)
      response.end = ((chunk: unknown, ...rest: unknown[]) => {
        const body = spoiled(String(chunk ?? ''))
        response.setHeader('content-length', Buffer.byteLength(body))
        return (end as (...parts: unknown[]) => typeof response)(body, ...rest)
      }) as typeof response.end
    }
    await answer(request, response)
  })

  function spoiled(body: string): string {
    const { claims, signature } = state.next
    const answerOfProvider = JSON.parse(body) as { id_token?: string }
    if (answerOfProvider.id_token === undefined) return body
    state.tokens.push(...Object.values(answerOfProvider).filter((value) => typeof value === 'string'))
    if (!claims && !signature) return body
    const payload = JSON.parse(
      Buffer.from(answerOfProvider.id_token.split('.')[1] ?? '', 'base64url').toString(),
    ) as Record<string, unknown>
    const keys = { 'other-key': other.privateKey, none: undefined }
    const id_token = tokenOf(claims ? claims(payload) : payload, signature ? keys[signature] : own.privateKey)
    return JSON.stringify({ ...answerOfProvider, id_token })
  }

  let kept = new Map<string, string>()

  async function ask(url: URL, cookies: Map<string, string>, body?: URLSearchParams): Promise<Response> {
    const answered = await fetch(url, {
      redirect: 'manual',
      ...(body ? { method: 'POST', body } : {}),
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    })
    for (const line of answered.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=')
      if (value === '') cookies.delete(name)
      else cookies.set(name, value)
    }
    return answered
  }

  async function goThrough(start: URL, cookies: Map<string, string>): Promise<URL> {
    let url = start
    for (let step = 0; step < 10; step++) {
      if (url.origin !== issuer) return url
      const answered = await ask(url, cookies)
      const location = answered.headers.get('location')
      if (location === null)
        throw new Error(`The provider answered ${answered.status}: ${await answered.text()}`)
      url = new URL(location, url)
    }
    throw new Error('The provider leads nowhere.')
  }

  return {
    issuer,
    clientId,
    clientSecret,
    get next() {
      return state.next
    },
    set next(wanted) {
      state.next = wanted
    },
    tokens: state.tokens,
    async signIn(address) {
      const cookies = new Map<string, string>()
      kept = cookies
      return goThrough(new URL(address), cookies)
    },
    async signOut(address) {
      const page = await ask(new URL(address), kept)
      const html = await page.text()
      const [, xsrf = ''] = /name="xsrf" value="([^"]+)"/.exec(html) ?? []
      const [, action = ''] = /action="([^"]+)"/.exec(html) ?? []
      const answered = await ask(new URL(action, address), kept, new URLSearchParams({ xsrf, logout: 'yes' }))
      return goThrough(new URL(answered.headers.get('location') ?? '', address), kept)
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function tokenOf(claims: Record<string, unknown>, key: KeyObject | undefined): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const head = key ? { alg: 'RS256', typ: 'JWT', kid: keyId } : { alg: 'none', typ: 'JWT' }
  const text = `${part(head)}.${part(claims)}`
  return `${text}.${key ? createSign('sha256').update(text).sign(key).toString('base64url') : ''}`
}
