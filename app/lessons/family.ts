import { type Experiment, experimentsByIds, mayReadExperiment, type Plan } from '../experiments/index.ts'
import type { Database } from '../platform/database/database.ts'
import type { Visitor } from '../platform/web/visitor.ts'
import { familyIds } from './lesson-store.ts'

/** An experiment with everything that was taken up from it, as far as this visitor may know of them. */
export interface FamilyMember {
  experiment: Experiment
  children: FamilyMember[]
}

/** The family of an experiment from its oldest known ancestor down. Drafts of other municipalities are not in it. */
export async function familyOf(
  database: Database,
  visitor: Visitor,
  experiment: Experiment,
): Promise<FamilyMember> {
  const known = await experimentsByIds(database, await familyIds(database, experiment.id))
  const visible = [...known.values()].filter((member) => mayReadExperiment(visitor, member))
  return buildFamily(visible, experiment)
}

/** Arranges experiments as a tree around one of them. A parent who is not among them, or a circle, makes a root. */
export function buildFamily(members: readonly Experiment[], of: Experiment): FamilyMember {
  const byId = new Map(members.map((member) => [member.id, member]))
  byId.set(of.id, of)
  let root = of
  const above = new Set([of.id])
  for (
    let parent = byId.get(root.parentId ?? '');
    parent && !above.has(parent.id);
    parent = byId.get(root.parentId ?? '')
  ) {
    above.add(parent.id)
    root = parent
  }
  const placed = new Set<string>()
  const grow = (experiment: Experiment): FamilyMember => {
    placed.add(experiment.id)
    const children = [...byId.values()]
      .filter((member) => member.parentId === experiment.id && !placed.has(member.id))
      .sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime())
    return { experiment, children: children.map(grow) }
  }
  return grow(root)
}

/** Everyone in a family, parents before children, each with its parent. */
export function membersOf(
  family: FamilyMember,
  parent?: Experiment,
): { experiment: Experiment; parent: Experiment | undefined }[] {
  return [
    { experiment: family.experiment, parent },
    ...family.children.flatMap((child) => membersOf(child, family.experiment)),
  ]
}

/** How many other municipalities have frozen a plan taken up, directly or further on, from this experiment. */
export function municipalitiesRepeating(family: FamilyMember, experimentId: string): number {
  const own = findMember(family, experimentId)
  if (!own) return 0
  const codes = own.children
    .flatMap((child) => membersOf(child))
    .filter(({ experiment }) => experiment.frozenAt !== null || experiment.origin === 'published')
    .flatMap(({ experiment }) => experiment.municipalityCode ?? [])
  return new Set(codes.filter((code) => code !== own.experiment.municipalityCode)).size
}

function findMember(family: FamilyMember, id: string): FamilyMember | undefined {
  if (family.experiment.id === id) return family
  for (const child of family.children) {
    const found = findMember(child, id)
    if (found) return found
  }
  return undefined
}

/** Parts of a plan that an adopter may change, in the order of the plan. */
export const comparedParts = [
  'question',
  'goal',
  'doing',
  'targetGroup',
  'cooperation',
  'prediction',
  'variables',
  'comparison',
] as const
export type ComparedPart = (typeof comparedParts)[number]

/** What the adopter changed against the parent's plan, part by part; parts that the parent had not told are not changes. */
export function changesAgainst(
  parent: Plan,
  child: Plan,
): { part: ComparedPart; before: string; after: string | null }[] {
  return comparedParts.flatMap((part) => {
    const before = parent[part]
    return before !== null && before !== child[part] ? [{ part, before, after: child[part] }] : []
  })
}
