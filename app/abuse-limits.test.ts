import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { lettersToAddressInHour } from './own-data/change-address.ts'
import { savePerson } from './people/index.ts'
import { asSystem } from './platform/database/acting.ts'
import { languages } from './platform/language.ts'
import { pathTo } from './platform/web/address.ts'
import { budgets, createLimits, type Limits } from './platform/web/limits.ts'
import { addresses, routes } from './site.ts'
import { openForms } from './test-forms.ts'
import { createTestSite } from './test-site.ts'
import { texts } from './texts/index.ts'

let counted = createLimits()
const limits: Limits = { take: (charges, now) => counted.take(charges, now) }
let site: Awaited<ReturnType<typeof createTestSite>>

beforeAll(async () => {
  site = await createTestSite({ limits })
})
afterAll(() => site.close())
beforeEach(() => {
  counted = createLimits()
})

const idea = {
  problem: 'Ruokaa jää yli joka päivä.',
  trial: 'Myydään <b>ylijäämälounas</b>.',
  forWhom: 'Lähellä asuville.',
}

async function ideasTold(): Promise<number> {
  return (await site.database.selectFrom('ideas').select('id').execute()).length
}

describe('somebody who sends without a pause', () => {
  test.each(languages)('is asked to wait, and loses nothing of what was typed, in %s', async (lang) => {
    const kaisa = await site.browser('employee')
    const path = pathTo(lang, 'tell-idea')
    const words = texts[lang].site
    for (let sent = 0; sent < budgets['form by person'].burst; sent++)
      expect((await kaisa.post(path, { ...idea, problem: '' })).status).toBe(422)
    const before = await ideasTold()
    const answer = await kaisa.post(path, { ...idea, _key: site.newId() })
    expect(answer.status).toBe(429)
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
    expect(answer.text).toContain(`<h1>${words.tooManyTitle}</h1>`)
    expect(answer.text).toContain(idea.problem)
    expect(answer.text).toContain('Myydään &lt;b&gt;ylijäämälounas&lt;/b&gt;.')
    expect(await ideasTold()).toBe(before)

    // A minute later the same page's button sends what it kept.
    site.clock.now = new Date(site.clock.now.getTime() + 60_000)
    const main = answer.text.slice(answer.text.indexOf('<main'), answer.text.indexOf('</main>'))
    const unescaped = (text: string) =>
      text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
    const fields = [...main.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(
      ([, name = '', value = '']) => [name, unescaped(value)],
    )
    expect((await kaisa.post(path, Object.fromEntries(fields) as Record<string, string>)).status).toBe(303)
    expect(await ideasTold()).toBe(before + 1)
  })

  test('does not slow down another municipality', async () => {
    const kaisa = await site.browser('employee')
    const answers = await Promise.all(
      Array.from({ length: 10 * budgets['form by person'].burst }, () =>
        kaisa.post('/fi/ideat/kerro', { ...idea, problem: '' }),
      ),
    )
    expect(answers.filter(({ status }) => status === 429).length).toBeGreaterThan(500)
    counted = createLimits({ ...budgets, 'form by municipality': { burst: 1, perMinute: 1 } })
    expect((await kaisa.post('/fi/ideat/kerro', idea)).status).toBe(303)
    const colleague = await site.browser('colleague')
    expect((await colleague.post('/fi/ideat/kerro', idea)).status).toBe(429)
    const elsewhere = await site.browser('ambassador')
    expect((await elsewhere.post('/fi/ideat/kerro', idea)).status).toBe(303)
  })

  test('is refused by network before anybody is looked for, and with a bad token gets nothing back', async () => {
    counted = createLimits({ ...budgets, 'form by network': { burst: 0, perMinute: 1 } })
    const nobody = await site.browser()
    const answer = await nobody.post('/fi/kirjaudu', { email: 'joku@esimerkki.invalid', _token: 'x' })
    expect(answer.status).toBe(429)
    expect(answer.text).not.toContain('joku@esimerkki.invalid')
    expect(answer.text).not.toContain('<form method="post"')
  })

  test('searches, files and the interface have limits of their own', async () => {
    const none = { burst: 0, perMinute: 1 }
    counted = createLimits({
      ...budgets,
      'search by network': none,
      'file by network': none,
      'api by network': none,
    })
    const nobody = await site.browser()
    for (const path of ['/sv/sok?q=mat', '/fi/haku']) {
      const answer = await nobody.get(path)
      expect([path, answer.status, answer.headers.get('retry-after')]).toEqual([path, 429, '60'])
    }
    const answer = await nobody.get('/api/v1/experiments')
    expect([answer.status, answer.headers.get('content-type')]).toEqual([429, 'application/problem+json'])
    expect(JSON.parse(answer.text)).toMatchObject({ status: 429, title: 'Too many requests' })
    const file = await nobody.get(pathTo('fi', 'plan-file', { id: site.newId() }))
    expect(file.status).toBe(429)
    expect((await nobody.get('/fi/kokeilut')).status).toBe(200)
  })

  test('people at work do not meet the limits', async () => {
    const kaisa = await site.browser('employee')
    for (let minute = 0; minute < 30; minute++) {
      for (let sent = 0; sent < 20; sent++)
        expect((await kaisa.post('/fi/ideat/kerro', { ...idea, problem: '' })).status).toBe(422)
      site.clock.now = new Date(site.clock.now.getTime() + 60_000)
    }
  })
})

describe('abuse-44 letters to addresses that somebody types', () => {
  /** Forms with a field for an address that need no limit of their own, and why. */
  const withoutLimit: Partial<Record<keyof typeof addresses, string>> = {
    'sign-in': 'counts its letters in the database: per address, per network and in all',
    'search-log': 'sends no letter',
  }

  test('are counted by network in every form that has such a field', async () => {
    const asking: string[] = []
    for (const name of Object.keys(openForms) as (keyof typeof openForms)[])
      for (const open of openForms[name] ?? []) {
        const { who, parameters, query, formSecret } = await open(site)
        const { text } = await (
          await site.browser(who, formSecret)
        ).get(pathTo('fi', name, parameters, query))
        if (!text.slice(text.indexOf('<main')).includes('type="email"')) continue
        asking.push(name)
        const limited = ['mail', 'public-form'].includes(routes[name].limit ?? '')
        expect(limited || withoutLimit[name] !== undefined, name).toBe(true)
      }
    const known = ['sign-in', 'search-log', 'invite', 'appoint-ambassador', 'accessibility-feedback']
    expect(asking).toEqual(expect.arrayContaining(known))
  }, 120_000)

  test('of a change of address: few to one address, and no more to many than the network may send', async () => {
    const sanni = {
      id: site.newId(),
      email: 'sanni.sepitetty@esimerkki.invalid',
      name: 'Sanni Sepitetty',
      lang: 'fi' as const,
      memberships: [],
    }
    await asSystem(site.database, (system) =>
      savePerson(system, { ...sanni, isExample: false, createdAt: site.clock.now }),
    )
    const browser = await site.browser(sanni)
    const lettersTo = async (pattern: string) =>
      (await site.database.selectFrom('mails').select('key').where('recipient', 'like', pattern).execute())
        .length
    const asks = (email: string) => browser.post('/fi/omat-tiedot/osoite', { email, _key: site.newId() })
    const { burst } = budgets['mail by network']
    const answers = []
    for (let sent = 0; sent < burst; sent++) {
      const { status, location } = await asks('uhri@pommi.invalid')
      answers.push(`${status} ${location}`)
    }
    expect([...new Set(answers)]).toEqual(['303 /fi/omat-tiedot'])
    expect(await lettersTo('uhri@pommi.invalid')).toBe(lettersToAddressInHour)
    expect(site.lines.filter(({ event }) => event === 'address-letter-refused')).toHaveLength(
      burst - lettersToAddressInHour,
    )
    expect((await asks('viela@pommi.invalid')).status).toBe(429)
    counted = createLimits()
    let last = 0
    for (let sent = 0; sent < 200; sent++) last = (await asks(`n${sent}@pommi.invalid`)).status
    expect(last).toBe(429)
    expect(await lettersTo('n%@pommi.invalid')).toBe(burst)
    expect(JSON.stringify(site.lines)).not.toContain('pommi')
  })
})

test('forms that strangers may send have a limit of their own, or a secret without which nothing is taken', async () => {
  const needsNone: Partial<Record<keyof typeof addresses, string>> = {
    'sign-in': 'counts its letters in the database',
    'sign-in-link': 'takes a secret from a letter',
    'sign-in-code': 'five wrong codes end a letter',
    'sign-in-passkey': 'takes a signed answer',
    'sign-in-organisation': 'leads to a provider',
    'organisation-return': 'takes a state that was given out',
    'answer-reminder': 'takes a signed address',
    'stop-reminders': 'takes a signed address',
    'try-as': 'is there in the trial environment only',
  }
  const open = (Object.keys(openForms) as (keyof typeof openForms)[]).map(async (name) => {
    const [first] = openForms[name] ?? []
    return (await first?.(site))?.who === undefined ? [name] : []
  })
  const names = (await Promise.all(open)).flat()
  expect(names.length).toBeGreaterThan(8)
  expect(names.filter((name) => routes[name].limit === undefined && !needsNone[name])).toEqual([])
})
