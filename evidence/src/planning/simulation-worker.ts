import { parentPort, workerData } from 'node:worker_threads'
import { createRandom } from '../numbers/random.ts'
import { type SimulatedTrial, countRejections, makeTrial } from './simulated-trials.ts'

/** What the worker is asked for. */
export interface SimulationTask {
  plan: SimulatedTrial
  runs: number
  seed: number
  /** Runs between two messages. */
  chunk: number
}

/** What the worker reports: runs done so far and rejections among them. */
export interface SimulationProgress {
  done: number
  rejections: number
}

const task = workerData as SimulationTask
const trial = makeTrial(task.plan)
const random = createRandom(task.seed)
const progress: SimulationProgress = { done: 0, rejections: 0 }
while (progress.done < task.runs) {
  const runs = Math.min(task.chunk, task.runs - progress.done)
  progress.rejections += countRejections(trial, random, runs)
  progress.done += runs
  parentPort?.postMessage({ ...progress })
}
