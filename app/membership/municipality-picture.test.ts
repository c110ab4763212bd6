import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestSite, type TestAnswer, type TestBrowser } from '../test-site.ts'
import { pictureOfMunicipality } from './picture-store.ts'

let site: Awaited<ReturnType<typeof createTestSite>>
let administrator: TestBrowser
let visitor: TestBrowser
const path = '/fi/kunnat/239/hallinta/kuva'
const words = { description: 'Järvi aamulla', source: 'Kuva: Keksitty Kuvaaja, CC BY 4.0' }

beforeAll(async () => {
  site = await createTestSite()
  administrator = await site.browser('administrator')
  visitor = await site.browser()
})
afterAll(() => site.close())

const photograph = (width = 80, height = 60) =>
  sharp({ create: { width, height, channels: 3, background: { r: 20, g: 90, b: 140 } } })
    .withExif({
      IFD0: { Artist: 'Kuvaaja Kaisa' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '63/1 5/1 0/1' },
    })
    .jpeg()
    .toBuffer()

async function send(
  fields: Record<string, string>,
  bytes?: Uint8Array,
  { by = administrator, name = 'kuva.jpg' }: { by?: TestBrowser; name?: string } = {},
): Promise<TestAnswer> {
  const body = new FormData()
  for (const [field, value] of Object.entries({ _token: by.token(), ...fields })) body.set(field, value)
  body.set('picture', bytes ? new File([new Uint8Array(bytes)], name) : new File([], ''))
  const request = new Request(`http://uskalla.test${path}`, { method: 'POST', body })
  return by.send(path, {
    method: 'POST',
    body: await request.arrayBuffer(),
    headers: { 'content-type': request.headers.get('content-type') ?? '', origin: 'http://uskalla.test' },
  })
}
const kept = () => pictureOfMunicipality(site.database, '239')
const lastLine = async () =>
  (
    await site.database
      .selectFrom('log_entries')
      .select(['action', 'chain'])
      .where('chain', '=', '239')
      .orderBy('position', 'desc')
      .executeTakeFirstOrThrow()
  ).action

describe('the picture of a municipality', () => {
  test('needs words for those who do not see it, and whose it is', async () => {
    const answer = await send({ description: '', source: '' }, await photograph())
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Kerro, mitä kuvassa on.')
    expect(answer.text).toContain('Kerro, kenen kuva on ja millä luvalla se on tässä.')
    expect((await send(words)).text).toContain('Valitse kuvatiedosto.')
    expect(await kept()).toBeUndefined()
  })

  test('abuse-35: is taken for what its content is, not for what its name says', async () => {
    for (const [content, name] of [
      ['<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'kuva.jpg'],
      ['GIF89a', 'kuva.png'],
      ['<html><script>alert(1)</script>', 'kuva.webp'],
    ] as const) {
      const answer = await send(words, new TextEncoder().encode(content), { name })
      expect(answer.status).toBe(422)
      expect(answer.text).toContain('Tiedosto ei ole JPEG-, PNG- eikä WebP-kuva.')
    }
    expect(await kept()).toBeUndefined()
    expect((await send(words, await photograph(), { name: '../../kuva.svg' })).status).toBe(303)
  })

  test('stands on its page with its words, from our own address and made anew', async () => {
    const page = await visitor.get('/fi/kunnat/239')
    const address = /\/fi\/kunnat\/239\/kuva\/[0-9a-f]{64}/.exec(page.text)?.[0] ?? ''
    expect(page.text).toContain('alt="Järvi aamulla"')
    expect(page.text).toContain('Kuva: Keksitty Kuvaaja, CC BY 4.0')
    const file = await visitor.get(address)
    expect(file.status).toBe(200)
    expect(file.headers.get('content-type')).toBe('image/webp')
    expect(file.headers.get('content-disposition')).toBe('inline; filename="kuva.webp"')
    expect(file.headers.get('x-content-type-options')).toBe('nosniff')
    expect(file.headers.get('cache-control')).toBe('public, max-age=86400, immutable')
    expect(file.text).not.toContain('Kaisa')
    expect(await lastLine()).toBe('municipality-picture.saved')
    const wrong = address.replace(/[0-9a-f]{64}/, 'd'.repeat(64))
    expect((await visitor.get(wrong)).status).toBe(404)
  })

  test('changes its words without a new file; two at once do not write over each other', async () => {
    const before = await kept()
    const version = String(before?.version)
    expect((await send({ ...words, description: 'Järvi illalla', _version: version })).status).toBe(303)
    expect(await kept()).toMatchObject({ description: 'Järvi illalla', hash: before?.hash })
    const late = await send({ ...words, _version: version }, await photograph(50, 50))
    expect(late.status).toBe(422)
    expect(late.text).toContain('Joku muu tallensi kuvan juuri äsken.')
    expect((await kept())?.description).toBe('Järvi illalla')
  })

  test('is nobody else’s to change', async () => {
    for (const who of ['employee', 'leader', 'ambassador', 'resident'] as const)
      expect((await send(words, await photograph(), { by: await site.browser(who) })).status).toBe(403)
  })

  test('abuse-4: is reported, hidden by the programme office from everybody else, and shown again', async () => {
    const { id = '', hash = '' } = (await kept()) ?? {}
    expect((await visitor.get('/fi/kunnat/239')).text).toContain(`/fi/ilmoita/picture/${id}`)
    expect((await visitor.get(`/fi/ilmoita/picture/${id}`)).text).toContain(`/fi/kunnat/239/kuva/${hash}`)
    const office = await site.browser('office')
    const hide = { decision: 'hide', because: 'rights', explanation: 'Kuva on toisen.' }
    expect((await office.fillIn(`/fi/moderointi/picture/${id}`, hide)).status).toBe(303)
    expect((await visitor.get('/fi/kunnat/239')).text).not.toContain(hash)
    for (const outsider of [visitor, await site.browser('resident'), await site.browser('ambassador')])
      expect((await outsider.get(`/fi/kunnat/239/kuva/${hash}`)).status).toBe(404)
    const seen = await office.get(`/fi/kunnat/239/kuva/${hash}`)
    expect([seen.status, seen.headers.get('cache-control')]).toEqual([200, 'private, no-store'])
    await office.fillIn(`/fi/moderointi/picture/${id}`, { decision: 'show', explanation: 'Lupa löytyi.' })
    expect((await visitor.get(`/fi/kunnat/239/kuva/${hash}`)).status).toBe(200)
  })

  test('is taken away for good', async () => {
    const { hash = '', version } = (await kept()) ?? {}
    const page = await administrator.get(path)
    expect(page.text).toContain('Poista kuva')
    expect((await administrator.post(path, { remove: 'yes', _version: String(version) })).status).toBe(303)
    expect(await kept()).toBeUndefined()
    expect((await visitor.get(`/fi/kunnat/239/kuva/${hash}`)).status).toBe(404)
    expect(await lastLine()).toBe('municipality-picture.removed')
  })
})
