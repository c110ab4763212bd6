import type { z } from '@hono/zod-openapi'
import { type Plan, resourceKinds } from '../experiments/index.ts'
import type { planShape } from './experiment-shape.ts'
import { told } from './reader.ts'

/** A plan without what names people: who decides is left out, here and in words. */
export function planAnswer(plan: Plan): z.input<typeof planShape> {
  return {
    question: told(plan.question),
    summary: told(plan.summary),
    goal: told(plan.goal),
    doing: told(plan.doing),
    cooperation: told(plan.cooperation),
    variables: told(plan.variables),
    prediction: told(plan.prediction),
    target_group: told(plan.targetGroup),
    place: told(plan.place),
    starts_on: plan.startsOn,
    ends_on: plan.endsOn,
    comparison: told(plan.comparison),
    design: plan.design
      ? {
          kind: plan.design.kind,
          places: plan.design.units,
          places_that_try: plan.design.treatedCount,
          by_lot: plan.design.byLot,
          weeks_between_starts: plan.design.stepWeeks,
          rhythm: plan.design.rhythm,
          weeks_before: plan.design.weeksBefore,
          watched: plan.design.watched,
          looks: plan.design.looks ?? null,
        }
      : null,
    measures: plan.measures.map((measure) => ({
      id: measure.id,
      name: told(measure.name),
      unit: told(measure.unit),
      kind: measure.kind,
      scale_ends:
        measure.kind === 'scale' ? { low: measure.scaleLow ?? null, high: measure.scaleHigh ?? null } : null,
      better: measure.direction,
      baseline: measure.baseline,
      baseline_how: told(measure.baselineHow),
      predicted: measure.predicted,
      smallest_worthwhile_change: measure.smallestWorthwhile,
      harm_limit: measure.harmLimit,
    })),
    spread_when: told(plan.decisionRule.spreadWhen),
    stop_when: told(plan.decisionRule.stopWhen),
    resources: Object.fromEntries(
      resourceKinds.map((kind) => {
        const { level, words } = plan.resources[kind]
        return [kind, { level, words: told(words) }]
      }),
    ) as z.input<typeof planShape>['resources'],
    hours_planned: plan.hoursPlanned,
    euros_planned: plan.eurosPlanned,
    euros_per_hour: plan.eurosPerHour ?? null,
    euros_per_unit: plan.eurosPerUnit ?? null,
    lane: plan.lane,
  }
}
