import type { IdeaCost } from '../ideas/index.ts'
import type { Plan, ResourceKind, ResourceLevel } from '../experiments/index.ts'
import type { Effort } from '../measurements/index.ts'

/** What is known of one resource of an experiment; an undefined level is unknown and never counts as none. */
export interface ResourceKnown {
  kind: ResourceKind
  level: ResourceLevel | undefined
  /** What the plan says of it. */
  words: string | null
  /** What daily work shows. Hours include those of pondering the idea. */
  hours?: { pondered: number; logged: number; planned: number | null }
  euros?: { used: number; planned: number | null }
  partners?: number
}

/** The six resources of an experiment: what the plan tells and what daily work shows, money last among equals. */
export function resourcePicture(
  plan: Plan,
  used: { effort: Effort | undefined; pondering: IdeaCost | undefined; municipalitiesRepeating: number },
): ResourceKnown[] {
  const base = (kind: ResourceKind): ResourceKnown => ({
    kind,
    level: plan.resources[kind].level ?? undefined,
    words: plan.resources[kind].words,
  })
  return [
    {
      ...base('time'),
      hours: {
        pondered: used.pondering?.hours ?? 0,
        logged: used.effort?.hours ?? 0,
        planned: plan.hoursPlanned,
      },
    },
    base('will'),
    base('trust'),
    base('relations'),
    { ...base('partnership'), partners: used.municipalitiesRepeating },
    {
      ...base('money'),
      euros: { used: (used.effort?.euros ?? 0) + (used.pondering?.euros ?? 0), planned: plan.eurosPlanned },
    },
  ]
}
