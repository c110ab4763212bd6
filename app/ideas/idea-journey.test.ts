import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestSite, type TestBrowser } from '../test-site.ts'

let site: Awaited<ReturnType<typeof createTestSite>>
let kaisa: TestBrowser
let mikko: TestBrowser
let haapavesi: TestBrowser

const idea = {
  problem: 'Keittiössä jää joka päivä ruokaa, ja se heitetään pois.',
  trial: 'Myydään ylijäämälounas eurolla lähellä asuville.',
  forWhom: 'Lähellä asuville perheille ja ikäihmisille.',
}

beforeAll(async () => {
  site = await createTestSite()
  kaisa = await site.browser('employee')
  mikko = await site.browser('colleague')
  haapavesi = await site.browser('ambassador')
})
afterAll(() => site.close())

async function told(fields: Partial<typeof idea> = {}): Promise<string> {
  const answer = await kaisa.fillIn('/fi/ideat/kerro', { ...idea, ...fields })
  expect(answer.status).toBe(303)
  return answer.location ?? ''
}

describe('telling an idea', () => {
  test('three sentences are enough, and the municipality of an employee is not asked', async () => {
    const form = await kaisa.get('/fi/ideat/kerro')
    expect(form.text).not.toContain('name="municipality"')
    const page = await kaisa.get(await told())
    expect(page.text).toContain('Myydään ylijäämälounas eurolla')
    expect(page.text).toContain('Keitele')
    expect(page.text).toContain('Ei ole vielä vienyt kenenkään aikaa, 0 €')
  })

  test('a sentence left out is asked for, and what was typed stays', async () => {
    const answer = await kaisa.fillIn('/fi/ideat/kerro', { ...idea, problem: '  ' })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Kerro yhdellä lauseella, mikä ei toimi.')
    expect(answer.text).toContain(idea.trial)
  })

  test('the same form sent twice tells one idea', async () => {
    const sent = { ...idea, trial: 'Kaksi kertaa lähetetty idea.', _key: site.newId(), municipality: '239' }
    const [first, second] = await Promise.all([
      kaisa.post('/fi/ideat/kerro', sent),
      kaisa.post('/fi/ideat/kerro', sent),
    ])
    expect(first.location).toBe(second.location)
    const list = await kaisa.get('/fi/ideat')
    expect(list.text.split('Kaksi kertaa lähetetty idea.').length - 1).toBe(1)
  })

  test.each([
    ['HTML', '<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    ['emoji and right-to-left text', 'Kokeillaan 🍲 مرحبا', 'Kokeillaan 🍲 مرحبا'],
  ])('%s is text like any other', async (_, trial, shown) => {
    const page = await kaisa.get(await told({ trial }))
    expect(page.text).toContain(shown)
  })

  test.each([
    ['NUL', 'nolla\0merkki'],
    ['a megabyte of text', 'a'.repeat(1_000_000)],
  ])('%s is refused with a sentence and nothing is stored', async (_, trial) => {
    const before = await site.database.selectFrom('ideas').select('id').execute()
    const answer = await kaisa.fillIn('/fi/ideat/kerro', { ...idea, trial })
    expect(answer.status).toBe(422)
    expect(await site.database.selectFrom('ideas').select('id').execute()).toHaveLength(before.length)
  })

  test('a visitor is asked to sign in first', async () => {
    const answer = await (await site.browser()).get('/fi/ideat/kerro')
    expect(answer.location).toBe('/fi/kirjaudu?next=%2Ffi%2Fideat%2Fkerro')
  })
})

describe('editing at the same time', () => {
  test('the second to save sees both texts, and can keep either', async () => {
    const path = await told()
    const open = await kaisa.get(`${path}/muokkaa`)
    const version = /name="_version" value="(\d+)"/.exec(open.text)?.[1] ?? ''
    await kaisa.fillIn(`${path}/muokkaa`, { ...idea, problem: 'Ensin tallennettu teksti.' })
    const second = await kaisa.post(`${path}/muokkaa`, {
      ...idea,
      problem: 'Toinen teksti.',
      _version: version,
    })
    expect(second.status).toBe(409)
    expect(second.text).toContain('Molemmat tekstit ovat tallessa')
    expect(second.text.replaceAll(/<\/?mark>/g, '')).toContain('Ensin tallennettu teksti.')
    expect(second.text.replaceAll(/<\/?mark>/g, '')).toContain('Toinen teksti.')
    const resolved = await kaisa.post(`${path}/muokkaa`, {
      'choice-problem': 'theirs',
      'mine-problem': 'Toinen teksti.',
      'theirs-problem': 'Ensin tallennettu teksti.',
      'choice-trial': 'mine',
      'mine-trial': 'Yhdistetty kokeilu.',
      'choice-forWhom': 'combined',
      forWhom: 'Kaikille.',
      _version: /name="_version" value="(\d+)"/.exec(second.text)?.[1] ?? '',
    })
    expect(resolved.status).toBe(303)
    const page = await kaisa.get(path)
    expect(page.text).toContain('Ensin tallennettu teksti.')
    expect(page.text).toContain('Yhdistetty kokeilu.')
    expect(page.text).toContain('Kaikille.')
  })
})

describe('pondering together', () => {
  test('hours are offered, a time is agreed, the outcome and the hours used are recorded', async () => {
    const path = await told()
    expect((await mikko.fillIn(`${path}/tarjoa-tunteja`, { hours: '1.5' })).status).toBe(303)
    expect((await haapavesi.fillIn(`${path}/tarjoa-tunteja`, { hours: '1' })).status).toBe(303)
    expect((await kaisa.fillIn(`${path}/tarjoa-tunteja`, { hours: '0.5' })).status).toBe(303)
    expect((await kaisa.get(path)).text).toContain('3 h kolmen ihmisen aikaa tarjolla.')

    const agreed = await mikko.fillIn(`${path}/sovi-tuumailu`, {
      day: '20.3.2026',
      clock: '9.30',
      minutes: '60',
      place: 'Koulun kahvihuone',
    })
    expect(agreed.status).toBe(303)
    const calendar = await kaisa.get(`${path}/tuumailu.ics`)
    expect(calendar.headers.get('content-type')).toContain('text/calendar')
    expect(calendar.text).toContain('DTSTART:20260320T073000Z')
    const mails = await site.database.selectFrom('mails').selectAll().execute()
    expect(mails.map((mail) => mail.recipient).sort()).toEqual([
      'a.kaisa@esimerkki.invalid',
      'c.arto@esimerkki.invalid',
      'g.mikko@esimerkki.invalid',
    ])
    expect(JSON.stringify(mails[0]?.attachments)).toContain('BEGIN:VCALENDAR')

    site.clock.now = new Date('2026-03-20T10:00:00Z')
    const open = await mikko.get(`${path}/kirjaa-tuumailu`)
    const offerFields = [...open.text.matchAll(/name="(hours-[^"]+)"/g)].map((match) => match[1] ?? '')
    const recorded = await mikko.fillIn(`${path}/kirjaa-tuumailu`, {
      heldOn: '20.3.2026',
      ...Object.fromEntries(offerFields.map((field) => [field, '1'])),
      othersRole: 'keittiön työntekijä',
      othersHours: '0,5',
      outcome: 'will_be_tried',
      answer: 'Tämä on helppo kokeilla yhdessä koulussa.',
    })
    expect(recorded.status).toBe(303)
    const page = await kaisa.get(path)
    expect(page.text).toContain('Tähän mennessä: 3 h 30 min neljän ihmisen aikaa, 0 €.')
    expect(page.text).toContain('päätetty kokeilla')
    expect(page.text).toContain('Tee suunnitelma')
  })

  test('an answer needs a reason, and someone’s hours', async () => {
    const path = await told()
    const answer = await mikko.fillIn(`${path}/kirjaa-tuumailu`, {
      heldOn: '1.1.2030',
      outcome: 'not_now',
      answer: 'Ei ehditä.',
    })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Kirjaa vähintään yhden ihmisen tunnit')
    expect(answer.text).toContain('Päivä on vasta tulossa')
  })

  test('a colleague elsewhere may offer hours but not answer for the municipality', async () => {
    const path = await told()
    expect((await haapavesi.get(`${path}/kirjaa-tuumailu`)).status).toBe(403)
    const visitor = await site.browser()
    expect((await visitor.get(`${path}/tuumailu.ics`)).status).not.toBe(200)
  })
})

test('an idea that does not exist is a calm 404 in the language of the address', async () => {
  const answer = await kaisa.get('/sv/ideer/01900000-0000-7000-8000-00000000ffff')
  expect(answer.status).toBe(404)
  expect(answer.text).toContain('Sidan hittades inte')
})
