import { namesOf } from '../../people/index.ts'
import type { Visit } from '../../platform/web/visit.ts'
import { mayWorkOnExperiment } from '../experiment-policy.ts'
import type { Experiment } from '../experiment.ts'

/** Names by id for those who work in the experiment's municipality; for everybody else none, so that no worker is named in public. */
export async function namesFor(
  visit: Visit,
  experiment: Experiment,
  ids: readonly (string | null)[],
): Promise<Map<string, string>> {
  if (!mayWorkOnExperiment(visit, experiment)) return new Map()
  return namesOf(
    visit.database,
    ids.filter((id) => id !== null),
  )
}

/** The same as a list to choose from or to look up in. */
export function asPeople(names: ReadonlyMap<string, string>): { id: string; name: string }[] {
  return [...names].map(([id, name]) => ({ id, name }))
}
