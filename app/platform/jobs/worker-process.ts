import { type ChildProcess, fork } from 'node:child_process'
import { constants, setPriority } from 'node:os'

/** What the worker is told when it begins; by the channel between the two, so that no list of processes shows it. */
export interface WorkerBegins {
  /** The owner's address of the database. */
  url: string
  /** True when no other worker can be alive. */
  alone: boolean
}

/** A worker in a process of its own. */
export interface WorkerProcess {
  /** Id of the process at this moment; undefined between its end and its next beginning. */
  processId: () => number | undefined
  /** Lets it finish what it does, at most seven seconds, and ends it for good. */
  stop: () => Promise<void>
  /** Ends it without waiting. */
  endAtOnce: () => void
}

/** What the heap of a worker may take; what it needs beside it keeps the whole process under 300 MB. */
const heapMegabytes = 160

const longestPauseMs = 30_000
/** A worker that lived this long has begun well: the next pause is a short one again. */
const livedWellMs = 60_000
/** Longer than a worker takes to finish what it does. */
const patienceMs = 7_000

/** Where both want the same processor, pages come first. */
function givePagesTheWay(processId: number): void {
  try {
    setPriority(processId, constants.priority.PRIORITY_BELOW_NORMAL)
  } catch {
    // It has ended already, or the system knows no priorities: it works as well without.
  }
}

/**
 * Keeps a worker running in a process of its own, so that no page waits for what it computes. One that ends is begun anew,
 * after half a second, a second, two, at most thirty. It writes its log to this process's own output, and ends with it,
 * however it ends.
 */
export function startWorkerProcess({
  program,
  begins,
  ended,
  firstPauseMs = 500,
}: {
  /** The file to run. */
  program: string
  begins: WorkerBegins
  /** Called when it has ended by itself, with the pause before it is begun anew. */
  ended: (how: { code: number | null; signal: string | null; againInMs: number }) => void
  firstPauseMs?: number
}): WorkerProcess {
  let child: ChildProcess | undefined
  let timer: NodeJS.Timeout | undefined
  let pauseMs = firstPauseMs
  let over = false

  const begin = () => {
    const born = performance.now()
    const own = fork(program, [], {
      execArgv: [...process.execArgv, `--max-old-space-size=${heapMegabytes}`],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    child = own
    if (own.pid !== undefined) givePagesTheWay(own.pid)
    let gone = false
    const end = (code: number | null, signal: string | null) => {
      if (gone) return
      gone = true
      if (child === own) child = undefined
      if (over) return
      if (performance.now() - born > livedWellMs) pauseMs = firstPauseMs
      ended({ code, signal, againInMs: pauseMs })
      timer = setTimeout(begin, pauseMs)
      pauseMs = Math.min(longestPauseMs, pauseMs * 2)
    }
    own.once('exit', end)
    // It could not be started at all, or its channel broke; an end that follows is the same end.
    own.on('error', () => end(null, null))
    own.send({ begins }, () => {})
  }
  begin()

  return {
    processId: () => child?.pid,
    async stop() {
      over = true
      clearTimeout(timer)
      const ending = child
      if (ending === undefined || ending.exitCode !== null || ending.signalCode !== null) return
      const gone = new Promise<void>((resolve) => ending.once('exit', () => resolve()))
      if (ending.connected) ending.send('stop', () => {})
      else ending.kill('SIGKILL')
      const impatience = setTimeout(() => ending.kill('SIGKILL'), patienceMs)
      await gone
      clearTimeout(impatience)
    },
    endAtOnce() {
      over = true
      clearTimeout(timer)
      child?.kill('SIGKILL')
    },
  }
}
