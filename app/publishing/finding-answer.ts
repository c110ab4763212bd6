import type { z } from '@hono/zod-openapi'
import {
  analysisOf,
  evidenceLevelOf,
  type Evaluation,
  type MeasureFinding,
  measureInSentences,
} from '../evaluations/index.ts'
import type { Measure } from '../experiments/index.ts'
import type { Lang } from '../platform/language.ts'
import type { findingShape } from './finding-shape.ts'
import { told } from './reader.ts'

type Answer = z.input<typeof findingShape>

/** What came of a trial, as far as everybody may see it now; null while nothing has been evaluated or written. */
export function findingAnswer(evaluation: Evaluation): Answer | null {
  const { experiment, recorded, coverage } = evaluation
  const open = coverage === 'open'
  const kept = open ? evaluation.kept : undefined
  if (!kept && !recorded) return null
  const planFingerprint = kept?.planFingerprint ?? recorded?.planFingerprint
  const dataFingerprint = kept?.dataFingerprint ?? recorded?.dataFingerprint
  if (planFingerprint === undefined || dataFingerprint === undefined) return null
  const [measure] = experiment.plan.measures
  const levels = measure && evaluation.byMeasure.get(measure.id)
  return {
    ...(kept && measure && levels ? computed(evaluation, measure, levels) : notComputed),
    evidence_level: levelOf(evaluation, levels),
    figures: figuresAnswer(kept ? levels : open ? recorded?.figures : undefined),
    plan_fingerprint: planFingerprint,
    data_fingerprint: dataFingerprint,
    engine_version: kept?.engineVersion ?? null,
    seed: kept?.seed ?? null,
    computed_at: kept?.computedAt.toISOString() ?? null,
    happened: told(recorded?.happened),
    tells: recorded?.tells ?? null,
    learning: recorded?.learning ?? null,
    written_at: recorded?.writtenAt.toISOString() ?? null,
    version: recorded?.version ?? null,
  }
}

const notComputed = {
  measure_id: null,
  unit: null,
  estimate: null,
  low: null,
  high: null,
  method: null,
  refused: null,
  warnings: [],
  precision: null,
  words: null,
}

function computed(evaluation: Evaluation, measure: Measure, levels: MeasureFinding) {
  const analysis = analysisOf(evaluation, measure.id)
  const words = (lang: Lang) => measureInSentences(lang, measure, levels, analysis).join(' ')
  return {
    measure_id: measure.id,
    unit: told(measure.unit),
    estimate: analysis?.effect?.estimate ?? null,
    low: analysis?.effect?.low ?? null,
    high: analysis?.effect?.high ?? null,
    method: analysis?.method ?? null,
    refused: analysis?.told.kind === 'refusal' ? analysis.told.code : null,
    warnings: analysis?.checks ?? [],
    precision: analysis?.precision ?? null,
    words: { fi: words('fi'), sv: words('sv'), en: words('en') },
  }
}

/** The level as the result page tells it: of the evaluation, of the levels alone, or as it was written. */
function levelOf(evaluation: Evaluation, levels: MeasureFinding | undefined): number {
  const { experiment, recorded, kept, coverage } = evaluation
  if (coverage !== 'open' || !kept) return recorded?.evidenceLevel ?? 0
  const [measure] = experiment.plan.measures
  const step = measure && analysisOf(evaluation, measure.id)?.evidence.step
  return step ?? (levels ? evidenceLevelOf(levels) : 0)
}

function figuresAnswer(figures: MeasureFinding | null | undefined): Answer['figures'] {
  return figures
    ? {
        standing: figures.standing,
        days_before: figures.daysBefore,
        days_during: figures.daysDuring,
        baseline: figures.baseline,
        baseline_from: figures.baselineFrom,
        during: figures.during,
        change: figures.change,
        improvement: figures.improvement,
        beyond_prediction: figures.beyondPrediction,
        harmful: figures.harmful,
      }
    : null
}
