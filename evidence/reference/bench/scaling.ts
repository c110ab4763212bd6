import { readFileSync } from 'node:fs'
import { poolStudies } from '../../src/several-places/meta-analysis.ts'
import { splitShares } from '../../src/two-groups/split-test.ts'
import { poolValues } from '../../src/two-groups/usable-values.ts'
import { caseFiles } from '../run-folder.ts'
import { readCase, MissingDataFile } from '../case.ts'
import { runCase } from '../registry.ts'
import { chartSeries, madeUpStudies, rakingRows, twoGroups } from './inputs.ts'
import { chartAll, rakeAll } from './place-tasks.ts'
import { timeCalls } from './timing.ts'

/**
 * A scaling check: how much longer the large input takes than the small one, and how much longer it may take. Times are
 * means of all calls, so that clearing memory away, which falls on some calls only, counts in both.
 */
export interface Scaling {
  what: string
  smallMs: number
  largeMs: number
  growth: number
  /** Growth of n log n, or of the number of splits. */
  allowedGrowth: number
}

function scaling(what: string, small: () => unknown, large: () => unknown, allowedGrowth: number): Scaling {
  const smallMs = timeCalls(small).mean
  const largeMs = timeCalls(large).mean
  return { what, smallMs, largeMs, growth: largeMs / smallMs, allowedGrowth }
}

const nLogN = (small: number, large: number): number => (large * Math.log(large)) / (small * Math.log(small))

function exactSplits(size: number): () => number {
  const { first, second } = twoGroups(size)
  const { values, scale } = poolValues(first, second)
  return () => splitShares(values, size, scale).twoSided
}

/** The engine's own scaling checks. */
export function scalingChecks(): Scaling[] {
  const pool = (size: number): (() => unknown) => {
    const { effects, variances } = madeUpStudies(size)
    return () => poolStudies(effects, variances)
  }
  const chart = (count: number): (() => unknown) => {
    const series = chartSeries(count)
    return () => chartAll(series)
  }
  const rakeRows = (size: number): (() => unknown) => {
    const rows = rakingRows(size)
    return () => rakeAll(rows)
  }
  return [
    scaling('pool 309 → 2,000 studies', pool(309), pool(2000), nLogN(309, 2000)),
    scaling('all splits, 10 → 12 a side', exactSplits(10), exactSplits(12), 2_704_156 / 184_756),
    scaling('300 → 3,000 charts', chart(300), chart(3000), nLogN(10_800, 108_000)),
    scaling('rake 100,000 → 1,000,000 rows', rakeRows(100_000), rakeRows(1_000_000), nLogN(1e5, 1e6)),
  ]
}

/** Charts and rules of 10,000 experiments (36 points each) on one core, in milliseconds. */
export function tenThousandCharts(): number {
  const series = chartSeries(10_000)
  const start = process.hrtime.bigint()
  chartAll(series)
  return Number(process.hrtime.bigint() - start) / 1e6
}

/** Milliseconds per case for parsing, computing and writing the published cases until 1,000 have been run. */
export function caseThroughput(folder: string): { cases: number; msPerCase: number; leftOut: number } {
  const files = caseFiles(folder)
  const usable = files.filter((file) => {
    try {
      return readCase(file) !== null
    } catch (error) {
      if (error instanceof MissingDataFile) return false
      throw error
    }
  })
  let cases = 0
  let written = 0
  const start = process.hrtime.bigint()
  while (cases < 1000) {
    for (const file of usable) {
      const item = readCase(file)
      if (item === null) continue
      written += JSON.stringify(runCase(item)).length
      cases += 1
    }
  }
  const msPerCase = Number(process.hrtime.bigint() - start) / 1e6 / cases
  if (written === 0) throw new Error('nothing was written')
  return { cases, msPerCase, leftOut: files.length - usable.length }
}

/** Largest resident memory of this process so far, in megabytes. */
export function peakMemoryMegabytes(): number {
  return process.resourceUsage().maxRSS / 1024
}

/** Model name of the processor. */
export function processorName(): string {
  try {
    return /model name\s*:\s*(.*)/.exec(readFileSync('/proc/cpuinfo', 'utf8'))?.[1] ?? 'unknown'
  } catch {
    return 'unknown'
  }
}
