import { canonicalText, fingerprint } from '../platform/log/canonical.ts'
import type { Experiment } from './experiment.ts'

/** What is frozen: the plan, and which experiment it belongs to. */
export function planDocument(experiment: Pick<Experiment, 'id' | 'municipalityCode' | 'plan'>) {
  return {
    format: 'uskalla-plan-1',
    experiment: experiment.id,
    municipality: experiment.municipalityCode,
    plan: experiment.plan,
  }
}

/** The plan as the one text whose bytes the fingerprint is taken of (RFC 8785: keys sorted, no blanks). */
export function planText(experiment: Pick<Experiment, 'id' | 'municipalityCode' | 'plan'>): string {
  return canonicalText(planDocument(experiment))
}

/** What is told of a plan that was hidden: that it was frozen, with which fingerprint, and why it is not shown. */
export function hiddenPlanText({
  id,
  municipalityCode,
  planFingerprint: sealed,
  hidden,
}: Experiment): string {
  return canonicalText({
    format: 'uskalla-hidden-plan-1',
    experiment: id,
    municipality: municipalityCode,
    plan_fingerprint: sealed,
    hidden_at: hidden?.at.toISOString(),
    hidden_because: hidden?.because,
  })
}

/** SHA-256 of `planText` in UTF-8, 64 hexadecimal digits in lower case. */
export function planFingerprint(experiment: Pick<Experiment, 'id' | 'municipalityCode' | 'plan'>): string {
  return fingerprint(planDocument(experiment))
}

/** A fingerprint in eight groups of eight, for people to compare by eye. */
export function inGroups(planFingerprint: string): string[] {
  return planFingerprint.match(/.{8}/g) ?? []
}
