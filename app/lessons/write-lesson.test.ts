import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { saveExampleExperiment } from '../experiments/experiments.examples.ts'
import { asSystem } from '../platform/database/acting.ts'
import { search } from '../search/index.ts'
import { createTestSite, type TestBrowser } from '../test-site.ts'
import { lessonOfExperiment } from './lesson-store.ts'

let site: Awaited<ReturnType<typeof createTestSite>>
let kaisa: TestBrowser

beforeAll(async () => {
  site = await createTestSite()
  kaisa = await site.browser('employee')
})
afterAll(() => site.close())

async function experimentThatIs(state: 'learning' | 'planned'): Promise<string> {
  const id = site.newId()
  await asSystem(site.database, (transaction) =>
    saveExampleExperiment(transaction, { id, newId: site.newId, at: site.clock.now, state }),
  )
  return id
}

const path = (id: string) => `/fi/kokeilut/${id}/oppi`
const words = {
  worked: 'Salaattipöytä linjaston alussa vähensi jonotusta.',
  didNotWork: 'Punnitseminen unohtui kiireessä.',
  surprised: 'Oppilaat alkoivat kysellä ruokalistasta.',
  conditions: 'Linjastossa on oltava tilaa kahdelle pöydälle.',
  works: 'partly',
}

describe('writing a lesson', () => {
  test.each([
    ['worked', 'Kirjoita, mikä toimi.'],
    ['didNotWork', 'Kirjoita, mikä ei toiminut.'],
    ['surprised', 'Kirjoita, mikä yllätti.'],
    ['conditions', 'Kirjoita, mitä tämä vaatii toimiakseen muualla.'],
    ['works', 'Valitse, toimiiko tämä teidän mielestänne.'],
  ])('asks for %s where it is missing and keeps the rest', async (field, sentence) => {
    const id = await experimentThatIs('learning')
    const answer = await kaisa.fillIn(path(id), { ...words, [field]: '' })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(sentence)
    expect(answer.text).toContain(field === 'worked' ? words.surprised : words.worked)
    expect(await lessonOfExperiment(site.database, id)).toBeUndefined()
  })

  test('names every missing part at once', async () => {
    const id = await experimentThatIs('learning')
    const answer = await kaisa.fillIn(path(id), {})
    expect(answer.text.match(/href="#field-/g)).toHaveLength(5)
  })

  test('shows the lesson to everyone as a made-up example', async () => {
    const id = await experimentThatIs('learning')
    const saved = await kaisa.fillIn(path(id), { ...words, inspired: 'Kokeilemme samaa keitolle.' })
    expect(saved.location).toBe(`/fi/opit/${id}`)
    const page = await (await site.browser()).get(`/fi/opit/${id}`)
    for (const text of [...Object.values(words).slice(0, 4), 'Kokeilemme samaa keitolle.', 'osittain'])
      expect(page.text).toContain(text)
    expect(page.text).toContain('Keksitty esimerkki')
    expect(page.text).not.toContain('Mitä tekisimme toisin')
  })

  test('makes it findable by its words, labelled as made up', async () => {
    const id = await experimentThatIs('learning')
    await kaisa.fillIn(path(id), { ...words, surprised: 'Kurkkuviipaleet loppuivat aina ensin.' })
    const { results } = await search(site.database, { text: 'kurkkuviipaleet', lang: 'fi', limit: 5 })
    expect(results).toMatchObject([
      { kind: 'lesson', recordId: id, isExample: true, municipalityCode: '239', theme: 'food' },
    ])
  })

  test('keeps the earlier version beside a new one, and search finds the new words only', async () => {
    const id = await experimentThatIs('learning')
    await kaisa.fillIn(path(id), { ...words, conditions: 'Tarvitaan jääkaappi.' })
    await kaisa.fillIn(path(id), { ...words, conditions: 'Tarvitaan pakastin.' })
    expect(await lessonOfExperiment(site.database, id)).toMatchObject({
      version: 2,
      conditions: 'Tarvitaan pakastin.',
    })
    const kept = await site.database
      .selectFrom('lessons')
      .select(['version', 'conditions'])
      .where('experiment_id', '=', id)
      .orderBy('version')
      .execute()
    expect(kept).toEqual([
      { version: 1, conditions: 'Tarvitaan jääkaappi.' },
      { version: 2, conditions: 'Tarvitaan pakastin.' },
    ])
    const found = async (text: string) =>
      (await search(site.database, { text, lang: 'fi', limit: 20 })).results.map((one) => one.recordId)
    expect(await found('pakastin')).toContain(id)
    expect(await found('jääkaappi')).not.toContain(id)
  })

  test('shows both texts when two people wrote at once, and saves what was chosen', async () => {
    const id = await experimentThatIs('learning')
    const mine = { ...words, worked: 'Pöytä on hyvällä paikalla.' }
    const theirs = { ...words, worked: 'Jono liikkuu nopeammin.' }
    expect((await kaisa.post(path(id), theirs)).status).toBe(303)
    const conflict = await kaisa.post(path(id), mine)
    expect(conflict.status).toBe(409)
    expect(conflict.text).toContain('Pöytä on hyvällä paikalla.')
    expect(conflict.text).toContain('Jono liikkuu nopeammin.')
    expect(await lessonOfExperiment(site.database, id)).toMatchObject({
      version: 1,
      worked: theirs.worked,
    })
    const version = /name="_version" value="(\d+)"/.exec(conflict.text)?.[1] ?? ''
    const chosen = await kaisa.post(path(id), {
      ...words,
      _version: version,
      'choice-worked': 'mine',
      'mine-worked': mine.worked,
      'theirs-worked': theirs.worked,
      worked: 'Yhdistetty teksti, jota ei valittu.',
    })
    expect(chosen.status).toBe(303)
    expect(await lessonOfExperiment(site.database, id)).toMatchObject({ version: 2, worked: mine.worked })
  })

  test('waits for the trial, and is for those who work in the municipality', async () => {
    const planned = await experimentThatIs('planned')
    expect((await kaisa.post(path(planned), words)).status).toBe(404)
    const id = await experimentThatIs('learning')
    for (const who of ['resident', 'ambassador', 'office', 'researcher'] as const)
      expect((await (await site.browser(who)).post(path(id), words)).status, who).toBe(403)
    expect((await (await site.browser()).post(path(id), words)).location).toBe('/fi/kirjaudu')
    expect(await lessonOfExperiment(site.database, id)).toBeUndefined()
  })
})
