import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exampleMeasure, examplePlan, saveExampleExperiment } from '../experiments/experiments.examples.ts'
import { agreedLooks, boundariesFor, designOf, experimentById, type Plan } from '../experiments/index.ts'
import { saveExampleReadings } from '../measurements/measurements.examples.ts'
import { asSystem } from '../platform/database/acting.ts'
import { addDays } from '../platform/format.ts'
import { createTestSite } from '../test-site.ts'
import { keepEvaluation } from './keep-evaluation.ts'
import { takenLooksOf } from './look-store.ts'
import { judgeLook, takeDueLooks } from './take-looks.ts'

const measure = exampleMeasure({ baseline: null })
// Eight weeks from 16 March to 8 May.
const plan: Plan = examplePlan({
  measures: [measure],
  design: { ...designOf('before_after'), watched: true, looks: 3 },
})

describe('agreed looks', () => {
  test('lie evenly over the trial, the last on its last day; without an agreement there are none', () => {
    expect(agreedLooks(plan).map((look) => look.day)).toEqual(['2026-04-03', '2026-04-20', '2026-05-08'])
    expect(agreedLooks({ ...plan, design: designOf('before_after') })).toEqual([])
    expect(agreedLooks({ ...plan, endsOn: null })).toEqual([])
  })

  test('ask for most at first and for a little more than one look at the end', () => {
    const found = boundariesFor(3)
    if (!found) throw new Error('no boundaries')
    // Three equal looks of Lan and DeMets' O'Brien-Fleming kind: 3.710, 2.511, 1.993.
    expect(found.criticalZ.map((z) => Number(z.toFixed(3)))).toEqual([3.71, 2.511, 1.993])
    expect(found.widening).toBeCloseTo(1.993 / 1.96, 3)
    expect(boundariesFor(1)).toBeUndefined()
    expect(boundariesFor(6)).toBeUndefined()
  })

  const bounds = boundariesFor(3)!
  /** The wide range of the end around an estimate with this standard error. */
  const ranged = (estimate: number, error: number, p: number | null = null) => ({
    effect: { estimate, low: estimate - 1.993 * error, high: estimate + 1.993 * error },
    p,
  })
  test.each([
    ['clear at the end, not yet at the first look', ranged(-10, 4), 1, 'not_yet'],
    ['the same at the end', ranged(-10, 4), 3, 'better'],
    ['so clear that the first look passes', ranged(-10, 2.5), 1, 'better'],
    ['clearly the wrong way', ranged(10, 2.5), 1, 'worse'],
    ['an exact p goes before the range', ranged(-10, 2.5, 0.01), 1, 'not_yet'],
    ['nothing to judge', { effect: null, p: null }, 1, 'cannot_tell'],
    [
      'an amount without a range',
      { effect: { estimate: -9, low: null, high: null }, p: null },
      2,
      'cannot_tell',
    ],
  ] as const)('%s', (_, analysis, number, said) => {
    expect(judgeLook(measure, analysis, bounds, number).said).toBe(said)
  })
})

describe('a trial with agreed looks', () => {
  let site: Awaited<ReturnType<typeof createTestSite>>
  beforeAll(async () => {
    site = await createTestSite()
  })
  afterAll(() => site.close())

  /** Twenty days before around 62, then around 62 + change until 8 May. */
  async function trial(change: number) {
    const id = site.newId()
    await asSystem(site.database, async (database) => {
      await saveExampleExperiment(database, { id, newId: site.newId, at: site.clock.now, plan })
      await saveExampleReadings(database, {
        experimentId: id,
        measureId: measure.id,
        newId: site.newId,
        at: site.clock.now,
        readings: Array.from({ length: 73 }, (_, index) => ({
          day: addDays('2026-03-16', index - 20),
          value: (index < 20 ? 62 : 62 + change) + ((index * 7) % 10) - 4.5,
        })),
      })
    })
    return id
  }

  async function morning(id: string, day: string) {
    site.clock.now = new Date(`${day}T04:10:00Z`)
    return asSystem(site.database, async (database) => {
      const experiment = await experimentById(database, id)
      if (!experiment) throw new Error('gone')
      await keepEvaluation(database, experiment, site.clock.now)
      await takeDueLooks(database, experiment, site.clock.now)
      return takenLooksOf(database, id)
    })
  }

  test('shows its chart and readings to all, and takes each look once, on the readings up to its day', async () => {
    const id = await trial(-1)
    expect(await morning(id, '2026-04-03')).toEqual([])
    const looks = await morning(id, '2026-04-05')
    expect(looks).toMatchObject([{ number: 1, day: '2026-04-03', said: 'not_yet', readings: 39 }])
    const visitor = await site.browser()
    const page = await visitor.get(`/fi/kokeilut/${id}/tulos`)
    for (const words of ['Sovitut katselmukset', 'Raja ei ylittynyt', '1 / 3', 'tulossa', 'class="drawing'])
      expect(page.text, words).toContain(words)
    expect(page.text).not.toContain('todennäköisesti')
    expect((await visitor.get(`/fi/kokeilut/${id}/mittaukset`)).text).toContain('<td')
    expect((await morning(id, '2026-04-22')).map((look) => look.number)).toEqual([1, 2])
    await expect(
      asSystem(site.database, (database) =>
        database
          .updateTable('experiment_looks')
          .set({ said: 'better' })
          .where('experiment_id', '=', id)
          .execute(),
      ),
    ).rejects.toThrow(/stays as it was taken/)
    for (const [path, words] of [
      [`/sv/forsok/${id}/resultat`, 'Gränsen passerades inte'],
      [`/en/experiments/${id}/result`, 'The boundary was not passed'],
    ] as const)
      expect((await visitor.get(path)).text).toContain(words)
  })

  test('tells everything at once when a boundary is passed, and looking is no peeking', async () => {
    const id = await trial(-20)
    expect(await morning(id, '2026-04-05')).toMatchObject([{ number: 1, said: 'better' }])
    const page = await (await site.browser()).get(`/fi/kokeilut/${id}/tulos`)
    expect(page.text).toContain('Raja ylittyi toivottuun suuntaan')
    expect(page.text).toContain('g vähemmän (todennäköisesti')
    expect(page.text).not.toContain('Tuloksia katsottiin ennen loppua')
  })

  test('is agreed in the plan, where its price is told before the start', async () => {
    const id = site.newId()
    site.clock.now = new Date('2026-03-11T08:00:00Z')
    await asSystem(site.database, (database) =>
      saveExampleExperiment(database, {
        id,
        newId: site.newId,
        at: site.clock.now,
        state: 'draft',
        plan: examplePlan({ measures: [measure], design: designOf('before_after') }),
      }),
    )
    const employee = await site.browser('employee')
    const path = `/fi/kokeilut/${id}/suunnitelma/5`
    const fields = { designKind: 'before_after', rhythm: 'workday', weeksBefore: '4', after: 'next' }
    const chosen = await employee.fillIn(path, { ...fields, watched: 'looks' })
    expect(chosen.status).toBe(303)
    const page = await employee.follow(chosen)
    expect(page.text).toContain('Montako katselmusta?')
    expect(page.text).toMatch(/Katselmusten hinta: lopullinen vaihteluväli on noin 2\s%/)
    await employee.fillIn(path, { ...fields, watched: 'looks', looks: '2' })
    expect((await experimentById(site.database, id))?.plan.design).toMatchObject({ watched: true, looks: 2 })
    await employee.fillIn(path, { ...fields, watched: 'covered', looks: '2' })
    const { design } = (await experimentById(site.database, id))?.plan ?? {}
    expect(design?.watched).toBe(false)
    expect(design).not.toHaveProperty('looks')
  })
})
