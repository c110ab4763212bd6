import { describe, expect, it } from 'vitest'
import { designOf, type Design, unitsFromLines } from './design.ts'
import { examplePlan } from './experiments.examples.ts'
import { emptyPlan, type Plan } from './plan.ts'
import { minutesLeft, planSteps } from './plan-steps.ts'
import { planFingerprint } from './plan-document.ts'
import { designProspectOf, seenAgainstWorthwhile } from './prospect.ts'
import { withTemplate } from './start-plan.ts'
import { missingBeforeStart } from './start-checklist.ts'

const today = '2026-03-10'
const schools = (count: number) => Array.from({ length: count }, (_, index) => `Koulu ${index + 1}`)

/** Eight weeks from 16 March, with a design. */
function plan(kind: Design['kind'], change: Partial<Design> = {}): Plan {
  return examplePlan({ design: { ...designOf(kind), ...change } })
}

function prospect(of: Plan) {
  const found = designProspectOf(of)
  if (!found) throw new Error('the engine was not asked')
  return found
}

describe('what a design can tell before anything is measured', () => {
  it('counts the draws of 2 of 9 schools: 36, so that the most lopsided result comes once in 36', () => {
    const { choice } = prospect(plan('with_and_without', { units: schools(9), treatedCount: 2 }))
    expect(choice.possibleDraws).toBe(36)
    expect(choice.smallestP).toBeCloseTo(1 / 36, 12)
    expect(choice.method).toBe('cluster-randomisation-test')
  })

  it('says that 1 of 4 places is for learning: an effect cannot be shown, and no smallest change is promised', () => {
    const { choice, sees } = prospect(plan('with_and_without', { units: schools(4), treatedCount: 1 }))
    expect(choice.checks).toContain('learning-pilot')
    expect(sees).toBeNull()
  })

  it('counts the orders in which places can start', () => {
    expect(prospect(plan('staggered', { units: schools(4) })).choice.possibleDraws).toBe(24)
  })

  it('tells the smallest visible change in the unit of the measure once the usual span is told', () => {
    const untold = prospect(plan('before_after', { weeksBefore: 4 }))
    expect(untold.sees?.inUnit).toBe(false)
    const told = prospect(plan('before_after', { weeksBefore: 4, usualLow: 50, usualHigh: 74 }))
    expect(told.sees?.inUnit).toBe(true)
    // The spread is a quarter of the span: 6 g.
    expect(told.sees?.size).toBeCloseTo((untold.sees?.size ?? 0) * 6, 9)
  })

  it('holds the smallest visible change against the one that was agreed to be worth having', () => {
    const of = plan('before_after', { weeksBefore: 8, usualLow: 61, usualHigh: 63 })
    expect(seenAgainstWorthwhile(of, prospect(of).sees)).toBe('enough')
    const coarse = plan('before_after', { weeksBefore: 4, usualLow: 20, usualHigh: 100 })
    expect(seenAgainstWorthwhile(coarse, prospect(coarse).sees)).toBe('too_coarse')
    expect(seenAgainstWorthwhile(of, { size: 1, inUnit: false })).toBeUndefined()
  })

  it('knows that a lot raises the level, and only offers it where nothing was drawn', () => {
    const chosen = prospect(plan('with_and_without', { units: schools(9), treatedCount: 4, byLot: false }))
    expect(chosen.stronger).toContainEqual({ kind: 'by_lot', levelBefore: 3, levelAfter: 5 })
    const drawn = prospect(plan('with_and_without', { units: schools(9), treatedCount: 4 }))
    expect(drawn.stronger.map((one) => one.kind)).not.toContain('by_lot')
  })

  it('knows that weeks of measuring before the start turn a run chart into a series with a level of its own', () => {
    const short = prospect(plan('before_after', { rhythm: 'week', weeksBefore: 8 }))
    expect(short.choice.method).toBe('run-chart')
    expect(short.stronger).toContainEqual(
      expect.objectContaining({ kind: 'weeks_before', levelBefore: 1, levelAfter: 2 }),
    )
  })

  it('offers one more school with the draws it gives', () => {
    const { stronger } = prospect(plan('with_and_without', { units: schools(6), treatedCount: 3 }))
    expect(stronger).toContainEqual(
      expect.objectContaining({ kind: 'one_more_place', drawsBefore: 20, drawsAfter: 35 }),
    )
  })

  it('raises what has to be known: a place chosen for an unusual reading, and no limit on harm', () => {
    const { choice } = prospect(plan('before_after', { pickedForReading: true }))
    expect(choice.checks).toEqual(expect.arrayContaining(['regression-to-mean', 'guardrail-missing']))
  })

  it('asks nothing of the engine for a story, or without dates', () => {
    expect(designProspectOf(plan('just_try'))).toBeUndefined()
    expect(designProspectOf({ ...plan('before_after'), startsOn: null })).toBeUndefined()
    expect(designProspectOf(examplePlan())).toBeUndefined()
  })
})

describe('a design in the plan', () => {
  it('leaves the canonical form of plans without one as it was: a fingerprint from before designs holds', () => {
    const experiment = { id: '00000000-0000-7000-8000-000000000001', municipalityCode: '239' }
    const before = planFingerprint({ ...experiment, plan: examplePlan() })
    expect(before).toBe('4cc0430decf89372603646571ab8f4a09c0486635c97a7c3ce6d5214bb760824')
    expect(planFingerprint({ ...experiment, plan: { ...examplePlan(), design: undefined } })).toBe(before)
    expect(planFingerprint({ ...experiment, plan: plan('before_after') })).not.toBe(before)
  })

  it('is filled in by a template: the mini pilot has 500 euros and is own work', () => {
    expect(withTemplate(examplePlan({ eurosPlanned: null, lane: null }), 'mini_pilot')).toMatchObject({
      eurosPlanned: 500,
      lane: 'own_work',
      design: { kind: 'mini_pilot', rhythm: 'workday', weeksBefore: 2, watched: false },
    })
  })

  it('is asked for only what it needs before the start', () => {
    const missing = (of: Plan) => missingBeforeStart(of, '2026-03-10').map((one) => one.what)
    expect(missing(plan('before_after'))).toEqual([])
    expect(missing(plan('just_try'))).toEqual([])
    expect(missing(plan('with_and_without'))).toEqual(['design_units', 'design_count'])
    expect(missing(plan('with_and_without', { units: schools(3), treatedCount: 3 }))).toEqual([
      'design_count',
    ])
    expect(missing(plan('two_versions', { units: ['A'] }))).toEqual(['design_versions'])
    expect(missing(plan('staggered', { units: schools(3), byLot: null, rhythm: null }))).toEqual([
      'design_rhythm',
      'design_lot',
    ])
  })

  const answers = missingBeforeStart(
    withTemplate({ ...emptyPlan(), question: 'Väheneekö hävikki?' }, 'before_after'),
    today,
  )
  it(`needs ${answers.length + 2} answers on ${planSteps.length} pages, some of which can be left as they are`, () => {
    // The measure that is missing needs a name and a unit besides: two more answers.
    expect(answers.map((one) => one.what)).toEqual([
      'goal',
      'starts_on',
      'ends_on',
      'measure',
      'prediction',
      'legal_answer',
      'lane',
    ])
    expect(new Set(answers.map((one) => one.step)).size).toBe(6)
    expect(minutesLeft('goal')).toBe(10)
  })

  it('reads places from lines: trimmed, each once', () => {
    expect(unitsFromLines(' Koulu A \r\nKoulu B\n\nKoulu A')).toEqual(['Koulu A', 'Koulu B'])
  })
})
