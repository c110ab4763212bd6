import { contactsOf, leadersOf } from '../people/index.ts'
import type { Database } from '../platform/database/database.ts'
import { dayOf, formatDate } from '../platform/format.ts'
import type { Lang } from '../platform/language.ts'
import { record } from '../platform/log/log.ts'
import { queueMail } from '../platform/mail/mail.ts'
import { done, type Outcome, refuse } from '../platform/web/page.ts'
import type { Acting } from '../platform/web/visitor.ts'
import { texts } from '../texts/index.ts'
import { experimentForChange } from './experiment-store.ts'
import { mayAskLeave } from './experiment-rules.ts'
import { saveLeaveRequest } from './leave-store.ts'
import { planFingerprint } from './plan-document.ts'
import { setState } from './stage-store.ts'

/** Asks the leaders of the municipality for leave to start. Leave is asked for this plan and no other. */
export async function askLeave(
  database: Database,
  {
    person,
    now,
    requestId,
    newId,
    lang,
    id,
    words,
    linkTo,
  }: Acting & {
    id: string
    words: string | null
    /** The whole address of the page on which leave is given. */
    linkTo: (lang: Lang) => string
  },
): Promise<Outcome> {
  const experiment = await experimentForChange(database, id)
  if (!experiment || experiment.municipalityCode === null) throw new Error('an experiment disappeared')
  if (!mayAskLeave(experiment, dayOf(now))) return refuse('', texts[lang].experiments.leave.notReady)
  const leaders = await leadersOf(database, experiment.municipalityCode, now)
  if (leaders.length === 0) return refuse('', texts[lang].experiments.leave.noLeaders)
  const fingerprint = planFingerprint(experiment)
  await saveLeaveRequest(database, {
    id: newId(),
    experimentId: id,
    municipalityCode: experiment.municipalityCode,
    askedBy: person.id,
    askedAt: now,
    askedWords: words,
    planFingerprint: fingerprint,
  })
  await setState(database, {
    id,
    from: 'draft',
    to: 'awaiting_decision',
    changeId: newId(),
    personId: person.id,
    at: now,
    reason: null,
  })
  const ids = leaders.map(({ id: leaderId }) => leaderId)
  for (const leader of await contactsOf(database, ids)) {
    const mail = texts[leader.lang].experiments.leave.askedMail
    await queueMail(database, {
      key: newId(),
      to: leader.email,
      onlyWhile: { personId: leader.id, municipalityCode: experiment.municipalityCode, roles: ['leader'] },
      subject: mail.subject,
      text: mail.text({
        asker: person.name,
        title: experiment.title,
        words,
        dueOn: experiment.plan.decisionDueOn && formatDate(leader.lang, experiment.plan.decisionDueOn),
        link: linkTo(leader.lang),
      }),
    })
  }
  await record(database, {
    chain: experiment.municipalityCode,
    action: 'leave.asked',
    recordKind: 'experiment',
    recordId: id,
    personId: person.id,
    requestId,
    at: now,
    after: { planFingerprint: fingerprint, words },
  })
  return done()
}
