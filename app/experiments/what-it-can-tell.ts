import { addDays } from '../platform/format.ts'
import { mainMeasure, type Plan } from './plan.ts'

/** Fewer points than this during the trial are drawn as a chart only; no change is concluded from them. */
export const fewestPoints = 8

/** What the plan as it stands can tell afterwards, before a single thing has been measured. */
export interface Prospect {
  /** 'unknown' until there is a measure. */
  design: 'unknown' | 'after_only' | 'before_and_after' | 'with_comparison'
  /** Points that the dates give during the trial when measured on every weekday and once a week; undefined without dates. */
  points: { everyWeekday: number; everyWeek: number } | undefined
  /** Whether the dates give at least `fewestPoints`: 'only_daily' when measuring once a week would not. */
  amount: 'unknown' | 'too_few' | 'only_daily' | 'enough'
  hasPrediction: boolean
  hasSmallestWorthwhile: boolean
}

/** Weekdays (Monday to Friday) from one ISO day to another, both counted; 0 when the days are in the wrong order. */
export function weekdaysBetween(from: string, to: string): number {
  const days = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1
  if (!(days > 0)) return 0
  const fullWeeks = Math.floor(days / 7)
  let count = fullWeeks * 5
  for (let day = addDays(from, fullWeeks * 7); day <= to; day = addDays(day, 1)) {
    const weekday = new Date(`${day}T12:00:00Z`).getUTCDay()
    if (weekday !== 0 && weekday !== 6) count++
  }
  return count
}

/**
 * What design this is and how many points it gives. A before-and-after in one place tells that something changed, never
 * why; a comparison that lives through the same time helps to tell the trial from the season and the news.
 */
export function prospectOf(plan: Plan): Prospect {
  const measure = mainMeasure(plan)
  const points =
    plan.startsOn !== null && plan.endsOn !== null
      ? {
          everyWeekday: weekdaysBetween(plan.startsOn, plan.endsOn),
          everyWeek: Math.ceil(
            Math.max(0, (Date.parse(plan.endsOn) - Date.parse(plan.startsOn)) / 86_400_000 + 1) / 7,
          ),
        }
      : undefined
  return {
    design:
      measure === undefined
        ? 'unknown'
        : plan.comparison !== null
          ? 'with_comparison'
          : measure.baseline === null && measure.baselineHow === null
            ? 'after_only'
            : 'before_and_after',
    points,
    amount:
      points === undefined
        ? 'unknown'
        : points.everyWeek >= fewestPoints
          ? 'enough'
          : points.everyWeekday >= fewestPoints
            ? 'only_daily'
            : 'too_few',
    hasPrediction: plan.prediction !== null || typeof measure?.predicted === 'number',
    hasSmallestWorthwhile: typeof measure?.smallestWorthwhile === 'number',
  }
}
