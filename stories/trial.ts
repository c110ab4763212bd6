import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions } from 'playwright-core'
import { examplePeopleOfTrial } from '../app/people/index.ts'
import { texts } from '../app/texts/index.ts'
import { startApplication, type Application } from './application.ts'
import { openChromium } from './chromium.ts'
import { keyboard, Person, pointer, type Hands } from './person.ts'

/** A trial environment of its own, started as a new operator would, and a browser to look at it with. */
export interface Trial {
  url: string
  application: Application
  /** Where the application keeps its database and files. */
  dataFolder: string
  browser: Browser
  close: () => Promise<void>
}

/** Starts the built application on an empty data folder, which is removed at the end, and Chromium. */
export async function openTrial(
  settings: { port?: number; environment?: Record<string, string> } = {},
): Promise<Trial> {
  const folder = mkdtempSync(join(tmpdir(), 'uskalla-story-'))
  // The database server runs as another user where the tests run as root.
  chmodSync(folder, 0o755)
  const browser = await openChromium()
  const dataFolder = join(folder, 'data')
  const application = await startApplication({ dataFolder, ...settings })
  return {
    url: application.url,
    application,
    dataFolder,
    browser,
    async close() {
      await browser.close()
      await application.stop()
      rmSync(folder, { recursive: true, force: true })
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
  await person.visits('/fi')
  if (role === undefined) return person
  await person.opens(texts.fi.front.tryAs.button)
  await person.pressesStarting(examplePeopleOfTrial[role].name)
  return person
}
