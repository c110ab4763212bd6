import { observationsOf, seriesOf } from '../measurements/index.ts'
import { type Analysis, currentEvaluationOf, mainFinding, notYetInWords } from '../evaluations/index.ts'
import {
  type Experiment,
  experimentForChange,
  indexExperiment,
  setOutcome,
  setState,
  type StopReason,
} from '../experiments/index.ts'
import { contactsOf } from '../people/index.ts'
import type { Database } from '../platform/database/database.ts'
import { addMonths, dayOf } from '../platform/format.ts'
import { record } from '../platform/log/log.ts'
import { queueMail } from '../platform/mail/mail.ts'
import { done, type Outcome, type Problem } from '../platform/web/page.ts'
import { type Acting, workRoles } from '../platform/web/visitor.ts'
import { texts } from '../texts/index.ts'
import { kindsOpenTo } from './decision-policy.ts'
import { saveDecision } from './decision-store.ts'
import { type DecisionKind, follows, needsChecks, outcomeOf } from './decision.ts'
import { replaceChecks } from './follow-up-store.ts'
import { propose } from './propose.ts'

/** What a decision-maker says. */
export interface DecisionInput {
  kind: DecisionKind
  reasons: string
  stopReason: StopReason | null
  againstProposal: string | null
  wouldChange: string | null
}

/**
 * What the frozen rule proposes for an experiment as its data now stand; undefined for a plan without a measure. It rests on
 * what the job made of these readings: `notYet` until that has been there, with what has failed.
 */
export async function proposalFor(database: Database, experiment: Experiment, now: Date) {
  const current = await currentEvaluationOf(database, experiment, now)
  if (!current.workedOut) return { notYet: true as const, trouble: current.trouble }
  const mainId = experiment.plan.measures[0]?.id ?? ''
  const analysis: Analysis | undefined = current.kept?.byMeasure[mainId]?.analysis ?? undefined
  const observations = await observationsOf(database, experiment.id)
  const main = mainFinding(experiment.plan, (measureId) => seriesOf(experiment.plan, observations, measureId))
  const proposed = propose(main?.measure, main?.finding, analysis)
  return proposed && main ? { ...proposed, ...main, analysis } : undefined
}

/** What the rule proposes, or that its result is not there yet. */
type ProposalOrNotYet = Awaited<ReturnType<typeof proposalFor>>
type NotYet = Extract<ProposalOrNotYet, { notYet: true }>
/** A proposal that can be shown. */
export type Proposed = Exclude<ProposalOrNotYet, NotYet | undefined>

/** True while the result that a proposal would rest on is not there. */
export function isNotYet(proposed: ProposalOrNotYet): proposed is NotYet {
  return proposed !== undefined && 'notYet' in proposed
}

/** Decides on an experiment: sets its outcome and stage, plans the checks at 6 and 12 months, and tells whoever is responsible. */
export async function decide(
  database: Database,
  {
    person,
    now,
    requestId,
    newId,
    lang,
    experimentId,
    experimentAddress,
    ...input
  }: Acting & DecisionInput & { experimentId: string; experimentAddress: string },
): Promise<Outcome> {
  const words = texts[lang].decisions.decide
  const experiment = await experimentForChange(database, experimentId)
  if (!experiment?.municipalityCode || !kindsOpenTo({ person }, experiment).includes(input.kind))
    return { ok: false, problems: [{ field: 'kind', text: words.notOpen }] }
  const proposed = await proposalFor(database, experiment, now)
  if (isNotYet(proposed))
    return { ok: false, problems: [{ field: '', text: notYetInWords(lang, proposed.trouble) }] }
  const problems: Problem[] = []
  if (input.kind === 'stop' && input.stopReason === null)
    problems.push({ field: 'stopReason', text: words.stopReasonMissing })
  const followed = follows(input.kind, proposed?.proposal)
  if (!followed && input.againstProposal === null)
    problems.push({ field: 'againstProposal', text: words.againstMissing })
  if (problems.length > 0) return { ok: false, problems }

  const { municipalityCode, state } = experiment
  const outcome = outcomeOf[input.kind]
  const to = input.kind === 'stop' ? 'ended' : 'decided'
  const decision = {
    id: newId(),
    experimentId,
    municipalityCode,
    kind: input.kind,
    reasons: input.reasons,
    stopReason: input.kind === 'stop' ? input.stopReason : null,
    proposal: proposed?.proposal ?? null,
    againstProposal: followed ? null : input.againstProposal,
    wouldChange: input.wouldChange,
    decidedBy: person.id,
    decidedOn: dayOf(now),
    at: now,
  }
  await saveDecision(database, decision)
  await setOutcome(database, { id: experimentId, outcome, at: now })
  if (state !== to)
    await setState(database, {
      id: experimentId,
      from: state,
      to,
      changeId: newId(),
      personId: person.id,
      at: now,
      reason: null,
    })
  await replaceChecks(
    database,
    experimentId,
    needsChecks(input.kind)
      ? ([6, 12] as const).map((months) => ({
          id: newId(),
          municipalityCode,
          decisionId: decision.id,
          months,
          dueOn: addMonths(decision.decidedOn, months),
        }))
      : [],
  )
  await indexExperiment(database, { ...experiment, state: to, outcome })
  if (experiment.responsiblePersonId !== null && experiment.responsiblePersonId !== person.id)
    for (const contact of await contactsOf(database, [experiment.responsiblePersonId])) {
      const mail = texts[contact.lang].decisions.mail
      await queueMail(database, {
        key: `decision ${decision.id}`,
        to: contact.email,
        onlyWhile: { personId: contact.id, municipalityCode, roles: workRoles },
        subject: mail.subject(texts[contact.lang].decisions.kinds[input.kind]),
        text: mail.text({
          question: experiment.title,
          kind: texts[contact.lang].decisions.kinds[input.kind],
          reasons: input.reasons,
          address: experimentAddress,
        }),
      })
    }
  await record(database, {
    chain: municipalityCode,
    action: `decision.${input.kind}`,
    recordKind: 'experiment',
    recordId: experimentId,
    personId: person.id,
    requestId,
    at: now,
    before: { state, outcome: experiment.outcome },
    after: { ...input, decisionId: decision.id, proposal: decision.proposal, state: to, outcome },
  })
  return done()
}
