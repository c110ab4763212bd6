import { EventList } from '../../experiments/index.ts'
import type { Visit } from '../../platform/web/visit.ts'
import { texts } from '../../texts/index.ts'
import { type Mark, Section } from '../../ui/index.ts'
import type { Evaluation } from '../read-evaluation.ts'

/** What happened meanwhile, for the charts: departures from the plan and events, in the order of time. */
export function marksOf(
  lang: Visit['lang'],
  { departures, events }: Pick<Evaluation, 'departures' | 'events'>,
): Mark[] {
  const words = texts[lang].events
  return [
    ...departures.map((departure) => ({
      date: departure.day,
      text: words.departure(departure.hidden ? words.hiddenMark : departure.what),
    })),
    ...events.map((event) => ({ date: event.day, text: event.hidden ? words.hiddenMark : event.what })),
  ].toSorted((a, b) => a.date.localeCompare(b.date))
}

/** The events in words, each to be reported. Nothing where none was noted. */
export function MeanwhileSection({ visit, evaluation }: { visit: Visit; evaluation: Evaluation }) {
  if (evaluation.events.length === 0) return null
  return (
    <Section title={texts[visit.lang].events.listTitle} id="events">
      <EventList visit={visit} events={evaluation.events} />
    </Section>
  )
}
