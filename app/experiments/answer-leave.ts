import { contactsOf } from '../people/index.ts'
import type { Database } from '../platform/database/database.ts'
import type { Lang } from '../platform/language.ts'
import { record } from '../platform/log/log.ts'
import { queueMail } from '../platform/mail/mail.ts'
import { done, type Outcome, refuse } from '../platform/web/page.ts'
import { type Acting, workRoles } from '../platform/web/visitor.ts'
import { texts } from '../texts/index.ts'
import { experimentForChange } from './experiment-store.ts'
import { type LeaveAnswer, saveLeaveAnswer } from './leave-store.ts'
import { setState } from './stage-store.ts'

/**
 * Ends an open request for leave: a leader gives it or sends the plan back with reasons, or those who asked take it back
 * to change the plan. Request and answer stay, dated.
 */
export async function answerLeave(
  database: Database,
  {
    person,
    now,
    requestId,
    newId,
    lang,
    id,
    answer,
    reasons,
    linkTo,
  }: Acting & {
    id: string
    answer: LeaveAnswer
    reasons: string | null
    /** The whole address of the plan. */
    linkTo: (lang: Lang) => string
  },
): Promise<Outcome> {
  const words = texts[lang].experiments.leave
  if (answer === 'sent_back' && reasons === null) return refuse('reasons', words.reasonsMissing)
  const experiment = await experimentForChange(database, id)
  if (!experiment || experiment.municipalityCode === null) throw new Error('an experiment disappeared')
  const leave = await saveLeaveAnswer(database, {
    experimentId: id,
    answer,
    answeredBy: person.id,
    answeredAt: now,
    reasons,
  })
  if (!leave) return refuse('', words.answeredAlready)
  await setState(database, {
    id,
    from: 'awaiting_decision',
    to: answer === 'given' ? 'planned' : 'draft',
    changeId: newId(),
    personId: person.id,
    at: now,
    reason: reasons,
  })
  const [asker] = leave.askedBy === null ? [] : await contactsOf(database, [leave.askedBy])
  if (asker && asker.id !== person.id && answer !== 'taken_back') {
    const mail = texts[asker.lang].experiments.leave.answeredMail[answer]
    await queueMail(database, {
      key: newId(),
      to: asker.email,
      onlyWhile: { personId: asker.id, municipalityCode: experiment.municipalityCode, roles: workRoles },
      subject: mail.subject,
      text: mail.text({
        leader: person.name,
        title: experiment.title,
        reasons,
        link: linkTo(asker.lang),
      }),
    })
  }
  await record(database, {
    chain: experiment.municipalityCode,
    action: `leave.${answer.replace('_', '-')}`,
    recordKind: 'experiment',
    recordId: id,
    personId: person.id,
    requestId,
    at: now,
    after: { planFingerprint: leave.planFingerprint, answer, reasons },
  })
  return done()
}
