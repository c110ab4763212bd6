/**
 * Statistics for small, honest experiments, by question. Every function returns a finding (figures with warnings) or a
 * refusal with its reason.
 */
export { found, refusalCodes, refused, warning, warningCodes } from './finding.ts'
export type { Finding, Found, Refusal, RefusalCode, Refused, Warning, WarningCode } from './finding.ts'
export type { ClusterLabel, Gathering } from './gathering.ts'

// What do these numbers look like, and how do they hang together?
export * from './numbers/index.ts'
// Did it change over time?
export * from './before-and-after/index.ts'
// Do two groups differ?
export * from './two-groups/index.ts'
// What happened in several places, and what would happen in the next?
export * from './several-places/index.ts'
// What do people answer, and what may be shown?
export * from './surveys/index.ts'
// What can be learned before the start, and what is to be decided at the end?
export * from './planning/index.ts'
