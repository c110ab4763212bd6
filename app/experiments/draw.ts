import { createHash, randomBytes } from 'node:crypto'
import { addDays, addMonths } from '../platform/format.ts'
import type { Plan } from './plan.ts'

/** Everything that is drawn: the places, or the times between which two versions take turns. Empty where nothing is drawn. */
export function thingsToDraw(plan: Plan): string[] {
  const { design } = plan
  if (!design?.byLot) return []
  return design.kind === 'two_versions' ? timesOfTrial(plan) : design.units
}

/** The first days of the times of a trial, by the rhythm of its design: weekdays, weeks, months or years. */
export function timesOfTrial(plan: Plan): string[] {
  const { startsOn, endsOn, design } = plan
  if (startsOn === null || endsOn === null || !design?.rhythm) return []
  const times: string[] = []
  for (let step = 0; times.length < 1_000; step++) {
    const day =
      design.rhythm === 'workday'
        ? addDays(startsOn, step)
        : design.rhythm === 'week'
          ? addDays(startsOn, step * 7)
          : addMonths(startsOn, design.rhythm === 'year' ? step * 12 : step)
    if (day > endsOn) break
    const weekday = new Date(`${day}T12:00:00Z`).getUTCDay()
    if (design.rhythm === 'workday' && (weekday === 0 || weekday === 6)) continue
    times.push(day)
  }
  return times
}

/** A seed nobody can guess: 64 hexadecimal digits. */
export function newSeed(): string {
  return randomBytes(32).toString('hex')
}

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')

/** What is made known of a seed before it is used: SHA-256 of its digits. */
export function commitmentTo(seed: string): string {
  return sha256(seed)
}

/** The number of one thing in the draw: SHA-256 of seed, fingerprint of the plan and name, with a blank between. */
export function numberInDraw(seed: string, planFingerprint: string, thing: string): string {
  return sha256(`${seed} ${planFingerprint} ${thing}`)
}

/** The drawn order: the things by their numbers, least first. Anyone can repeat it with any tool that computes SHA-256. */
export function drawnOrder(things: readonly string[], seed: string, planFingerprint: string): string[] {
  return things
    .map((thing) => ({ thing, number: numberInDraw(seed, planFingerprint, thing) }))
    .sort((a, b) => (a.number < b.number ? -1 : 1))
    .map(({ thing }) => thing)
}

/** The version in use at each time of a trial with two versions: the new one in the first half of the drawn order. */
export function versionOfTime(plan: Plan, order: readonly string[]): Map<string, string> {
  const [newVersion = '', oldVersion = ''] = plan.design?.units ?? []
  const half = Math.ceil(order.length / 2)
  return new Map(order.map((time, index) => [time, index < half ? newVersion : oldVersion]))
}
