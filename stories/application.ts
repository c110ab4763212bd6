import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { buildFolder, productFolder } from '../app/platform/folders.ts'

/** The built application in a process of its own, as an operator runs it. */
export interface Application {
  /** Address without a slash at the end. */
  url: string
  process: ChildProcess
  /** From the start of the process to its first answer, in milliseconds. */
  startMs: number
  /** What it has written, to standard and error output. */
  output: () => string
  /** Ends it as a power cut would and returns when it is gone. The database server stays. */
  kill: () => Promise<void>
  /** Asks it to end and returns its exit code; null when a signal ended it. */
  stop: () => Promise<number | null>
}

/**
 * Starts the built application and waits for its first answer. Throws with what it wrote when it ends before that or
 * takes more than two minutes.
 */
export async function startApplication(options: {
  dataFolder: string
  port?: number
  environment?: Record<string, string>
}): Promise<Application> {
  const program = join(buildFolder, 'main.js')
  if (!existsSync(program)) throw new Error('There is no build: run “npm run build” first.')
  const port = options.port ?? (await freePort())
  const url = `http://localhost:${port}`
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(npm_|VITEST|NODE_ENV|CI$|DATABASE_URL|BASE_URL)/.test(name),
  )
  const started = performance.now()
  const child = spawn(process.execPath, [program], {
    cwd: productFolder,
    env: {
      ...Object.fromEntries(inherited),
      PORT: String(port),
      USKALLA_DATA: options.dataFolder,
      ...options.environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let written = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (written += chunk.toString()))
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))

  while (!(await answers(`${url}/terveys/elossa`))) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`The application ended at its start:\n${written}`)
    if (performance.now() - started > 120_000) {
      child.kill('SIGKILL')
      throw new Error(`The application did not answer within two minutes:\n${written}`)
    }
    await wait(15)
  }
  return {
    url,
    process: child,
    startMs: performance.now() - started,
    output: () => written,
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
    async stop() {
      child.kill('SIGTERM')
      return ended
    },
  }
}

/** A port nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise<void>((resolve) => server.close(() => resolve()))
  if (typeof address !== 'object' || address === null) throw new Error('No port is free.')
  return address.port
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok
  } catch {
    return false
  }
}
