import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { languages, type Lang } from '../app/platform/language.ts'
import { addresses } from '../app/site.ts'
import { examplePeopleOfTrial } from '../app/people/index.ts'
import { texts } from '../app/texts/index.ts'
import { foreignTexts } from './catalogue-words.ts'
import { logsToday, pastesATable, writesTheDiary } from './idea-to-lesson.ts'
import { agreesOnPondering, goesFromIdeaToTrial, tellsAnIdea } from './idea-to-trial.ts'
import type { TextBrowser } from './text-browser.ts'
import { arrivesByText, openService, type Service } from './trial.ts'
import { type AddressName, files, type MetPage, walkFrom } from './walk.ts'

type Who = 'visitor' | 'employee' | 'leader' | 'ambassador' | 'office' | 'administrator'

/** A page and one of those who may open it. */
type WhosePage = MetPage & { who: Who }

// Mail is in the language of whoever gets it; the parts of the interface are shown with Finnish samples.
const saysItInFinnish: readonly AddressName[] = ['mail', 'catalogue']

// Goes straight on where there is one measure.
const passedThrough: readonly AddressName[] = [...files, 'log']

// Need what other tests tell of: a device or the account of an organisation (signing-in.test.ts).
const needMore: readonly AddressName[] = [
  'my-passkey',
  'sign-in-organisation',
  'organisation-return',
  'signed-out',
  // A plan frozen with a draw, and a text that was hidden: draw.test.ts and moderation.test.ts tell of them.
  'draw',
  'appeal-hiding',
  'answer-appeal',
  // A poster on the wall, a file that was sent, a phone without signal, a result to be looked at otherwise: posters.test.ts,
  // importing-files.test.ts, offline-log.test.ts and the tests of evaluations tell of them.
  'print-poster',
  'revoke-poster',
  'poster',
  'poster-thanks',
  'import-file',
  'quick-log-shell',
  'explore',
]

describe('every page', () => {
  let service: Service
  const people = new Map<Who, TextBrowser>()
  const pages: WhosePage[] = []

  beforeAll(async () => {
    service = await openService()
    const [kaisa, administrator, visitor] = [
      await arrivesByText(service, 'employee'),
      await arrivesByText(service, 'administrator'),
      await arrivesByText(service),
    ]
    people
      .set('visitor', visitor)
      .set('employee', kaisa)
      .set('leader', await arrivesByText(service, 'leader'))
      .set('ambassador', await arrivesByText(service, 'ambassador'))
      .set('office', await arrivesByText(service, 'office'))
      .set('administrator', administrator)

    // One idea answered and become an experiment under way, another being pondered, and a plan only begun.
    const experimentPath = await goesFromIdeaToTrial(kaisa, await arrivesByText(service, 'colleague'))
    await logsToday(kaisa)
    await pastesATable(kaisa)
    await writesTheDiary(kaisa, experimentPath)
    await kaisa.visits('/fi')
    const openIdea = await tellsAnIdea(kaisa)
    await kaisa.opens(texts.fi.ideas.offerButton)
    await kaisa.presses(texts.fi.ideas.offer.button)
    await agreesOnPondering(kaisa)
    await kaisa.visits('/fi/kokeilut/uusi')
    await kaisa.writes({ [texts.fi.experiments.fields.question]: 'Mitä opitaan kesken jääneestä?' })
    await kaisa.presses(texts.fi.experiments.start.start)
    const draft = kaisa.path.replace(/\/suunnitelma.*/, '')
    // A domain by which the office's own address may ask, and an invitation for Kaisa.
    const { domains, invite } = texts.fi.membership
    await administrator.visits('/fi/kunnat/239/osoitteet')
    await administrator.writes({ [domains.domain]: 'esimerkki.invalid' })
    await administrator.presses(domains.add)
    await administrator.visits('/fi/kunnat/239/kutsut/uusi?role=leader')
    await administrator.writes({ [invite.email]: examplePeopleOfTrial.employee.email })
    await administrator.presses(invite.send)
    const feedback = texts.fi.notices.feedback
    await visitor.visits('/fi/saavutettavuus/palaute')
    await visitor.writes({ [feedback.message]: 'Otsikoita ei lueta.' })
    await visitor.presses(feedback.button)

    const starts: Record<Who, string[]> = {
      visitor: [
        '/fi',
        '/fi/kirjaudu',
        '/fi/kirjaudu/linkki',
        '/fi/kirjaudu/koodi',
        '/fi/kirjaudu/paasyavain',
        '/fi/haku?q=hävikki',
        '/fi/haku?q=zzzzzz',
        '/fi/vastaa?token=vanha',
        '/fi/lopeta-muistutukset?token=vanha',
      ],
      employee: [
        '/fi/omat',
        '/fi/kirjaudu/vahvista',
        openIdea,
        experimentPath,
        `${draft}/suunnitelma`,
        `${draft}/lukitse`,
        `${draft}/pyyda-lupa`,
        `/fi/omat-tiedot/osoite/${'a'.repeat(43)}`,
        '/fi',
      ],
      leader: ['/fi/omat', experimentPath, `${draft}/lupa`],
      ambassador: ['/fi/omat', experimentPath],
      office: ['/fi/ohjelmatoimisto', '/fi/omat'],
      administrator: ['/fi/omat'],
    }
    const known = new Set<string>()
    for (const [who, person] of people) {
      for (const page of await walkFrom(person, starts[who])) {
        if (known.has(page.path)) continue
        known.add(page.path)
        pages.push({ ...page, who })
      }
    }
  }, 400_000)
  afterAll(() => service.close())

  test('is met by following links', () => {
    const met = new Set(pages.map(({ name }) => name))
    const unmet = Object.keys(addresses).filter(
      (name) =>
        !met.has(name as AddressName) && ![...passedThrough, ...needMore].includes(name as AddressName),
    )
    expect(unmet).toEqual([])
  })

  test('answers in three languages, each with its own words and leading to the others', async () => {
    const faults: string[] = []
    for (const { name, path, who } of pages) {
      const person = people.get(who)!
      const alternates = alternatesIn((await person.fetches(path)).text, service.url)
      for (const lang of languages) {
        const own = alternates.get(lang) ?? ''
        const { status, text: html } = await person.fetches(own)
        const say = (fault: string) => faults.push(`${own || `${lang} of ${path}`}: ${fault}`)
        if (status !== 200) say(`answered ${status}`)
        if (!html.includes(`<html lang="${lang}"`)) say('has another lang')
        if ([...html.matchAll(/<h1[ >]/g)].length !== 1) say('does not have one h1')
        if (!html.includes('<a class="skip" href="#sisalto">')) say('has no skip link')
        if (!/<link rel="canonical" href="http[^"]+"/.test(html)) say('has no canonical address')
        if ([...alternatesIn(html, service.url)].join() !== [...alternates].join())
          say('leads to other addresses')
        if (!saysItInFinnish.includes(name))
          for (const text of foreignTexts(html, lang)) say(`says “${text}”`)
      }
    }
    expect(faults).toEqual([])
  }, 400_000)

  test.each<[Lang, string]>([
    ['fi', '/fi/ei-ole'],
    ['sv', '/sv/finns-inte'],
    ['en', '/en/nowhere'],
  ])(
    'that does not exist, takes no such request or is sent too much stays calm in %s',
    async (lang, path) => {
      const { site } = texts[lang]
      const front = `/${lang}${addresses['sign-in'][lang]}`
      const headers = { origin: service.url, 'content-type': 'application/x-www-form-urlencoded' }
      const answers: [number, string, Response][] = [
        [404, site.notFoundTitle, await fetch(service.url + path)],
        [405, site.wrongMethodTitle, await fetch(service.url + front, { method: 'DELETE', headers })],
        [
          413,
          site.tooLargeTitle,
          await fetch(service.url + front, {
            method: 'POST',
            headers,
            body: `email=${'a'.repeat(6_000_000)}`,
          }),
        ],
      ]
      for (const [status, title, answer] of answers) {
        expect(answer.status).toBe(status)
        const html = await answer.text()
        expect(html).toContain(`<html lang="${lang}"`)
        expect(html).toMatch(new RegExp(`<h1[^>]*>${title}</h1>`))
      }
    },
  )
})

function alternatesIn(html: string, base: string): Map<string, string> {
  return new Map(
    [...html.matchAll(/<link rel="alternate" hreflang="(\w\w)" href="([^"]+)"/g)].map((match) => [
      match[1] ?? '',
      new URL((match[2] ?? '').replaceAll('&amp;', '&'), base).href,
    ]),
  )
}
