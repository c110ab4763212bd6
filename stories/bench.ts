// npm run bench: how fast the main pages are, with the content of a fresh start and with 10,000 experiments.
// Prints, for each page at 16 connections, pages/s, p50 and p95 in milliseconds, CPU-milliseconds a page (application
// and database, without the client), and the page's size in kB as sent: first as strangers see it, kept while nothing
// changes, then made anew for every request, as for somebody who brings a cookie; then the start, the memory and the sizes of what
// browsers fetch, beside their budgets. Then results: a page of 300 points, a bundle of 10,000 readings, and pages while the
// worker computes without a pause. `-- 2` for seconds a page other than five, `-- results` for the results alone.
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { readConfiguration } from '../app/platform/configuration.ts'
import type { Database } from '../app/platform/database/database.ts'
import { openData } from '../app/platform/database/open-data.ts'
import { buildFolder } from '../app/platform/folders.ts'
import { newLife } from '../app/platform/life.ts'
import { startApplication } from './application.ts'
import { addMeasuredResults, fetchTimes, whileEvaluating } from './bench-evaluations.ts'
import { generateExperiments } from './bench-experiments.ts'
import { measurePage, memoryMegabytes, mostWorkerMegabytes, type PageMeasure } from './bench-page.ts'

const seconds = Number(process.argv.slice(2).find((word) => /^\d+$/.test(word)) ?? 5)
const onlyResults = process.argv.includes('results')
const folder = mkdtempSync(join(tmpdir(), 'uskalla-bench-'))
chmodSync(folder, 0o755)
const dataFolder = join(folder, 'data')

console.log(
  `${cpus().length} processors (${cpus()[0]?.model}), Node ${process.versions.node}, 16 connections, ${seconds} s a page`,
)
console.log(`other work on the machine before the start: ${loadavg()[0]?.toFixed(1)} processes`)
// What is measured is the service, not how it slows down one address that asks without a pause.
const environment = { USKALLA_RATE_LIMITS: 'off' }
const application = await startApplication({ dataFolder, environment })
try {
  console.log(`first start with an empty folder: ${Math.round(application.startMs)} ms`)
  if (!onlyResults) await measureAll('content of a fresh start')
  const life = newLife()
  const data = await openData(readConfiguration({ USKALLA_DATA: dataFolder }), life, 'command')
  await measureResults(data.database)
  if (!onlyResults) {
    const count = await generateExperiments(data.url, 10_000)
    await measureAll(`${count} generated experiments beside it`)
  }
  await life.stop()
  await application.stop()
  console.log('')
  const again = await startApplication({ dataFolder, environment })
  budget('warm start to the first answer', again.startMs, 2_000, 'ms')
  await wait(5_000)
  budget('memory when idle', memoryMegabytes(again.process.pid ?? 0, dataFolder), 350, 'MB')
  budget('styles, gzipped', assetKilobytes('.css'), 15, 'kB')
  budget('scripts, gzipped', assetKilobytes('.js'), 15, 'kB')
  await again.stop()
} finally {
  application.process.kill('SIGTERM')
  rmSync(folder, { recursive: true, force: true })
}

async function measureAll(title: string): Promise<void> {
  heading(`${title} (budgets: p95 50 ms, of the search 100 ms; 50 kB)`)
  // The worked example has everything a page can have: measurements, diary, finding, decision, lesson, family.
  const own = await fetch(`${application.url}/api/v1/experiments?municipality=239&per_page=100`)
  const { results } = (await own.json()) as {
    results: { id: string; is_example: boolean; outcome: string | null }[]
  }
  const worked = results.find((one) => one.is_example && one.outcome !== null)
  const detail = worked ? `/fi/kokeilut/${worked.id}` : '/fi/kokeilut'
  const pages = {
    front: '/fi',
    list: '/fi/kokeilut',
    detail,
    search: '/fi/haku?q=ruokah%C3%A4vikki',
    municipality: '/fi/kunnat/239',
    lessons: '/fi/opit',
  }
  for (const personal of [false, true])
    for (const [name, path] of Object.entries(pages)) {
      say(
        personal ? `${name}, made anew` : name,
        await measurePage({
          url: `${application.url}${path}`,
          seconds,
          connections: 16,
          personal,
          dataFolder,
          application: application.process.pid ?? 0,
        }),
      )
    }
}

async function measureResults(database: Database): Promise<void> {
  const { longSeries, manyReadings, heavy } = await addMeasuredResults(database)
  heading('results (budgets: p95 50 ms; bundle 2000 ms; worker 300 MB)')
  const page = (path: string, personal: boolean) => ({
    url: `${application.url}${path}`,
    seconds,
    connections: 1,
    personal,
    dataFolder,
    application: application.process.pid ?? 0,
  })
  const result = `/fi/kokeilut/${longSeries}/tulos`
  say('result of 300 points', await measurePage(page(result, false)))
  say('made anew, one reader', await measurePage(page(result, true)))
  const fetched = await fetchTimes(`${application.url}/fi/kokeilut/${manyReadings}/tulos.zip`, 10)
  const median = fetched.ms[Math.floor(fetched.ms.length / 2)]
  budget(`bundle of 10,000 readings, median`, median, 2_000, 'ms')
  console.log(
    `its size ${fetched.kilobytes.toFixed(0)} kB, the slowest of ten ${fetched.ms.at(-1)?.toFixed(0)} ms`,
  )

  heading('pages made anew, one reader, while the worker rests and while it evaluates without a pause')
  for (const [name, path] of Object.entries({ front: '/fi', list: '/fi/kokeilut', result })) {
    say(`${name}, worker rests`, await measurePage(page(path, true)))
    const busy = await whileEvaluating(database, heavy, () => measurePage(page(path, true)))
    say(`${name}, ${busy.evaluations} evaluations`, busy.result)
  }
  budget('worker at its largest', mostWorkerMegabytes(application.process.pid ?? 0), 300, 'MB')
}

function heading(title: string): void {
  const columns = ['pages/s', 'p50 ms', 'p95 ms', 'CPU-ms', 'kB'].map((word) => word.padStart(9)).join('')
  console.log(`\n${title}\n${'page'.padEnd(24)}${columns}`)
}

function budget(what: string, found: number | undefined, allowed: number, unit: string): void {
  const figure = found === undefined ? 'unknown' : `${found.toFixed(found < 10 ? 1 : 0)} ${unit}`
  console.log(`${what.padEnd(32)}${figure.padStart(9)}   budget ${allowed} ${unit}`)
}

/** All files of one kind that browsers may fetch, gzipped. */
function assetKilobytes(ending: string): number {
  const folder = join(buildFolder, 'assets')
  const files = readdirSync(folder).filter((name) => name.endsWith(ending))
  return files.reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, name))).length / 1_000, 0)
}

function say(name: string, measure: PageMeasure): void {
  const figures = [
    measure.pagesPerSecond,
    measure.p50Ms,
    measure.p95Ms,
    measure.cpuMsPerPage,
    measure.kilobytes,
  ]
  const status = measure.status === 200 ? '' : `  answered ${measure.status}`
  console.log(
    `${name.padEnd(24)}${figures.map((figure) => figure.toFixed(figure < 10 ? 2 : 0).padStart(9)).join('')}${status}`,
  )
}
