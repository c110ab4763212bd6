import { readdirSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { MalformedCase, MissingDataFile, readCase, type CaseResult } from './case.ts'
import { compare, type Comparison } from './compare.ts'
import { runCase } from './registry.ts'

/** What came of one case file. */
export interface Outcome {
  id: string
  method: string
  result: CaseResult | null
  comparison: Comparison | null
  /** Why there is no result. */
  error: string | null
  /** True when the reason is a data file that is not there. */
  missingData: boolean
}

/** Every JSON file below a folder in alphabetical order, `index.json` and folders called `data` left out. */
export function caseFiles(folder: string): string[] {
  const files: string[] = []
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  )) {
    const place = join(folder, entry.name)
    if (entry.isDirectory()) {
      if (entry.name !== 'data') files.push(...caseFiles(place))
    } else if (entry.name.endsWith('.json') && entry.name !== 'index.json') files.push(place)
  }
  return files
}

/** Runs one case file; null when the file is no case. */
export function runFile(file: string): Outcome | null {
  let id = file
  let method = ''
  try {
    const item = readCase(file)
    if (item === null) return null
    id = item.id
    method = item.method
    const result = runCase(item)
    return { id, method, result, comparison: compare(item, result), error: null, missingData: false }
  } catch (error) {
    const why = error instanceof MalformedCase ? error.message : `unexpected: ${String(error)}`
    const missingData = error instanceof MissingDataFile
    return { id, method, result: null, comparison: null, error: why.split('\n')[0]!, missingData }
  }
}

const filesWorthAWorker = 150

/** Runs every case below a folder, in several threads when there are many, and gives the outcomes in file order. */
export async function runFolder(folder: string): Promise<Outcome[]> {
  const files = caseFiles(folder)
  const threads = Math.min(availableParallelism(), Math.floor(files.length / filesWorthAWorker))
  if (threads < 2) return files.map(runFile).filter((outcome) => outcome !== null)
  const outcomes: (Outcome | null)[] = files.map(() => null)
  await Promise.all(
    Array.from({ length: threads }, (_, thread) => {
      const places = files.map((_, i) => i).filter((i) => i % threads === thread)
      return runInWorker(places.map((i) => files[i]!)).then((part) =>
        part.forEach((outcome, k) => {
          outcomes[places[k]!] = outcome
        }),
      )
    }),
  )
  return outcomes.filter((outcome) => outcome !== null)
}

function runInWorker(files: string[]): Promise<(Outcome | null)[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: { caseFiles: files } })
    worker.once('message', (part: (Outcome | null)[]) => resolve(part))
    worker.once('error', reject)
  })
}

const given: unknown = workerData
if (!isMainThread && typeof given === 'object' && given !== null && 'caseFiles' in given) {
  parentPort?.postMessage((given.caseFiles as string[]).map(runFile))
}
