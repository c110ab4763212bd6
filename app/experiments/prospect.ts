import { chooseMethod, smallestEffectOfTwoMeans, type MethodChoice, type StudyPlan } from '@uskalla/evidence'
import { addDays } from '../platform/format.ts'
import { type Design, usualSpread } from './design.ts'
import { mainMeasure, type Plan } from './plan.ts'
import { studyPlanOf } from './study-plan-of.ts'

/** A change to the plan that costs nothing but makes it tell more. */
export type Strengthening =
  | { kind: 'by_lot'; levelBefore: number; levelAfter: number }
  | {
      kind: 'one_more_place'
      drawsBefore: number | null
      drawsAfter: number | null
      seesBefore: number | null
      seesAfter: number | null
    }
  | {
      kind: 'weeks_before' | 'weeks_during'
      weeks: number
      levelBefore: number
      levelAfter: number
      seesBefore: number | null
      seesAfter: number | null
    }

/** What the plan's design can tell, by the statistics engine, before anything has been measured. */
export interface DesignProspect {
  study: StudyPlan
  choice: MethodChoice
  /**
   * The smallest change the design sees four times out of five: in the main measure's unit where the usual span of
   * readings is told, otherwise in multiples of their usual spread. null where the method promises none.
   */
  sees: { size: number; inUnit: boolean } | null
  stronger: Strengthening[]
}

/** Chance of seeing a change that "sees" stands for. */
const wantedChance = 0.8
const weeksMore = 4

/** Undefined until the plan tells enough for the engine: dates, measure, kind of design, rhythm. */
export function designProspectOf(plan: Plan): DesignProspect | undefined {
  const now = prospectOfDesign(plan)
  if (!now || !plan.design) return undefined
  return { ...now, stronger: strengtheningsOf(plan, plan.design, now) }
}

type Prospect = Omit<DesignProspect, 'stronger'>

function prospectOfDesign(plan: Plan): Prospect | undefined {
  const study = studyPlanOf(plan)
  const choice = study && chooseMethod(study)
  if (!study || !choice?.ok || !plan.design) return undefined
  return { study, choice: choice.value, sees: seenBy(plan.design, study, choice.value) }
}

function seenBy(design: Design, study: StudyPlan, choice: MethodChoice): DesignProspect['sees'] {
  const spread = usualSpread(design)
  // Nothing is seen by a lot whose most lopsided result would still come by chance too often.
  if (choice.smallestP !== null && choice.smallestP > 0.05) return null
  if (design.kind !== 'with_and_without') {
    const found = choice.detectableEffect
    return found && { size: found.size, inUnit: found.unit === 'outcome' }
  }
  // Places are compared by the changes of their means, whose spread is that of the places' readings when readings before
  // and after correlate at one half: the assumption the engine states too.
  const smallest = smallestEffectOfTwoMeans(study.treatedUnits, study.comparisonUnits, wantedChance, 0.1)
  return smallest.ok ? { size: smallest.value * (spread ?? 1), inUnit: spread !== undefined } : null
}

/** Which neighbouring plans would tell more: the engine is asked about each of them. */
function strengtheningsOf(plan: Plan, design: Design, now: Prospect): Strengthening[] {
  const withDesign = (change: Partial<Design>) =>
    prospectOfDesign({ ...plan, design: { ...design, ...change } })
  const found: Strengthening[] = []
  const levelBefore = now.choice.evidence.step
  const seesBefore = now.sees?.size ?? null
  if (design.byLot === false && design.units.length > 1) {
    const drawn = withDesign({ byLot: true })
    if (drawn && drawn.choice.evidence.step > levelBefore)
      found.push({ kind: 'by_lot', levelBefore, levelAfter: drawn.choice.evidence.step })
  }
  if ((design.kind === 'with_and_without' || design.kind === 'staggered') && design.units.length > 1) {
    const more = withDesign({ units: [...design.units, `+${design.units.length}`] })
    if (more && (gains(seesBefore, more.sees?.size ?? null) || fewerByChance(now, more)))
      found.push({
        kind: 'one_more_place',
        drawsBefore: now.choice.possibleDraws,
        drawsAfter: more.choice.possibleDraws,
        seesBefore,
        seesAfter: more.sees?.size ?? null,
      })
  }
  const earlier = design.weeksBefore !== null && withDesign({ weeksBefore: design.weeksBefore + weeksMore })
  const longer = prospectOfDesign({ ...plan, endsOn: plan.endsOn && addDays(plan.endsOn, weeksMore * 7) })
  for (const [kind, other] of [
    ['weeks_before', earlier],
    ['weeks_during', longer],
  ] as const) {
    if (!other) continue
    const levelAfter = other.choice.evidence.step
    const seesAfter = other.sees?.size ?? null
    if (levelAfter > levelBefore || gains(seesBefore, seesAfter))
      found.push({ kind, weeks: weeksMore, levelBefore, levelAfter, seesBefore, seesAfter })
  }
  return found.slice(0, 3)
}

/** At least a twentieth less than before, or anything where nothing could be seen. */
function gains(before: number | null, after: number | null): boolean {
  return after !== null && (before === null || after <= before * 0.95)
}

function fewerByChance(now: Prospect, other: Prospect): boolean {
  return (
    now.choice.smallestP !== null &&
    other.choice.smallestP !== null &&
    now.choice.smallestP > 0.01 &&
    other.choice.smallestP < now.choice.smallestP
  )
}

/** How the smallest change that can be seen stands to the smallest one agreed to be worth having; undefined when either is unknown. */
export function seenAgainstWorthwhile(
  plan: Plan,
  sees: DesignProspect['sees'],
): 'enough' | 'too_coarse' | undefined {
  const worthwhile = mainMeasure(plan)?.smallestWorthwhile ?? null
  if (!sees?.inUnit || worthwhile === null) return undefined
  return sees.size <= worthwhile ? 'enough' : 'too_coarse'
}
