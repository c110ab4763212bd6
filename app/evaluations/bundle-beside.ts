import type { UnitChange } from '../experiments/index.ts'
import { formats } from './bundle-files.ts'
import { seedOfEvaluations } from './distribution-of-draws.ts'
import type { KeptExploration } from './exploration-store.ts'
import type { TakenLook } from './look-store.ts'

// What a bundle holds beside the result itself: only what the trial has.

/** Days from which measures were read in other units; `plan_units` is null where the unit cannot be converted. */
export function unitChangesDocument(changes: readonly UnitChange[]) {
  return {
    format: formats.unitChanges,
    changes: changes.map(({ measureId, day, unit, planUnits }) => ({
      measure: measureId,
      from: day,
      unit,
      plan_units: planUnits,
    })),
  }
}

/** Agreed looks along the way as they were taken, with the readings up to their days. */
export function looksDocument(looks: readonly TakenLook[]) {
  return {
    format: formats.looks,
    seed: seedOfEvaluations,
    looks: looks.map((look) => ({
      number: look.number,
      day: look.day,
      looked_at: look.lookedAt.toISOString(),
      data_fingerprint: look.dataFingerprint,
      readings: look.readings,
      said: look.said,
      estimate: look.estimate,
      low: look.low,
      high: look.high,
    })),
  }
}

/** Analyses outside the plan, exploratory for ever; why they were made is left out where it was hidden. */
export function explorationsDocument(explorations: readonly KeptExploration[]) {
  return {
    format: formats.explorations,
    seed: seedOfEvaluations,
    explorations: explorations.map((one) => ({
      measure: one.measureId,
      method: one.method,
      period: one.period,
      ...(one.besidesId !== null && { besides: one.besidesId }),
      why: one.hidden ? null : one.why,
      made_at: one.at.toISOString(),
      engine_version: one.engineVersion,
      data_fingerprint: one.dataFingerprint,
      evaluation: one.evaluation,
    })),
  }
}
