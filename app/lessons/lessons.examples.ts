import type { Analysis, Effect, KeptEvaluation } from '../evaluations/index.ts'
import { exampleMeasure, examplePlan } from '../experiments/experiments.examples.ts'
import { designOf, type Experiment, type Measure, type Origin, type Plan } from '../experiments/index.ts'
import type { MemberResult } from './pooled-family.ts'

/** Made-up members of families, for tests. */

/** An analysis that gives this change of a measure. */
export function exampleAnalysis(effect: Effect | null): Analysis {
  return {
    method: 'interrupted-series',
    told: { kind: 'effect', ground: { kind: 'series' } },
    effect,
    p: null,
    chart: null,
    checks: [],
    evidence: { step: 2, maryland: 2, nesta: 2, loweredBy: null } as Analysis['evidence'],
    precision: null,
  }
}

/** A member of a family with the change its trial showed, as if evaluated. */
export function memberWith({
  id = crypto.randomUUID(),
  municipalityCode = '239',
  origin = 'own',
  effect = { estimate: -9, low: -14, high: -4 },
  coverage = 'open',
  openedEarly = false,
  measure = {},
  plan = {},
}: {
  id?: string
  municipalityCode?: string
  origin?: Origin
  effect?: Effect | null
  coverage?: MemberResult['coverage']
  openedEarly?: boolean
  measure?: Partial<Measure>
  plan?: Partial<Plan>
}): MemberResult {
  const main = exampleMeasure(measure)
  const at = new Date('2026-03-10T08:00:00Z')
  const whole = examplePlan({ design: designOf('before_after'), measures: [main], ...plan })
  const kept: KeptEvaluation = {
    experimentId: id,
    byMeasure: {
      [main.id]: {
        finding: {
          standing: 'cause-unknown',
          daysBefore: 15,
          daysDuring: 40,
          baseline: 62,
          baselineFrom: 'points',
          during: 53,
          change: -9,
          improvement: 9,
          beyondPrediction: 8,
          harmful: false,
        },
        analysis: exampleAnalysis(effect),
      },
    },
    engineVersion: '0.1.0',
    seed: 1,
    planFingerprint: 'a'.repeat(64),
    dataFingerprint: 'b'.repeat(64),
    openedEarly: false,
    computedAt: at,
  }
  return {
    experiment: exampleExperiment({ id, municipalityCode, origin, plan: whole, at }),
    kept,
    coverage,
    openedEarly,
  }
}

function exampleExperiment({
  id,
  municipalityCode,
  origin,
  plan,
  at,
}: Pick<Experiment, 'id' | 'municipalityCode' | 'origin' | 'plan'> & { at: Date }): Experiment {
  return {
    id,
    municipalityCode,
    ideaId: null,
    parentId: null,
    responsiblePersonId: null,
    createdBy: null,
    origin,
    state: 'ended',
    outcome: null,
    title: plan.question ?? '',
    titles: null,
    theme: plan.theme,
    startsOn: plan.startsOn,
    endsOn: plan.endsOn,
    yearFrom: 2026,
    yearTo: 2026,
    plan,
    stepVersions: {},
    frozenAt: at,
    figuresOpenedAt: null,
    planFingerprint: 'a'.repeat(64),
    lane: 'own_work',
    published: null,
    hidden: null,
    version: 1,
    createdAt: at,
    updatedAt: at,
  }
}
