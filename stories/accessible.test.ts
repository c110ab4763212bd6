import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withoutBrowser } from './chromium.ts'
import type { Person } from './person.ts'
import { arrives, openTrial, type Trial, ways } from './trial.ts'
import { type MetPage, walkFrom } from './walk.ts'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

// Each page once in each colour scheme and once in each width.
const looks = [
  { colorScheme: 'light', viewport: { width: 1280, height: 800 } },
  { colorScheme: 'dark', viewport: { width: 320, height: 640 } },
] as const

describe.skipIf(withoutBrowser)('what a visitor can read', () => {
  let trial: Trial
  let visitor: Person
  let pages: MetPage[]

  beforeAll(async () => {
    trial = await openTrial()
    visitor = await arrives(trial, ways.desktop)
    pages = await walkFrom(visitor.page.context().request, [
      '/fi',
      '/fi/kirjaudu',
      '/fi/kirjaudu/linkki',
      '/fi/haku?q=hävikki',
    ])
  }, 180_000)
  afterAll(() => trial.close())

  test.each(looks)('has no barrier in $colorScheme at $viewport.width pixels', async (look) => {
    const { page } = visitor
    await page.emulateMedia({ colorScheme: look.colorScheme, reducedMotion: 'reduce' })
    await page.setViewportSize(look.viewport)
    const faults: string[] = []
    for (const { path } of pages) {
      await page.goto(path)
      const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze()
      for (const { id, nodes } of violations) faults.push(`${path}: ${id} at ${nodes[0]?.html.slice(0, 200)}`)
      const width = await page.evaluate(() => document.documentElement.scrollWidth)
      if (width > look.viewport.width) faults.push(`${path}: scrolls sideways, ${width} px`)
    }
    expect(faults).toEqual([])
  })
})
