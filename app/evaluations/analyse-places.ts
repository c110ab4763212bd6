import type { ChosenMethod } from '@uskalla/evidence'
import type { Assignment, Plan } from '../experiments/index.ts'
import { mean, type Observation } from '../measurements/index.ts'
import { distributionOfDraws } from './distribution-of-draws.ts'
import {
  compareTwoGroups,
  exactChangeTest,
  pairedChange,
  permutationInterval,
  steppedWedgeTest,
} from './engine.ts'
import type { PlaceResult } from './evaluation.ts'
import type { MethodResult } from './analyse-series.ts'
import { wedgeOf, wedgeInterval } from './wedge.ts'

/** Below this many places that try, errors of a regression say nothing: only the draws themselves are used. */
const fewestForErrors = 5

const refused = (method: ChosenMethod): MethodResult => ({
  method,
  told: { kind: 'refusal', code: 'not-enough-data' },
  effect: null,
  p: null,
  chart: null,
  warnings: [],
})

/** Each place with its means before and after the day on which it (or, for the comparison, the trial) starts. */
export function placeResults(
  plan: Plan,
  assignment: Assignment,
  observations: readonly Observation[],
): PlaceResult[] {
  return [...assignment.treated, ...assignment.comparison].map((name) => {
    const start = assignment.startOf[name] ?? plan.startsOn ?? ''
    const own = observations.filter((one) => one.unit === name)
    return {
      name,
      group: assignment.treated.includes(name) ? 'treated' : 'comparison',
      before: mean(own.filter((one) => one.day < start).map((one) => one.value)) ?? null,
      after: mean(own.filter((one) => one.day >= start).map((one) => one.value)) ?? null,
    }
  })
}

/** What is compared: changes where every place has a time before, levels after the start otherwise. */
function summariesOf(
  places: readonly PlaceResult[],
  group: PlaceResult['group'],
  changes: boolean,
): number[] {
  return places.flatMap((place) =>
    place.group !== group || place.after === null
      ? []
      : changes
        ? place.before === null
          ? []
          : [place.after - place.before]
        : [place.after],
  )
}

/**
 * Places that try against places that go on as before, judged by all the ways in which as many could have been chosen. The
 * place is the unit; its change is compared, or its level after the start when nothing was measured before.
 */
export function analysePlaces(
  plan: Plan,
  assignment: Assignment,
  observations: readonly Observation[],
  method: ChosenMethod,
): MethodResult {
  const places = placeResults(plan, assignment, observations)
  const changes = places.some((place) => place.before !== null && place.after !== null)
  const treated = summariesOf(places, 'treated', changes)
  const others = summariesOf(places, 'comparison', changes)
  const interval = permutationInterval(treated, others)
  const comparison = compareTwoGroups(treated, others)
  if (!interval.ok || !comparison.ok)
    return { ...refused(method), chart: { kind: 'places', places, draws: null } }
  const { splits, permutationP } = comparison.value
  const byLot = plan.design?.byLot ?? false
  const robust =
    !byLot && changes && treated.length >= fewestForErrors
      ? robustRange(plan, assignment, observations)
      : undefined
  return {
    method,
    told: {
      kind: 'effect',
      ground: byLot
        ? { kind: 'lot-draws', asExtreme: Math.round(permutationP * splits), possible: splits }
        : { kind: 'comparison', places: others.length },
    },
    effect: robust ?? {
      estimate: interval.value.effect,
      low: finite(interval.value.low),
      high: finite(interval.value.high),
    },
    p: permutationP,
    chart: { kind: 'places', places, draws: distributionOfDraws(treated, others) },
    warnings: [...interval.warnings, ...comparison.warnings].map((warning) => warning.code),
  }
}

function robustRange(plan: Plan, assignment: Assignment, observations: readonly Observation[]) {
  const rows = observations.flatMap((one) => {
    if (one.unit === null) return []
    const start = assignment.startOf[one.unit] ?? plan.startsOn ?? ''
    return [
      { y: one.value, treated: one.unit in assignment.startOf, after: one.day >= start, cluster: one.unit },
    ]
  })
  const change = exactChangeTest(rows)
  if (!change.ok || change.value.low === null || change.value.high === null) return undefined
  return { estimate: change.value.estimate, low: change.value.low, high: change.value.high }
}

/** Two versions by turns: the readings of the times of one against those of the other. */
export function analyseVersions(
  plan: Plan,
  observations: readonly Observation[],
  method: ChosenMethod,
): MethodResult {
  const [newVersion = '', oldVersion = ''] = plan.design?.units ?? []
  const during = observations.filter((one) => plan.startsOn !== null && one.day >= plan.startsOn)
  const daysOf = (version: string) => {
    const days = new Map<string, number[]>()
    for (const one of during)
      if (one.unit === version) days.set(one.day, [...(days.get(one.day) ?? []), one.value])
    return [...days.values()].map((values) => mean(values) ?? 0)
  }
  const [first, second] = [daysOf(newVersion), daysOf(oldVersion)]
  const comparison = compareTwoGroups(first, second)
  const interval = permutationInterval(first, second)
  if (!comparison.ok || !interval.ok) return refused(method)
  const { welch, permutationP, rankP, commonLanguage } = comparison.value
  const byRanks = method === 'mann-whitney'
  const places: PlaceResult[] = [
    { name: newVersion, group: 'treated', before: null, after: mean(first) ?? null },
    { name: oldVersion, group: 'comparison', before: null, after: mean(second) ?? null },
  ]
  return {
    method,
    told: {
      kind: 'effect',
      ground: plan.design?.byLot
        ? { kind: 'lot', p: byRanks ? rankP : permutationP }
        : { kind: 'comparison', places: 1 },
      ...(byRanks && { higher: commonLanguage }),
    },
    effect: {
      estimate: interval.value.effect,
      low: method === 'welch' && welch ? welch.low : finite(interval.value.low),
      high: method === 'welch' && welch ? welch.high : finite(interval.value.high),
    },
    p: byRanks ? rankP : permutationP,
    chart: { kind: 'places', places, draws: distributionOfDraws(first, second) },
    warnings: [...comparison.warnings, ...interval.warnings].map((warning) => warning.code),
  }
}

/** Places that start one after the other: by the orders that the lot could have drawn, or place by place without a lot. */
export function analyseStarts(
  plan: Plan,
  assignment: Assignment,
  observations: readonly Observation[],
  method: ChosenMethod,
): MethodResult {
  const places = placeResults(plan, assignment, observations)
  const chart = { kind: 'places', places, draws: null } as const
  if (plan.design?.byLot) {
    const wedge = wedgeOf(plan, assignment, observations)
    const test = wedge && steppedWedgeTest(wedge.outcomes, wedge.treated)
    if (!wedge || !test?.ok) return { ...refused(method), chart }
    const { effect, twoSidedP, distinctAssignments } = test.value
    return {
      method,
      told: {
        kind: 'effect',
        ground: {
          kind: 'lot-draws',
          asExtreme: Math.max(1, Math.round(twoSidedP * distinctAssignments)),
          possible: distinctAssignments,
        },
      },
      effect: { estimate: effect, ...wedgeInterval(wedge, effect) },
      p: twoSidedP,
      chart,
      warnings: test.warnings.map((warning) => warning.code),
    }
  }
  const changes = places.flatMap(({ before, after }) =>
    before === null || after === null ? [] : [after - before],
  )
  const paired = pairedChange(changes)
  if (!paired.ok) return { ...refused(method), chart }
  if (method === 'every-value' || !paired.value.t)
    return {
      method: 'every-value',
      told: { kind: 'values', values: changes },
      effect: null,
      p: null,
      chart,
      warnings: [],
    }
  return {
    method,
    told: { kind: 'effect', ground: { kind: 'before-after' } },
    effect: { estimate: paired.value.mean, low: paired.value.t.low, high: paired.value.t.high },
    p: paired.value.signFlipP,
    chart,
    warnings: paired.warnings.map((warning) => warning.code),
  }
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null
}
