import type { Policy } from '../platform/web/policy.ts'
import type { Visitor } from '../platform/web/visitor.ts'

/** True for people of the programme office. */
function isOfOffice(visitor: Visitor): boolean {
  return visitor.person?.memberships.some((m) => m.role === 'office') ?? false
}

/** Moderators: the programme office everywhere, a municipality's administrator in it. Without a code: anywhere. */
export function moderates(visitor: Visitor, municipalityCode?: string): boolean {
  return (
    isOfOffice(visitor) ||
    (visitor.person?.memberships.some(
      (m) =>
        m.role === 'administrator' &&
        m.municipalityCode !== null &&
        (municipalityCode === undefined || m.municipalityCode === municipalityCode),
    ) ??
      false)
  )
}

/** The queue is for whoever moderates somewhere. */
export const mayModerate: Policy = (visitor) => moderates(visitor)

/** A text is dealt with by moderators of its municipality; what the municipality says of itself by the programme office. */
export const mayReview: Policy<{ text: { municipalityCode: string; byOffice?: true } }> = (
  visitor,
  { text },
) => (text.byOffice ? isOfOffice(visitor) : moderates(visitor, text.municipalityCode))

/** Only whoever wrote a hidden text reads it and appeals. */
export const isWriter: Policy<{ found: { hiding: { writerId: string | null } } | undefined }> = (
  visitor,
  { found },
) => visitor.person !== undefined && found?.hiding.writerId === visitor.person.id

/** That there is an appeal is known to the programme office and to whoever made it. */
export function mayKnowOfAppeal(visitor: Visitor, { personId }: { personId: string }): boolean {
  return isOfOffice(visitor) || (visitor.person !== undefined && visitor.person.id === personId)
}

/** Appeals are decided at the programme office, by somebody else than who hid the text and who wrote it. */
export const mayAnswerAppeal: Policy<{ hiding: { hiddenBy: string; writerId: string | null } }> = (
  visitor,
  { hiding },
) =>
  isOfOffice(visitor) &&
  visitor.person !== undefined &&
  hiding.hiddenBy !== visitor.person.id &&
  hiding.writerId !== visitor.person.id
