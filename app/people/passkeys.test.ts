import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createDevice } from '../test-passkey.ts'
import { createTestSite, type TestBrowser } from '../test-site.ts'
import { examplePeopleOfTrial as people } from './example-people.ts'
import { challengeHolds, newChallenge } from './passkey-challenge.ts'

let site: Awaited<ReturnType<typeof createTestSite>>
let kaisa: TestBrowser
let nobody: TestBrowser

beforeAll(async () => {
  site = await createTestSite()
})
afterAll(() => site.close())
beforeEach(async () => {
  kaisa = await site.browser('employee')
  nobody = await site.browser()
  site.lines.length = 0
  await site.database.deleteFrom('passkeys').execute()
})

/** What a page asks the browser, as JSON. */
async function questionOn(browser: TestBrowser, path: string): Promise<string> {
  const { text } = await browser.get(path)
  return (/data-question="([^"]*)"/.exec(text)?.[1] ?? '').replaceAll('&quot;', '"')
}

const mine = '/fi/omat/paasyavaimet'
const door = '/fi/kirjaudu/paasyavain'
const isIn = async (browser: TestBrowser) => (await browser.get('/fi/omat')).status === 200

async function add(browser: TestBrowser, device = createDevice(), name = 'Työpuhelin') {
  const answer = device.register(await questionOn(browser, mine))
  return { device, added: await browser.post(mine, { answer, name }) }
}

async function signIn(browser: TestBrowser, device: ReturnType<typeof createDevice>, how = {}) {
  return browser.post(door, { answer: device.signIn(await questionOn(browser, door), how) })
}

describe('a passkey', () => {
  test('is added by whoever has signed in, named, shown, and lets them in without an address', async () => {
    const { device, added } = await add(kaisa)
    expect((await kaisa.follow(added)).text).toContain('Pääsyavain on lisätty.')
    expect((await kaisa.get(mine)).text).toContain('Työpuhelin')
    const answer = await signIn(nobody, device)
    expect([answer.status, answer.location]).toEqual([303, '/fi'])
    expect((await nobody.follow(answer)).text).toContain('Tervetuloa, Kaisa Kokeilija.')
    expect((await nobody.get('/fi/omat/kirjautumiset')).text).toContain('pääsyavaimella')
    const logged = await site.database
      .selectFrom('log_entries')
      .select('person_id')
      .where('action', '=', 'person.signed-in-by-passkey')
      .execute()
    expect(logged).toEqual([{ person_id: people.employee.id }])
  })

  test('asks for a key that stays on the device and for its owner to be checked', async () => {
    const asked = JSON.parse(await questionOn(kaisa, mine)) as Record<string, unknown>
    expect(asked).toMatchObject({
      rp: { id: 'uskalla.test', name: 'Uskalla' },
      attestation: 'none',
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    })
    expect(JSON.parse(await questionOn(nobody, '/fi/kirjaudu'))).toMatchObject({
      rpId: 'uskalla.test',
      userVerification: 'required',
    })
  })

  test('is one of several, each with its own device, and the next question names those that are there', async () => {
    const first = await add(kaisa)
    const second = await add(kaisa, createDevice(), 'Avainnippu')
    const asked = JSON.parse(await questionOn(kaisa, mine)) as { excludeCredentials: { id: string }[] }
    expect(asked.excludeCredentials.map(({ id }) => id)).toEqual([
      first.device.credentialId,
      second.device.credentialId,
    ])
    for (const { device } of [first, second])
      expect((await signIn(await site.browser(), device)).status).toBe(303)
  })

  test('is given another name, and no longer lets anybody in once it is removed', async () => {
    const { device } = await add(kaisa)
    const path = /\/fi\/omat\/paasyavaimet\/[0-9a-f-]{36}/.exec((await kaisa.get(mine)).text)?.[0] ?? ''
    await kaisa.fillIn(path, { name: 'Vanha puhelin' })
    expect((await kaisa.get(mine)).text).toContain('Vanha puhelin')
    const stranger = await site.browser('colleague')
    expect((await stranger.get(path)).status).toBe(404)
    expect((await stranger.post(path, { remove: 'yes' })).status).toBe(404)
    await kaisa.fillIn(path, { remove: 'yes' })
    expect((await kaisa.get(mine)).text).toContain('Sinulla ei ole vielä pääsyavaimia.')
    expect((await signIn(nobody, device)).status).toBe(422)
  })

  test('is not added twice, nor an eleventh', async () => {
    const { device } = await add(kaisa)
    expect((await add(kaisa, device)).added.status).toBe(422)
    for (let i = 0; i < 9; i++) await add(kaisa)
    const { added } = await add(kaisa)
    expect([added.status, added.text]).toEqual([422, expect.stringContaining('jo kymmenen')])
  })

  test.each([
    ['of another site', { origin: 'http://uskalla.test.muu.invalid' }],
    ['for another host', { host: 'muu.invalid' }],
    ['whose owner was not checked', { verified: false }],
    ['to another question', { challenge: randomBytes(40).toString('base64url') }],
    ['that makes a passkey instead', { type: 'webauthn.create' }],
  ])('an answer %s lets nobody in and adds nothing', async (_, how) => {
    const { device } = await add(kaisa)
    expect((await signIn(nobody, device, how)).status).toBe(422)
    expect(await isIn(nobody)).toBe(false)
    expect(site.lines.filter(({ event }) => event === 'sign-in-refused')).toMatchObject([{ way: 'passkey' }])
    const answer = createDevice().register(await questionOn(kaisa, mine), {
      ...how,
      ...('type' in how ? { type: 'webauthn.get' } : {}),
    })
    expect((await kaisa.post(mine, { answer, name: 'x' })).status).toBe(422)
  })

  test('that counts its uses may not count backwards: then it has been copied', async () => {
    const { device } = await add(kaisa)
    expect((await signIn(nobody, device, { counter: 7 })).status).toBe(303)
    expect((await signIn(await site.browser(), device, { counter: 7 })).status).toBe(422)
    expect((await signIn(await site.browser(), device, { counter: 6 })).status).toBe(422)
    expect((await signIn(await site.browser(), device, { counter: 8 })).status).toBe(303)
  })

  test('answers each question once, and only in the browser that was asked', async () => {
    const { device } = await add(kaisa)
    const question = await questionOn(nobody, door)
    const thief = await site.browser()
    await thief.get(door)
    expect((await thief.post(door, { answer: device.signIn(question) })).status).toBe(422)
    const answer = device.signIn(question)
    expect((await nobody.post(door, { answer })).status).toBe(303)
    await nobody.fillIn('/fi/kirjaudu-ulos', {})
    await site.database.updateTable('passkeys').set({ counter: 0 }).execute()
    expect((await nobody.post(door, { answer })).status).toBe(422)
    expect(await isIn(nobody)).toBe(false)
  })

  test('does not let in by an answer that was meant to add one', async () => {
    const { device } = await add(kaisa)
    const question = await questionOn(kaisa, mine)
    await kaisa.fillIn('/fi/kirjaudu-ulos', {})
    expect((await kaisa.post(door, { answer: device.signIn(question) })).status).toBe(422)
  })

  test.each(['', 'x', '{}', '[]', 'null', '{"id":1}', `{"id":"${'a'.repeat(30_000)}"}`])(
    'the answer %j is refused calmly',
    async (answer) => {
      expect((await nobody.post(door, { answer })).status).toBe(422)
      expect((await kaisa.post(mine, { answer, name: '' })).status).toBe(422)
    },
  )
})

describe('a question', () => {
  const key = 'a key'
  const purpose = { kind: 'sign-in', browser: 'a browser', personId: null } as const
  const at = new Date('2026-03-10T08:00:00Z')
  const after = (milliseconds: number) => new Date(at.getTime() + milliseconds)

  test('may be answered for five minutes, and not before it was asked', () => {
    const challenge = newChallenge(key, purpose, at)
    expect(challengeHolds(key, purpose, challenge, after(0))).toBe(true)
    expect(challengeHolds(key, purpose, challenge, after(299_999))).toBe(true)
    for (const off of [300_000, 3_600_000, -1, -3_600_000])
      expect(challengeHolds(key, purpose, challenge, after(off))).toBe(false)
  })

  test('holds for its purpose, its browser and its person only', () => {
    const challenge = newChallenge(key, purpose, at)
    expect(challengeHolds('another key', purpose, challenge, at)).toBe(false)
    for (const other of [
      { ...purpose, kind: 'registration' as const },
      { ...purpose, browser: 'another' },
      { ...purpose, personId: people.employee.id },
    ])
      expect(challengeHolds(key, other, challenge, at)).toBe(false)
  })

  test('cannot be changed in any bit, cut or lengthened', () => {
    const bytes = Buffer.from(newChallenge(key, purpose, at), 'base64url')
    fc.assert(
      fc.property(fc.integer({ min: 0, max: bytes.length * 8 - 1 }), (bit) => {
        const changed = Buffer.from(bytes)
        changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
        return !challengeHolds(key, purpose, changed.toString('base64url'), at)
      }),
      { numRuns: 320 },
    )
    for (const other of [bytes.subarray(1), Buffer.concat([bytes, Buffer.of(0)]), Buffer.alloc(0)])
      expect(challengeHolds(key, purpose, other.toString('base64url'), at)).toBe(false)
  })
})
