import type { Crumb } from '../../platform/web/page.ts'
import type { Visit } from '../../platform/web/visit.ts'
import { texts } from '../../texts/index.ts'
import { type Experiment, titleOf } from '../experiment.ts'

/** The way to a page of one experiment. */
export function crumbsTo(visit: Visit, experiment: Experiment, last: string): Crumb[] {
  return [
    { text: texts[visit.lang].experiments.title, href: visit.to('experiments') },
    { text: titleOf(visit.lang, experiment), href: visit.to('experiment', { id: experiment.id }) },
    { text: last },
  ]
}
