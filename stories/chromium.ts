import { existsSync } from 'node:fs'
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions } from 'playwright-core'

const places = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

const program = places.find((place) => place !== undefined && existsSync(place))

const missing =
  'The browser stories need Chromium, which this machine lacks. On Debian: sudo apt-get install chromium. ' +
  'Elsewhere set CHROMIUM_PATH to the program of Chromium or Chrome.'

/**
 * For `describe.skipIf(withoutBrowser)`: true where there is no Chromium, so that the stories are counted as left out on
 * a person's own machine. Always false where CI is set: there a missing browser must fail.
 */
export const withoutBrowser = program === undefined && process.env.CI === undefined

if (withoutBrowser) console.warn(missing)

/** Starts the machine's Chromium without a window. Throws, saying how to get it, when there is none. */
export async function openChromium(): Promise<Browser> {
  return chromium.launch(launch())
}

/** The same with a folder in which the browser keeps what it keeps, as a person's own does from day to day. */
export async function openKeptChromium(
  folder: string,
  settings: BrowserContextOptions,
): Promise<BrowserContext> {
  return chromium.launchPersistentContext(folder, { ...settings, ...launch() })
}

function launch() {
  if (program === undefined) throw new Error(missing)
  return {
    executablePath: program,
    // Chromium's own sandbox does not work for root, who runs the tests on throw-away machines.
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  }
}
