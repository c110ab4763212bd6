import { describe, expect, it } from 'vitest'
import { experimentStates } from './experiment.ts'
import {
  isPlanOpen,
  lifeStepOf,
  mayAskLeave,
  mayFreeze,
  movesFrom,
  needsReason,
  stateAfter,
  stateAfterEdit,
} from './experiment-rules.ts'
import { exampleMeasure, examplePlan } from './experiments.examples.ts'
import { reasonsForDecision } from './lane-rules.ts'
import { emptyPlan, type Plan } from './plan.ts'
import { minutesLeft, numberOf, planSteps, stepAfter, stepOfNumber } from './plan-steps.ts'
import { missingBeforeStart } from './start-checklist.ts'
import { prospectOf, weekdaysBetween } from './what-it-can-tell.ts'

const today = '2026-03-10'
const missing = (change: Partial<Plan>) =>
  missingBeforeStart(examplePlan(change), today).map((one) => one.what)
const decision: Partial<Plan> = {
  lane: 'decision',
  deciderPersonId: '01900000-0000-7000-8000-000000000002',
  decisionDueOn: '2026-03-13',
}

describe('the checklist before the start', () => {
  it('asks an empty plan for the required fields of the record template and nothing else', () => {
    expect(missingBeforeStart(emptyPlan(), today).map((one) => one.what)).toEqual([
      'question',
      'goal',
      'starts_on',
      'ends_on',
      'measure',
      'prediction',
      'legal_answer',
      'lane',
    ])
  })

  it('has nothing to ask of a plan with everything told', () => {
    expect(missing({})).toEqual([])
    expect(missing(decision)).toEqual([])
  })

  it('takes a prediction in words or as a figure of the main measure', () => {
    expect(missing({ prediction: null })).toEqual([])
    expect(missing({ prediction: null, measures: [exampleMeasure({ predicted: null })] })).toEqual([
      'prediction',
    ])
    expect(missing({ measures: [exampleMeasure({ predicted: null })] })).toEqual([])
  })

  it('wants a name and a unit for every measure, but no unit for faces', () => {
    expect(missing({ measures: [exampleMeasure({ name: '', unit: '' })] })).toEqual([
      'measure_name',
      'measure_unit',
    ])
    expect(missing({ measures: [exampleMeasure({ kind: 'faces', unit: '' })] })).toEqual([])
  })

  it('wants the plan frozen before there are data', () => {
    expect(missing({ startsOn: '2026-03-09' })).toEqual(['starts_too_early'])
    expect(missing({ startsOn: today })).toEqual([])
  })

  it('stops what departs from a rule, and leads doubt into the decision lane with a named contact', () => {
    expect(missing({ legalQuestion: 'yes' })).toEqual(['law_first', 'decision_lane'])
    expect(missing({ legalQuestion: 'unsure' })).toEqual(['legal_contact', 'decision_lane'])
    expect(
      missing({ ...decision, legalQuestion: 'unsure', legalWords: 'Kysymme kunnan lakimieheltä' }),
    ).toEqual([])
    expect(missing({ ...decision, legalQuestion: 'yes' })).toEqual(['law_first'])
  })

  it('leads sensitive data into the decision lane and asks how any personal data are protected', () => {
    expect(missing({ dataProtection: 'personal_data' })).toEqual(['data_protection_words'])
    expect(missing({ dataProtection: 'sensitive', dataProtectionWords: 'Lukollinen kaappi' })).toEqual([
      'decision_lane',
    ])
    expect(reasonsForDecision({ legalQuestion: 'unsure', dataProtection: 'sensitive' })).toEqual([
      'legal',
      'sensitive_data',
    ])
  })

  it('wants somebody who decides, and the decision before the trial, in the decision lane only', () => {
    expect(missing({ lane: 'decision' })).toEqual(['decider', 'decision_due_on'])
    expect(missing({ ...decision, decisionDueOn: '2026-03-17' })).toEqual(['decision_too_late'])
  })
})

describe('the life of an experiment', () => {
  it('is ready at once in the own-work lane, and only with leave in the decision lane', () => {
    expect(stateAfterEdit(examplePlan(), today)).toBe('planned')
    expect(stateAfterEdit(examplePlan({ goal: null }), today)).toBe('draft')
    expect(stateAfterEdit(examplePlan(decision), today)).toBe('draft')
    expect(mayAskLeave({ state: 'draft', plan: examplePlan(decision) }, today)).toBe(true)
    expect(mayAskLeave({ state: 'draft', plan: examplePlan() }, today)).toBe(false)
    expect(mayAskLeave({ state: 'awaiting_decision', plan: examplePlan(decision) }, today)).toBe(false)
  })

  it('freezes a ready plan once, and not after its first day has passed', () => {
    const ready = { state: 'planned', plan: examplePlan(), frozenAt: null } as const
    expect(mayFreeze(ready, today)).toBe(true)
    expect(mayFreeze({ ...ready, frozenAt: new Date() }, today)).toBe(false)
    expect(mayFreeze({ ...ready, state: 'draft' }, today)).toBe(false)
    expect(mayFreeze(ready, '2026-03-17')).toBe(false)
  })

  it('keeps a plan open only as a draft or ready, never while leaders look at it or after freezing', () => {
    const open = experimentStates.filter((state) => isPlanOpen({ state, frozenAt: null, origin: 'own' }))
    expect(open).toEqual(['draft', 'planned'])
    expect(isPlanOpen({ state: 'planned', frozenAt: new Date(), origin: 'own' })).toBe(false)
    expect(isPlanOpen({ state: 'draft', frozenAt: null, origin: 'published' })).toBe(false)
  })

  it('pauses, goes on, ends to learn, or breaks off, with a reason where something was cut short', () => {
    expect(movesFrom('running')).toEqual(['pause', 'gather_lessons', 'break_off'])
    expect(movesFrom('paused')).toEqual(['go_on', 'gather_lessons', 'break_off'])
    for (const state of [
      'draft',
      'awaiting_decision',
      'planned',
      'learning',
      'decided',
      'ended',
      'aborted',
    ] as const)
      expect(movesFrom(state)).toEqual([])
    expect(stateAfter('gather_lessons')).toBe('learning')
    expect((['pause', 'go_on', 'gather_lessons', 'break_off'] as const).filter(needsReason)).toEqual([
      'pause',
      'break_off',
    ])
  })

  it('has a place on the line of five steps in every state', () => {
    expect(experimentStates.map(lifeStepOf)).toEqual([
      'plan',
      'plan',
      'plan',
      'try',
      'try',
      'learn',
      'past',
      'past',
      'learn',
    ])
  })
})

describe('the pages of the plan form', () => {
  it('are numbered in order, the same in every language', () => {
    expect(planSteps.map((step) => stepOfNumber(String(numberOf(step))))).toEqual([...planSteps])
    expect([stepOfNumber('0'), stepOfNumber('11'), stepOfNumber('goal'), stepOfNumber(undefined)]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ])
    expect(stepAfter('goal')).toBe('doing')
    expect(stepAfter('lane')).toBeUndefined()
  })

  it('take ten minutes in all, and never promise less than a minute', () => {
    expect(minutesLeft('goal')).toBe(10)
    expect(minutesLeft('lane')).toBe(1)
  })
})

describe('what an experiment can tell', () => {
  it('counts weekdays, both ends included', () => {
    expect(weekdaysBetween('2026-03-16', '2026-03-20')).toBe(5)
    expect(weekdaysBetween('2026-03-14', '2026-03-15')).toBe(0)
    expect(weekdaysBetween('2026-03-16', '2026-05-08')).toBe(40)
    expect(weekdaysBetween('2026-03-16', '2026-03-16')).toBe(1)
    expect(weekdaysBetween('2026-03-17', '2026-03-16')).toBe(0)
  })

  it('says which design it is', () => {
    expect(prospectOf(emptyPlan()).design).toBe('unknown')
    expect(prospectOf(examplePlan()).design).toBe('before_and_after')
    expect(prospectOf(examplePlan({ comparison: 'Toinen koulu' })).design).toBe('with_comparison')
    const noBaseline = exampleMeasure({ baseline: null, baselineHow: null })
    expect(prospectOf(examplePlan({ measures: [noBaseline] })).design).toBe('after_only')
  })

  it('says whether the dates give enough points', () => {
    const amount = (endsOn: string | null) => prospectOf(examplePlan({ endsOn })).amount
    expect(amount(null)).toBe('unknown')
    expect(amount('2026-03-20')).toBe('too_few')
    expect(amount('2026-03-27')).toBe('only_daily')
    expect(amount('2026-05-08')).toBe('enough')
  })
})
