import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { languages } from './platform/language.ts'
import { pathTo } from './platform/web/address.ts'
import { budgets, createLimits, type Limits } from './platform/web/limits.ts'
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
