// npm run bench: how fast the main pages are, with the content of a fresh start and with 10,000 experiments.
// Prints, for each page at 16 connections, pages/s, p50 and p95 in milliseconds, CPU-milliseconds a page (application
// and database, without the client), and the page's size in kB as sent: first as strangers see it, kept while nothing
// changes, then made anew for every request, as for somebody who brings a cookie; then the start, the memory and the sizes of what
// browsers fetch, beside their budgets. `-- 2` for seconds a page other than five.
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { readConfiguration } from '../app/platform/configuration.ts'
import { openData } from '../app/platform/database/open-data.ts'
import { buildFolder } from '../app/platform/folders.ts'
import { newLife } from '../app/platform/life.ts'
import { startApplication } from './application.ts'
import { generateExperiments } from './bench-experiments.ts'
import { measurePage, memoryMegabytes, type PageMeasure } from './bench-page.ts'

const seconds = Number(process.argv.slice(2).find((word) => /^\d+$/.test(word)) ?? 5)
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
  await measureAll('content of a fresh start')
  const life = newLife()
  const data = await openData(readConfiguration({ USKALLA_DATA: dataFolder }), life, 'command')
  const count = await generateExperiments(data.url, 10_000)
  await life.stop()
  await measureAll(`${count} generated experiments beside it`)
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
  console.log(`\n${title} (budgets: p95 50 ms, of the search 100 ms; 50 kB)`)
  console.log(
    `${'page'.padEnd(24)}${['pages/s', 'p50 ms', 'p95 ms', 'CPU-ms', 'kB'].map((word) => word.padStart(9)).join('')}`,
  )
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
