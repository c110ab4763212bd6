import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions } from 'playwright-core'
import { examplePeopleOfTrial } from '../app/people/index.ts'
import { texts } from '../app/texts/index.ts'
import { startApplication, type Application } from './application.ts'
import { openChromium } from './chromium.ts'
import { copyFreshData, newFolder } from './fresh-data.ts'
import { keyboard, Person, pointer, type Hands, type Somebody } from './person.ts'
import { TextBrowser } from './text-browser.ts'

/** A trial environment of its own. */
export interface Service {
  url: string
  application: Application
  /** Where the application keeps its database and files. */
  dataFolder: string
  close: () => Promise<void>
}

/** A trial environment of its own, and a browser to look at it with. */
export interface Trial extends Service {
  browser: Browser
}

/** Starts the built application on what a first start made, in a folder which is removed at the end. */
export async function openService(
  settings: { port?: number; environment?: Record<string, string> } = {},
): Promise<Service> {
  const folder = newFolder()
  const dataFolder = join(folder, 'data')
  copyFreshData(dataFolder)
  const application = await startApplication({ dataFolder, ...settings })
  return {
    url: application.url,
    application,
    dataFolder,
    async close() {
      await application.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The same with Chromium. */
export async function openTrial(settings: Parameters<typeof openService>[0] = {}): Promise<Trial> {
  const [service, browser] = await Promise.all([openService(settings), openChromium()])
  return {
    ...service,
    browser,
    async close() {
      await Promise.all([browser.close(), service.close()])
    },
  }
}

/** How somebody uses the service: the settings of the browser, and whether with a mouse and fingers or by keys alone. */
export interface Way {
  settings: BrowserContextOptions
  hands: Hands
}

const settings = { locale: 'fi-FI', timezoneId: 'Europe/Helsinki' }

/** The ways in which every story must go through. */
export const ways = {
  desktop: { settings: { ...settings, viewport: { width: 1280, height: 800 } }, hands: pointer },
  withoutScript: {
    settings: { ...settings, viewport: { width: 1280, height: 800 }, javaScriptEnabled: false },
    hands: pointer,
  },
  phone: {
    settings: { ...settings, viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true },
    hands: pointer,
  },
  keyboard: { settings: { ...settings, viewport: { width: 1280, height: 800 } }, hands: keyboard },
} as const satisfies Record<string, Way>

export type Role = keyof typeof examplePeopleOfTrial

/**
 * Somebody with a browser of their own, who has chosen a role from the front page; a visitor when there is no role. `now` is
 * what the browser's clock shows, where that is not the machine's.
 */
export async function arrives(
  trial: Pick<Trial, 'browser' | 'url'> & { now?: Date },
  way: Way,
  role?: Role,
): Promise<Person> {
  const context = await trial.browser.newContext({ ...way.settings, baseURL: trial.url })
  if (trial.now && way.settings.javaScriptEnabled !== false) await context.clock.setFixedTime(trial.now)
  const person = new Person(await context.newPage(), way.hands)
  await comesIn(person, role)
  return person
}

/** The same with a browser that knows text alone, for what is not looked at but has to have been done. */
export async function arrivesByText(service: Pick<Service, 'url'>, role?: Role): Promise<TextBrowser> {
  const person = new TextBrowser(service.url)
  await comesIn(person, role)
  return person
}

async function comesIn(person: Somebody, role?: Role): Promise<void> {
  await person.visits('/fi')
  if (role === undefined) return
  await person.opens(texts.fi.front.tryAs.button)
  await person.pressesStarting(examplePeopleOfTrial[role].name)
}
