import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startTestProvider, type TestProvider } from '../test-identity-provider.ts'
import { createTestSite, type TestBrowser } from '../test-site.ts'
import { examplePeopleOfTrial as people } from './example-people.ts'
import { useIdentityProviders } from './identity-providers.ts'
import { sessionCookie } from './session-token.ts'

let site: Awaited<ReturnType<typeof createTestSite>>
let provider: TestProvider
let otherProvider: TestProvider
let browser: TestBrowser

beforeAll(async () => {
  site = await createTestSite()
  provider = await startTestProvider(['http://uskalla.test/kirjaudu/paluu/kuopio'])
  otherProvider = await startTestProvider(['http://uskalla.test/kirjaudu/paluu/muu'])
  const of = (key: string, { issuer, clientId, clientSecret }: TestProvider) => ({
    key,
    issuer,
    clientId,
    clientSecret,
    name: { fi: 'Kuopion tili', sv: 'Kuopios konto', en: 'Kuopio account' },
    severalFactors: { amr: ['mfa'], acr: [] },
  })
  useIdentityProviders([
    of('kuopio', provider),
    of('muu', otherProvider),
    { ...of('poissa', provider), issuer: 'http://127.0.0.1:9' },
  ])
})
afterAll(async () => {
  await Promise.all([site.close(), provider.close(), otherProvider.close()])
})
beforeEach(async () => {
  browser = await site.browser()
  provider.next = { subject: 'somebody' }
  site.lines.length = 0
})

/** Goes to the provider, signs in there and comes back: the path of the page that stands at the end of it. */
async function comeBack(who = browser, key = 'kuopio', at = provider, query = ''): Promise<string> {
  const begun = await who.fillIn(`/fi/kirjaudu/organisaatio/${key}${query}`, {})
  const page = await who.follow(begun)
  const [, address = ''] = /^0; url=(.+)$/.exec(page.headers.get('refresh') ?? '') ?? []
  const back = await at.signIn(address)
  const led = await who.get(back.pathname + back.search)
  return led.location ?? ''
}

const isIn = async (who: TestBrowser) => (await who.get('/fi/omat')).status === 200
const sessions = async () => (await site.database.selectFrom('sessions').select('id').execute()).length

describe('signing in with the account of an organisation', () => {
  test('lets somebody in whom nobody knew, without rights, and knows them the next time', async () => {
    provider.next = { subject: 'uusi', name: 'Uuno  Uusi\u0007' }
    const answer = await browser.fillIn(await comeBack(), {})
    expect([answer.status, answer.location]).toEqual([303, '/fi'])
    expect((await browser.follow(answer)).text).toContain('Tervetuloa, Uuno  Uusi.')
    const again = await site.browser()
    await again.fillIn(await comeBack(again), {})
    expect(await isIn(again)).toBe(true)
    const accounts = await site.database
      .selectFrom('organisation_accounts')
      .innerJoin('persons', 'persons.id', 'person_id')
      .select(['issuer', 'subject', 'name', 'email'])
      .where('subject', '=', 'uusi')
      .execute()
    expect(accounts).toEqual([{ issuer: provider.issuer, subject: 'uusi', name: 'Uuno  Uusi', email: null }])
  })

  test('shows each provider on the sign-in page, and asks it with PKCE, state and nonce', async () => {
    const page = await browser.get('/sv/logga-in')
    expect(page.text).toContain('Fortsätt: Kuopios konto')
    const begun = await browser.fillIn('/sv/logga-in/organisation/kuopio', {})
    const refresh = (await browser.follow(begun)).headers.get('refresh') ?? ''
    const asked = new URL(refresh.replace('0; url=', '')).searchParams
    expect(Object.fromEntries(asked)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      ui_locales: 'sv',
      redirect_uri: 'http://uskalla.test/kirjaudu/paluu/kuopio',
    })
    for (const name of ['state', 'nonce', 'code_challenge']) expect(asked.get(name)).toMatch(/^[\w-]{43}$/)
  })

  test('holds no connection to the database while the provider is asked', async () => {
    const open: number[] = []
    provider.next = {
      subject: 'hidas',
      whileAsked: async () => {
        const { rows } = await sql<{ count: number }>`select count(*) from pg_stat_activity
          where datname = current_database() and xact_start is not null and pid <> pg_backend_pid()`.execute(
          site.database,
        )
        open.push(rows[0]?.count ?? -1)
      },
    }
    expect((await browser.fillIn(await comeBack(), {})).status).toBe(303)
    expect(open).toEqual([0])
  })

  test('after signing out leads on to where one signs out at the provider too, and back', async () => {
    provider.next = { subject: 'lähtijä' }
    await browser.fillIn(await comeBack(), {})
    const out = await browser.fillIn('/fi/kirjaudu-ulos', {})
    expect(out.location).toBe('/fi/kirjaudu-ulos/kuopio')
    expect(await isIn(browser)).toBe(false)
    const page = await browser.follow(out)
    expect(page.text).toContain('Tässä selaimessa olet yhä kirjautunut palveluun Kuopion tili.')
    expect(page.text).toContain('/fi/kirjaudu-ulos/kuopio/jatka')
    const on = await browser.get('/fi/kirjaudu-ulos/kuopio/jatka')
    const address = new URL(on.location ?? '')
    expect(address.origin).toBe(provider.issuer)
    expect(Object.fromEntries(address.searchParams)).toEqual({
      client_id: provider.clientId,
      post_logout_redirect_uri: 'http://uskalla.test/',
      ui_locales: 'fi',
    })
    expect((await provider.signOut(address.href)).href).toBe('http://uskalla.test/')
  })

  test('leads nowhere else after signing out of a session that a letter or a passkey began', async () => {
    const kaisa = await site.browser('employee')
    expect((await kaisa.fillIn('/fi/kirjaudu-ulos', {})).location).toBe('/fi')
    expect((await kaisa.get('/fi/kirjaudu-ulos/poissa/jatka')).location).toBe('http://uskalla.test/fi')
    expect((await kaisa.get('/fi/kirjaudu-ulos/tuntematon')).status).toBe(404)
  })

  test('coming back changes nothing until the form is sent', async () => {
    const before = await sessions()
    const path = await comeBack()
    for (let i = 0; i < 5; i++) expect((await browser.get(path)).text).toContain('go-on')
    expect(await sessions()).toBe(before)
    expect((await browser.fillIn(path, {})).status).toBe(303)
  })

  test('leads to the page one was on the way to', async () => {
    const path = await comeBack(browser, 'kuopio', provider, '?next=/fi/omat')
    expect((await browser.fillIn(path, {})).location).toBe('/fi/omat')
  })

  test('abuse-61: the same subject and e-mail address from another issuer reach a new empty account', async () => {
    provider.next = { subject: 'kaisa', name: 'Kaisa', email: people.employee.email }
    await browser.fillIn('/fi/kirjaudu', { email: people.employee.email })
    const kaisa = await site.browser('employee')
    await kaisa.fillIn(await comeBack(kaisa, 'kuopio', provider, '?join=1'), {})
    otherProvider.next = { subject: 'kaisa', name: 'Kaisa', email: people.employee.email }
    const thief = await site.browser()
    expect((await thief.fillIn(await comeBack(thief, 'muu', otherProvider), {})).status).toBe(303)
    const rows = await site.database
      .selectFrom('organisation_accounts')
      .select(['issuer', 'person_id'])
      .where('subject', '=', 'kaisa')
      .execute()
    const owner = (issuer: string) => rows.find((row) => row.issuer === issuer)?.person_id
    expect(owner(provider.issuer)).toBe(people.employee.id)
    const newcomer = owner(otherProvider.issuer) ?? ''
    expect(newcomer).not.toBe(people.employee.id)
    const memberships = await site.database
      .selectFrom('memberships')
      .selectAll()
      .where('person_id', '=', newcomer)
      .execute()
    expect(memberships).toEqual([])
  })

  test('an address that a provider tells never opens the account of that address', async () => {
    provider.next = { subject: 'huijari', email: people.leader.email }
    await browser.fillIn(await comeBack(), {})
    expect((await browser.get('/fi/omat')).text).not.toContain('Leena')
  })

  test('a token that is signed anew on the way, unchanged, is as good as the provider’s own', async () => {
    provider.next = { subject: 'somebody', claims: (claims) => claims }
    expect((await browser.fillIn(await comeBack(), {})).status).toBe(303)
  })

  const without = (name: string) => (claims: Record<string, unknown>) =>
    Object.fromEntries(Object.entries(claims).filter(([claim]) => claim !== name))
  const spoiled: [string, Partial<TestProvider['next']>][] = [
    ['is meant for another service', { claims: (claims) => ({ ...claims, aud: 'another' }) }],
    ['comes from another issuer', { claims: (claims) => ({ ...claims, iss: 'https://muu.invalid' }) }],
    ['is not signed (alg none)', { signature: 'none' }],
    ['is signed with another key', { signature: 'other-key' }],
    ['has expired an hour ago', { claims: (claims) => ({ ...claims, exp: Number(claims['iat']) - 3_600 }) }],
    ['was made an hour ago', { claims: (claims) => ({ ...claims, iat: Number(claims['iat']) - 3_600 }) }],
    ['will be made in an hour', { claims: (claims) => ({ ...claims, iat: Number(claims['iat']) + 3_600 }) }],
    ['holds another nonce', { claims: (claims) => ({ ...claims, nonce: 'another' }) }],
    ['holds no nonce', { claims: without('nonce') }],
    ['names nobody', { claims: without('sub') }],
  ]
  test.each(spoiled)('abuse-32: a token that %s makes no session', async (_, fault) => {
    provider.next = { subject: 'somebody', ...fault }
    const before = await sessions()
    const path = await comeBack()
    const answer = await browser.fillIn(path, {})
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Kirjautuminen ei onnistunut')
    expect([await sessions(), await isIn(browser)]).toEqual([before, false])
    expect(site.lines.filter(({ event }) => event === 'sign-in-refused')).toMatchObject([
      { way: 'organisation', provider: 'kuopio', why: 'refused' },
    ])
  })

  test('a state that is used, of another browser, of another provider or invented makes no session', async () => {
    const path = await comeBack()
    const before = await sessions()
    const thief = await site.browser()
    expect((await thief.fillIn(path, {})).status).toBe(422)
    expect((await browser.fillIn(path.replace('/kuopio?', '/muu?'), {})).status).toBe(422)
    expect((await browser.fillIn(path.replace(/state=[^&]+/, 'state=keksitty'), {})).status).toBe(422)
    expect(await sessions()).toBe(before)
    expect((await browser.fillIn(path, {})).status).toBe(303)
    await browser.fillIn('/fi/kirjaudu-ulos', {})
    expect((await browser.fillIn(path, {})).status).toBe(422)
    expect(await isIn(browser)).toBe(false)
  })

  test('whoever takes more than ten minutes begins anew', async () => {
    const path = await comeBack()
    site.clock.now = new Date(site.clock.now.getTime() + 600_000)
    expect((await browser.fillIn(path, {})).status).toBe(422)
  })

  test('a provider that says no, or does not answer, leads to a calm page', async () => {
    const said = await browser.get('/fi/kirjaudu/paluu/kuopio?error=access_denied&state=x')
    expect(said.text).toContain('Kirjautuminen ei onnistunut')
    const away = await browser.fillIn('/fi/kirjaudu/organisaatio/poissa', {})
    expect([away.status, away.text]).toEqual([422, expect.stringContaining('ei juuri nyt vastaa')])
    expect(site.lines.find(({ event }) => event === 'identity-provider-away')?.['provider']).toBe('poissa')
    expect((await browser.get('/fi/kirjaudu/organisaatio/tuntematon')).status).toBe(404)
  })

  test('keeps no token of the provider, nor what led to it', async () => {
    await browser.fillIn(await comeBack(), {})
    const rows = await site.database.selectFrom('organisation_sign_ins').selectAll().execute()
    expect(
      rows.filter(({ used_at }) => used_at !== null).every(({ verifier, nonce }) => !verifier && !nonce),
    ).toBe(true)
    const kept = JSON.stringify([rows, site.lines])
    expect(provider.tokens.length).toBeGreaterThan(0)
    for (const token of provider.tokens.filter((one) => one.length > 40)) expect(kept).not.toContain(token)
  })
})

describe('the account of an organisation and the roles of those who act for others', () => {
  async function leenaJoins() {
    const leena = await site.browser('leader')
    provider.next = { subject: 'leena' }
    const answer = await leena.fillIn(await comeBack(leena, 'kuopio', provider, '?join=1'), {})
    return { leena, answer }
  }

  test('joins somebody who has signed in, once', async () => {
    const { leena, answer } = await leenaJoins()
    expect((await leena.follow(answer)).text).toContain('Kuopion tili on nyt liitetty sinuun.')
    const kaisa = await site.browser('employee')
    const taken = await kaisa.fillIn(await comeBack(kaisa, 'kuopio', provider, '?join=1'), {})
    expect([taken.status, taken.text]).toEqual([422, expect.stringContaining('toisen ihmisen')])
  })

  test('counts as a second factor only where the provider says that it asked for one', async () => {
    await leenaJoins()
    provider.next = { subject: 'leena', ways: ['pwd'] }
    const weak = await browser.fillIn(await comeBack(), {})
    expect(weak.location).toBe('/fi/kirjaudu/vahvista')
    provider.next = { subject: 'leena', ways: ['pwd', 'mfa'] }
    const strong = await site.browser()
    expect((await strong.fillIn(await comeBack(strong), {})).location).toBe('/fi')
  })

  test('is taken away where there is another way in', async () => {
    const { leena } = await leenaJoins()
    const answer = await leena.fillIn('/fi/omat/kirjautumiset', { unjoin: 'kuopio' })
    expect((await leena.follow(answer)).text).toContain('ei ole enää liitetty')
  })

  test('is not taken away from whoever has nothing else', async () => {
    provider.next = { subject: 'ainoa' }
    await browser.fillIn(await comeBack(), {})
    const answer = await browser.fillIn('/fi/omat/kirjautumiset', { unjoin: 'kuopio' })
    expect([answer.status, answer.text]).toEqual([422, expect.stringContaining('ainoa tapasi')])
  })

  test('gets a session of its own at each sign-in, which ends the one before', async () => {
    const first = await browser.fillIn(await comeBack(), {})
    const second = await browser.fillIn(await comeBack(), {})
    const cookie = ({ headers }: typeof first) =>
      headers.getSetCookie().find((line) => line.startsWith(sessionCookie))
    expect(cookie(first)).toBeDefined()
    expect(cookie(second)).not.toBe(cookie(first))
    const earlier = cookie(first)?.split(';')[0] ?? ''
    const asked = await site.site.request('http://uskalla.test/fi/omat', { headers: { cookie: earlier } })
    expect([asked.status, await isIn(browser)]).toEqual([303, true])
  })
})
