import { type Experiment, titleOf } from '../../experiments/index.ts'
import type { Crumb } from '../../platform/web/page.ts'
import type { Visit } from '../../platform/web/visit.ts'
import { texts } from '../../texts/index.ts'

/** The way to a page below an experiment. */
export function experimentCrumbs(visit: Visit, experiment: Experiment, ...last: Crumb[]): Crumb[] {
  return [
    { text: texts[visit.lang].site.navigation.experiments, href: visit.to('experiments') },
    { text: titleOf(visit.lang, experiment), href: visit.to('experiment', { id: experiment.id }) },
    ...last,
  ]
}
