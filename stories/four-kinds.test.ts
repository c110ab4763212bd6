import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays, dayOf } from '../app/platform/format.ts'
import { withoutBrowser } from './chromium.ts'
import {
  adopts,
  decidesAsAgreed,
  endsTheTrial,
  readsTheFamily,
  readsTheResult,
  recordsTheFinding,
  writesTheLesson,
} from './ends-in-a-lesson.ts'
import {
  fourKinds,
  type KindOfTrial,
  lastDayOf,
  type Municipality,
  readingsOf,
  type Trying,
  weeksOfTrial,
} from './four-kinds.ts'
import { openPassingTime, type PassingTime } from './passing-time.ts'
import { type Person, pointer } from './person.ts'
import { addsFigures, completesThePlan, freezes, PlanWriter, writesAPlan } from './plan-writer.ts'
import { ways } from './trial.ts'
import {
  findsThemCovered,
  logsToday,
  pastes,
  pastesAWrongName,
  repeatsTheDraw,
  sendsAFile,
} from './writes-readings.ts'

/** The last Monday from which on a trial is over today, and the Monday on which the first trials start. */
const adoptionStarts = lastMondayUpTo(addDays(dayOf(new Date()), -weeksOfTrial * 7))
const firstStarts = addDays(adoptionStarts, -weeksOfTrial * 7)

function lastMondayUpTo(day: string): string {
  const weekday = (new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7
  return addDays(day, -weekday)
}

type Tried = Trying & { path: string; readings: ReturnType<typeof readingsOf> }

describe.skipIf(withoutBrowser)('four kinds of experiment, from the plan to the pooled lesson', () => {
  let time: PassingTime
  const tried = new Map<string, Tried>()
  const triedIn = (municipality: Municipality, { kind }: KindOfTrial): Tried => {
    const found = tried.get(`${municipality} ${kind}`)
    if (!found) throw new Error(`${kind} was not begun in ${municipality}.`)
    return found
  }

  beforeAll(async () => {
    time = await openPassingTime(firstStarts)
  }, 180_000)
  afterAll(() => time.close())

  /** Freezes the plan; anybody looks at the draw, and what was read before the start is written down. */
  async function begins(
    [person, anybody]: readonly [Person, Person],
    trial: KindOfTrial,
    municipality: Municipality,
  ): Promise<Tried> {
    const frozen = await freezes(person)
    const where = { municipality, startsOn: time.today() }
    const order = trial.kind === 'before_after' ? [] : await repeatsTheDraw(anybody, frozen, trial, where)
    const readings = readingsOf(trial, { ...where, order })
    const begun = { ...where, order, path: frozen.path, readings }
    tried.set(`${municipality} ${trial.kind}`, begun)
    if (readings.before.length > 0) await pastes(person, begun.path, readings.before)
    return begun
  }

  describe('on the first day', () => {
    let kaisa: Person
    let anybody: Person
    beforeAll(async () => {
      kaisa = await time.arrives(ways.desktop, 'employee')
      anybody = await time.arrives(ways.withoutScript)
    })

    test.each(fourKinds)('$kind: planned in ten minutes, drawn, frozen, and covered', async (trial) => {
      const writer = new PlanWriter(kaisa.page, pointer)
      await writesAPlan(writer, trial, time.today())
      console.log(`  Plan “${trial.kind}”: ${writer.counted()}`)
      expect(writer.answers).toBeLessThanOrEqual(13)
      expect(writer.screens).toBeLessThanOrEqual(11)
      await addsFigures(kaisa, trial)
      const { path, readings } = await begins([kaisa, anybody], trial, 'Keitele')
      if (trial.kind === 'staggered') await pastesAWrongName(kaisa, path, readings.before)
      const [first] = readings.during
      if (first && (trial.kind === 'before_after' || trial.kind === 'two_versions'))
        await logsToday(kaisa, path, first, trial.measure.unit)
      else
        await pastes(
          kaisa,
          path,
          readings.during.filter(({ day }) => day === time.today()),
        )
      const stored = [...readings.before, ...readings.during].filter(({ day }) => day <= time.today()).length
      const until = { lastDay: lastDayOf(time.today()), readings: stored }
      await findsThemCovered(anybody, path, { ...until, ownReadings: false })
      await findsThemCovered(kaisa, path, { ...until, ownReadings: true })
    })
  })

  describe('five weeks later', () => {
    let kaisa: Person
    let leena: Person
    let arto: Person
    let anybody: Person
    beforeAll(async () => {
      await time.becomes(adoptionStarts)
      kaisa = await time.arrives(ways.desktop, 'employee')
      leena = await time.arrives(ways.withoutScript, 'leader')
      arto = await time.arrives(ways.withoutScript, 'ambassador')
      anybody = await time.arrives(ways.withoutScript)
    }, 180_000)

    test.each(fourKinds)('$kind: a result, a decision, a lesson, and somebody who adopts', async (trial) => {
      const { path, readings, ...trying } = triedIn('Keitele', trial)
      await pastes(
        kaisa,
        path,
        readings.during.filter(({ day }) => day > trying.startsOn),
      )
      await endsTheTrial(kaisa, path)
      await readsTheResult(kaisa, trial, trying)
      await recordsTheFinding(kaisa, trial, trying)
      await decidesAsAgreed(leena, trial, trying)
      await writesTheLesson(kaisa, path)
      await adopts(arto, path, trial)
      const writer = new PlanWriter(arto.page, pointer)
      await completesThePlan(writer, trial, time.today())
      console.log(`  Adopted plan “${trial.kind}”: ${writer.counted()}`)
      await begins([arto, anybody], trial, 'Haapavesi')
    })
  })

  describe('today', () => {
    let arto: Person
    let anybody: Person
    beforeAll(async () => {
      await time.becomes(dayOf(new Date()))
      arto = await time.arrives(ways.withoutScript, 'ambassador')
      anybody = await time.arrives(ways.withoutScript)
    }, 180_000)

    test.each(fourKinds)('$kind: the adopter’s result, and both together', async (trial) => {
      const { path, readings, ...trying } = triedIn('Haapavesi', trial)
      // Files are kept for a day by the database's clock, so they come today.
      if (trial.kind === 'before_after' || trial.kind === 'staggered')
        await pastes(arto, path, readings.during)
      else await sendsAFile(arto, path, readings.during)
      await endsTheTrial(arto, path)
      await readsTheResult(arto, trial, trying)
      const first = triedIn('Keitele', trial)
      await readsTheFamily(anybody, first.path, trial, [first, trying])
    })

    test('no job has failed on any day', () => {
      expect(time.failures()).toEqual([])
    })
  })
})
