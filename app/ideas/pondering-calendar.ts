import ical, { ICalCalendarMethod } from 'ical-generator'
import type { Lang } from '../platform/language.ts'
import { texts } from '../texts/index.ts'
import type { Idea, Pondering } from './idea.ts'

/** A calendar file (RFC 5545) with the one pondering. Moving it keeps the id and raises the sequence, so calendars replace it. */
export function ponderingCalendar({
  lang,
  idea,
  pondering,
  address,
  now,
}: {
  lang: Lang
  idea: Idea
  pondering: Pondering
  address: string
  now: Date
}): string {
  const words = texts[lang].ideas
  const calendar = ical({ prodId: { company: 'Uskalla', product: 'Uskalla', language: lang.toUpperCase() } })
  calendar.method(ICalCalendarMethod.PUBLISH)
  calendar.createEvent({
    id: `${pondering.id}@uskalla`,
    sequence: pondering.sequence,
    stamp: now,
    start: pondering.startsAt,
    end: new Date(pondering.startsAt.getTime() + pondering.minutes * 60_000),
    summary: words.calendarTitle(idea.trial),
    description: `${idea.problem}\n\n${address}`,
    location: pondering.place ?? pondering.videoLink ?? undefined,
    url: pondering.videoLink ?? address,
  })
  return calendar.toString()
}
