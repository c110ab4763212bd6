import { contactsOf, leadersOf } from '../people/index.ts'
import type { Database } from '../platform/database/database.ts'
import { dayOf, formatDate } from '../platform/format.ts'
import type { Lang } from '../platform/language.ts'
import { record } from '../platform/log/log.ts'
import { queueMail } from '../platform/mail/mail.ts'
import { done, type Outcome, refuse } from '../platform/web/page.ts'
import type { Acting } from '../platform/web/visitor.ts'
import { texts } from '../texts/index.ts'
import { experimentForChange, saveFreezing } from './experiment-store.ts'
import { mayFreeze } from './experiment-rules.ts'
import { indexExperiment } from './index-experiment.ts'
import { leavesOf } from './leave-store.ts'
import { makeDraw } from './make-draw.ts'
import { planDocument, planFingerprint } from './plan-document.ts'
import { saveStage } from './stage-store.ts'

/**
 * Freezes a plan and starts the trial: the plan gets its fingerprint, the fingerprint enters the log's chain, and both
 * become public. In the decision lane leave must have been given for this very plan; in the own-work lane the superiors
 * are told.
 */
export async function freezePlan(
  database: Database,
  {
    person,
    now,
    requestId,
    newId,
    lang,
    id,
    version,
    linkTo,
  }: Acting & {
    id: string
    /** The version of the experiment that the person saw. */
    version: number
    /** The whole address of the experiment. */
    linkTo: (lang: Lang) => string
  },
): Promise<Outcome> {
  const words = texts[lang].experiments.freeze
  const experiment = await experimentForChange(database, id)
  if (!experiment || experiment.municipalityCode === null) throw new Error('an experiment disappeared')
  if (experiment.version !== version) return refuse('', words.changed)
  if (!mayFreeze(experiment, dayOf(now))) return refuse('', words.notReady)
  const fingerprint = planFingerprint(experiment)
  if (experiment.plan.lane === 'decision') {
    const leaves = await leavesOf(database, id)
    const given = leaves.some((leave) => leave.answer === 'given' && leave.planFingerprint === fingerprint)
    if (!given) return refuse('', words.noLeave)
  }
  await saveFreezing(database, { id, version, planFingerprint: fingerprint, at: now })
  await makeDraw(database, { person, now, requestId, experiment, planFingerprint: fingerprint })
  await saveStage(database, {
    id,
    municipalityCode: experiment.municipalityCode,
    from: experiment.state,
    to: 'running',
    changeId: newId(),
    personId: person.id,
    at: now,
    reason: null,
  })
  // The log keeps the fingerprint of what it is given: here that is the plan's own.
  await record(database, {
    chain: experiment.municipalityCode,
    action: 'plan.frozen',
    recordKind: 'experiment',
    recordId: id,
    personId: person.id,
    requestId,
    at: now,
    after: planDocument(experiment),
  })
  await indexExperiment(database, { ...experiment, state: 'running', frozenAt: now })
  if (experiment.plan.lane === 'own_work') {
    const leaders = await leadersOf(database, experiment.municipalityCode, now)
    const ids = leaders.map(({ id: leaderId }) => leaderId)
    for (const leader of await contactsOf(database, ids)) {
      if (leader.id === person.id) continue
      const mail = texts[leader.lang].experiments.freeze.toldMail
      await queueMail(database, {
        key: newId(),
        to: leader.email,
        onlyWhile: { personId: leader.id, municipalityCode: experiment.municipalityCode, roles: ['leader'] },
        subject: mail.subject,
        text: mail.text({
          experimenter: person.name,
          title: experiment.title,
          startsOn: formatDate(leader.lang, experiment.plan.startsOn ?? dayOf(now)),
          link: linkTo(leader.lang),
        }),
      })
    }
  }
  return done()
}
