import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Light and wide, and dark at the width of 400 % zoom. */
export const looks = [
  { colorScheme: 'light', viewport: { width: 1280, height: 800 } },
  { colorScheme: 'dark', viewport: { width: 320, height: 640 } },
] as const

type Look = (typeof looks)[number]

/** What axe says of a page, as far as it is asked for. */
interface AxeInPage {
  axe: {
    run: (
      context: Document,
      options: { runOnly: string[]; resultTypes: string[] },
    ) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>
  }
}

/**
 * What would keep somebody from using the page as it stands (WCAG 2.2, A and AA, as far as axe finds it), and whether it
 * scrolls sideways: one line each, with the page's path and how it looked. Empty when nothing was found.
 */
export async function barriersOn(page: Page, inLooks: readonly Look[] = looks): Promise<string[]> {
  const faults: string[] = []
  // Pages hold no frames, so one copy of axe in the page sees all of it; reading it in takes longer than its run.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe)
  for (const { colorScheme, viewport } of inLooks) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.setViewportSize(viewport)
    const where = `${new URL(page.url()).pathname} (${colorScheme}, ${viewport.width} px)`
    const { violations, frames } = await page.evaluate(async (runOnly) => {
      const { axe } = globalThis as typeof globalThis & AxeInPage
      const found = await axe.run(document, { runOnly, resultTypes: ['violations'] })
      return { violations: found.violations, frames: document.querySelectorAll('iframe, frame').length }
    }, rules)
    if (frames > 0) faults.push(`${where}: has a frame, into which nobody looked`)
    for (const { id, nodes } of violations) faults.push(`${where}: ${id} at ${nodes[0]?.html.slice(0, 200)}`)
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    if (width > viewport.width) faults.push(`${where}: scrolls sideways, ${width} px`)
  }
  return faults
}
