import type { Database } from '../platform/database/database.ts'
import type { Analysis, Effect, KeptEvaluation } from './evaluation.ts'
import { saveEvaluation } from './evaluation-store.ts'

/** Made-up evaluations, for tests: a result without the readings behind it. */

/** An analysis that gives this change of a measure; null where its method gives no size. */
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

/** The evaluation of an experiment whose main measure changed so. */
export function exampleEvaluation(
  experimentId: string,
  measureId: string,
  effect: Effect | null,
): KeptEvaluation {
  return {
    experimentId,
    byMeasure: {
      [measureId]: {
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
    openedEarly: false,
    planFingerprint: 'a'.repeat(64),
    dataFingerprint: 'b'.repeat(64),
    computedAt: new Date('2026-03-10T08:00:00Z'),
  }
}

/** Keeps such an evaluation. */
export async function saveExampleEvaluation(
  database: Database,
  kept: KeptEvaluation & { municipalityCode: string },
): Promise<void> {
  await saveEvaluation(database, { ...kept, calls: [] })
}
