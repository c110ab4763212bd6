import { formatDate } from '../../platform/format.ts'
import type { Visit } from '../../platform/web/visit.ts'
import { texts } from '../../texts/index.ts'
import { QuietLink, Timeline } from '../../ui/index.ts'
import type { ExperimentEvent } from '../event-store.ts'

/** Events in the order of time, each to be reported; of a hidden one the day and why it is hidden. */
export function EventList({
  visit,
  events,
}: {
  visit: Pick<Visit, 'lang' | 'to'>
  events: readonly ExperimentEvent[]
}) {
  const { hidden: because, hiddenTitle, reportLink } = texts[visit.lang].moderation
  return (
    <Timeline
      entries={events.map((event) => ({
        kind: 'event',
        date: formatDate(visit.lang, event.day),
        title: event.hidden ? hiddenTitle : event.what,
        children: event.hidden ? (
          <p class="muted">{because[event.hidden.because]}</p>
        ) : (
          <QuietLink
            href={visit.to('report-text', { kind: 'event', id: event.id })}
            text={reportLink}
            about={event.what}
          />
        ),
      }))}
    />
  )
}
