import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { savePerson } from '../people/index.ts'
import { asSystem } from '../platform/database/acting.ts'
import type { Person } from '../platform/web/visitor.ts'
import { createTestSite, type TestBrowser } from '../test-site.ts'

let site: Awaited<ReturnType<typeof createTestSite>>
let kaisa: TestBrowser
let mikko: TestBrowser
let office: TestBrowser
let secondOffice: TestBrowser
let administrator: TestBrowser
let foreign: TestBrowser
let visitor: TestBrowser

const person = (number: number, name: string, memberships: Person['memberships']): Person => ({
  id: `01900000-0000-7000-8000-00000000b00${number}`,
  email: `m${number}@esimerkki.invalid`,
  name,
  lang: 'fi',
  memberships,
})
const hilkka = person(1, 'Hilkka Hallitsija', [{ municipalityCode: '239', role: 'administrator' }])
const hannu = person(2, 'Hannu Haapavetinen', [{ municipalityCode: '071', role: 'administrator' }])
const oskari = person(3, 'Oskari Ohjelma', [{ municipalityCode: null, role: 'office' }])

beforeAll(async () => {
  site = await createTestSite()
  await asSystem(site.database, async (transaction) => {
    for (const one of [hilkka, hannu, oskari])
      await savePerson(transaction, { ...one, isExample: true, createdAt: site.clock.now })
  })
  kaisa = await site.browser('employee')
  mikko = await site.browser('colleague')
  office = await site.browser('office')
  secondOffice = await site.browser(oskari)
  administrator = await site.browser(hilkka)
  foreign = await site.browser(hannu)
  visitor = await site.browser()
})
afterAll(() => site.close())

let count = 0
/** An idea with words that stand nowhere else; its path and those words. */
async function told() {
  const word = `sananen${String.fromCharCode(97 + count++)}xq`
  const answer = await kaisa.fillIn('/fi/ideat/kerro', {
    problem: `Ongelma ${word}.`,
    trial: `Kokeillaan ${word}.`,
    forWhom: `Kaikille ${word}.`,
  })
  const path = answer.location ?? ''
  return { word, path, id: path.split('/').at(-1) ?? '' }
}

const report = { reason: 'insult', words: 'Loukkaa naapuria.', email: 'ilmoittaja@esimerkki.invalid' }
const hide = { decision: 'hide', because: 'insult', explanation: 'Toinen lause nimeää naapurin.' }

const letters = (recipient: string) =>
  asSystem(site.database, (database) =>
    database
      .selectFrom('mails')
      .selectAll()
      .where('recipient', '=', recipient)
      .orderBy('queued_at')
      .execute(),
  )
const lines = (action: string) =>
  asSystem(site.database, (database) =>
    database.selectFrom('log_entries').selectAll().where('action', '=', action).execute(),
  )
/** The path of the page about a hiding, from the last letter to the writer. */
async function appealPath(): Promise<string> {
  const all = await letters('a.kaisa@esimerkki.invalid')
  const paths = all.flatMap(
    (letter) => /http:\/\/uskalla\.test(\/fi\/piilotetut\/\S+)/.exec(letter.body)?.[1] ?? [],
  )
  return paths.at(-1) ?? ''
}

describe('reporting a text', () => {
  test('anybody can, without signing in, and gets a number', async () => {
    const { path, id } = await told()
    expect((await visitor.get(path)).text).toContain(`/fi/ilmoita/idea/${id}`)
    const sent = await visitor.fillIn(`/fi/ilmoita/idea/${id}`, report)
    expect([sent.status, sent.location]).toEqual([303, path])
    const page = await visitor.follow(sent)
    const number = /Ilmoituksesi numero on (2026-\d+)\./.exec(page.text)?.[1]
    expect(number).toBeDefined()
    const [letter] = await letters(report.email)
    expect(letter?.body).toContain(number ?? 'none')
  })

  test('what is missing is asked for, and nothing is stored', async () => {
    const { id } = await told()
    const answer = await visitor.fillIn(`/fi/ilmoita/idea/${id}`, { words: ' ' })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Valitse, mikä siinä on vialla.')
    expect(answer.text).toContain('Kerro muutamalla sanalla, mikä on vialla.')
    const wrong = await visitor.fillIn(`/fi/ilmoita/idea/${id}`, { ...report, email: 'a@b\nBcc: c@d.fi' })
    expect(wrong.status).toBe(422)
  })

  test('a text that is not there cannot be reported', async () => {
    for (const path of [
      '/fi/ilmoita/idea/01900000-0000-7000-8000-0000000fffff',
      '/fi/ilmoita/nothing/01900000-0000-7000-8000-0000000fffff',
      '/fi/ilmoita/__proto__/01900000-0000-7000-8000-0000000fffff',
    ])
      expect((await visitor.get(path)).status, path).toBe(404)
  })

  test('who reported is told to nobody: not to moderators, not to the log, not to the writer', async () => {
    const { id } = await told()
    await mikko.fillIn(`/fi/ilmoita/idea/${id}`, { ...report, email: 'salainen@esimerkki.invalid' })
    for (const browser of [administrator, office])
      for (const path of [
        '/fi/moderointi',
        `/fi/moderointi/idea/${id}`,
        '/fi/loki/haku',
        '/fi/loki/haku.csv',
      ]) {
        const { text } = await browser.get(path)
        expect(text, path).not.toContain('salainen@')
        expect(text, path).not.toContain('Mikko Mukana')
      }
    const reported = await lines('text.reported')
    expect(reported.length).toBeGreaterThan(0)
    expect(reported.every((line) => line.person_id === null)).toBe(true)
  })
})

describe('the queue', () => {
  test('is for moderators, each with their own municipality, oldest first with age', async () => {
    const { id } = await told()
    await visitor.fillIn(`/fi/ilmoita/idea/${id}`, report)
    const today = site.clock.now
    site.clock.now = new Date(today.getTime() + 3 * 86_400_000)
    for (const who of [hilkka, 'office'] as const) {
      const { text } = await (await site.browser(who)).get('/fi/moderointi')
      expect(text).toContain(`/fi/moderointi/idea/${id}`)
      expect(text).toContain('odottanut 3 päivää')
    }
    site.clock.now = today
    expect((await foreign.get('/fi/moderointi')).text).toContain('Avoimia ilmoituksia ei ole.')
    expect((await foreign.get(`/fi/moderointi/idea/${id}`)).status).toBe(403)
    expect((await kaisa.get('/fi/moderointi')).status).toBe(403)
    expect((await visitor.get('/fi/moderointi')).status).toBe(303)
    expect((await foreign.post(`/fi/moderointi/idea/${id}`, hide)).status).toBe(403)
  })

  test('a text left as it is leaves the queue, and the reporter hears of it once', async () => {
    const { path, id, word } = await told()
    await visitor.fillIn(`/fi/ilmoita/idea/${id}`, { ...report, email: 'kuulija@esimerkki.invalid' })
    expect((await administrator.fillIn(`/fi/moderointi/idea/${id}`, { decision: 'keep' })).status).toBe(303)
    expect((await administrator.get('/fi/moderointi')).text).not.toContain(id)
    expect((await visitor.get(path)).text).toContain(word)
    const heard = await letters('kuulija@esimerkki.invalid')
    expect(heard.map((letter) => letter.subject)).toEqual([
      expect.stringContaining('on vastaanotettu'),
      expect.stringContaining('on käsitelty'),
    ])
    const kept = await asSystem(site.database, (database) =>
      database.selectFrom('reports').select('reporter_email').where('record_id', '=', id).execute(),
    )
    expect(kept).toEqual([{ reporter_email: null }])
  })
})

describe('hiding', () => {
  test('needs a reason and an explanation', async () => {
    const { id, path, word } = await told()
    const answer = await administrator.fillIn(`/fi/moderointi/idea/${id}`, { decision: 'hide' })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Valitse piilotuksen syy.')
    expect(answer.text).toContain('Kirjoita perustelu')
    expect((await visitor.get(path)).text).toContain(word)
  })

  test('takes the text away from everybody, says why in its place, and tells the writer', async () => {
    const { id, path, word } = await told()
    expect((await administrator.fillIn(`/fi/moderointi/idea/${id}`, hide)).status).toBe(303)
    for (const browser of [visitor, kaisa, mikko, office]) {
      const page = await browser.get(path)
      expect(page.status).toBe(200)
      expect(page.text).toContain('Teksti on piilotettu, koska se loukkasi jotakuta.')
      expect(page.text).not.toContain(word)
      expect(page.text).not.toContain('Hilkka')
      expect((await browser.get('/fi/ideat')).text).not.toContain(word)
      expect((await browser.get(`/fi/haku?q=${word}`)).text).not.toContain(`Kokeillaan ${word}`)
    }
    expect((await visitor.get(path.replace('/fi/ideat', '/sv/ideer'))).text).toContain('Texten är dold')
    expect((await visitor.get(path.replace('/fi/ideat', '/en/ideas'))).text).toContain('This text is hidden')
    expect((await kaisa.get(`${path}/muokkaa`)).status).toBe(403)
    expect((await visitor.get(`/fi/ilmoita/idea/${id}`)).status).toBe(404)
    const letter = (await letters('a.kaisa@esimerkki.invalid')).at(-1)
    expect(letter?.body).toContain(hide.explanation)
    expect(letter?.body).not.toContain('Hilkka')
    const [line] = (await lines('text.hidden')).slice(-1)
    expect(line).toMatchObject({ chain: '239', person_id: hilkka.id, acting_for: '239' })
  })

  test('two moderators at once: one hides, the other hears of it', async () => {
    const { id } = await told()
    const open = await office.get(`/fi/moderointi/idea/${id}`)
    expect(open.text).toContain('Piilotetaan teksti')
    const [first, second] = await Promise.all([
      administrator.fillIn(`/fi/moderointi/idea/${id}`, hide),
      office.fillIn(`/fi/moderointi/idea/${id}`, hide),
    ])
    expect([first.status, second.status].toSorted((a, b) => a - b)).toEqual([303, 422])
  })

  test('can be undone with a reason; then the text stands everywhere again', async () => {
    const { id, path, word } = await told()
    await administrator.fillIn(`/fi/moderointi/idea/${id}`, hide)
    const shown = await office.fillIn(`/fi/moderointi/idea/${id}`, {
      decision: 'show',
      explanation: 'Katsoimme uudelleen.',
    })
    expect(shown.status).toBe(303)
    expect((await visitor.get(path)).text).toContain(word)
    expect((await visitor.get(`/fi/haku?q=${word}`)).text).toContain(path)
    expect((await letters('a.kaisa@esimerkki.invalid')).at(-1)?.body).toContain('Katsoimme uudelleen.')
  })
})

describe('an appeal', () => {
  async function hidden(by: TestBrowser) {
    const idea = await told()
    await by.fillIn(`/fi/moderointi/idea/${idea.id}`, hide)
    return { ...idea, appeal: await appealPath() }
  }
  const appealId = async () =>
    asSystem(site.database, (database) =>
      database
        .selectFrom('appeals')
        .select('id')
        .orderBy('at', 'desc')
        .orderBy('id', 'desc')
        .executeTakeFirstOrThrow(),
    )

  test('is made by the writer only, who reads their text and the reason', async () => {
    const { appeal, word } = await hidden(administrator)
    const page = await kaisa.get(appeal)
    expect(page.text).toContain(word)
    expect(page.text).toContain(hide.explanation)
    expect(page.text).not.toContain('Hilkka')
    for (const browser of [mikko, foreign, await site.browser('resident')])
      expect((await browser.get(appeal)).status).toBe(404)
    expect((await visitor.get(appeal)).status).toBe(303)
    expect((await kaisa.fillIn(appeal, { words: 'Naapuri on kuvitteellinen.' })).status).toBe(303)
    expect((await kaisa.get(appeal)).text).toContain('Lähetit oikaisuvaatimuksen')
    expect((await kaisa.post(appeal, { words: 'Toisen kerran.', _token: '' })).status).not.toBe(303)
  })

  test('is decided at the programme office by another person than who hid the text', async () => {
    const { appeal, path, word } = await hidden(office)
    await kaisa.fillIn(appeal, { words: 'Naapuri on kuvitteellinen.' })
    const { id } = await appealId()
    expect((await office.get('/fi/moderointi')).text).toContain('Odottaa toista käsittelijää')
    expect((await office.get(`/fi/oikaisut/${id}`)).status).toBe(403)
    expect((await administrator.get(`/fi/oikaisut/${id}`)).status).toBe(404)
    expect((await kaisa.get(`/fi/oikaisut/${id}`)).status).toBe(403)
    expect((await secondOffice.get('/fi/moderointi')).text).toContain(`/fi/oikaisut/${id}`)
    const answer = await secondOffice.fillIn(`/fi/oikaisut/${id}`, {
      outcome: 'restored',
      words: 'Naapuria ei voi tunnistaa.',
    })
    expect(answer.status).toBe(303)
    expect((await visitor.get(path)).text).toContain(word)
    expect((await letters('a.kaisa@esimerkki.invalid')).at(-1)?.body).toContain('Naapuria ei voi tunnistaa.')
    expect((await secondOffice.get(`/fi/oikaisut/${id}`)).status).toBe(404)
    expect((await lines('text.appeal-answered')).at(-1)?.person_id).toBe(oskari.id)
  })

  test('can leave the text hidden, and the writer reads why', async () => {
    const { appeal, path, word } = await hidden(administrator)
    await kaisa.fillIn(appeal, { words: 'Ei ole loukkaava.' })
    const { id } = await appealId()
    await secondOffice.fillIn(`/fi/oikaisut/${id}`, { outcome: 'stays', words: 'Nimi on oikea.' })
    expect((await visitor.get(path)).text).not.toContain(word)
    const page = await kaisa.get(appeal)
    expect(page.text).toContain('Teksti jää piiloon')
    expect(page.text).toContain('Nimi on oikea.')
    expect(page.text).not.toContain('Oskari')
  })
})
