import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestProvider, type TestProvider } from '../app/test-identity-provider.ts'
import { examplePeopleOfTrial as people } from '../app/people/index.ts'
import { texts } from '../app/texts/index.ts'
import { freePort } from './application.ts'
import { withoutBrowser } from './chromium.ts'
import type { Person } from './person.ts'
import { arrives, openTrial, type Trial, ways } from './trial.ts'

const fi = texts.fi.people

describe.skipIf(withoutBrowser)('people come in', () => {
  let trial: Trial
  let provider: TestProvider
  const folder = mkdtempSync(join(tmpdir(), 'uskalla-provider-'))

  beforeAll(async () => {
    const port = await freePort()
    provider = await startTestProvider([`http://localhost:${port}/kirjaudu/paluu/kuopio`])
    const file = join(folder, 'providers.json')
    const { issuer, clientId, clientSecret } = provider
    const name = { fi: 'Kuopion tili', sv: 'Kuopios konto', en: 'Kuopio account' }
    writeFileSync(file, JSON.stringify({ kuopio: { issuer, clientId, clientSecret, name } }))
    trial = await openTrial({ port, environment: { USKALLA_OIDC: file } })
  }, 240_000)
  afterAll(async () => {
    await trial.close()
    await provider.close()
    rmSync(folder, { recursive: true, force: true })
  })

  /** Orders a letter, and reads it in another browser: the link and the code in it. */
  async function ordersALetter(person: Person): Promise<{ link: string; code: string; reader: Person }> {
    await person.visits('/fi/kirjaudu')
    await person.writes({ [fi.signIn.email]: people.employee.email })
    await person.presses(fi.signIn.send)
    await person.reads(fi.code.title)
    const reader = await arrives(trial, ways.desktop)
    await reader.visits('/fi/posti')
    const letter = await reader.main.getByRole('article').first().innerText()
    const link = new URL(/http:\S+/.exec(letter)?.[0] ?? '')
    return { link: link.pathname + link.search, code: /^[2-9A-Z]{6}$/m.exec(letter)?.[0] ?? '', reader }
  }

  test.each([
    ['with script', ways.desktop],
    ['without script', ways.withoutScript],
  ])(
    'by a link in a letter, %s, and by its code where the link opens elsewhere',
    async (_, way) => {
      const kaisa = await arrives(trial, way)
      const { link } = await ordersALetter(kaisa)
      await kaisa.visits(link)
      await kaisa.presses(fi.link.enter)
      await kaisa.isTold(fi.link.welcome(people.employee.name))

      const again = await arrives(trial, way)
      const letter = await ordersALetter(again)
      await letter.reader.visits(letter.link)
      await letter.reader.reads(fi.link.elsewhereTitle)
      await again.writes({ [fi.code.code]: letter.code })
      await again.presses(fi.code.enter)
      await again.isTold(fi.link.welcome(people.employee.name))
    },
    120_000,
  )

  test('with a passkey that they have added, and by e-mail where scripts are off', async () => {
    const mikko = await arrives(trial, ways.desktop, 'colleague')
    const devices = await mikko.page.context().newCDPSession(mikko.page)
    await devices.send('WebAuthn.enable')
    await devices.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    })
    const sv = texts.sv.people
    await mikko.visits('/sv/mina/passnycklar')
    await mikko.writes({ [sv.passkeys.name]: 'Arbetsdatorn' })
    await mikko.presses(sv.passkey.add)
    await mikko.isTold(sv.passkeys.added)
    await mikko.reads('Arbetsdatorn')
    await mikko.visits('/sv/logga-ut')
    await mikko.presses(sv.signOut.leave)

    await mikko.visits('/sv/logga-in')
    await mikko.presses(sv.passkey.use)
    await mikko.isTold(sv.link.welcome(people.colleague.name))
    await mikko.visits('/sv/mina/inloggningar')
    await mikko.reads(sv.signIns.here, sv.signIns.by.passkey)

    const withoutScript = await arrives(trial, ways.withoutScript)
    await withoutScript.visits('/sv/logga-in')
    await withoutScript.reads(sv.passkey.withoutScript)
    expect(await withoutScript.main.getByRole('button', { name: sv.passkey.use }).count()).toBe(0)
  })

  test('with the account of their organisation', async () => {
    const en = texts.en.people
    provider.next = { subject: 'uuno', name: 'Uuno Uusi' }
    const uuno = await arrives(trial, ways.desktop)
    await uuno.visits('/en/sign-in')
    await uuno.presses(en.signIn.organisationButton('Kuopio account'))
    await uuno.page.getByRole('status').filter({ hasText: 'Uuno Uusi' }).waitFor()

    const withoutScript = await arrives(trial, ways.withoutScript)
    await withoutScript.visits('/fi/kirjaudu')
    await withoutScript.presses(fi.signIn.organisationButton('Kuopion tili'))
    await withoutScript.reads(fi.organisation.back)
    await withoutScript.presses(fi.organisation.enter)
    await withoutScript.isTold(fi.link.welcome('Uuno Uusi'))
  })

  test('as somebody who acts for others: a letter alone leaves the role at rest, a code from paper wakes it', async () => {
    const leena = await arrives(trial, ways.withoutScript)
    await leena.visits('/fi/kirjaudu')
    await leena.writes({ [fi.signIn.email]: people.leader.email })
    await leena.presses(fi.signIn.send)
    const reader = await arrives(trial, ways.desktop)
    await reader.visits('/fi/posti')
    const letter = await reader.main.getByRole('article').first().innerText()
    await leena.writes({ [fi.code.code]: /^[2-9A-Z]{6}$/m.exec(letter)?.[0] ?? '' })
    await leena.presses(fi.code.enter)
    await leena.reads(fi.confirm.lede(fi.roles.leader), fi.confirm.firstTitle)
    await leena.opens(fi.confirm.makeCodes)
    await leena.presses(fi.recovery.make)
    await leena.reads(fi.recovery.shownTitle)
    const [code = ''] = await leena.main.locator('code').allInnerTexts()
    await leena.opens(fi.recovery.goOn)
    await leena.writes({ [fi.confirm.code]: code })
    await leena.presses(fi.confirm.send)
    await leena.isTold(fi.confirm.done)
  })
})
