export { checkText, checkTextKey, refusalText, refusalTextKey } from './check-texts.ts'
export { findingInWords } from './finding-in-words.ts'
export {
  decimalsFor,
  languages,
  writeAmount,
  writeNumber,
  type Language,
  type UnitWords,
} from './numbers-in-words.ts'
export type { Ground, OutcomeWords, Statement } from './statement.ts'
