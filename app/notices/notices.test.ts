import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { languages } from '../platform/language.ts'
import { pathTo } from '../platform/web/address.ts'
import { dataRegister, purposeNames } from '../own-data/index.ts'
import { addresses, routes } from '../site.ts'
import { createTestSite } from '../test-site.ts'
import { texts } from '../texts/index.ts'
import { accessibilityReview, overdueDays } from './accessibility-review.ts'
import { listedCookies } from './cookies.ts'
import { shareInTime, urgency } from './feedback.ts'

let site: Awaited<ReturnType<typeof createTestSite>>

beforeAll(async () => {
  site = await createTestSite()
})
afterAll(() => site.close())

describe('the notices', () => {
  test.each(languages)('are linked from the footer of every page without parameters: %s', async (lang) => {
    const nobody = await site.browser()
    for (const [name, { [lang]: words }] of Object.entries(addresses)) {
      // What stands in without signal has no links that would lead nowhere; the sheet on the wall tells what a poster keeps.
      if (name === 'quick-log-shell' || name === 'poster-thanks') continue
      if (words.includes(':') || routes[name as keyof typeof addresses].kind === 'file') continue
      const answer = await nobody.get(pathTo(lang, name as keyof typeof addresses))
      if (answer.status !== 200) continue
      const footer = answer.text.slice(answer.text.indexOf('<footer'))
      for (const notice of ['privacy', 'accessibility', 'cookies'] as const)
        expect(footer, name).toContain(`href="${pathTo(lang, notice)}"`)
    }
  })

  test('say “nimetön” nowhere, because a key ties what is written to its writer', () => {
    const words = JSON.stringify([texts.fi.notices, texts.fi.ownData])
    expect(words).not.toMatch(/nimet(ön|tömä|tömi)/i)
    expect(words).toContain('luottamuksellisia')
  })
})

describe('the privacy notice', () => {
  test.each(languages)('has a part for every purpose of the register: %s', async (lang) => {
    const { text } = await (await site.browser()).get(pathTo(lang, 'privacy'))
    for (const purpose of purposeNames) {
      expect(Object.values(dataRegister).some((entry) => entry.purpose === purpose)).toBe(true)
      expect(text).toContain(`id="${purpose}"`)
      expect(text).toContain(texts[lang].notices.purposes[purpose].kept)
    }
  })

  test('names the contact that the operator has set', async () => {
    expect((await (await site.browser()).get('/fi/tietosuoja')).text).toContain(
      'tietosuoja@esimerkki.invalid',
    )
  })
})

describe('the accessibility statement', () => {
  test.each(languages)('says everything the law asks for: %s', async (lang) => {
    const { text } = await (await site.browser()).get(pathTo(lang, 'accessibility'))
    const { accessibility: words, faults } = texts[lang].notices
    expect(text).toContain(words.states[accessibilityReview.state])
    for (const fault of accessibilityReview.faults)
      for (const sentence of Object.values(faults[fault])) expect(text).toContain(sentence)
    for (const sentence of [words.selfAssessed, words.unit, words.supervisor, words.supervisorName])
      expect(text).toContain(sentence)
    expect(text).toContain('saavutettavuus@traficom.fi')
    expect(text).toContain('029 534 5000')
    expect(text).toContain(
      'Liikenne- ja viestintävirasto Traficom, Digitaalisen esteettömyyden ja saavutettavuuden valvontayksikkö',
    )
    expect(text).toContain(pathTo(lang, 'accessibility-feedback'))
  })

  test('names no authority that has ended', () => {
    for (const lang of languages)
      expect(JSON.stringify(texts[lang].notices)).not.toMatch(
        /aluehallintovirasto|\bAVI\b|regionförvaltningsverket/i,
      )
  })

  test('wants a review after 365 days, and says so to those who can do something about it', async () => {
    expect(overdueDays('2027-11-24', '2026-11-24')).toBeUndefined()
    expect(overdueDays('2027-11-25', '2026-11-24')).toBe(366)
    const present = site.clock.now
    site.clock.now = new Date(Date.parse(accessibilityReview.reviewed) + 400 * 86_400_000)
    try {
      const [nobody, office] = [await site.browser(), await site.browser('office')]
      expect((await nobody.get('/fi/saavutettavuus')).text).not.toContain('yli 365 päivää')
      expect((await office.get('/fi/saavutettavuus')).text).toContain('yli 365 päivää')
    } finally {
      site.clock.now = present
    }
  })
})

describe('feedback on accessibility', () => {
  test('needs no sign-in and no script, and gets a case number and a day', async () => {
    const nobody = await site.browser()
    const sent = await nobody.fillIn('/fi/saavutettavuus/palaute', {
      message: 'Ruudunlukija ei löydä otsikoita.',
      page: '/fi/kokeilut',
      email: 'lukija@esimerkki.invalid',
    })
    expect(sent.status).toBe(200)
    expect(sent.text).toMatch(/Palautteesi numero on S-\d+\. Vastaamme viimeistään 24\.3\.2026\./)
  })

  test('waits in the office’s queue, warns from day 10 on, and is counted when answered in time', async () => {
    const office = await site.browser('office')
    const queue = await office.get('/fi/palautteet')
    expect(queue.text).toContain('Ruudunlukija ei löydä otsikoita.')
    expect(queue.text).not.toContain('neljä päivää')
    site.clock.now = new Date('2026-03-20T08:00:00Z')
    expect((await (await site.browser('office')).get('/fi/palautteet')).text).toContain('neljä päivää')

    const answering = await site.browser('office')
    const path = /href="(\/fi\/palautteet\/[0-9a-f-]{36})"/.exec(queue.text)?.[1] ?? ''
    expect((await answering.fillIn(path, { answer: '' })).status).toBe(422)
    const answered = await answering.fillIn(path, { answer: 'Otsikot on korjattu.' })
    expect(answered.status).toBe(303)
    expect((await answering.follow(answered)).text).toContain('Ajoissa vastattu 100 %')
    const letter = await site.database
      .selectFrom('mails')
      .select('body')
      .where('recipient', '=', 'lukija@esimerkki.invalid')
      .executeTakeFirst()
    expect(letter?.body).toContain('Otsikot on korjattu.')
    expect((await answering.fillIn(path, { answer: 'Toisen kerran.' })).status).toBe(422)
  })

  test('is read by the office and nobody else', async () => {
    for (const who of ['employee', 'leader', 'resident', 'researcher'] as const)
      expect((await (await site.browser(who)).get('/fi/palautteet')).status, who).toBe(403)
    expect((await (await site.browser()).get('/fi/palautteet')).status).toBe(303)
  })

  test('is urgent on the tenth day, late after the fourteenth', () => {
    expect(
      ['2026-03-19', '2026-03-20', '2026-03-24', '2026-03-25'].map((day) => urgency('2026-03-24', day)),
    ).toEqual(['calm', 'soon', 'soon', 'late'])
    expect(shareInTime([])).toBeUndefined()
    expect(
      shareInTime([
        { dueOn: '2026-03-24', answeredOn: '2026-03-24' },
        { dueOn: '2026-03-24', answeredOn: '2026-03-25' },
      ]),
    ).toBe(0.5)
  })
})

describe('cookies', () => {
  const listed = listedCookies.map((cookie) => cookie.name)

  test.each(languages)('are all on their page: %s', async (lang) => {
    const { text } = await (await site.browser()).get(pathTo(lang, 'cookies'))
    for (const name of listed) expect(text).toContain(name)
  })

  test.each(languages)(
    'and what the quick log keeps on a phone stands there and in the privacy notice: %s',
    async (lang) => {
      const { phone } = texts[lang].notices.privacy
      expect(phone).toHaveLength(3)
      for (const name of ['cookies', 'privacy'] as const) {
        const page = await (await site.browser()).get(pathTo(lang, name))
        for (const words of phone) expect(page.text).toContain(words)
      }
    },
  )

  test('nothing but the quick log keeps anything in a browser', () => {
    const folder = new URL('..', import.meta.url)
    const keeping = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
      (file) =>
        /\.tsx?$/.test(file) &&
        !/\.test\.tsx?$/.test(file) &&
        /\b(indexedDB|localStorage|sessionStorage|cookieStore|caches)\b\s*(?:\?\.|[.[])|document\.cookie/.test(
          readFileSync(new URL(file, folder), 'utf8'),
        ),
    )
    expect(keeping.length).toBeGreaterThan(0)
    expect(keeping.filter((file) => !file.startsWith('measurements/phone/'))).toEqual([])
  })

  test('a visit to every public page sets none that is not listed', async () => {
    for (const [name, { fi }] of Object.entries(addresses)) {
      if (fi.includes(':')) continue
      const answer = await (await site.browser()).get(pathTo('fi', name as keyof typeof addresses))
      for (const line of answer.headers.getSetCookie())
        expect(listed, name).toContain((line.split('=')[0] ?? '').replace(/^__Host-/, ''))
    }
  })
})
