import type { EventsTexts } from '../fi/events.ts'

export const events: EventsTexts = {
  title: 'Note an event',
  lede: 'Something other than the trial may move the figures: repairs, holidays, a heat wave. With its day noted, whoever reads the chart understands where a peak came from.',
  listTitle: 'What happened meanwhile',
  day: 'On which day?',
  dayMissing: 'Write the day on which it happened.',
  what: 'What happened?',
  whatHint: 'In short, for example: kitchen closed for two days. No names.',
  whatMissing: 'Write in short what happened.',
  stays: 'An event cannot be changed or removed later. Everybody sees it on the charts of the result.',
  button: 'Note the event',
  noted: 'The event is noted. It stands on the charts under its own number.',
  notFrozen: 'Events are noted once the plan is frozen.',
  inFuture: 'The day is in the future. Note the event when it has happened.',
  link: 'Note an event',
  departure: (what) => `Departure from the plan: ${what}`,
  hiddenMark: 'The text is hidden.',
}
