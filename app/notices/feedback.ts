import { addDays } from '../platform/format.ts'

/** The law gives so many days for the answer; a warning comes when so many are left. */
export const answerDays = 14
export const warningDaysLeft = 4

/** Feedback on accessibility, as the programme office sees it. */
export interface Feedback {
  id: string
  caseNumber: number
  receivedAt: Date
  /** Last day for the answer, ISO. */
  dueOn: string
  lang: 'fi' | 'sv' | 'en'
  message: string
  pageAddress: string | null
  email: string | null
  answeredAt: Date | null
  answer: string | null
  version: number
}

/** The number by which sender and office speak of a case: S-12. */
export function caseNumberInWords(caseNumber: number): string {
  return `S-${caseNumber}`
}

/** How a case that waits stands on a day: from day 10 on it is urgent, after day 14 late. Days are ISO texts. */
export function urgency(dueOn: string, today: string): 'late' | 'soon' | 'calm' {
  if (today > dueOn) return 'late'
  return today >= addDays(dueOn, -warningDaysLeft) ? 'soon' : 'calm'
}

/** Share of the answered cases that were answered in time, 0–1; undefined while none is. */
export function shareInTime(answered: readonly { dueOn: string; answeredOn: string }[]): number | undefined {
  if (answered.length === 0) return undefined
  return answered.filter((one) => one.answeredOn <= one.dueOn).length / answered.length
}
