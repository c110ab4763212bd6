import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asSystem } from '../platform/database/acting.ts'
import { languages } from '../platform/language.ts'
import { pathTo } from '../platform/web/address.ts'
import { createTestSite, type TestBrowser } from '../test-site.ts'
import { importFileJobs } from './import-file-jobs.ts'
import { filesAt, plates } from '../test-table-files.ts'
import { texts } from '../texts/index.ts'
import { exampleWorkbook } from './workbook.examples.ts'

let site: Awaited<ReturnType<typeof createTestSite>>
let kaisa: TestBrowser
let running: ReturnType<typeof filesAt>['running']
let sendFile: ReturnType<typeof filesAt>['sendFile']
let taken: ReturnType<typeof filesAt>['taken']
let press: ReturnType<typeof filesAt>['press']
let valuesOf: ReturnType<typeof filesAt>['valuesOf']

beforeAll(async () => {
  site = await createTestSite()
  kaisa = await site.browser('employee')
  ;({ running, sendFile, taken, press, valuesOf } = filesAt(site, kaisa))
})
afterAll(() => site.close())

describe('a file of measurements', () => {
  test('is shown as it was read before anything is stored, then stored whole, and can be undone for 30 days', async () => {
    const id = await running()
    const path = await taken(
      id,
      exampleWorkbook({
        Maaliskuu: [
          ['Päivä', 'Hävikki (g)', 'Huom.'],
          [{ day: 46_089 }, 61.5, 'sade'],
          [{ day: 46_090 }, 58],
        ],
      }),
      'Luvut.xlsx',
    )
    const page = await kaisa.get(path)
    expect(page.status).toBe(200)
    expect(page.text).toContain('2 riviä voidaan tallentaa. Mitään ei ole vielä tallennettu.')
    expect(page.text).toContain('Luvut.xlsx')
    expect(page.text).toContain('2 riviä kokeilun aikana')
    expect(page.text).toContain('61,5 g')
    expect(await valuesOf(id)).toEqual([])
    const stored = await press(path, 'store')
    expect(stored.status).toBe(303)
    expect((await kaisa.follow(stored)).text).toContain(
      '2 riviä on tallennettu. Voit perua koko taulukon mittausten sivulta 9.4.2026 asti.',
    )
    expect(await valuesOf(id)).toEqual([
      ['2026-03-08', 61.5],
      ['2026-03-09', 58],
    ])
    const before = site.clock.now
    const undo = `/fi/kokeilut/${id}/mittaukset/taulukko/${path.split('/').at(-1)}`
    site.clock.now = new Date('2026-04-09T09:00:00Z')
    const later = await site.browser('employee')
    expect((await later.get(undo)).status).toBe(404)
    site.clock.now = new Date('2026-04-09T07:00:00Z')
    expect((await later.fillIn(undo, {})).status).toBe(303)
    site.clock.now = before
    expect(await valuesOf(id)).toEqual([])
  })

  test('with rows that cannot be stored is stopped, each row is named, and the others go in only when the person says so', async () => {
    const id = await running()
    const path = await taken(id, 'Päivä;Määrä\n8.3.2026;61,5\n30.2.2026;58\n9.3.2026;12 kg\n7.3.2026;=1+1\n')
    const page = await kaisa.get(path)
    expect(page.text).toContain('1 rivi voidaan tallentaa, 3 riviä ei.')
    for (const words of ['”30.2.2026” ei ole päivä', '”12 kg”: yksikkö on toinen', '”=1+1” on kaava'])
      expect(page.text).toContain(words)
    const refused = await press(path, 'store')
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('3 riviä ei voi tallentaa.')
    expect(await valuesOf(id)).toEqual([])
    const list = await kaisa.get(`${path}/korjattavat.csv`)
    expect(list.headers.get('content-disposition')).toContain('attachment')
    expect(list.text).toContain(`"5";"”=1+1” on kaava. Liitä kaavan tulos.";"'=1+1"`)
    expect((await press(path, 'store', { leaveOut: '1' })).status).toBe(303)
    expect(await valuesOf(id)).toEqual([['2026-03-08', 61.5]])
    const imported = await site.database
      .selectFrom('measurement_imports')
      .select(['row_count', 'left_out', 'way'])
      .where('experiment_id', '=', id)
      .execute()
    expect(imported).toEqual([{ row_count: 1, left_out: 3, way: 'file' }])
  })

  test('says of every column of the list of faulty rows what it holds, in three languages', async () => {
    const path = await taken(await running(), 'Päivä;Määrä\n30.2.2026;58\n8.3.2026;61,5\n')
    const [, id = '', fileId = ''] = /([0-9a-f-]{36}).*?([0-9a-f-]{36})/.exec(path) ?? []
    for (const lang of languages) {
      const { downloadColumns, downloadColumnsMean } = texts[lang].tableFiles
      expect(downloadColumnsMean).toHaveLength(downloadColumns.length)
      const page = (await kaisa.get(pathTo(lang, 'import-file', { id, fileId }))).text
      for (const words of [...downloadColumns, ...downloadColumnsMean]) expect(page).toContain(words)
    }
  })

  test('asks about days that have a reading, and puts back what it replaced when it is undone', async () => {
    const id = await running()
    for (const value of ['70', '71'])
      await kaisa.fillIn(`/fi/kokeilut/${id}/mittaukset`, {
        measure: plates.id,
        day: '8.3.2026',
        value,
        sameDay: 'keep',
      })
    const path = await taken(id, '8.3.2026;60\n9.3.2026;59\n')
    expect((await kaisa.get(path)).text).toContain('Päivälle 8.3.2026 on jo mittaus')
    const changed = await press(path, 'store', { existing: 'replace' })
    expect((await kaisa.follow(changed)).text).toContain('Muutit valintoja, joten luimme taulukon uudelleen.')
    expect(await valuesOf(id)).toEqual([
      ['2026-03-08', 70],
      ['2026-03-08', 71],
    ])
    expect((await press(path, 'store')).status).toBe(303)
    expect(await valuesOf(id)).toEqual([
      ['2026-03-08', 60],
      ['2026-03-09', 59],
    ])
    const undo = `/fi/kokeilut/${id}/mittaukset/taulukko/${path.split('/').at(-1)}`
    expect((await kaisa.fillIn(undo, {})).status).toBe(303)
    expect(await valuesOf(id)).toEqual([
      ['2026-03-08', 70],
      ['2026-03-08', 71],
    ])
  })

  test('in columns of another order is read again as the person says, and another unit in the heading must be confirmed', async () => {
    const id = await running()
    const path = await taken(id, 'Sarake;Toinen (kg);Kolmas\n1;61,5;8.3.2026\n2;58;9.3.2026\n')
    await press(path, 'read', { value: '1' })
    const asked = await press(path, 'store')
    expect(asked.status).toBe(422)
    expect(asked.text).toContain('Sarakkeen otsikossa lukee ”kg”, ja mittarin yksikkö on g.')
    expect((await press(path, 'store', { unitIsOurs: '1' })).status).toBe(303)
    expect(await valuesOf(id)).toEqual([
      ['2026-03-08', 61.5],
      ['2026-03-09', 58],
    ])
  })

  test('of several sheets is read from the one that the person chooses', async () => {
    const id = await running()
    const path = await taken(
      id,
      exampleWorkbook({
        Paljon: [
          ['pv', 'n'],
          [{ day: 46_080 }, 1],
          [{ day: 46_081 }, 2],
          [{ day: 46_082 }, 3],
        ],
        'Tämä & oikea': [
          ['n', 'pv'],
          [7, { day: 46_090 }],
        ],
      }),
    )
    expect((await kaisa.get(path)).text).toContain('Tämä &amp; oikea (2 riviä)')
    await press(path, 'read', { sheet: '1' })
    await press(path, 'store')
    expect(await valuesOf(id)).toEqual([['2026-03-09', 7]])
  })

  test('that is no table, or none at all, is told to be so in words', async () => {
    const id = await running()
    const svg = await sendFile(kaisa, id, '<svg onload=alert(1)>', '"><img src=x onerror=alert(1)>.csv')
    expect(svg.status).toBe(422)
    expect(svg.text).toContain('Tämä ei ole taulukko')
    expect(svg.text).not.toContain('onerror')
    const none = await kaisa.fillIn(`/fi/kokeilut/${id}/mittaukset/tiedosto`, { measure: plates.id })
    expect(none.text).toContain('Valitse tiedosto, jossa mittaukset ovat.')
    const large = await sendFile(kaisa, id, new Uint8Array(10_000_001))
    expect(large.status).toBe(413)
    expect(large.text).toContain('tiedosto saa olla enintään 10 megatavua')
  })

  test('abuse-23 whatever its name holds is shown as text, and its cells too', async () => {
    const id = await running()
    const name = '../"><img src=x onerror=alert(1)>\u202e.csv'
    const path = await taken(
      id,
      'pv <b>b</b>;<i>n</i>;<u>huom</u>\n<s>8.3.2026</s>;1;<xss>\n9.3.2026;2;<xss>\n',
      name,
    )
    const { text } = await kaisa.get(path)
    expect(text).toContain('&quot;&gt;&lt;img src=x onerror=alert(1)&gt;.csv')
    expect(text).not.toMatch(/<img src=x|<xss|<s>8|<b>b|\u202e/)
  })

  test('abuse-4 is seen by whoever sent it alone, for a day', async () => {
    const id = await running()
    const path = await taken(id, '8.3.2026;60\n')
    for (const who of ['colleague', 'leader', 'ambassador', 'office', 'resident'] as const) {
      const other = await site.browser(who)
      expect([who, (await other.get(path)).status]).toEqual([who, 404])
      expect((await other.post(path, { act: 'store', day: '0', value: '1' })).status).toBe(404)
    }
    const before = site.clock.now
    site.clock.now = new Date(before.getTime() + 25 * 3_600_000)
    const later = await site.browser('employee')
    expect((await later.get(path)).status).toBe(404)
    site.clock.now = before
    await asSystem(site.database, async (database) => {
      const job = importFileJobs(site.newId)['forget-import-file']
      if (typeof job !== 'function') throw new Error('no job')
      await job({ fileId: path.split('/').at(-1) ?? '' }, { database, now: before, newId: site.newId })
    })
    expect((await kaisa.get(path)).status).toBe(404)
  })

  test('abuse-57 more files than a municipality may have waiting are refused there, and taken elsewhere', async () => {
    const ids: string[] = []
    for (let sent = 0; sent < 60; sent++) {
      const id = await running()
      const answer = await sendFile(kaisa, id, '8.3.2026;60\n')
      if (answer.status === 303) ids.push(id)
      else {
        expect(answer.status).toBe(422)
        expect(answer.text).toContain('Kunnassa odottaa jo 40 tiedostoa.')
        break
      }
    }
    expect(ids.length).toBeLessThanOrEqual(40)
    // Sending another file for the same experiment takes the place of the earlier one.
    const waiting = await site.database
      .selectFrom('import_files')
      .select('id')
      .where('state', '=', 'waiting')
      .execute()
    expect(waiting).toHaveLength(40)
    await site.database.deleteFrom('import_files').execute()
    expect((await sendFile(kaisa, ids[0] ?? '', '8.3.2026;60\n')).status).toBe(303)
  })
})
