import type { Assignment, Plan } from '../experiments/index.ts'
import type { Observation } from '../measurements/index.ts'
import { ordinalAgreement } from './engine.ts'

/** How many gave each answer from 1 to 5, of one group at one time. */
export interface AnswerGroup {
  /** 'all' where one place is followed; of two versions the new one is 'treated'. */
  of: 'all' | 'treated' | 'comparison'
  time: 'before' | 'after'
  counts: number[]
  /**
   * Van der Eijk's A by the engine: 1 all alike, 0 spread evenly, −1 split to the two ends; null under five answers, which
   * cannot be split or alike.
   */
  agreement: number | null
}

const fewestForAgreement = 5

/**
 * The answers of a scale measure in groups: before and after in one place, or of those who try and those who go on as
 * before, each place by its own start. Groups without an answer are left out.
 */
export function answersOnScale(
  plan: Plan,
  assignment: Assignment | undefined,
  observations: readonly Observation[],
): AnswerGroup[] {
  const versions = plan.design?.kind === 'two_versions' ? plan.design.units : undefined
  const groupOf = ({ unit }: Observation): AnswerGroup['of'] | undefined => {
    if (unit === null) return 'all'
    if (versions) return unit === versions[0] ? 'treated' : 'comparison'
    if (!assignment) return undefined
    return assignment.treated.includes(unit) ? 'treated' : 'comparison'
  }
  const startOf = ({ unit }: Observation) =>
    (unit === null ? undefined : assignment?.startOf[unit]) ?? plan.startsOn ?? ''
  const groups: AnswerGroup[] = []
  for (const of of ['all', 'treated', 'comparison'] as const)
    for (const time of ['before', 'after'] as const) {
      const own = observations.filter(
        (one) => groupOf(one) === of && (one.day < startOf(one) ? 'before' : 'after') === time,
      )
      if (own.length === 0) continue
      const counts = [1, 2, 3, 4, 5].map((answer) => own.filter((one) => one.value === answer).length)
      const agreement = ordinalAgreement(counts)
      groups.push({
        of,
        time,
        counts,
        agreement: agreement.ok && own.length >= fewestForAgreement ? agreement.value.agreement : null,
      })
    }
  return groups
}

/** The largest share of answers at one end of the scale in any group, 0–1; undefined without answers. */
export function shareAtEnd(groups: readonly AnswerGroup[]): number | undefined {
  const shares = groups.flatMap(({ counts }) => {
    const all = counts.reduce((sum, count) => sum + count, 0)
    return all === 0 ? [] : [(counts[0] ?? 0) / all, (counts[4] ?? 0) / all]
  })
  return shares.length === 0 ? undefined : Math.max(...shares)
}
