import { titleOf } from '../../experiments/index.ts'
import type { ReadPage } from '../../platform/web/page.ts'
import { texts } from '../../texts/index.ts'
import { EmptyState, PageTitle } from '../../ui/index.ts'
import { type Measured, readMeasured } from '../read-measurements.ts'
import { experimentCrumbs } from './experiment-crumbs.ts'

/** What to log: one big link a measure. */
export const logPage: ReadPage<Measured> = {
  load: readMeasured,
  view: ({ visit, data: { experiment } }) => {
    const words = texts[visit.lang].measurements
    return {
      title: words.log.chooseTitle,
      hidden: true,
      breadcrumb: experimentCrumbs(visit, experiment, { text: words.log.title }),
      body: (
        <>
          <PageTitle caption={titleOf(visit.lang, experiment)}>{words.log.chooseTitle}</PageTitle>
          {experiment.plan.measures.length === 0 ? (
            <EmptyState text={words.none} />
          ) : (
            <ul class="big-links">
              {experiment.plan.measures.map((measure) => (
                <li>
                  <a href={visit.to('log-measure', { id: experiment.id, measureId: measure.id })}>
                    {measure.name}
                    {measure.unit && measure.kind === 'number' ? ` (${measure.unit})` : ''}
                  </a>
                </li>
              ))}
            </ul>
          )}
        </>
      ),
    }
  },
}
