import { canonicalText, fieldsOfJson, fingerprint } from '../platform/log/canonical.ts'
import { readLine } from './verify-lines.ts'

/** A frozen plan in a file: whose it is and its fingerprint; undefined when the text is no frozen plan. */
export function readPlan(
  text: string,
): { experimentId: string; fingerprint: string; asWritten: boolean } | undefined {
  const plan = fieldsOfJson(text)
  if (plan?.format !== 'uskalla-plan-1' || typeof plan.experiment !== 'string' || !plan.plan) return undefined
  return {
    experimentId: plan.experiment,
    fingerprint: fingerprint(plan),
    asWritten: canonicalText(plan) === text.trimEnd(),
  }
}

/** What the log's chain tells of a plan: it was frozen as it stands, in another form, or the log does not know it. */
export type PlanInLog =
  { found: 'same' | 'other'; chain: string; position: number; at: string } | { found: 'none' }

/** Looks for the line with which a plan was frozen. */
export async function findPlan(
  written: AsyncIterable<string> | Iterable<string>,
  plan: { experimentId: string; fingerprint: string },
): Promise<PlanInLog> {
  let other: PlanInLog = { found: 'none' }
  for await (const text of written) {
    const line = readLine(text)
    if (line?.action !== 'plan.frozen' || line.record_id !== plan.experimentId) continue
    const { chain, position, at } = line
    if (line.after_fingerprint === plan.fingerprint) return { found: 'same', chain, position, at }
    other = { found: 'other', chain, position, at }
  }
  return other
}
