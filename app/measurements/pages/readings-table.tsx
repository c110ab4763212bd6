import { type Experiment, type Measure, measureOn, unitsOf } from '../../experiments/index.ts'
import { formatDate } from '../../platform/format.ts'
import type { Visit } from '../../platform/web/visit.ts'
import { texts } from '../../texts/index.ts'
import { Pagination, Table } from '../../ui/index.ts'
import { phaseOf } from '../observation.ts'
import { countReadings, type ReadingsPage, readingsOnPage } from '../readings-page-store.ts'
import { valueInWords } from '../value-in-words.ts'

/** How many readings of a measure stand on one page. */
const readingsAtOnce = 100

/** Which page of a measure's readings is asked for; every other measure shows its first. */
function pageOf(visit: Visit, measureId: string): number {
  if (visit.query.measure !== measureId) return 1
  return Math.max(1, Number(/^\d{1,6}$/.exec(visit.query.page ?? '')?.[0] ?? 1))
}

/** The readings of each measure of an experiment that the page of measurements shows, by the measure's id. */
export async function readReadingsPages(
  visit: Visit,
  experiment: Experiment,
): Promise<Map<string, ReadingsPage>> {
  const counts = await countReadings(visit.database, experiment.id)
  const pages = new Map<string, ReadingsPage>()
  for (const { id: measureId } of experiment.plan.measures) {
    const total = counts.get(measureId) ?? 0
    if (total === 0) continue
    const page = Math.min(pageOf(visit, measureId), Math.ceil(total / readingsAtOnce))
    const readings = await readingsOnPage(visit.database, {
      experimentId: experiment.id,
      measureId,
      page,
      onPage: readingsAtOnce,
    })
    pages.set(measureId, { readings, total })
  }
  return pages
}

/** The readings of one measure, newest first; those who measure can go on to correct each. */
export function ReadingsTable(props: {
  visit: Visit
  experiment: Experiment
  measure: Measure
  shown: ReadingsPage
  mayCorrect: boolean
}) {
  const { visit, experiment, measure, shown, mayCorrect } = props
  const words = texts[visit.lang].measurements
  const to = { id: experiment.id }
  const units = unitsOf(experiment.plan)
  const pages = Math.ceil(shown.total / readingsAtOnce)
  return (
    <div id={`readings-${measure.id}`}>
      <Table
        caption={words.list.caption(measure.name)}
        rowHeaders
        columns={[
          { text: words.day },
          ...(units.length > 0 ? [{ text: words.unit }] : []),
          { text: words.value, numeric: true },
          { text: words.phase },
          { text: words.note },
          { text: words.enteredHow },
          ...(mayCorrect ? [{ text: words.list.action }] : []),
        ]}
        rows={shown.readings.map((one) => [
          formatDate(visit.lang, one.day),
          ...(units.length > 0 ? [one.unit ?? ''] : []),
          valueInWords(visit.lang, measureOn(experiment, measure, one.day), one.value),
          words.phases[phaseOf(one.day, experiment.plan)],
          one.note ?? '',
          words.ways[one.way],
          ...(mayCorrect
            ? [
                <a href={visit.to('correct-measurement', { ...to, observationId: one.id })}>
                  {words.list.correct}
                  <span class="visually-hidden">
                    {' '}
                    {words.list.correctAbout(formatDate(visit.lang, one.day))}
                  </span>
                </a>,
              ]
            : []),
        ])}
      />
      <Pagination
        lang={visit.lang}
        page={Math.min(pageOf(visit, measure.id), pages)}
        pages={pages}
        href={(page) =>
          `${visit.to('measurements', to, { measure: measure.id, page })}#readings-${measure.id}`
        }
      />
    </div>
  )
}
