import type { Idea } from '../ideas/index.ts'
import type { Database } from '../platform/database/database.ts'
import { record } from '../platform/log/log.ts'
import { done, type Outcome } from '../platform/web/page.ts'
import type { Acting } from '../platform/web/visitor.ts'
import { saveExperiment } from './experiment-store.ts'
import { type DesignKind, designOf } from './design.ts'
import { emptyPlan, type Plan } from './plan.ts'

/** What an idea already tells of a plan, so that nothing is asked twice. The question is asked: an idea is not one yet. */
export function planFromIdea(idea: Pick<Idea, 'problem' | 'trial' | 'forWhom'>): Plan {
  return {
    ...emptyPlan(),
    summary: idea.problem,
    doing: idea.trial,
    targetGroup: idea.forWhom,
  }
}

/** A mini pilot is small on purpose: its money has an upper limit, and it is one's own work. */
const eurosOfMiniPilot = 500

/** What a kind of experiment fills in beforehand. Everything can be changed in the plan. */
export function withTemplate(plan: Plan, kind: DesignKind): Plan {
  return {
    ...plan,
    design: designOf(kind),
    ...(kind === 'mini_pilot' && { eurosPlanned: eurosOfMiniPilot, lane: 'own_work' as const }),
  }
}

/** Begins a plan, from an idea or from nothing. Answers the id of the new experiment. */
export async function startPlan(
  database: Database,
  {
    person,
    now,
    requestId,
    newId,
    municipalityCode,
    question,
    idea,
    kind,
  }: Acting & {
    municipalityCode: string
    question: string
    idea: Idea | undefined
    /** The kind of experiment, where it is known at the beginning. */
    kind?: DesignKind | null
  },
): Promise<Outcome<string>> {
  const id = newId()
  const begun = { ...(idea ? planFromIdea(idea) : emptyPlan()), question }
  const plan = kind ? withTemplate(begun, kind) : begun
  await saveExperiment(database, {
    id,
    municipalityCode,
    ideaId: idea?.id ?? null,
    responsiblePersonId: person.id,
    createdBy: person.id,
    origin: idea?.isExample ? 'example' : 'own',
    title: question,
    plan,
    at: now,
  })
  await record(database, {
    chain: municipalityCode,
    action: 'plan.started',
    recordKind: 'experiment',
    recordId: id,
    personId: person.id,
    requestId,
    at: now,
    after: plan,
  })
  return done(id)
}
