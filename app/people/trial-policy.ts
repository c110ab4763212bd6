import type { Policy } from '../platform/web/policy.ts'

/** Pages of the trial environment: their `load` answers only there, so whoever finds them may use them. */
export const inTrial: Policy = () => true
