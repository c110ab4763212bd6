import { addDays, dayOf, momentInFinland } from '../platform/format.ts'

/** When reminders leave on Monday, by the clocks of Finland. */
const reminderClock = '07:00'

/** The Monday of the week in which an ISO day falls. */
export function mondayOf(day: string): string {
  const place = new Date(`${day}T12:00:00Z`).getUTCDay()
  return addDays(day, -((place + 6) % 7))
}

/**
 * The Monday of the week whose reminders may leave now: from Monday at seven in Finland, summer and winter, until the end
 * of Tuesday, so that a machine that was away on Monday still sends them. Undefined at any other time.
 */
export function weekToRemind(now: Date): string | undefined {
  const day = dayOf(now)
  const monday = mondayOf(day)
  const begins = momentInFinland(monday, reminderClock)
  return now >= begins && day <= addDays(monday, 1) ? monday : undefined
}

/** Until when the links of a week's reminder count: until the next one can leave. */
export function linksUntil(week: string): Date {
  return momentInFinland(addDays(week, 7), reminderClock)
}

/** Until when the reply addresses of a week's reminder count: four weeks. */
export function repliesUntil(week: string): Date {
  return momentInFinland(addDays(week, 28), reminderClock)
}
