import type { Policy } from '../platform/web/policy.ts'

/** The programme office answers feedback on accessibility. */
export const mayAnswerFeedback: Policy = ({ person }) =>
  person?.memberships.some((membership) => membership.role === 'office') ?? false

/** The programme office and administrators see that the accessibility statement wants a review. */
export const seesOverdueReview: Policy = ({ person }) =>
  person?.memberships.some(({ role }) => role === 'office' || role === 'administrator') ?? false
