import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pathTo } from './platform/web/address.ts'
import { languages } from './platform/language.ts'
import { type addresses, routes } from './site.ts'
import { bodiesFor, fieldsOnPage } from './test-bodies.ts'
import { openForms } from './test-forms.ts'
import { createTestSite } from './test-site.ts'

let site: Awaited<ReturnType<typeof createTestSite>>

beforeAll(async () => {
  site = await createTestSite()
})
afterAll(() => site.close())

const formNames = (Object.keys(routes) as (keyof typeof addresses)[]).filter(
  (name) => routes[name]?.kind === 'form',
)
const bodiesInAll = 2_000
// The same bodies at every run; another number gives others.
const seed = 20260310

const sentAsForm = { 'content-type': 'application/x-www-form-urlencoded', origin: 'http://uskalla.test' }
const tracesOfCode =
  /\n\s+at .+:\d+:\d+|node:internal|\b(?:Type|Range|Syntax|Reference)Error\b|violates|syntax error/

describe('whatever is sent to a form', () => {
  test('every form of the site is among those tried here', () => {
    expect(Object.keys(openForms).toSorted()).toEqual(formNames.toSorted())
  })

  test.each(formNames)(
    '%s answers calmly',
    async (name) => {
      const ways = openForms[name] ?? []
      const share = Math.ceil(bodiesInAll / formNames.length / ways.length)
      for (const [index, way] of ways.entries()) {
        const lang = languages[(formNames.indexOf(name) + index) % languages.length] ?? 'fi'
        const open = async () => {
          const { who, parameters, query, formSecret } = await way(site)
          return { browser: await site.browser(who, formSecret), path: pathTo(lang, name, parameters, query) }
        }
        let { browser, path } = await open()
        const page = await browser.get(path)
        expect(page.status, path).toBe(200)
        for (const made of fc.sample(bodiesFor(fieldsOnPage(page.text, path)), { numRuns: share, seed })) {
          const body = `_token=${browser.token()}&${made}`
          const answer = await browser.send(path, { method: 'POST', body, headers: sentAsForm })
          const sent = `${path} ← ${body.slice(0, 1_000)}`
          expect(
            site.lines.filter((line) => line.level === 'error'),
            sent,
          ).toEqual([])
          expect([200, 303, 400, 409, 415, 422], sent).toContain(answer.status)
          expect(answer.text, sent).not.toMatch(tracesOfCode)
          if (answer.status !== 303) continue
          // What was stored must be readable too; then the next body finds a form that is still open.
          const after = await browser.follow(answer)
          expect(after.status, `${sent} → ${answer.location}`).toBe(200)
          ;({ browser, path } = await open())
        }
      }
    },
    300_000,
  )
})
