import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { momentInFinland } from '../app/platform/format.ts'
import { type Application, startApplication } from './application.ts'
import { openChromium } from './chromium.ts'
import { newFolder } from './fresh-data.ts'
import type { Person } from './person.ts'
import { arrives, type Role, type Way } from './trial.ts'

/** A trial environment in which the days pass as the story wants. What was told stays told. */
export interface PassingTime {
  /** The day it is in the application, as ISO text; noon in Finland when it was last moved. */
  today: () => string
  /** Everybody goes home, and the application ends and starts again on another day, as when the machine was off meanwhile. */
  becomes: (day: string) => Promise<void>
  /** Somebody comes with a browser of their own, whose clock shows the same day. */
  arrives: (way: Way, role?: Role) => Promise<Person>
  /** The lines of every day in which the application or its worker tells that something went wrong. */
  failures: () => string[]
  close: () => Promise<void>
}

const movedClock = fileURLToPath(new URL('moved-clock.mjs', import.meta.url))

/**
 * Starts the built application at noon of a day, on an empty data folder, and Chromium.
 * The database keeps the machine's clock: what is to be done at some hour is done at once on the days before today.
 */
export async function openPassingTime(firstDay: string): Promise<PassingTime> {
  const folder = newFolder()
  const browser: Browser = await openChromium()
  let today = firstDay
  let written = ''
  let application: Application = await startOn(firstDay)

  async function startOn(day: string): Promise<Application> {
    const beside = momentInFinland(day, '12:00').getTime() - Date.now()
    return startApplication({
      dataFolder: join(folder, 'data'),
      environment: {
        // The worker is a process of its own: it inherits both.
        NODE_OPTIONS: `--import ${movedClock}`,
        STORY_CLOCK_MS: String(beside),
        // One person writes here in a minute what takes people weeks.
        USKALLA_RATE_LIMITS: 'off',
      },
    })
  }

  return {
    today: () => today,
    async becomes(day) {
      for (const context of browser.contexts()) await context.close()
      await application.stop()
      written += application.output()
      today = day
      application = await startOn(day)
    },
    arrives: (way, role) =>
      arrives({ browser, url: application.url, now: momentInFinland(today, '13:00') }, way, role),
    failures: () =>
      (written + application.output()).split('\n').filter((line) => line.includes('"level":"error"')),
    async close() {
      await browser.close()
      await application.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
