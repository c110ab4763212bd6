import { describe, expect, test } from 'vitest'
import {
  administered,
  administers,
  isInOffice,
  isInvited,
  mayAdminister,
  mayEndMembership,
  mayResetFactor,
  mayRunOffice,
} from './membership/membership-policy.ts'
import {
  isWriter,
  mayAnswerAppeal,
  mayKnowOfAppeal,
  mayModerate,
  mayReview,
  moderates,
} from './moderation/moderation-policy.ts'
import { mayAnswerFeedback, seesOverdueReview } from './notices/notices-policy.ts'
import { inTrial } from './people/trial-policy.ts'
import { anyone, leads, signedIn, workplaces, worksIn } from './platform/web/policy.ts'
import { mayReadLog, readableChains } from './record/log-policy.ts'
import {
  admitted,
  elsewhere,
  everybody,
  home,
  nobody,
  offices,
  visitor,
  workers,
  workersAnywhere,
} from './test-policies.ts'

describe('abuse-31: what every policy is made of', () => {
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

describe('memberships and the log', () => {
  test('a municipality is administered by its administrators, and the programme office may help', () => {
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
    const member = { personId: 'other', municipalityCode: home }
    expect(admitted((who) => mayEndMembership(who, { member }))).toEqual(['administrator', ...offices])
    expect(
      admitted((who) => mayEndMembership(who, { member: { personId: 'other', municipalityCode: null } })),
    ).toEqual(offices)
    expect(mayEndMembership(visitor(), { member: { ...member, personId: 'me' } })).toBe(true)
    expect(mayEndMembership(nobody, { member: { ...member, personId: undefined as never } })).toBe(false)
  })

  test('a lost second factor is reset by those who look after the membership, never by whoever lost it', () => {
    const member = { personId: 'other', municipalityCode: home }
    expect(admitted((who) => mayResetFactor(who, { member }))).toEqual(['administrator', ...offices])
    expect(
      admitted((who) => mayResetFactor(who, { member: { personId: 'other', municipalityCode: null } })),
    ).toEqual(offices)
    expect(admitted((who) => mayResetFactor(who, { member: { ...member, personId: 'me' } }))).toEqual([])
    expect(mayResetFactor(nobody, { member })).toBe(false)
  })

  test('the log is read whole by the programme office and by administrators in their own municipality', () => {
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
    const ownWords = { text: { municipalityCode: home, byOffice: true as const } }
    expect(admitted((who) => mayReview(who, ownWords))).toEqual(offices)
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

  test('that somebody has appealed is known to them and to the programme office', () => {
    expect(admitted((who) => mayKnowOfAppeal(who, { personId: 'another' }))).toEqual(offices)
    expect(mayKnowOfAppeal(visitor(), { personId: 'me' })).toBe(true)
    expect(mayKnowOfAppeal(nobody, { personId: undefined as never })).toBe(false)
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
