export { found, refusalCodes, refused, warning, warningCodes } from './finding.ts'
export type { Finding, Found, Refusal, RefusalCode, Refused, Warning, WarningCode } from './finding.ts'
export { createRandom, type Random } from './numbers/random.ts'
