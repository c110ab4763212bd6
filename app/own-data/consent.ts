/** What a person may agree to. Saying no takes nothing away from the service. */
export const consentPurposes = ['named_author', 'monthly_letter'] as const

export type ConsentPurpose = (typeof consentPurposes)[number]

/** Which wording of the questions stands in the texts; a new one when their meaning changes. */
export const presentWording = '2026-11'

/** One answer to one purpose. */
export interface Consent {
  purpose: ConsentPurpose
  given: boolean
  wording: string
  at: Date
}

/** What holds now: the newest answer to each purpose; never answered counts as no. */
export function whatHolds(answers: readonly Consent[]): Record<ConsentPurpose, boolean> {
  const newest = (purpose: ConsentPurpose) =>
    answers
      .filter((answer) => answer.purpose === purpose)
      .toSorted((a, b) => b.at.getTime() - a.at.getTime())[0]
  return {
    named_author: newest('named_author')?.given ?? false,
    monthly_letter: newest('monthly_letter')?.given ?? false,
  }
}
