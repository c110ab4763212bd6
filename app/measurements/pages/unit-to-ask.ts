import { z } from 'zod'
import { type Experiment, type Measure, measureOn } from '../../experiments/index.ts'
import { dayOf, parseDay } from '../../platform/format.ts'
import type { FormState } from '../../platform/web/page.ts'

/** The unit that a form asked in, as it is sent back with it; undefined where it was sent by something that does not tell. */
export const unitAsked = z.string().max(60).optional()

/** The unit in which a form asks: that of the day that was typed, or of today. */
export function unitToAsk(
  experiment: Experiment,
  measure: Measure,
  form: Pick<FormState, 'values'>,
  now: Date,
): string {
  return measureOn(experiment, measure, parseDay(form.values.get('day')) ?? dayOf(now)).unit
}
