import { boundariesOfLooks } from '@uskalla/evidence'
import { addDays } from '../platform/format.ts'
import type { Plan } from './plan.ts'

/** Looks at the result along the way that a plan may agree on, the one at the end included. */
export const fewestLooks = 2
export const mostLooks = 5

/** One agreed look. */
export interface Look {
  /** From 1. */
  number: number
  /** ISO day whose readings are the last to be looked at. */
  day: string
}

/** The agreed looks of a plan, evenly over the trial, the last on its last day. Empty where none were agreed. */
export function agreedLooks({ design, startsOn, endsOn }: Plan): Look[] {
  const looks = design?.looks ?? 0
  if (looks < fewestLooks || startsOn === null || endsOn === null) return []
  const days = Math.round((Date.parse(endsOn) - Date.parse(startsOn)) / 86_400_000)
  return Array.from({ length: looks }, (_, index) => ({
    number: index + 1,
    day: addDays(startsOn, Math.round((days * (index + 1)) / looks)),
  }))
}

/** What agreed looks ask for, so that looking often raises no false alarms. */
export interface LookBoundaries {
  /** How many times its standard error a change must be at each look. */
  criticalZ: number[]
  /** How rarely such a change may come by chance at each look, in either direction, 0–1. */
  chances: number[]
  /** How many times wider the range at the end is than without looks along the way. */
  widening: number
}

/** z-value of a 95 % range without looks along the way. */
const plainZ = 1.959963984540054

/**
 * Boundaries for this many looks by a spending function of O'Brien and Fleming's kind: very strict at first, near the plain
 * range at the end. Undefined for numbers of looks that cannot be agreed on. Source: Lan and DeMets 1983, by the engine.
 */
export function boundariesFor(looks: number): LookBoundaries | undefined {
  if (!Number.isInteger(looks) || looks < fewestLooks || looks > mostLooks) return undefined
  const found = boundariesOfLooks({
    shape: { kind: 'spend-like-obrien-fleming' },
    informationRates: Array.from({ length: looks }, (_, index) => (index + 1) / looks),
  })
  if (!found.ok) return undefined
  const { criticalZ, stageLevels } = found.value
  return {
    criticalZ,
    chances: stageLevels.map((level) => 2 * level),
    widening: (criticalZ.at(-1) ?? plainZ) / plainZ,
  }
}
