import type { Finding } from '../../src/finding.ts'
import type { BenchInputs } from './inputs.ts'

/** How far an engine figure may be from R's: relative, absolute, or both added. */
export interface Allowed {
  rel?: number
  abs?: number
}

/** One task of the benchmark. */
export interface BenchTask {
  id: string
  what: string
  /** R package (or stand-in) that it is set against. */
  package: string
  /** Largest engine time as a share of R's. */
  target: number
  /** Size of the input. */
  n: number
  /** Prepares outside the clock and gives the call to be timed. */
  prepare: (inputs: BenchInputs) => () => unknown
  /** The figures of one result that are compared with R's, by name. */
  figures: (result: unknown) => Record<string, number | number[]>
  allowed: Allowed
}

/** A task whose result type stays inside it. */
export function task<T>(
  description: Omit<BenchTask, 'prepare' | 'figures'>,
  prepare: (inputs: BenchInputs) => () => T,
  figures: (result: T) => Record<string, number | number[]>,
): BenchTask {
  return { ...description, prepare, figures: (result) => figures(result as T) }
}

/** The figures of a finding; a refusal ends the run. */
export function valueOf<T>(finding: Finding<T>): T {
  if (!finding.ok) throw new Error(finding.refusal.why)
  return finding.value
}
