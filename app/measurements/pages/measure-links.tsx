import { type Experiment, measureOn } from '../../experiments/index.ts'
import { dayOf } from '../../platform/format.ts'
import type { Visit } from '../../platform/web/visit.ts'

/** One big link a measure, to where it is logged. */
export function MeasureLinks({ visit, experiment }: { visit: Visit; experiment: Experiment }) {
  return (
    <ul class="big-links">
      {experiment.plan.measures
        .map((measure) => measureOn(experiment, measure, dayOf(visit.now)))
        .map((measure) => (
          <li>
            <a href={visit.to('log-measure', { id: experiment.id, measureId: measure.id })}>
              {measure.name}
              {measure.unit && measure.kind === 'number' ? ` (${measure.unit})` : ''}
            </a>
          </li>
        ))}
    </ul>
  )
}
