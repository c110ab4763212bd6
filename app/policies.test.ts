import { describe, expect, test } from 'vitest'
import { kindsOpenTo, mayDecide, mayFollowUp } from './decisions/decision-policy.ts'
import { mayRecordFinding } from './evaluations/evaluation-policy.ts'
import {
  mayAnswerLeave,
  mayDecideOnExperiment,
  mayReadExperiment,
  mayWorkOnExperiment,
} from './experiments/experiment-policy.ts'
import { emptyPlan, type Experiment, experimentStates } from './experiments/index.ts'
import { mayEditIdea, mayOfferHours, mayPonder, maySeePondering } from './ideas/idea-policy.ts'
import { type Idea, ideaStates } from './ideas/idea.ts'
import { mayAdopt, mayWriteLesson } from './lessons/lesson-policy.ts'
import { mayLogEffort, mayMeasure } from './measurements/measurement-policy.ts'
import {
  administered,
  administers,
  isInOffice,
  isInvited,
  mayAdminister,
  mayEndMembership,
  mayRunOffice,
} from './membership/membership-policy.ts'
import {
  isWriter,
  mayAnswerAppeal,
  mayModerate,
  mayReview,
  moderates,
} from './moderation/moderation-policy.ts'
import { mayAnswerFeedback, seesOverdueReview } from './notices/notices-policy.ts'
import { inTrial } from './people/trial-policy.ts'
import { anyone, leads, signedIn, workplaces, worksIn } from './platform/web/policy.ts'
import { type Membership, roles, type Visitor } from './platform/web/visitor.ts'
import { mayReadLog, readableChains } from './record/log-policy.ts'

const home = '239'
const elsewhere = '071'

const visitor = (...memberships: Membership[]): Visitor => ({
  person: { id: 'me', name: 'Minä', email: 'mina@esimerkki.invalid', lang: 'fi', memberships },
})
const nobody: Visitor = { person: undefined }

/** Everybody there is: nobody, somebody without a membership, each role at home, elsewhere and in no municipality. */
const everybody: Record<string, Visitor> = { nobody, member: visitor() }
for (const role of roles) {
  everybody[role] = visitor({ role, municipalityCode: home })
  everybody[`${role} elsewhere`] = visitor({ role, municipalityCode: elsewhere })
  everybody[`${role} of the country`] = visitor({ role, municipalityCode: null })
}

/** The names of those whom a policy lets through. */
const admitted = (may: (who: Visitor) => boolean) =>
  Object.keys(everybody).filter((name) => may(everybody[name] ?? nobody))

const workers = ['employee', 'ambassador', 'leader', 'administrator']
const workersAnywhere = workers.flatMap((role) => [role, `${role} elsewhere`])

const experiment = (change: Partial<Experiment> = {}) =>
  ({
    id: 'experiment',
    municipalityCode: home,
    ideaId: null,
    parentId: null,
    responsiblePersonId: null,
    createdBy: null,
    origin: 'own',
    state: 'running',
    outcome: null,
    title: 'Kokeilu',
    titles: null,
    theme: null,
    startsOn: null,
    endsOn: null,
    yearFrom: null,
    yearTo: null,
    plan: emptyPlan(),
    stepVersions: {},
    frozenAt: new Date('2026-03-10T08:00:00Z'),
    planFingerprint: 'a'.repeat(64),
    lane: 'own_work',
    published: null,
    version: 1,
    createdAt: new Date('2026-03-01T08:00:00Z'),
    updatedAt: new Date('2026-03-01T08:00:00Z'),
    hidden: null,
    ...change,
  }) as Experiment
const draft = (change: Partial<Experiment> = {}) => experiment({ state: 'draft', frozenAt: null, ...change })
const published = (change: Partial<Experiment> = {}) =>
  experiment({ origin: 'published', frozenAt: null, ...change })

/** The states of an experiment in which a policy lets an employee at home through. */
const statesFor = (may: (one: Experiment) => boolean, change: Partial<Experiment> = {}) =>
  experimentStates.filter((state) => may(experiment({ state, ...change })))

const employee = everybody.employee ?? nobody
const leader = everybody.leader ?? nobody

describe('what every policy is made of', () => {
  test('open to everyone, or to whoever has signed in', () => {
    expect(admitted((who) => anyone(who, undefined))).toEqual(Object.keys(everybody))
    expect(admitted((who) => signedIn(who, undefined))).toEqual(
      Object.keys(everybody).filter((name) => name !== 'nobody'),
    )
  })

  test('employees, ambassadors, leaders and administrators work in a municipality; residents, the office and researchers do not', () => {
    expect(admitted((who) => worksIn(who, home))).toEqual(workers)
    expect(admitted((who) => workplaces(who).length > 0)).toEqual(workersAnywhere)
    expect(
      workplaces(
        visitor(
          { role: 'employee', municipalityCode: home },
          { role: 'resident', municipalityCode: elsewhere },
        ),
      ),
    ).toEqual([home])
  })

  test('only leaders of the municipality lead in it', () => {
    expect(admitted((who) => leads(who, home))).toEqual(['leader'])
    expect(
      leads(
        visitor(
          { role: 'employee', municipalityCode: home },
          { role: 'leader', municipalityCode: elsewhere },
        ),
        home,
      ),
    ).toBe(false)
  })
})

describe('experiments', () => {
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

describe('memberships and the log', () => {
  test('a municipality is administered by its administrators, and the programme office may help', () => {
    const offices = ['office', 'office elsewhere', 'office of the country']
    expect(admitted((who) => administers(who, home))).toEqual(['administrator'])
    expect(admitted(isInOffice)).toEqual(offices)
    expect(admitted((who) => mayAdminister(who, { code: home }))).toEqual(['administrator', ...offices])
    expect(admitted((who) => mayRunOffice(who, undefined))).toEqual(offices)
    const both = visitor(
      { role: 'administrator', municipalityCode: home },
      { role: 'administrator', municipalityCode: home },
    )
    expect(administered(both)).toEqual([home])
    expect(admitted((who) => administered(who).length > 0)).toEqual([
      'administrator',
      'administrator elsewhere',
    ])
    expect(
      administered(
        visitor(
          { role: 'employee', municipalityCode: home },
          { role: 'administrator', municipalityCode: elsewhere },
        ),
      ),
    ).toEqual([elsewhere])
    const elsewhereToo = visitor(
      { role: 'employee', municipalityCode: home },
      { role: 'administrator', municipalityCode: elsewhere },
    )
    expect(administers(elsewhereToo, home)).toBe(false)
  })

  test('an invitation is for whoever signed in with its address', () => {
    expect(isInvited(visitor(), { email: 'mina@esimerkki.invalid' })).toBe(true)
    expect(isInvited(visitor(), { email: 'toinen@esimerkki.invalid' })).toBe(false)
    expect(isInvited(nobody, { email: 'mina@esimerkki.invalid' })).toBe(false)
  })

  test('a membership is ended by its holder and by those who look after it', () => {
    const offices = ['office', 'office elsewhere', 'office of the country']
    const member = { personId: 'other', municipalityCode: home }
    expect(admitted((who) => mayEndMembership(who, { member }))).toEqual(['administrator', ...offices])
    expect(
      admitted((who) => mayEndMembership(who, { member: { personId: 'other', municipalityCode: null } })),
    ).toEqual(offices)
    expect(mayEndMembership(visitor(), { member: { ...member, personId: 'me' } })).toBe(true)
    expect(mayEndMembership(nobody, { member: { ...member, personId: undefined as never } })).toBe(false)
  })

  test('the log is read whole by the programme office and by administrators in their own municipality', () => {
    const offices = ['office', 'office elsewhere', 'office of the country']
    expect(admitted((who) => readableChains(who) === 'every')).toEqual(offices)
    expect(admitted((who) => mayReadLog(who, undefined))).toEqual([
      'administrator',
      'administrator elsewhere',
      ...offices,
    ])
    expect(readableChains(everybody.administrator ?? nobody)).toEqual([home])
    const other = visitor(
      { role: 'employee', municipalityCode: home },
      { role: 'administrator', municipalityCode: elsewhere },
    )
    expect(readableChains(other)).toEqual([elsewhere])
  })
})

describe('moderation, notices and the trial', () => {
  const offices = ['office', 'office elsewhere', 'office of the country']

  test('texts are moderated by the programme office, and by administrators in their own municipality', () => {
    expect(admitted((who) => mayModerate(who, undefined))).toEqual([
      'administrator',
      'administrator elsewhere',
      ...offices,
    ])
    expect(admitted((who) => moderates(who, home))).toEqual(['administrator', ...offices])
    expect(admitted((who) => mayReview(who, { text: { municipalityCode: home } }))).toEqual([
      'administrator',
      ...offices,
    ])
    const leadsHere = visitor(
      { role: 'leader', municipalityCode: home },
      { role: 'administrator', municipalityCode: elsewhere },
    )
    expect(moderates(leadsHere, home)).toBe(false)
  })

  test('a hidden text is read by whoever wrote it', () => {
    expect(isWriter(visitor(), { found: { hiding: { writerId: 'me' } } })).toBe(true)
    expect(isWriter(visitor(), { found: { hiding: { writerId: 'other' } } })).toBe(false)
    expect(isWriter(visitor(), { found: { hiding: { writerId: null } } })).toBe(false)
    expect(isWriter(visitor(), { found: undefined })).toBe(false)
    expect(isWriter(nobody, { found: { hiding: { writerId: null } } })).toBe(false)
    expect(isWriter(nobody, { found: undefined })).toBe(false)
  })

  test('an appeal is answered at the programme office, by neither who hid the text nor who wrote it', () => {
    const appeal = (hiddenBy: string, writerId: string | null) => ({ hiding: { hiddenBy, writerId } })
    expect(admitted((who) => mayAnswerAppeal(who, appeal('other', 'another')))).toEqual(offices)
    const office = everybody.office ?? nobody
    expect(mayAnswerAppeal(office, appeal('me', 'another'))).toBe(false)
    expect(mayAnswerAppeal(office, appeal('other', 'me'))).toBe(false)
    expect(mayAnswerAppeal(office, appeal('other', null))).toBe(true)
  })

  test('feedback on accessibility is answered by the programme office; administrators see that a review is due too', () => {
    expect(admitted((who) => mayAnswerFeedback(who, undefined))).toEqual(offices)
    const administrators = ['administrator', 'administrator elsewhere', 'administrator of the country']
    expect(admitted((who) => seesOverdueReview(who, undefined))).toEqual([...administrators, ...offices])
  })

  test('pages of the trial are for whoever finds them', () => {
    expect(admitted((who) => inTrial(who, undefined))).toEqual(Object.keys(everybody))
  })
})
