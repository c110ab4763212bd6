import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { constants, getPriority, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest'
import { startWorkerProcess, type WorkerProcess } from './worker-process.ts'

const folder = mkdtempSync(join(tmpdir(), 'uskalla-worker-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const here = import.meta.dirname
const begins = { url: 'postgresql://nobody@nowhere/nothing', alone: true }
// On a busy machine a process may wait long for its turn.
const soon = { timeout: 150_000, interval: 20 }
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

/** A worker as a file that runs `code`; `told` writes a line that the test reads. */
function program(name: string, code: string): { file: string; lines: () => string[] } {
  const file = join(folder, `${name}.ts`)
  const notes = join(folder, `${name}.txt`)
  writeFileSync(
    file,
    `import { appendFileSync } from 'node:fs'
import { liveAsWorker } from ${JSON.stringify(join(here, 'live-as-worker.ts'))}
const told = (line) => appendFileSync(${JSON.stringify(notes)}, line + '\\n')
${code}`,
  )
  return {
    file,
    lines: () =>
      existsSync(notes)
        ? readFileSync(notes, 'utf8')
            .split('\n')
            .filter((line) => line !== '')
        : [],
  }
}

const steady = (name: string) =>
  program(
    name,
    `liveAsWorker(async ({ url, alone }) => {
  told('begun ' + process.pid + ' ' + url + ' ' + alone)
  return { stop: async () => told('stopped') }
})`,
  )

function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0)
  } catch {
    return false
  }
  // One that has ended and that nobody has asked about yet is still listed, where there is such a list.
  const status = `/proc/${processId}/status`
  return !existsSync(status) || !/^State:\s+Z/m.test(readFileSync(status, 'utf8'))
}

describe('a worker in a process of its own', () => {
  let worker: WorkerProcess | undefined
  const ends: { code: number | null; signal: string | null; againInMs: number }[] = []
  afterEach(async () => {
    await worker?.stop()
    worker = undefined
    ends.length = 0
  })
  const run = (file: string) => {
    worker = startWorkerProcess({ program: file, begins, firstPauseMs: 20, ended: (how) => ends.push(how) })
    return worker
  }

  test('is told by the channel what to work with, and finishes in good order', async () => {
    const { file, lines } = steady('steady')
    const own = run(file)
    await vi.waitFor(() => expect(lines()).toHaveLength(1), soon)
    expect(lines()[0]).toBe(`begun ${own.processId()} ${begins.url} true`)
    expect(own.processId()).not.toBe(process.pid)
    // Where both want the same processor, pages come first.
    expect(getPriority(own.processId() ?? 0)).toBeGreaterThanOrEqual(constants.priority.PRIORITY_BELOW_NORMAL)
    const id = own.processId() ?? 0
    await own.stop()
    expect(lines()).toEqual([expect.stringMatching('begun'), 'stopped'])
    expect(isAlive(id)).toBe(false)
    expect(ends).toEqual([])
  })

  test('is begun anew when it was killed', async () => {
    const { file, lines } = steady('killed')
    const own = run(file)
    await vi.waitFor(() => expect(lines()).toHaveLength(1), soon)
    process.kill(own.processId() ?? 0, 'SIGKILL')
    await vi.waitFor(() => expect(lines()).toHaveLength(2), soon)
    expect(ends).toEqual([{ code: null, signal: 'SIGKILL', againInMs: 20 }])
    expect(own.processId()).toBeDefined()
  })

  test('one that cannot begin is tried again after longer and longer pauses', async () => {
    const { file } = program('broken', `liveAsWorker(async () => { throw new Error('no database') })`)
    run(file)
    await vi.waitFor(() => expect(ends.length).toBeGreaterThanOrEqual(3), soon)
    expect(ends.slice(0, 3).map((end) => [end.code, end.againInMs])).toEqual([
      [1, 20],
      [1, 40],
      [1, 80],
    ])
  })

  test('one that does not finish in time is ended', async () => {
    const { file, lines } = program(
      'stubborn',
      `liveAsWorker(async () => { told('begun'); return { stop: () => new Promise(() => {}) } })`,
    )
    const own = run(file)
    await vi.waitFor(() => expect(lines()).toHaveLength(1), soon)
    const id = own.processId() ?? 0
    await own.stop()
    expect(isAlive(id)).toBe(false)
  })

  test('Ctrl-C, which reaches both, leaves the ending to the application', async () => {
    const { file, lines } = steady('interrupted')
    const own = run(file)
    await vi.waitFor(() => expect(lines()).toHaveLength(1), soon)
    process.kill(own.processId() ?? 0, 'SIGINT')
    await own.stop()
    expect(lines().at(-1)).toBe('stopped')
    expect(ends).toEqual([])
  })
})

describe('a worker whose application was killed', () => {
  test.each(['idle', 'just beginning'])(
    'does not outlive it: %s',
    async (when) => {
      const idle = when === 'idle'
      const { file, lines } = idle
        ? steady('orphan')
        : program(
            'late',
            `told('begun ' + process.pid)\nawait new Promise((go) => setTimeout(go, 300))\nliveAsWorker(async () => ({ stop: async () => {} }))`,
          )
      const application = join(folder, `application-${idle}.ts`)
      writeFileSync(
        application,
        `import { startWorkerProcess } from ${JSON.stringify(join(here, 'worker-process.ts'))}
startWorkerProcess({ program: ${JSON.stringify(file)}, begins: ${JSON.stringify(begins)}, ended: () => {} })`,
      )
      const parent = spawn(process.execPath, [application], { stdio: 'ignore' })
      await vi.waitFor(() => expect(lines()).toHaveLength(1), soon)
      const id = Number(lines()[0]?.split(' ')[1])
      expect(isAlive(id)).toBe(true)
      parent.kill('SIGKILL')
      await vi.waitFor(() => expect(isAlive(id)).toBe(false), soon)
    },
    40_000,
  )
})

test('started by hand it says who starts it', async () => {
  const { file } = steady('by-hand')
  const child = spawn(process.execPath, [file], { stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr.on('data', (bytes: Buffer) => (said += bytes.toString()))
  const code = await new Promise((resolve) => child.once('exit', resolve))
  expect([code, said]).toEqual([2, expect.stringContaining('started by the application')])
})
