import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays, dayOf } from '../app/platform/format.ts'
import { withoutBrowser } from './chromium.ts'
import { fourKinds, type Kind, weeksOfTrial } from './four-kinds.ts'
import { openPassingTime, type PassingTime } from './passing-time.ts'
import { pointer } from './person.ts'
import { addsFigures, freezes, PlanWriter, writesAPlan } from './plan-writer.ts'
import { ways } from './trial.ts'

/** The last Monday from which on a trial is over today, and the Monday on which the first trials start. */
const adoptionStarts = lastMondayUpTo(addDays(dayOf(new Date()), -weeksOfTrial * 7))
const firstStarts = addDays(adoptionStarts, -weeksOfTrial * 7)

function lastMondayUpTo(day: string): string {
  const weekday = (new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7
  return addDays(day, -weekday)
}

describe.skipIf(withoutBrowser)('four kinds of experiment, from the plan to the pooled lesson', () => {
  let time: PassingTime
  const frozen = new Map<Kind, { path: string; fingerprint: string }>()

  beforeAll(async () => {
    time = await openPassingTime(firstStarts)
  }, 180_000)
  afterAll(() => time.close())

  test.each(fourKinds)('$kind: planned in ten minutes, and frozen', async (trial) => {
    const kaisa = await time.arrives(ways.desktop, 'employee')
    const writer = new PlanWriter(kaisa.page, pointer)
    await writesAPlan(writer, trial, time.today())
    console.log(`  Plan “${trial.kind}”: ${writer.counted()}`)
    expect(writer.answers).toBeLessThanOrEqual(14)
    expect(writer.screens).toBeLessThanOrEqual(11)
    await addsFigures(kaisa, trial)
    frozen.set(trial.kind, await freezes(kaisa))
    await kaisa.page.context().close()
  })
})
