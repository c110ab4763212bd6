import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { barriersOn, looks } from './barriers.ts'
import { texts } from '../app/texts/index.ts'
import { withoutBrowser } from './chromium.ts'
import { logsToday } from './idea-to-lesson.ts'
import { goesFromIdeaToTrial } from './idea-to-trial.ts'
import { outOfReachByKeys } from './keys.ts'
import { arrives, arrivesByText, openTrial, type Role, type Trial, ways } from './trial.ts'
import { type AddressName, type MetPage, walkFrom } from './walk.ts'

/** Who looks, and where they begin. Pages that look the same to several people are looked at with the first of them. */
const people: readonly { who: string; role?: Role; starts: readonly string[] }[] = [
  { who: 'a visitor', starts: ['/fi', '/fi/kirjaudu', '/fi/kirjaudu/linkki', '/fi/haku?q=hävikki'] },
  { who: 'an employee', role: 'employee', starts: ['/fi/omat', '/fi'] },
  { who: 'a leader', role: 'leader', starts: ['/fi/omat', '/fi'] },
  { who: 'an administrator', role: 'administrator', starts: ['/fi/kunnat/239', '/fi/omat'] },
  { who: 'the programme office', role: 'office', starts: ['/fi/ohjelmatoimisto', '/fi/omat'] },
]

const posterAddress = /\/fi\/juliste\/[\w-]+/

/** Pages that everybody sees, which a person's role fills differently. */
const differing: readonly AddressName[] = ['my-things', 'experiment']

describe.skipIf(withoutBrowser)('every page', () => {
  let trial: Trial
  const seen = new Set<AddressName>()
  /** Pages that no link leads to, by who has them. */
  const further: Partial<Record<string, string[]>> = {}

  beforeAll(async () => {
    trial = await openTrial()
    // A trial that is going on, whose pages for logging, posters and files are met only by those who take part.
    const kaisa = await arrivesByText(trial, 'employee')
    const experimentPath = await goesFromIdeaToTrial(kaisa, await arrivesByText(trial, 'colleague'))
    await logsToday(kaisa)
    const { posters, measureTokens, tableFiles } = texts.fi
    await kaisa.visits(`${experimentPath}/julisteet`)
    await kaisa.writes({ [posters.make.label]: 'Ruokalan ovi' })
    await kaisa.presses(posters.make.button)
    await kaisa.reads(posters.made.title)
    further['a visitor'] = [posterAddress.exec(await kaisa.words())?.[0] ?? '']
    await kaisa.visits(`${experimentPath}/mittaukset/ohjelmat`)
    await kaisa.writes({ [measureTokens.name]: 'Keittiön vaaka' })
    await kaisa.presses(measureTokens.make)
    await kaisa.reads(measureTokens.madeTitle)
    await kaisa.visits(`${experimentPath}/mittaukset/tiedosto`)
    const buffer = Buffer.from('Päivä;Grammaa\n1.10.2025;62,5\n2.10.2025;paljon\n')
    await kaisa.attaches(tableFiles.file, { name: 'hävikki.csv', mimeType: 'text/csv', buffer })
    await kaisa.presses(tableFiles.send)
    further['an employee'] = [kaisa.path]
  }, 300_000)
  afterAll(() => trial.close())

  test.each(people)(
    'has no barrier for $who, and is in reach of keys',
    async ({ who, role, starts }) => {
      const person = await arrives(trial, ways.desktop, role)
      const { page } = person
      const met = await walkFrom(person, [...starts, ...(further[who] ?? [])])
      const own = met.filter(({ name }) => differing.includes(name) || !seen.has(name))
      for (const { name } of own) seen.add(name)
      // All parts of the kit are looked at in both ways; other pages in one or the other, by turns, in a window each.
      const windows = [page, await page.context().newPage()]
      const faults = await Promise.all(
        windows.map(async (window, turn) => {
          const found: string[] = []
          for (const [index, { name, path }] of own.entries()) {
            if (index % windows.length !== turn) continue
            await window.goto(path)
            found.push(
              ...(await barriersOn(window, name === 'catalogue' ? looks : looks.slice(turn, turn + 1))),
            )
            found.push(...(await outOfReachByKeys(window)))
          }
          return found
        }),
      )
      expect(faults.flat()).toEqual([])
      expect(own.length).toBeGreaterThan(1)
      await page.context().close()
      // A hundred pages or more, each looked through: minutes on a small computer.
    },
    900_000,
  )
})

/** Forms that say what is missing when they are sent empty, and who fills them in. */
const demanding: readonly { who: string; role?: Role; forms: readonly AddressName[] }[] = [
  { who: 'a visitor', forms: ['sign-in', 'accessibility-feedback'] },
  { who: 'an employee', role: 'employee', forms: ['tell-idea', 'start-plan', 'write-diary', 'log-hours'] },
]

describe.skipIf(withoutBrowser)('a form in which something is wrong', () => {
  let trial: Trial

  beforeAll(async () => {
    trial = await openTrial()
  }, 180_000)
  afterAll(() => trial.close())

  test.each(demanding)('has no barrier for $who either', async ({ role, forms }) => {
    const person = await arrives(trial, ways.desktop, role)
    const { page } = person
    const met: MetPage[] = await walkFrom(person, ['/fi/omat', '/fi/kirjaudu', '/fi'])
    const faults: string[] = []
    const sent: AddressName[] = []
    for (const { name, path } of met.filter((one) => forms.includes(one.name) && !sent.includes(one.name))) {
      await page.goto(path)
      const [answer] = await Promise.all([
        page.waitForResponse((response) => response.request().method() === 'POST'),
        page.locator('main form[method=post] button[type=submit]').first().click(),
      ])
      await page.waitForLoadState()
      if (answer.status() !== 422) faults.push(`${name}: an empty form answered ${answer.status()}`)
      if ((await page.getByRole('alert').count()) === 0) faults.push(`${name}: no summary of what is wrong`)
      faults.push(...(await barriersOn(page)))
      sent.push(name)
    }
    expect(faults).toEqual([])
    expect(sent.toSorted()).toEqual([...forms].toSorted())
    await page.context().close()
  })
})
