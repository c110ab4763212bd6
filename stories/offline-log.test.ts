import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { examplePeopleOfTrial } from '../app/people/index.ts'
import { addDays, dayForInput, dayOf } from '../app/platform/format.ts'
import { texts } from '../app/texts/index.ts'
import { type Application, startApplication } from './application.ts'
import { barriersOn } from './barriers.ts'
import { openKeptChromium, withoutBrowser } from './chromium.ts'
import { copyFreshData, newFolder } from './fresh-data.ts'
import { type Gateway, openGateway } from './gateway.ts'
import { goesFromIdeaToTrial } from './idea-to-trial.ts'
import { arrivesByText } from './trial.ts'

const words = texts.fi.phoneLog
/** A day as people type it. */
const daysAgo = (days: number) => dayForInput(addDays(dayOf(new Date()), -days))
/** For what comes by itself, on a computer that has other things to do. */
const patience = { timeout: 30_000 }
const log = texts.fi.measurements.log
const phone = {
  viewport: { width: 360, height: 640 },
  hasTouch: true,
  isMobile: true,
  locale: 'fi-FI',
  timezoneId: 'Europe/Helsinki',
}

describe.skipIf(withoutBrowser)('the log of a phone', () => {
  let application: Application
  let gateway: Gateway
  let data: string
  let folder: string
  let context: BrowserContext
  let page: Page
  /** Path of the log of a measure that takes numbers, in a running trial of the employee’s. */
  let measure: string

  beforeAll(async () => {
    data = newFolder()
    copyFreshData(join(data, 'data'))
    application = await startApplication({ dataFolder: join(data, 'data') })
    gateway = await openGateway(Number(new URL(application.url).port))
    await goesFromIdeaToTrial(
      await arrivesByText(application, 'employee'),
      await arrivesByText(application, 'colleague'),
    )
  }, 600_000)
  afterAll(async () => {
    await gateway?.close()
    await application?.stop()
    rmSync(data, { recursive: true, force: true })
  })

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'uskalla-phone-'))
    gateway.mend()
    await takePhone()
    await signIn('employee')
    await openQuickLog()
    measure = (await page.locator('.big-links a').first().getAttribute('href')) ?? ''
    await open(measure)
  })
  afterEach(async () => {
    await context.close()
    rmSync(folder, { recursive: true, force: true })
  })

  async function takePhone() {
    context = await openKeptChromium(folder, { ...phone, baseURL: gateway.url })
    page = context.pages()[0] ?? (await context.newPage())
  }

  async function signIn(who: keyof typeof examplePeopleOfTrial) {
    await page.goto('/fi/kokeile-roolissa')
    await page.getByRole('button', { name: new RegExp(`^${examplePeopleOfTrial[who].name}`) }).click()
    await page.waitForURL((url) => !url.pathname.endsWith('kokeile-roolissa'))
  }

  async function open(path: string) {
    await page.goto(path)
    await page.locator('main h1').waitFor()
  }

  /** Opens the page once with signal, and waits until the phone could do without. */
  async function openQuickLog() {
    await open('/fi/pikakirjaus')
    await page.evaluate(() => navigator.serviceWorker.ready)
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  }

  async function taps(value: string, day?: string) {
    await page.locator('input[name=value]').fill(value)
    if (day !== undefined) {
      const field = page.locator('input[name=day]')
      if (!(await field.isVisible())) await page.locator('summary').filter({ hasText: log.otherDay }).click()
      await field.fill(day)
    }
    await page.getByRole('button', { name: log.button, exact: true }).click()
  }

  const says = (text: string) => page.getByRole('main').getByText(text).first().waitFor()
  const waiting = (count: number) =>
    says(count === 1 ? words.phone.waitingOne : words.phone.waitingMany.replace('{count}', String(count)))

  /** The values that the service has for a day, from its own page. */
  async function storedOn(day: string): Promise<string[]> {
    const list = measure.replace(/\/kirjaa\/.*/, '/mittaukset')
    const answer = await context.request.get(`${application.url}${list}`)
    const rows = [...(await answer.text()).matchAll(/<tr>.*?<\/tr>/gs)].map(([row]) =>
      row.replaceAll(/<[^>]*>/g, ' ').replaceAll(' ', ' '),
    )
    return rows
      .filter((row) => row.includes(` ${day} `) && row.includes('pikakirjaus'))
      .map((row) => /(\d+) /.exec(row.split(day)[1] ?? '')?.[1] ?? '')
  }

  test('keeps three taps without signal, over closing and opening, and sends each once', async () => {
    await context.setOffline(true)
    gateway.cut()
    await page.reload()
    await says(words.phone.offline)
    await taps('41', daysAgo(39))
    await waiting(1)
    expect(await page.locator('input[name=day]').inputValue()).toBe(daysAgo(0))
    await taps('42', daysAgo(38))
    await waiting(2)
    await context.close()

    await takePhone()
    await context.setOffline(true)
    await open('/fi/pikakirjaus')
    await waiting(2)
    await page.locator(`a[href="${measure}"]`).click()
    await taps('43', daysAgo(37))
    await waiting(3)
    expect(await barriersOn(page)).toEqual([])

    gateway.mend()
    await context.setOffline(false)
    await says(words.phone.sentMany.replace('{count}', '3'))
    expect(await page.locator('.phone-waiting').count()).toBe(0)
    expect([await storedOn(daysAgo(39)), await storedOn(daysAgo(38)), await storedOn(daysAgo(37))]).toEqual([
      ['41'],
      ['42'],
      ['43'],
    ])
  })

  test('keeps what the form of an opened page could not send', async () => {
    gateway.cut()
    await taps('51', daysAgo(36))
    await says(words.phone.kept.split('{what}')[0] ?? '')
    await waiting(1)
    gateway.mend()
    await open(measure)
    await says(words.phone.sentOne.split('{what}')[0] ?? '')
    expect(await storedOn(daysAgo(36))).toEqual(['51'])
  })

  test('stores once what was stored though its answer was lost', async () => {
    const answers = gateway.loseAnswersTo('POST ')
    await taps('61', daysAgo(35))
    await waiting(1)
    // The form's own and the script's.
    await expect.poll(() => answers.lost(), patience).toBeGreaterThan(1)
    expect(await storedOn(daysAgo(35))).toEqual(['61'])
    gateway.mend()
    await page.getByRole('button', { name: words.phone.sendNow }).click()
    await says(words.phone.sentOne.split('{what}')[0] ?? '')
    expect(await storedOn(daysAgo(35))).toEqual(['61'])
  })

  test('stores once what was on its way when the service was killed', async () => {
    gateway.cut()
    await page.reload()
    for (const [value, day] of [
      ['71', daysAgo(34)],
      ['72', daysAgo(33)],
      ['73', daysAgo(32)],
    ] as const)
      await taps(value, day)
    await waiting(3)
    const port = Number(new URL(application.url).port)
    gateway.mend()
    const sending = page.getByRole('button', { name: words.phone.sendNow }).click()
    await application.kill()
    await sending
    application = await startApplication({ dataFolder: join(data, 'data'), port })
    await open(measure)
    await page.locator('.phone-waiting').waitFor({ state: 'detached' })
    await expect.poll(() => storedOn(daysAgo(32)), patience).toEqual(['73'])
    expect([await storedOn(daysAgo(34)), await storedOn(daysAgo(33))]).toEqual([['71'], ['72']])
  })

  test('shows a day that had a number already, and lets the person choose', async () => {
    await taps('81', daysAgo(31))
    await page.getByRole('status').filter({ hasText: 'Kiitos' }).first().waitFor()
    gateway.cut()
    await page.reload()
    await taps('82', daysAgo(31))
    await waiting(1)
    gateway.mend()
    await page.getByRole('button', { name: words.phone.sendNow }).click()
    await says(words.phone.conflictTitle)
    await says('Tälle päivälle on jo kirjattu 81')
    expect(await barriersOn(page)).toEqual([])
    expect(await storedOn(daysAgo(31))).toEqual(['81'])
    await page.getByRole('button', { name: words.phone.replace }).press('Enter')
    await page.locator('.phone-conflicts').waitFor({ state: 'detached' })
    expect(await storedOn(daysAgo(31))).toEqual(['82'])
  })

  test('is empty after signing out, and shows nothing to the next person', async () => {
    gateway.cut()
    await page.reload()
    await taps('91', daysAgo(30))
    await waiting(1)
    // Held back before there is signal again, so that something is left to lose.
    gateway.refuse('/pikakirjaus/merkinnat/')
    await page.goto('/fi/kirjaudu-ulos')
    await says(words.phone.signOutOne)
    expect(await barriersOn(page)).toEqual([])
    await page.getByRole('button', { name: texts.fi.people.signOut.leave, exact: true }).click()
    await page.waitForURL('**/fi')
    const left = await page.evaluate(async () => ({
      caches: await caches.keys(),
      workers: (await navigator.serviceWorker.getRegistrations()).length,
      entries: await new Promise((resolve) => {
        const opened = indexedDB.open('uskalla-log')
        opened.onsuccess = () => {
          const asked = opened.result.transaction('entries').objectStore('entries').count()
          asked.onsuccess = () => resolve(asked.result)
        }
      }),
    }))
    expect(left).toEqual({ caches: [], workers: 0, entries: 0 })
    expect(await storedOn(daysAgo(30))).toEqual([])
  })

  test('keeps one person’s readings from the next, and sends them when the first is back', async () => {
    gateway.cut()
    await page.reload()
    await taps('95', daysAgo(29))
    await waiting(1)
    gateway.mend()
    // The session ends without signing out: somebody else takes the phone.
    await context.clearCookies()
    await page.getByRole('button', { name: words.phone.sendNow }).click()
    await says(words.phone.signedOutOne)
    expect(await page.getByRole('main').getByText('95').count()).toBe(0)
    await signIn('colleague')
    await openQuickLog()
    expect(await page.locator('.phone-waiting').count()).toBe(0)
    expect(await storedOn(daysAgo(29))).toEqual([])
    await signIn('employee')
    await openQuickLog()
    await says(words.phone.sentOne.split('{what}')[0] ?? '')
    expect(await storedOn(daysAgo(29))).toEqual(['95'])
  })
})
