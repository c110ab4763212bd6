import { experimentById, freezePlan } from '../experiments/index.ts'
import type { Database } from '../platform/database/database.ts'
import { addDays } from '../platform/format.ts'
import type { Acting } from '../platform/web/visitor.ts'

/** Weekdays from one ISO day to another, both included. */
export function schoolDays(from: string, to: string): string[] {
  const days: string[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const weekday = new Date(`${day}T12:00:00Z`).getUTCDay()
    if (weekday !== 0 && weekday !== 6) days.push(day)
  }
  return days
}

/** A made-up reading: a level with a fixed pattern of ups and downs around it, the same every time. */
export function reading(level: number, index: number): number {
  const swing = [0, 3, -2, 4, -4, 1, -1, 5, -3, 2][index % 10] ?? 0
  return level + swing
}

/** Whole days from one ISO day to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}

/** Freezes the plan of a made-up experiment. Throws when its checklist is not complete, which would be a fault of ours. */
export async function start(
  database: Database,
  acting: Acting,
  id: string,
  address: (path: string) => string,
): Promise<void> {
  const planned = await experimentById(database, id)
  const started = await freezePlan(database, {
    ...acting,
    id,
    version: planned?.version ?? 0,
    linkTo: () => address(`kokeilut/${id}`),
  })
  if (!started.ok) throw new Error(`the made-up example does not start: ${JSON.stringify(started.problems)}`)
}
