import type { TextUnderReview } from '../../platform/hidden.ts'
import type { Visit } from '../../platform/web/visit.ts'
import { kindFrom, reviewable, type TextKind } from '../reviewable.ts'

/** A text that an address names, with its kind and id. */
export interface NamedText {
  kind: TextKind
  id: string
  text: TextUnderReview
}

/** The text that the address names; undefined when there is none that everybody could read but for a hiding. */
export async function namedText(visit: Visit): Promise<NamedText | undefined> {
  const kind = kindFrom(visit.parameters.kind)
  const { id } = visit.parameters
  if (!kind || !id) return undefined
  const text = await reviewable[kind].find(visit.database, id)
  return text && { kind, id, text }
}
