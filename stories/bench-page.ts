import { readFileSync, readdirSync } from 'node:fs'
import { Agent, get } from 'node:http'
import { join } from 'node:path'

/** How one page did. Times from sending the request to the last byte. */
export interface PageMeasure {
  status: number
  pagesPerSecond: number
  p50Ms: number
  p95Ms: number
  /** Application and database together, without the client; 0 where the system does not tell. */
  cpuMsPerPage: number
  /** Body as sent, compressed. */
  kilobytes: number
}

/** Asks for one page over and over on several connections, after a second of warming up. */
export async function measurePage(options: {
  url: string
  seconds: number
  connections: number
  /** Asks as somebody with a cookie, for whom every page is made anew. */
  personal?: boolean
  /** Process id of the application. */
  application: number
  dataFolder: string
}): Promise<PageMeasure> {
  const agent = new Agent({ keepAlive: true, maxSockets: options.connections })
  const headers = {
    'accept-encoding': 'gzip',
    ...(options.personal ? { cookie: 'uskalla_session=nobody' } : {}),
  }
  const run = (seconds: number) => load(options.url, agent, headers, options.connections, seconds)
  await run(1)
  const cpuBefore = cpuMs(options.application, options.dataFolder)
  const started = performance.now()
  const answers = await run(options.seconds)
  const elapsedMs = performance.now() - started
  const cpu = cpuMs(options.application, options.dataFolder) - cpuBefore
  agent.destroy()
  const times = answers.map((answer) => answer.ms).sort((a, b) => a - b)
  const quantile = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
  return {
    status: answers[0]?.status ?? 0,
    pagesPerSecond: (answers.length / elapsedMs) * 1_000,
    p50Ms: quantile(0.5),
    p95Ms: quantile(0.95),
    cpuMsPerPage: Math.max(0, cpu / answers.length),
    kilobytes: (answers[0]?.bytes ?? 0) / 1_000,
  }
}

interface Answer {
  status: number
  ms: number
  bytes: number
}

async function load(
  url: string,
  agent: Agent,
  headers: Record<string, string>,
  connections: number,
  seconds: number,
): Promise<Answer[]> {
  const end = performance.now() + seconds * 1_000
  const answers: Answer[] = []
  const one = async () => {
    while (performance.now() < end) answers.push(await ask(url, agent, headers))
  }
  await Promise.all(Array.from({ length: connections }, one))
  return answers
}

function ask(url: string, agent: Agent, headers: Record<string, string>): Promise<Answer> {
  const started = performance.now()
  return new Promise((resolve, reject) => {
    const request = get(url, { agent, headers }, (response) => {
      let bytes = 0
      response.on('data', (chunk: Buffer) => (bytes += chunk.length))
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, ms: performance.now() - started, bytes }),
      )
    })
    request.on('error', reject)
  })
}

/**
 * The most memory that the application's worker has had at any moment, in megabytes (resident set size). Linux only;
 * otherwise, or while there is no worker, undefined.
 */
export function mostWorkerMegabytes(application: number): number | undefined {
  try {
    const worker = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(usage)
      .find((one) => one?.parent === application && commandOf(one.id).includes('worker.js'))
    const status = worker && readFileSync(`/proc/${worker.id}/status`, 'utf8')
    return status === undefined ? undefined : Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1]) / 1_024
  } catch {
    return undefined
  }
}

function commandOf(processId: number): string {
  try {
    return readFileSync(`/proc/${processId}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}

/** CPU time the application and every process of its database have used, in milliseconds. Linux only. */
export function cpuMs(application: number, dataFolder: string): number {
  return processesOf(application, dataFolder).reduce((sum, one) => sum + one.cpuMs, 0)
}

/**
 * Memory of the application and its database together, in megabytes, with its worker: proportional set size, in which what processes share
 * counts once. Linux only, and for those who may read it; otherwise undefined.
 */
export function memoryMegabytes(application: number, dataFolder: string): number | undefined {
  try {
    const kilobytes = processesOf(application, dataFolder).map(({ id }) =>
      Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${id}/smaps_rollup`, 'utf8'))?.[1]),
    )
    return kilobytes.length === 0 ? undefined : kilobytes.reduce((sum, one) => sum + one, 0) / 1_024
  } catch {
    return undefined
  }
}

function processesOf(application: number, dataFolder: string): Usage[] {
  try {
    const postmaster = Number(
      readFileSync(join(dataFolder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0],
    )
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(usage)
      .filter((one) => one !== undefined)
      .filter(
        (one) =>
          one.id === application ||
          one.parent === application ||
          one.id === postmaster ||
          one.parent === postmaster,
      )
  } catch {
    return []
  }
}

interface Usage {
  id: number
  parent: number
  cpuMs: number
}

function usage(name: string): Usage | undefined {
  try {
    // After the name in brackets: state, parent, …; the 14th to 17th fields are user and system time in 1/100 s, its own and
    // that of children that have ended, such as connections of the database.
    const fields = readFileSync(`/proc/${name}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
    return {
      id: Number(name),
      parent: Number(fields[1]),
      cpuMs: fields.slice(11, 15).reduce((sum, hundredths) => sum + Number(hundredths), 0) * 10,
    }
  } catch {
    return undefined
  }
}
