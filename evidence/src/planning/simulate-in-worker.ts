import { Worker } from 'node:worker_threads'
import { type Finding, found } from '../finding.ts'
import type { SimulationProgress, SimulationTask } from './simulation-worker.ts'
import {
  type SimulatedPower,
  type SimulationOptions,
  checkSimulation,
  powerOfCount,
} from './simulate-power.ts'
import type { SimulatedTrial } from './simulated-trials.ts'

/** How to follow and stop a long simulation. */
export interface WorkerOptions extends SimulationOptions {
  /** Called with the share of runs done (0–1) and the result so far. */
  onProgress?: (share: number, soFar: SimulatedPower) => void
  /** Aborting it stops the worker; the promise is then rejected with the signal's reason. */
  signal?: AbortSignal
}

/** The worker reports after a fiftieth of the runs, or after this many when a fiftieth is more. */
const mostRunsBetweenMessages = 5000

/**
 * Simulates power in a worker thread of Node, so that a server goes on answering meanwhile; same plan, runs and seed
 * give the same answer as in the calling thread. Refuses what `simulatePower` refuses. Rejects when the signal is
 * aborted or the worker fails.
 */
export function simulateInWorker(
  plan: SimulatedTrial,
  options: WorkerOptions = {},
): Promise<Finding<SimulatedPower>> {
  const { runs = 20_000, seed = 1, onProgress, signal } = options
  const problem = checkSimulation(plan, runs)
  if (problem !== null) return Promise.resolve(problem)
  if (signal?.aborted) return Promise.reject(signal.reason as Error)
  const task: SimulationTask = {
    plan,
    runs,
    seed,
    chunk: Math.min(Math.ceil(runs / 50), mostRunsBetweenMessages),
  }
  // Published as JavaScript the worker's file ends in .js, run from source in .ts.
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
  const worker = new Worker(new URL(`./simulation-worker.${extension}`, import.meta.url), {
    workerData: task,
  })
  return new Promise((resolve, reject) => {
    const stop = () => {
      void worker.terminate()
      reject(signal?.reason as Error)
    }
    const settle = (finish: () => void) => {
      signal?.removeEventListener('abort', stop)
      finish()
    }
    signal?.addEventListener('abort', stop, { once: true })
    worker.on('message', ({ done, rejections }: SimulationProgress) => {
      if (signal?.aborted) return
      onProgress?.(done / runs, powerOfCount(rejections, done))
      if (done === runs) settle(() => resolve(found(powerOfCount(rejections, runs))))
    })
    worker.on('error', (error) => settle(() => reject(error)))
  })
}
