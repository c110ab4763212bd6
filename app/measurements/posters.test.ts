import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exampleMeasure, examplePlan, saveExampleExperiment } from '../experiments/experiments.examples.ts'
import type { ExperimentState } from '../experiments/index.ts'
import { asSystem } from '../platform/database/acting.ts'
import { createLimits } from '../platform/web/limits.ts'
import { createTestSite, type TestAnswer, type TestBrowser } from '../test-site.ts'
import { readingsAsEntered } from './observation-store.ts'
import { hashOfPosterSecret } from './poster.ts'
import { pixelsOf, readCode } from './poster-code.examples.ts'
import { canMakePdf } from './poster-sheet.ts'

type Site = Awaited<ReturnType<typeof createTestSite>>

let site: Site
let kaisa: TestBrowser
let passerBy: TestBrowser
const plates = exampleMeasure()
const mood = exampleMeasure({
  id: '00000000-0000-7000-8000-0000000000bb',
  name: 'Miten lounas maistui',
  unit: '',
  kind: 'faces',
  direction: 'up',
  baseline: null,
})

beforeAll(async () => {
  site = await createTestSite()
  site.clock.now = new Date('2026-03-20T11:00:00Z')
  kaisa = await site.browser('employee')
  passerBy = await site.browser()
})
afterAll(() => site.close())

async function running(at: Site = site): Promise<string> {
  const id = at.newId()
  await asSystem(at.database, (transaction) =>
    saveExampleExperiment(transaction, {
      id,
      newId: at.newId,
      at: at.clock.now,
      state: 'running',
      plan: examplePlan({ measures: [plates, mood] }),
    }),
  )
  return id
}

/** Makes a poster as an employee does, and returns the path that its code opens. */
async function makes(id: string, measure = mood, by: TestBrowser = kaisa, lang = 'fi') {
  const list = `/fi/kokeilut/${id}/julisteet`
  const made = await by.fillIn(list, { measure: measure.id, label: 'Ruokalan ovi', lang })
  expect(made.status).toBe(200)
  const address =
    /http:\/\/uskalla\.test(\/\w\w\/(?:juliste|affisch|poster)\/[\w-]{32})/.exec(made.text)?.[1] ?? ''
  const posterId = /julisteet\/([0-9a-f-]{36})\/tulosta/.exec(made.text)?.[1] ?? ''
  return { made, address, secret: address.slice(-32), poster: `${list}/${posterId}`, list }
}

const readingsOf = async (id: string) =>
  (await readingsAsEntered(site.database, id)).map(({ value, way, enteredBy, day }) => ({
    value,
    way,
    enteredBy,
    day,
  }))

/** What a phone reads from the code on a page. */
function codeOn({ text }: TestAnswer): string | undefined {
  const [, size = '0', path = ''] =
    /viewBox="0 0 (\d+) \d+" role="img".*?<path d="([^"]+)" fill="#000"/s.exec(text) ?? []
  const { pixels, wide } = pixelsOf({ path, size: Number(size) })
  return readCode(pixels, wide, wide)?.data
}

describe('a poster', () => {
  test('holds a code that a phone reads, opening the log of its measure', async () => {
    const id = await running()
    const { made, address } = await makes(id)
    expect(codeOn(made)).toBe(`http://uskalla.test${address}`)
    const page = await passerBy.get(address)
    expect(page.status).toBe(200)
    expect(page.text).toContain('Miten lounas maistui')
  })

  test('takes a face from whoever passes, and nobody stands as the one who gave it', async () => {
    const id = await running()
    const { address } = await makes(id)
    const thanks = await passerBy.fillIn(address, { value: '3' })
    expect([thanks.status, thanks.location]).toEqual([303, '/fi/kirjattu'])
    expect((await passerBy.follow(thanks)).text).toContain('Merkintäsi on kirjattu.')
    expect(await readingsOf(id)).toEqual([{ value: 3, way: 'poster', enteredBy: null, day: '2026-03-20' }])
    expect((await kaisa.get(`/fi/kokeilut/${id}/mittaukset`)).text).toContain('seinäjuliste')
    expect((await passerBy.fillIn(address, { value: '7' })).status).toBe(422)
  })

  test('opens nothing else: no other page, no name, nothing that has been logged', async () => {
    const id = await running()
    const { address } = await makes(id, plates)
    await kaisa.follow(
      await kaisa.fillIn(`/fi/kokeilut/${id}/kirjaa/${plates.id}`, { value: '51,7', day: '20.3.2026' }),
    )
    for (const by of [passerBy, kaisa]) {
      const { text } = await by.get(address)
      const links = [...text.slice(text.indexOf('<body')).matchAll(/href="([^"]*)"/g)].map(([, href]) => href)
      expect(
        links.filter(
          (href) => !href?.startsWith('#') && !/^\/\w\w\/(juliste|affisch|poster)\//.test(href ?? ''),
        ),
      ).toEqual([])
      expect(text).not.toMatch(/Kaisa|Ruokalan ovi|51,7/)
      expect(text).toContain('<meta name="referrer" content="strict-origin"')
      expect(text).toContain('noindex')
    }
  })

  test('asks about a second number of the day and one far from all others, without telling them', async () => {
    const id = await running()
    const { address } = await makes(id, plates)
    expect((await passerBy.fillIn(address, { value: '50' })).status).toBe(303)
    const second = await passerBy.fillIn(address, { value: '55' })
    expect(second.text).toContain('Tälle päivälle on jo kirjattu luku.')
    expect(second.text).not.toContain('50 g')
    expect((await passerBy.fillIn(address, { value: '55', sure: 'yes' })).status).toBe(303)
    const far = await passerBy.fillIn(address, { value: '5000' })
    expect(far.text).toContain('Luku on kaukana aiemmista.')
    expect((await readingsOf(id)).map(({ value }) => value).toSorted()).toEqual([50, 55])
  })

  test('speaks the language it was made in, and the others', async () => {
    const id = await running()
    const { address, secret } = await makes(id, mood, kaisa, 'sv')
    expect(address).toBe(`/sv/affisch/${secret}`)
    expect((await passerBy.get(address)).text).toContain('Ditt namn frågas inte')
    expect((await passerBy.get(`/en/poster/${secret}`)).text).toContain(
      'Your name is neither asked nor stored.',
    )
  })

  test.each<[string, ExperimentState]>([
    ['has been decided on', 'decided'],
    ['has ended', 'ended'],
  ])('ends when its trial %s', async (_, state) => {
    const id = await running()
    const { address } = await makes(id)
    await site.database.updateTable('experiments').set({ state }).where('id', '=', id).execute()
    const page = await passerBy.get(address)
    expect([page.status, page.text.includes('Tämä juliste ei ole enää käytössä.')]).toEqual([200, true])
    expect((await passerBy.post(address, { value: '3' })).status).toBe(422)
    expect(await readingsOf(id)).toEqual([])
  })
})

describe('the secret of a poster', () => {
  test('is kept by nobody: neither the database nor the log of the application holds it', async () => {
    const id = await running()
    const { address, secret } = await makes(id)
    await passerBy.get(address)
    await passerBy.fillIn(address, { value: '2' })
    await passerBy.get(`/juliste/${secret}`)
    const rows = await site.database
      .selectFrom('posters')
      .selectAll()
      .where('experiment_id', '=', id)
      .execute()
    expect(rows.map((row) => row.secret_hash)).toEqual([hashOfPosterSecret(secret)])
    const submissions = await site.database.selectFrom('submissions').select('location').execute()
    expect(JSON.stringify([rows, submissions])).not.toContain(secret)
    expect(JSON.stringify(site.lines)).not.toContain(secret)
    expect(site.lines.map((line) => line.path)).toContain('/fi/juliste/…')
  })

  test('cannot be guessed, and a guess is answered as any page that is not there', async () => {
    for (const guess of ['a'.repeat(32), 'a'.repeat(31), 'a'.repeat(500)])
      expect((await passerBy.get(`/fi/juliste/${guess}`)).status).toBe(404)
    expect((await passerBy.post(`/fi/juliste/${'a'.repeat(32)}`, { value: '3' })).status).toBe(404)
  })

  test('is shown once, to those who work there', async () => {
    const id = await running()
    const { list, secret } = await makes(id)
    expect((await kaisa.get(list)).text).not.toContain(secret)
    expect((await (await site.browser('ambassador')).get(list)).status).toBe(403)
    expect((await passerBy.get(list)).location).toContain('/fi/kirjaudu')
  })
})

describe('taking a poster out of use', () => {
  test('lets nobody log by it any more; its readings stand', async () => {
    const id = await running()
    const { address, poster } = await makes(id)
    await passerBy.fillIn(address, { value: '3' })
    const answer = await kaisa.fillIn(`${poster}/poista`, { what: 'keep' })
    expect((await kaisa.follow(answer)).text).toContain('Juliste on poistettu käytöstä.')
    expect((await passerBy.get(address)).text).toContain('Tämä juliste ei ole enää käytössä.')
    expect((await passerBy.post(address, { value: '1' })).status).toBe(422)
    expect((await readingsOf(id)).map(({ value }) => value)).toEqual([3])
  })

  test('takes its readings away from a day on, and those of no other way', async () => {
    const id = await running()
    const { address, poster } = await makes(id)
    const another = await makes(id)
    const days = ['2026-03-18', '2026-03-19', '2026-03-20']
    for (const day of days) {
      site.clock.now = new Date(`${day}T11:00:00Z`)
      await (await site.browser()).fillIn(address, { value: '1' })
    }
    await passerBy.fillIn(another.address, { value: '3' })
    const careful = await site.browser('employee')
    const first = await careful.fillIn(`${poster}/poista`, { what: 'remove', since: '' })
    expect(first.text).toContain('Kirjoita päivä, josta alkaen merkinnät poistetaan')
    const answer = await careful.fillIn(`${poster}/poista`, { what: 'remove', since: '19.3.2026' })
    expect((await careful.follow(answer)).text).toContain('2 merkintää poistettu')
    expect((await readingsOf(id)).map(({ day, value }) => [day, value])).toEqual([
      ['2026-03-18', 1],
      ['2026-03-20', 3],
    ])
  })

  test('is for those who work in the municipality', async () => {
    const id = await running()
    const { poster } = await makes(id)
    const elsewhere = await site.browser('ambassador')
    expect((await elsewhere.post(`${poster}/poista`, { what: 'keep' })).status).not.toBe(303)
    expect((await passerBy.post(`${poster}/poista`, { what: 'keep' })).status).not.toBe(200)
    expect((await kaisa.get(`${poster}/poista`)).text).not.toContain('jo poistettu käytöstä')
  })
})

describe('too many at once', () => {
  test('one poster takes sixty readings in a minute', async () => {
    const id = await running()
    const { address } = await makes(id)
    const row = await site.database
      .selectFrom('posters')
      .select('id')
      .where('experiment_id', '=', id)
      .executeTakeFirstOrThrow()
    await sql`insert into observations (id, experiment_id, municipality_code, measure_id, day, value, way, at, poster_id)
      select gen_random_uuid(), ${id}, '239', ${mood.id}, '2026-03-20', 3, 'poster', ${site.clock.now}, ${row.id}
      from generate_series(1, 60)`.execute(site.database)
    expect((await passerBy.fillIn(address, { value: '3' })).text).toContain('Odota minuutti')
    site.clock.now = new Date(site.clock.now.getTime() + 61_000)
    expect((await passerBy.fillIn(address, { value: '3' })).status).toBe(303)
  })

  test('one network is asked to wait when it sends without a pause', async () => {
    const limited = await createTestSite({ limits: createLimits() })
    try {
      limited.clock.now = new Date('2026-03-20T11:00:00Z')
      const id = await running(limited)
      const { address } = await makes(id, mood, await limited.browser('employee'))
      const statuses = new Map<number, number>()
      for (let i = 0; i < 122; i++) {
        const somebody = await limited.browser()
        const { status } = await somebody.post(address, { value: '9' })
        statuses.set(status, (statuses.get(status) ?? 0) + 1)
      }
      expect(Object.fromEntries(statuses)).toEqual({ 422: 120, 429: 2 })
    } finally {
      await limited.close()
    }
  })
})

describe('the PDF of a poster', () => {
  test('can be fetched by whoever has the address, and by nobody with another', async () => {
    const id = await running()
    const { address, poster } = await makes(id)
    const wrong = await kaisa.fillIn(`${poster}/tulosta`, {
      address: `http://uskalla.test/fi/juliste/${'b'.repeat(32)}`,
    })
    expect(wrong.text).toContain('Osoite ei ole tämän julisteen.')
    for (let times = 0; times < 2; times++) {
      const answer = await kaisa.fillIn(`${poster}/tulosta`, { address: `http://uskalla.test${address}` })
      if (!canMakePdf()) expect(answer.text).toContain('ei ole PDF:n tekijää')
      else {
        expect(answer.headers.get('content-type')).toBe('application/pdf')
        expect(answer.headers.get('content-disposition')).toContain('juliste.pdf')
        expect(answer.headers.get('cache-control')).toContain('no-store')
      }
    }
  })
})
