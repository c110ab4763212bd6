import { titleOf } from '../../experiments/index.ts'
import { dayOf } from '../../platform/format.ts'
import type { ReadPage } from '../../platform/web/page.ts'
import { texts } from '../../texts/index.ts'
import { EmptyState, PageTitle } from '../../ui/index.ts'
import { measuresForPhone } from '../measures-to-log.ts'
import { type Measured, readMeasured } from '../read-measurements.ts'
import { experimentCrumbs } from './experiment-crumbs.ts'
import { MeasureLinks } from './measure-links.tsx'
import { ownerOfPhone, PhoneLog } from './phone-log.tsx'

/** What to log: one big link a measure. */
export const logPage: ReadPage<Measured & { owner: string }> = {
  load: async (visit) => {
    const measured = await readMeasured(visit)
    return measured && { ...measured, owner: await ownerOfPhone(visit) }
  },
  view: ({ visit, data: { experiment, owner } }) => {
    const words = texts[visit.lang].measurements
    return {
      title: words.log.chooseTitle,
      hidden: true,
      manifest: visit.to('quick-log-manifest'),
      scripts: ['quick-log'],
      breadcrumb: experimentCrumbs(visit, experiment, { text: words.log.title }),
      body: (
        <>
          <PageTitle caption={titleOf(visit.lang, experiment)}>{words.log.chooseTitle}</PageTitle>
          <PhoneLog
            visit={visit}
            owner={owner}
            measures={measuresForPhone(visit.lang, experiment, dayOf(visit.now))}
          />
          {experiment.plan.measures.length === 0 ? (
            <EmptyState text={words.none} />
          ) : (
            <MeasureLinks visit={visit} experiment={experiment} />
          )}
        </>
      ),
    }
  },
}
