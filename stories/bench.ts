// npm run bench: how fast the main pages are, with the content of a fresh start and with 10,000 experiments.
// Prints, for each page at 16 connections, pages/s, p50 and p95 in milliseconds, CPU-milliseconds a page (application
// and database, without the client), and the page's size in kB as sent. `-- 2` for seconds a page other than five.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfiguration } from '../app/platform/configuration.ts'
import { openData } from '../app/platform/database/open-data.ts'
import { newLife } from '../app/platform/life.ts'
import { startApplication } from './application.ts'
import { generateExperiments } from './bench-experiments.ts'
import { measurePage, type PageMeasure } from './bench-page.ts'

const seconds = Number(process.argv.slice(2).find((word) => /^\d+$/.test(word)) ?? 5)
const folder = mkdtempSync(join(tmpdir(), 'uskalla-bench-'))
chmodSync(folder, 0o755)
const dataFolder = join(folder, 'data')

console.log(
  `${cpus().length} processors (${cpus()[0]?.model}), Node ${process.versions.node}, 16 connections, ${seconds} s a page`,
)
const application = await startApplication({ dataFolder })
try {
  console.log(`first start with an empty folder: ${Math.round(application.startMs)} ms`)
  await measureAll('content of a fresh start')
  const life = newLife()
  const data = await openData(readConfiguration({ USKALLA_DATA: dataFolder }), life, 'command')
  const count = await generateExperiments(data.url, 10_000)
  await life.stop()
  await measureAll(`${count} generated experiments beside it`)
  await application.stop()
  const again = await startApplication({ dataFolder })
  console.log(`\nwarm start to the first answer: ${Math.round(again.startMs)} ms`)
  await again.stop()
} finally {
  application.process.kill('SIGTERM')
  rmSync(folder, { recursive: true, force: true })
}

async function measureAll(title: string): Promise<void> {
  console.log(`\n${title}`)
  console.log(
    `${'page'.padEnd(16)}${['pages/s', 'p50 ms', 'p95 ms', 'CPU-ms', 'kB'].map((word) => word.padStart(9)).join('')}`,
  )
  const list = await (await fetch(`${application.url}/fi/kokeilut`)).text()
  const detail = /\/fi\/kokeilut\/[0-9a-f-]{36}/.exec(list)?.[0] ?? '/fi/kokeilut'
  const pages = {
    front: '/fi',
    list: '/fi/kokeilut',
    detail,
    search: '/fi/haku?q=ruokah%C3%A4vikki',
    municipality: '/fi/kunnat/239',
    lessons: '/fi/opit',
  }
  for (const [name, path] of Object.entries(pages)) {
    say(
      name,
      await measurePage({
        url: `${application.url}${path}`,
        seconds,
        connections: 16,
        dataFolder,
        application: application.process.pid ?? 0,
      }),
    )
  }
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
    `${name.padEnd(16)}${figures.map((figure) => figure.toFixed(figure < 10 ? 2 : 0).padStart(9)).join('')}${status}`,
  )
}
