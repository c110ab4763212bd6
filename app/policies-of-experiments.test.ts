import { describe, expect, test } from 'vitest'
import { kindsOpenTo, mayDecide, mayFollowUp } from './decisions/decision-policy.ts'
import { mayRecordFinding } from './evaluations/evaluation-policy.ts'
import {
  mayAnswerLeave,
  mayDecideOnExperiment,
  mayReadExperiment,
  mayWorkOnExperiment,
} from './experiments/experiment-policy.ts'
import { type Experiment, experimentStates } from './experiments/index.ts'
import { mayEditIdea, mayOfferHours, mayPonder, maySeePondering } from './ideas/idea-policy.ts'
import { type Idea, ideaStates } from './ideas/idea.ts'
import { mayAdopt, mayWriteLesson } from './lessons/lesson-policy.ts'
import { mayLogEffort, mayMeasure } from './measurements/measurement-policy.ts'
import {
  admitted,
  draft,
  elsewhere,
  employee,
  everybody,
  experiment,
  home,
  leader,
  nobody,
  published,
  statesFor,
  visitor,
  workers,
  workersAnywhere,
} from './test-policies.ts'

describe('abuse-31: experiments', () => {
  test('frozen and published ones are read by everyone, drafts by those who work there', () => {
    expect(admitted((who) => mayReadExperiment(who, experiment()))).toEqual(Object.keys(everybody))
    expect(admitted((who) => mayReadExperiment(who, published()))).toEqual(Object.keys(everybody))
    expect(admitted((who) => mayReadExperiment(who, draft()))).toEqual(workers)
  })

  test('are worked on by those who work there and decided on by those who lead there, published ones by nobody', () => {
    for (const one of [experiment(), draft()]) {
      expect(admitted((who) => mayWorkOnExperiment(who, one))).toEqual(workers)
      expect(admitted((who) => mayDecideOnExperiment(who, one))).toEqual(['leader'])
    }
    for (const one of [
      published(),
      published({ municipalityCode: null }),
      experiment({ municipalityCode: null }),
    ]) {
      expect(admitted((who) => mayWorkOnExperiment(who, one))).toEqual([])
      expect(admitted((who) => mayDecideOnExperiment(who, one))).toEqual([])
    }
  })

  test('leave is answered by a leader, one’s own request by somebody else where there is somebody', () => {
    const open = (askedBy: string) => [
      { answer: 'sent_back' as const, askedBy: 'me' },
      { answer: null, askedBy },
    ]
    const asked = (askedBy: string, anotherLeads: boolean) => ({
      experiment: draft(),
      leaves: open(askedBy),
      anotherLeads,
    })
    expect(admitted((who) => mayAnswerLeave(who, asked('other', true)))).toEqual(['leader'])
    expect(admitted((who) => mayAnswerLeave(who, asked('me', true)))).toEqual([])
    expect(admitted((who) => mayAnswerLeave(who, asked('me', false)))).toEqual(['leader'])
    const answered = {
      experiment: draft(),
      leaves: [{ answer: 'given' as const, askedBy: 'me' }],
      anotherLeads: true,
    }
    expect(mayAnswerLeave(leader, answered)).toBe(true)
  })
})

describe('measuring, evaluating, learning', () => {
  test('readings are entered by those who work there while the trial takes them; hours at any stage', () => {
    expect(admitted((who) => mayMeasure(who, { experiment: experiment() }))).toEqual(workers)
    expect(statesFor((one) => mayMeasure(employee, { experiment: one }))).toEqual([
      'running',
      'paused',
      'learning',
    ])
    expect(admitted((who) => mayLogEffort(who, { experiment: draft() }))).toEqual(workers)
    expect(admitted((who) => mayLogEffort(who, { experiment: published() }))).toEqual([])
  })

  test('the result is written by those who work there, from the freezing until the end', () => {
    expect(admitted((who) => mayRecordFinding(who, { experiment: experiment() }))).toEqual(workers)
    expect(mayRecordFinding(employee, { experiment: draft() })).toBe(false)
    expect(statesFor((one) => mayRecordFinding(employee, { experiment: one }))).toEqual(
      experimentStates.filter((state) => state !== 'ended'),
    )
  })

  test('the lesson is written by those who work there once the trial has begun', () => {
    expect(admitted((who) => mayWriteLesson(who, { experiment: experiment() }))).toEqual(workers)
    expect(admitted((who) => mayWriteLesson(who, { experiment: draft() }))).toEqual([])
  })

  test('what one may read is taken up by whoever works somewhere', () => {
    expect(admitted((who) => mayAdopt(who, { experiment: experiment() }))).toEqual(workersAnywhere)
    expect(admitted((who) => mayAdopt(who, { experiment: published() }))).toEqual(workersAnywhere)
    expect(admitted((who) => mayAdopt(who, { experiment: draft() }))).toEqual(workers)
  })
})

describe('deciding', () => {
  const responsible = (change: Partial<Experiment> = {}) =>
    experiment({ responsiblePersonId: 'me', ...change })

  test('leaders decide everything; whoever is responsible decides own work except spreading it', () => {
    expect(kindsOpenTo(leader, experiment())).toEqual(['continue', 'spread', 'adapt', 'stop'])
    expect(kindsOpenTo(leader, experiment({ lane: 'decision' }))).toHaveLength(4)
    expect(kindsOpenTo(employee, responsible())).toEqual(['continue', 'adapt', 'stop'])
    expect(kindsOpenTo(employee, responsible({ lane: 'decision' }))).toEqual([])
    expect(kindsOpenTo(employee, experiment({ responsiblePersonId: 'other' }))).toEqual([])
    expect(kindsOpenTo(nobody, experiment())).toEqual([])
    // Responsible, but working there no longer.
    expect(kindsOpenTo(visitor({ role: 'employee', municipalityCode: elsewhere }), responsible())).toEqual([])
    expect(admitted((who) => mayDecide(who, { experiment: experiment() }))).toEqual(['leader'])
    expect(admitted((who) => mayDecide(who, { experiment: responsible() }))).toEqual(workers)
  })

  test('nobody decides before the plan is frozen or after the end', () => {
    expect(kindsOpenTo(leader, draft())).toEqual([])
    expect(kindsOpenTo(leader, experiment({ frozenAt: null }))).toEqual([])
    expect(statesFor((one) => mayDecide(leader, { experiment: one }))).toEqual([
      'running',
      'paused',
      'learning',
      'decided',
      'aborted',
    ])
  })

  test('where it lives is told by those who work there once it has been decided', () => {
    expect(admitted((who) => mayFollowUp(who, { experiment: experiment({ state: 'decided' }) }))).toEqual(
      workers,
    )
    expect(statesFor((one) => mayFollowUp(employee, { experiment: one }))).toEqual(['decided', 'ended'])
  })
})

describe('ideas', () => {
  const idea = (change: Partial<Idea> = {}) =>
    ({ id: 'idea', municipalityCode: home, toldBy: 'other', state: 'new', hidden: null, ...change }) as Idea
  const open = ['new', 'pondering']

  test('are changed by whoever told them while they are open', () => {
    expect(admitted((who) => mayEditIdea(who, { idea: idea() }))).toEqual([])
    expect(mayEditIdea(visitor(), { idea: idea({ toldBy: 'me' }) })).toBe(true)
    expect(
      ideaStates.filter((state) => mayEditIdea(visitor(), { idea: idea({ toldBy: 'me', state }) })),
    ).toEqual(open)
  })

  test('get hours from whoever works somewhere, and are pondered by colleagues, while they are open', () => {
    expect(admitted((who) => mayOfferHours(who, { idea: idea() }))).toEqual(workersAnywhere)
    expect(admitted((who) => mayPonder(who, { idea: idea() }))).toEqual(workers)
    expect(ideaStates.filter((state) => mayOfferHours(employee, { idea: idea({ state }) }))).toEqual(open)
    expect(ideaStates.filter((state) => mayPonder(employee, { idea: idea({ state }) }))).toEqual(open)
  })

  test('the time and place of a pondering is for colleagues, whoever offered hours and whoever told the idea', () => {
    const offers = [{ personId: 'somebody' }]
    expect(admitted((who) => maySeePondering(who, { idea: idea(), offers }))).toEqual(workers)
    expect(maySeePondering(visitor(), { idea: idea(), offers: [...offers, { personId: 'me' }] })).toBe(true)
    expect(maySeePondering(visitor(), { idea: idea({ toldBy: 'me' }), offers })).toBe(true)
    expect(
      maySeePondering(nobody, {
        idea: idea({ toldBy: undefined as never }),
        offers: [{ personId: undefined as never }],
      }),
    ).toBe(false)
  })
})
