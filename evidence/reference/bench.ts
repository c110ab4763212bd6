import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { benchInputs, writtenInputs } from './bench/inputs.ts'
import { benchReport, type TaskTimes } from './bench/report.ts'
import {
  caseThroughput,
  peakMemoryMegabytes,
  processorName,
  scalingChecks,
  tenThousandCharts,
} from './bench/scaling.ts'
import type { Allowed, BenchTask } from './bench/task.ts'
import { benchTasks } from './bench/tasks.ts'
import { timeCalls } from './bench/timing.ts'

// Times every task in the engine and, where Rscript with the packages is present, in R; prints one JSON line a task,
// a table and how many targets were met. `--write` keeps the table in bench.md. Task ids as words time only those.
const here = import.meta.dirname
const words = process.argv.slice(2)
const wanted = words.filter((word) => /^B\d+$/.test(word))
const data = join(here, '..', '..', '..', 'shared', 'evidence', 'cases', 'data')

interface RTimes {
  missing?: string
  median?: number
  fastest?: number
  figures?: Record<string, number | number[]>
}

function rVersion(): string | null {
  const asked = spawnSync('Rscript', ['--version'], { encoding: 'utf8' })
  return asked.status === 0 ? (/\d+\.\d+\.\d+/.exec(asked.stdout + asked.stderr)?.[0] ?? 'unknown') : null
}

function timeInR(inputsFile: string, id: string): RTimes {
  const answer = execFileSync('Rscript', [join(here, 'bench', 'bench.R'), inputsFile, id], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    env: { ...process.env, OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1' },
  })
  return JSON.parse(answer.trim().split('\n').at(-1) ?? '{}') as RTimes
}

function agree(
  mine: number | number[],
  theirs: number | number[] | undefined,
  { rel = 0, abs = 0 }: Allowed,
): boolean {
  const a = [mine].flat()
  const b = theirs === undefined ? [] : [theirs].flat()
  return (
    a.length === b.length && a.every((value, i) => Math.abs(value - b[i]!) <= abs + rel * Math.abs(b[i]!))
  )
}

function runTask(
  task: BenchTask,
  inputs: ReturnType<typeof benchInputs>,
  inputsFile: string | null,
): TaskTimes {
  const { id, what, n, target } = task
  const engine = timeCalls(task.prepare(inputs))
  const times: TaskTimes = {
    task: id,
    what,
    n,
    engineMs: engine.median,
    engineFastestMs: engine.fastest,
    rMs: null,
    rFastestMs: null,
    ratio: null,
    target,
    equal: null,
    package: task.package,
  }
  if (inputsFile === null) return times
  const r = timeInR(inputsFile, id)
  if (r.missing !== undefined || r.median === undefined)
    return { ...times, package: `${task.package} (not installed)` }
  const mine = task.figures(engine.result)
  const equal = Object.entries(mine).every(([key, value]) => agree(value, r.figures?.[key], task.allowed))
  return {
    ...times,
    rMs: r.median,
    rFastestMs: r.fastest ?? null,
    equal,
    ratio: equal ? engine.median / r.median : null,
  }
}

const inputs = benchInputs(join(here, 'cases'), data)
const folder = mkdtempSync(join(tmpdir(), 'evidence-bench-'))
const r = rVersion()
const results: TaskTimes[] = []
try {
  const inputsFile = join(folder, 'inputs.json')
  if (r !== null) writeFileSync(inputsFile, writtenInputs(inputs))
  else console.log('Rscript is not installed: the engine is timed alone.')
  for (const task of benchTasks) {
    if (wanted.length > 0 && !wanted.includes(task.id)) continue
    if (inputs.outcomes === null && ['B9', 'B10'].includes(task.id)) {
      console.log(`${task.id} is left out: the data file prop99_wide.csv is not there.`)
      continue
    }
    const times = runTask(task, inputs, r === null ? null : inputsFile)
    results.push(times)
    console.log(JSON.stringify(times))
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}

const whole = wanted.length === 0
const report = benchReport(results, {
  processor: processorName(),
  cores: availableParallelism(),
  node: process.version,
  r,
  scaling: whole ? scalingChecks() : [],
  tenThousandChartsMs: whole ? tenThousandCharts() : null,
  cases: whole ? caseThroughput(existsSync(data) ? join(data, '..') : join(here, 'cases')) : null,
  memoryMegabytes: whole ? peakMemoryMegabytes() : null,
  load: loadavg()[2] ?? null,
})
console.log(report)
if (words.includes('--write')) writeFileSync(join(here, 'bench.md'), report)
