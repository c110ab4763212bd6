import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { appealAgainst, openHidingOf } from './moderation/hiding-store.ts'
import { savePerson } from './people/index.ts'
import { asSystem } from './platform/database/acting.ts'
import { createTestSite, type TestAnswer, type TestBrowser } from './test-site.ts'
import { pictureContent, pictureOfMunicipality } from './membership/picture-store.ts'

let site: Awaited<ReturnType<typeof createTestSite>>
let administrator: TestBrowser
let office: TestBrowser
let visitor: TestBrowser
const path = '/fi/kunnat/239/hallinta/kuva'
const words = { description: 'Järvi aamulla', source: 'Kuva: Keksitty Kuvaaja, CC BY 4.0' }
const secondOffice = {
  id: '01900000-0000-7000-8000-00000000c002',
  email: 'outi@esimerkki.invalid',
  name: 'Outi Ohjelma',
  lang: 'fi' as const,
  memberships: [{ municipalityCode: null, role: 'office' as const }],
}

beforeAll(async () => {
  site = await createTestSite()
  administrator = await site.browser('administrator')
  office = await site.browser('office')
  visitor = await site.browser()
  await asSystem(site.database, (system) =>
    savePerson(system, { ...secondOffice, isExample: false, createdAt: site.clock.now }),
  )
})
afterAll(() => site.close())

const plain = (red: number) =>
  sharp({ create: { width: 60, height: 40, channels: 3, background: { r: red, g: 90, b: 140 } } })

async function send(fields: Record<string, string>, bytes?: Uint8Array): Promise<TestAnswer> {
  const body = new FormData()
  const version = String((await kept())?.version ?? 0)
  const all = { _token: administrator.token(), _version: version, ...words, ...fields }
  for (const [field, value] of Object.entries(all)) body.set(field, value)
  body.set('picture', bytes ? new File([new Uint8Array(bytes)], 'kuva.jpg') : new File([], ''))
  const request = new Request(`http://uskalla.test${path}`, { method: 'POST', body })
  return administrator.send(path, {
    method: 'POST',
    body: await request.arrayBuffer(),
    headers: { 'content-type': request.headers.get('content-type') ?? '', origin: 'http://uskalla.test' },
  })
}
const kept = () => asSystem(site.database, (system) => pictureOfMunicipality(system, '239'))
const takeAway = async () =>
  administrator.post(path, { remove: 'yes', _version: String((await kept())?.version) })
const isShown = async () => (await visitor.get('/fi/kunnat/239')).text.includes('class="picture"')
const hide = async (id: string) =>
  office.fillIn(`/fi/moderointi/picture/${id}`, {
    decision: 'hide',
    because: 'rights',
    explanation: 'Kuva on toisen.',
  })

describe('abuse-4: a picture that moderators have hidden', () => {
  let hiddenId = ''
  let published: Buffer | undefined

  test('stays hidden when it is taken away and the same file is put back', async () => {
    const file = await plain(20).jpeg().toBuffer()
    expect((await send({}, file)).status).toBe(303)
    const { id = '', hash = '' } = (await kept()) ?? {}
    hiddenId = id
    published = (await pictureContent(site.database, { municipalityCode: '239', hash }))?.content
    await hide(id)
    expect(await isShown()).toBe(false)

    expect((await takeAway()).status).toBe(303)
    expect(await kept()).toBeUndefined()
    expect((await office.get(`/fi/moderointi/picture/${id}`)).status).toBe(200)
    const back = await send({}, file)
    expect(back.status).toBe(303)
    expect(await isShown()).toBe(false)
    expect(await kept()).toMatchObject({ id: hiddenId, hidden: { because: 'rights' } })
    expect((await administrator.get('/fi/kunnat/239/hallinta')).status).toBe(200)
  })

  test('is known by its pixels in another file, and as the file that the page gave out', async () => {
    for (const again of [await plain(20).jpeg().withMetadata({ density: 300 }).toBuffer(), published]) {
      await takeAway()
      expect((await send({}, again)).status).toBe(303)
      expect(await kept()).toMatchObject({ id: hiddenId, hidden: { because: 'rights' } })
      expect(await isShown()).toBe(false)
    }
  })

  test('gives way to a different one, which the programme office finds in its list', async () => {
    expect((await send({}, await plain(200).jpeg().toBuffer())).status).toBe(303)
    expect(await isShown()).toBe(true)
    const { id = '' } = (await kept()) ?? {}
    expect(id).not.toBe(hiddenId)
    const queue = await office.get('/fi/moderointi')
    expect(queue.text).toContain('Kuvat piilotetun tilalla (1)')
    expect(queue.text).toContain(`/fi/moderointi/picture/${id}`)
    expect((await administrator.get('/fi/moderointi')).text).not.toContain(id)
    const review = await office.get(`/fi/moderointi/picture/${id}`)
    expect(review.text).toContain('Tämä kuva on tullut piilotetun kuvan tilalle.')
    expect(review.text).toContain(`/fi/moderointi/picture/${hiddenId}`)
    await office.fillIn(`/fi/moderointi/picture/${id}`, { decision: 'keep' })
    expect((await office.get('/fi/moderointi')).text).not.toContain('Kuvat piilotetun tilalla')
    expect(await isShown()).toBe(true)
  })

  test('is not shown when it comes back in the place of the one that replaced it', async () => {
    expect((await send({}, await plain(20).jpeg().toBuffer())).status).toBe(303)
    expect(await kept()).toMatchObject({ id: hiddenId, hidden: { because: 'rights' } })
    expect(await isShown()).toBe(false)
  })

  test('may come back once an appeal has reversed the decision, also when it had been taken away', async () => {
    await takeAway()
    const hiding = await openHidingOf(site.database, 'picture', hiddenId)
    await administrator.fillIn(`/fi/piilotetut/${hiding?.id}`, { words: 'Kuvaaja antoi luvan.' })
    const appeal = await appealAgainst(site.database, hiding?.id ?? '')
    const second = await site.browser(secondOffice)
    const answered = await second.fillIn(`/fi/oikaisut/${appeal?.id}`, {
      outcome: 'restored',
      words: 'Lupa on.',
    })
    expect(answered.status).toBe(303)
    expect((await administrator.get(`/fi/piilotetut/${hiding?.id}`)).text).toContain('Lupa on.')
    expect((await send({}, await plain(20).jpeg().toBuffer())).status).toBe(303)
    expect(await isShown()).toBe(true)
    expect((await office.get('/fi/moderointi')).text).not.toContain('Kuvat piilotetun tilalla')
  })
})
