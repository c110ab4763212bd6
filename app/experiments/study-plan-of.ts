import type { StudyPlan } from '@uskalla/evidence'
import { type Design, readingsIn, usualSpread } from './design.ts'
import { collectsAnswers, mainMeasure, type Plan } from './plan.ts'

/** Weeks from the first day of the trial to the last, both counted; undefined until both are told. */
export function weeksOfTrial(plan: Pick<Plan, 'startsOn' | 'endsOn'>): number | undefined {
  if (plan.startsOn === null || plan.endsOn === null) return undefined
  const days = Math.round((Date.parse(plan.endsOn) - Date.parse(plan.startsOn)) / 86_400_000) + 1
  return Math.max(0, days) / 7
}

/**
 * The plan as the statistics engine asks of it. Units are what starts or is drawn: the place, or the day on which one of
 * two versions is in use. Undefined until the dates, the rhythm and the places are known, and for a trial of which only a
 * story is wanted.
 */
export function studyPlanOf(plan: Plan): StudyPlan | undefined {
  const { design } = plan
  const measure = mainMeasure(plan)
  const weeks = weeksOfTrial(plan)
  if (!design || !measure || weeks === undefined || design.rhythm === null || design.kind === 'just_try')
    return undefined
  const answers = collectsAnswers(measure)
  const shared = {
    outcome: answers ? ('scale' as const) : ('continuous' as const),
    pointsBefore: readingsIn(design.weeksBefore ?? 0, design.rhythm),
    pointsAfter: readingsIn(weeks, design.rhythm),
    primaryOutcomes: 1,
    guardrails: plan.measures.filter((one) => one.harmLimit !== null).length,
    plannedLooks: design.looks ?? (design.watched ? 2 : 0),
    standardDeviation: usualSpread(design),
    chosenForExtremeReading: design.pickedForReading ?? false,
  }
  return { ...shared, ...groupsOf(design, shared.pointsAfter) }
}

type Groups = Pick<StudyPlan, 'drawnByLot' | 'treatedUnits' | 'comparisonUnits'> & Partial<StudyPlan>

function groupsOf(design: Design, readings: number): Groups {
  const { units } = design
  const byLot = design.byLot ?? false
  // The mean of a place over its readings is a continuous amount, whatever is read there.
  const outcome = 'continuous' as const
  switch (design.kind) {
    case 'with_and_without': {
      const treatedUnits = Math.max(1, Math.min(design.treatedCount ?? 1, units.length))
      const comparisonUnits = Math.max(0, units.length - treatedUnits)
      // A place stands for the people in it: it is what is drawn, and its mean is what is compared.
      return { outcome, drawnByLot: byLot, treatedUnits, comparisonUnits, ...(byLot && { peoplePerUnit: 2 }) }
    }
    case 'staggered': {
      const places = Math.max(1, units.length)
      return {
        outcome,
        drawnByLot: byLot,
        startOrderByLot: byLot,
        treatedUnits: places,
        comparisonUnits: 0,
        startTimes: places,
      }
    }
    case 'two_versions':
      return {
        drawnByLot: byLot,
        treatedUnits: Math.max(1, Math.ceil(readings / 2)),
        comparisonUnits: Math.floor(readings / 2),
        pointsBefore: 0,
      }
    default:
      return { drawnByLot: false, treatedUnits: 1, comparisonUnits: 0 }
  }
}
