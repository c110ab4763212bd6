/** Why personal data are held. The privacy notice has a part for each, in this order. */
export const purposeNames = [
  'account',
  'signing-in',
  'membership',
  'trying',
  'reminders',
  'letters',
  'consents',
  'own-data',
  'moderation',
  'record',
  'accessibility',
] as const

export type PurposeName = (typeof purposeNames)[number]

/** GDPR, article 6(1): task in the public interest (e), legal obligation (c), consent (a). */
export type LegalBasis = 'public-task' | 'legal-obligation' | 'consent'

/** Who else than the person sees the data. */
export type Recipient = 'municipality' | 'office' | 'operator' | 'public' | 'nobody'

export const purposes: Record<PurposeName, { basis: LegalBasis; recipients: readonly Recipient[] }> = {
  account: { basis: 'public-task', recipients: ['municipality', 'operator'] },
  'signing-in': { basis: 'public-task', recipients: ['operator'] },
  membership: { basis: 'public-task', recipients: ['municipality', 'office', 'operator'] },
  trying: { basis: 'public-task', recipients: ['municipality', 'public', 'operator'] },
  reminders: { basis: 'public-task', recipients: ['municipality', 'operator'] },
  letters: { basis: 'public-task', recipients: ['operator'] },
  // The only purpose that rests on consent: saying no has no effect on the service.
  consents: { basis: 'consent', recipients: ['public', 'operator'] },
  'own-data': { basis: 'legal-obligation', recipients: ['nobody'] },
  moderation: { basis: 'public-task', recipients: ['municipality', 'office', 'operator'] },
  record: { basis: 'legal-obligation', recipients: ['municipality', 'office', 'operator'] },
  accessibility: { basis: 'legal-obligation', recipients: ['office', 'operator'] },
}

/**
 * How long rows stay: as long as the person has an account; as long as the record of the municipality, which outlives the
 * account without its name; or a number of days by a rule of the nightly tidying.
 */
export type Kept = 'account' | 'archive' | 'days'

export interface RegisteredTable {
  purpose: PurposeName
  kept: Kept
  /** Columns that tell of a person, point to one, or hold words in which somebody may be named. */
  personal: readonly string[]
  /** Columns that tell nothing of anybody. */
  none: readonly string[]
}

/** Words with spaces between them, as a list. */
export const list = (words: string) => words.split(' ').filter((word) => word !== '')

/** A table of the register, with its columns in two lists. */
export function holds(purpose: PurposeName, kept: Kept, personal: string, none: string): RegisteredTable {
  return { purpose, kept, personal: list(personal), none: list(none) }
}
