import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { designOf } from '../experiments/index.ts'
import { createTestSite, type TestBrowser } from '../test-site.ts'
import { filesAt, plates } from '../test-table-files.ts'
import { readingsAsEntered } from './observation-store.ts'
import { exampleWorkbook } from './workbook.examples.ts'

// Made-up places and figures.
const units = ['Mäen koulu', 'Rannan koulu']
let site: Awaited<ReturnType<typeof createTestSite>>
let kaisa: TestBrowser
let files: ReturnType<typeof filesAt>

beforeAll(async () => {
  site = await createTestSite()
  kaisa = await site.browser('employee')
  files = filesAt(site, kaisa)
})
afterAll(() => site.close())

const atTwoSchools = () => files.running({ design: designOf('with_and_without', units) })

const readings = async (id: string) =>
  (await readingsAsEntered(site.database, id)).map(({ day, unit, value, way }) => [day, unit, value, way])

const kitchen = 'Päivä;Mäen koulu;Rannan koulu;Yhteensä\n8.3.2026;61,5;40;101,5\n9.3.2026;58;;58\n'

describe('a file with a column for each place', () => {
  test('shows how it was read, is stored cell by cell, and can be undone', async () => {
    const id = await atTwoSchools()
    const path = await files.taken(id, kitchen)
    const { text } = await kaisa.get(path)
    expect(text).toContain('3 lukua voidaan tallentaa. Mitään ei ole vielä tallennettu.')
    expect(text).toMatch(/value="places"[^>]*checked/)
    for (const words of [
      'Mäen koulu (B), Rannan koulu (C)',
      'D ”Yhteensä”',
      '1, niistä ei tule mittausta',
      '>C2<',
    ])
      expect(text).toContain(words)
    expect((await files.press(path, 'store')).status).toBe(303)
    expect(await readings(id)).toEqual([
      ['2026-03-08', 'Mäen koulu', 61.5, 'file'],
      ['2026-03-08', 'Rannan koulu', 40, 'file'],
      ['2026-03-09', 'Mäen koulu', 58, 'file'],
    ])
    await kaisa.fillIn(`/fi/kokeilut/${id}/mittaukset/taulukko/${path.split('/').at(-1)}`, {})
    expect(await readings(id)).toEqual([])
  })

  test('names a strange column, stores nothing before its place is told, and takes what the person says', async () => {
    const id = await atTwoSchools()
    const path = await files.taken(
      id,
      exampleWorkbook({
        Maaliskuu: [
          ['pvm', 'Mäen koulu', 'Yläkoulu'],
          [{ day: 46_089 }, 61.5, 40],
          [{ day: 46_090 }, 58, null],
        ],
      }),
    )
    const { text } = await kaisa.get(path)
    expect(text).toContain('Sarake C ”Yläkoulu”: kerro, minkä paikan tai version luvut siinä ovat')
    const refused = await files.press(path, 'store')
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('href="#field-column2"')
    expect(await readings(id)).toEqual([])
    const same = await files.press(path, 'read', { column2: '0' })
    expect(same.status).toBe(422)
    expect(same.text).toContain('Mäen koulu on jo sarakkeessa B.')
    expect((await files.press(path, 'read', { column2: '1' })).status).toBe(303)
    expect((await files.press(path, 'store')).status).toBe(303)
    expect((await readings(id)).map(([, unit, value]) => [unit, value])).toEqual([
      ['Mäen koulu', 61.5],
      ['Rannan koulu', 40],
      ['Mäen koulu', 58],
    ])
  })

  test('with the same heading twice asks about both, and a column may be left out', async () => {
    const id = await atTwoSchools()
    const path = await files.taken(id, 'Päivä;Mäen koulu;Mäen koulu;Rannan koulu\n8.3.2026;1;2;3\n')
    expect((await kaisa.get(path)).text).toMatch(
      /Sarake B ”Mäen koulu”: kerro.*Sarake C ”Mäen koulu”: kerro/s,
    )
    await files.press(path, 'read', { column1: '0', column2: 'out' })
    await files.press(path, 'store')
    expect((await readings(id)).map(([, unit, value]) => [unit, value])).toEqual([
      ['Mäen koulu', 1],
      ['Rannan koulu', 3],
    ])
  })

  test('names faulty cells by row and column, a row of totals too, in the page and in the list', async () => {
    const id = await atTwoSchools()
    const path = await files.taken(
      id,
      'Päivä;Mäen koulu;Rannan koulu\n8.3.2026;61,5;paljon\n9.3.2026;58;40\nYhteensä;119,5;40\n',
    )
    const { text } = await kaisa.get(path)
    expect(text).toContain('3 lukua voidaan tallentaa, 2 solua ei.')
    expect(text).toMatch(/C2<.*”paljon” ei ole luku.*A4<.*”Yhteensä” on yhteenvetorivi eikä päivä/s)
    expect((await kaisa.get(`${path}/korjattavat.csv`)).text).toContain('"C2";"”paljon” ei ole luku')
    const refused = await files.press(path, 'store')
    expect(refused.text).toContain('2 solua ei voi tallentaa.')
    expect((await files.press(path, 'store', { leaveOut: '1' })).status).toBe(303)
    expect(await readings(id)).toHaveLength(3)
  })

  test('may be read with one figure on each row after all, and back again', async () => {
    const id = await atTwoSchools()
    const path = await files.taken(id, kitchen)
    expect((await files.press(path, 'read', { shape: 'rows' })).status).toBe(303)
    const asRows = await kaisa.get(path)
    expect(asRows.text).toMatch(/value="rows"[^>]*checked/)
    expect(asRows.text).toContain('name="onePlace"')
    expect(asRows.text).not.toContain('name="column1"')
    await files.press(path, 'read', { onePlace: 'Rannan koulu' })
    expect((await kaisa.get(path)).text).toContain('2 riviä voidaan tallentaa.')
    await files.press(path, 'read', { shape: 'places' })
    expect((await kaisa.get(path)).text).toContain('3 lukua voidaan tallentaa.')
  })

  test('whose day is chosen anew asks about the column that was one before', async () => {
    const id = await atTwoSchools()
    const path = await files.taken(id, 'Luokka;Mäen koulu;Kirjattu;Rannan koulu\n1;61,5;8.3.2026;40\n')
    expect((await kaisa.get(path)).text).toContain('Sarake A ”Luokka”: kerro')
    await files.press(path, 'read', { day: '0' })
    expect((await kaisa.get(path)).text).toContain('Päivän sarakkeessa ei ole yhtään päivää.')
    await files.press(path, 'read', { day: '2', column0: 'out' })
    const back = (await kaisa.get(path)).text
    expect(back).toContain('Sarake A ”Luokka”: kerro')
    await files.press(path, 'read', { column0: 'out' })
    expect((await files.press(path, 'store')).status).toBe(303)
    expect(await readings(id)).toHaveLength(2)
  })

  test('is asked about where the level of one place jumps as if the unit had changed', async () => {
    const id = await atTwoSchools()
    const rows = [1, 2, 3, 4, 5, 6].map((day) => `${day}.3.2026;${day < 4 ? 12 : 12_000};7`)
    const path = await files.taken(id, ['Päivä;Mäen koulu;Rannan koulu', ...rows].join('\n'))
    const asked = await files.press(path, 'store')
    expect(asked.status).toBe(422)
    expect(asked.text).toContain('Mäen koulu: 4.3.2026 alkaen')
    expect((await files.press(path, 'store', { sameUnit: '1' })).status).toBe(303)
    expect(await readings(id)).toHaveLength(12)
  })

  test('of a plan without places offers no such choice', async () => {
    const id = await files.running()
    const path = await files.taken(id, '8.3.2026;61,5;40\n')
    expect((await kaisa.get(path)).text).not.toContain('name="shape"')
    expect((await files.press(path, 'read', { shape: 'places' })).status).toBe(422)
    expect((await kaisa.get(`/fi/kokeilut/${id}/mittaukset/liita`)).text).not.toContain('name="shape"')
  })

  test('of thousands of figures is stored by a job', async () => {
    const id = await atTwoSchools()
    const rows = Array.from({ length: 1_100 }, (_, index) => {
      const day = new Date(Date.UTC(2022, 0, 1 + index)).toISOString().slice(0, 10)
      return `${day};${index % 9};${index % 7}`
    })
    const path = await files.taken(id, ['Päivä;Mäen koulu;Rannan koulu', ...rows].join('\n'))
    await files.press(path, 'store')
    expect((await kaisa.get(path)).text).toContain('0 / 2 200 lukua')
    await files.runJob(path.split('/').at(-1) ?? '', id)
    expect(await readings(id)).toHaveLength(2_200)
  })
})

describe('a pasted table with a column for each place', () => {
  const pasteAt = (id: string) => `/fi/kokeilut/${id}/mittaukset/liita`
  const pasted = 'Päivä\tMäen koulu\tRannan koulu\n8.3.2026\t61,5\t40\n9.3.2026\t58\t\n'

  test('is known to be one and waits to be looked at like a file, as a pasted table', async () => {
    const id = await atTwoSchools()
    expect((await kaisa.get(pasteAt(id))).text).toContain('tai päivä ja sarake jokaiselle paikalle')
    const sent = await kaisa.fillIn(pasteAt(id), {
      measure: plates.id,
      text: pasted,
      existing: 'refuse',
      shape: 'guess',
    })
    expect(sent.status).toBe(303)
    const path = sent.location ?? ''
    const { text } = await kaisa.get(path)
    expect(text).toContain('Liitetty taulukko')
    expect(text).toContain('3 lukua voidaan tallentaa.')
    await files.press(path, 'store')
    expect(await readings(id)).toEqual([
      ['2026-03-08', 'Mäen koulu', 61.5, 'paste'],
      ['2026-03-08', 'Rannan koulu', 40, 'paste'],
      ['2026-03-09', 'Mäen koulu', 58, 'paste'],
    ])
    expect((await kaisa.get(`/fi/kokeilut/${id}/mittaukset`)).text).toContain('liitetty taulukko, 3')
  })

  test('keeps what was chosen for days with a reading, and rows of one figure go their own way', async () => {
    const id = await atTwoSchools()
    const rows = {
      measure: plates.id,
      text: '8.3.2026\tMäen koulu\t70\n',
      existing: 'refuse',
      shape: 'guess',
    }
    expect((await kaisa.fillIn(pasteAt(id), { ...rows, confirmed: '1' })).status).toBe(303)
    const asked = await kaisa.fillIn(pasteAt(id), {
      measure: plates.id,
      text: pasted,
      existing: 'refuse',
      shape: 'places',
    })
    expect((await kaisa.get(asked.location ?? '')).text).toContain('Päivälle 8.3.2026 on jo mittaus')
    const sent = await kaisa.fillIn(pasteAt(id), {
      measure: plates.id,
      text: pasted,
      existing: 'replace',
      shape: 'places',
    })
    await files.press(sent.location ?? '', 'store')
    expect((await readings(id))[0]).toEqual(['2026-03-08', 'Mäen koulu', 61.5, 'paste'])
  })

  test('said to hold one figure on each row is read so, and a row of totals is named there too', async () => {
    const id = await atTwoSchools()
    const page = await kaisa.fillIn(pasteAt(id), {
      measure: plates.id,
      text: pasted,
      existing: 'refuse',
      shape: 'rows',
    })
    expect(page.status).toBe(422)
    const total = await kaisa.fillIn(pasteAt(id), {
      measure: plates.id,
      text: '8.3.2026\tMäen koulu\t70\nYhteensä\t\t70\n',
      existing: 'refuse',
      shape: 'guess',
    })
    expect(total.text).toContain('Rivi 2: ”Yhteensä” on yhteenvetorivi eikä päivä.')
  })
})
