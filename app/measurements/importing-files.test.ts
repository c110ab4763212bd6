import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exampleMeasure, examplePlan, saveExampleExperiment } from '../experiments/experiments.examples.ts'
import { asSystem } from '../platform/database/acting.ts'
import { createTestSite, type TestAnswer, type TestBrowser } from '../test-site.ts'
import { importFileJobs } from './import-file-jobs.ts'
import { observationsOf } from './observation-store.ts'
import { exampleWorkbook } from './workbook.examples.ts'

let site: Awaited<ReturnType<typeof createTestSite>>
let kaisa: TestBrowser
const plates = exampleMeasure()

beforeAll(async () => {
  site = await createTestSite()
  kaisa = await site.browser('employee')
})
afterAll(() => site.close())

async function running(): Promise<string> {
  const id = site.newId()
  await asSystem(site.database, (transaction) =>
    saveExampleExperiment(transaction, {
      id,
      newId: site.newId,
      at: site.clock.now,
      state: 'running',
      plan: examplePlan({ measures: [plates], startsOn: '2026-03-01' }),
    }),
  )
  return id
}

async function sendFile(
  browser: TestBrowser,
  id: string,
  bytes: Uint8Array | string,
  name = 'luvut.csv',
): Promise<TestAnswer> {
  const body = new FormData()
  body.set('_token', browser.token())
  body.set('measure', plates.id)
  body.set('file', new File([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)], name))
  const path = `/fi/kokeilut/${id}/mittaukset/tiedosto`
  const request = new Request(`http://uskalla.test${path}`, { method: 'POST', body })
  return browser.send(path, {
    method: 'POST',
    body: await request.arrayBuffer(),
    headers: {
      'content-type': request.headers.get('content-type') ?? '',
      origin: 'http://uskalla.test',
    },
  })
}

/** Sends a file that is taken, and returns where it is shown. */
async function taken(id: string, bytes: Uint8Array | string, name?: string): Promise<string> {
  const answer = await sendFile(kaisa, id, bytes, name)
  expect(answer.status, answer.text.slice(0, 3_000)).toBe(303)
  return answer.location ?? ''
}

/** Presses a button of the file's page, with the choices that stand there and these. */
async function press(path: string, act: string, choices: Record<string, string> = {}): Promise<TestAnswer> {
  const { text } = await kaisa.get(path)
  const version = /name="_version" value="(\d+)"/.exec(text)?.[1] ?? ''
  const selected = [...text.matchAll(/<select[^>]*name="([^"]+)".*?<\/select>/gs)].map(([select, name]) => [
    name,
    /<option value="([^"]*)" selected/.exec(select)?.[1] ?? '',
  ])
  const ticked = [...text.matchAll(/<input type="(?:radio|checkbox)"[^>]*>/g)].flatMap(([tag]) =>
    tag.includes('checked') ? [[/name="([^"]+)"/.exec(tag)?.[1], /value="([^"]+)"/.exec(tag)?.[1]]] : [],
  )
  const standing = Object.fromEntries([...selected, ...ticked]) as Record<string, string>
  return kaisa.post(path, { _version: version, ...standing, act, ...choices })
}

const valuesOf = async (id: string) =>
  (await observationsOf(site.database, id)).map(({ day, value }) => [day, value])

/** Runs the job that stores files as the worker would. */
async function runJob(fileId: string, experimentId: string): Promise<void> {
  const job = importFileJobs(site.newId)['store-import-file']
  if (typeof job !== 'object') throw new Error('no job that works beside the database')
  await job.outgoing(
    { fileId, experimentId, lang: 'fi', requestId: 'test' },
    { now: site.clock.now, inTransaction: (work) => asSystem(site.application, work) },
  )
}

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
      '2 riviä on tallennettu. Voit perua koko tiedoston mittausten sivulta 9.4.2026 asti.',
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
    expect((await kaisa.follow(changed)).text).toContain(
      'Muutit valintoja, joten luimme tiedoston uudelleen.',
    )
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

describe('a large file', () => {
  const large = Array.from(
    { length: 2_500 },
    (_, index) => `${new Date(Date.UTC(2019, 0, 1 + index)).toISOString().slice(0, 10)};${index}`,
  ).join('\n')

  test('is stored by a job whose progress is shown, and appears only when all of it is there', async () => {
    const id = await running()
    const path = await taken(id, large)
    const started = await press(path, 'store')
    expect(started.location).toBe(path)
    const page = await kaisa.get(path)
    expect(page.text).toContain('0 / 2 500 riviä')
    expect(page.headers.get('refresh')).toBe('2')
    expect(await valuesOf(id)).toEqual([])
    await runJob(path.split('/').at(-1) ?? '', id)
    expect(await valuesOf(id)).toHaveLength(2_500)
    expect((await kaisa.get(path)).text).toContain('2 500 riviä on nyt mittauksissa.')
    // Done again after a crash it does nothing.
    await runJob(path.split('/').at(-1) ?? '', id)
    expect(await valuesOf(id)).toHaveLength(2_500)
    const { rows } = await site.database
      .selectFrom('log_entries')
      .select(({ fn }) => fn.countAll<number>().as('rows'))
      .where('record_id', '=', id)
      .where('action', '=', 'observations.imported')
      .executeTakeFirstOrThrow()
    expect(rows).toBe(1)
  })

  test('that is cancelled stores nothing and can be stored after all', async () => {
    const id = await running()
    const path = await taken(id, large)
    await press(path, 'store')
    await press(path, 'cancel')
    expect((await kaisa.get(path)).text).toContain('Keskeytämme tallennuksen.')
    await runJob(path.split('/').at(-1) ?? '', id)
    expect(await valuesOf(id)).toEqual([])
    expect((await kaisa.get(path)).text).toContain('Tallennus keskeytettiin. Mitään ei tallentunut.')
    await press(path, 'store')
    await runJob(path.split('/').at(-1) ?? '', id)
    expect(await valuesOf(id)).toHaveLength(2_500)
  })

  test('is read again when a day has got a reading since it was looked at', async () => {
    const id = await running()
    const path = await taken(id, large)
    await press(path, 'store')
    await kaisa.fillIn(`/fi/kokeilut/${id}/mittaukset`, { measure: plates.id, day: '1.1.2019', value: '5' })
    await runJob(path.split('/').at(-1) ?? '', id)
    expect(await valuesOf(id)).toEqual([['2019-01-01', 5]])
    const page = await kaisa.get(path)
    expect(page.text).toContain('Mittauksissa oli jokin muuttunut')
    expect(page.text).toContain('Päivälle 1.1.2019 on jo mittaus')
  })

  test('of a trial that has been decided meanwhile is not stored', async () => {
    const id = await running()
    const path = await taken(id, large)
    await press(path, 'store')
    await site.database.updateTable('experiments').set({ state: 'decided' }).where('id', '=', id).execute()
    await runJob(path.split('/').at(-1) ?? '', id)
    expect(await valuesOf(id)).toEqual([])
  })
})
