import { sessionCookie, sessionLimits } from '../people/index.ts'
import { formCookie } from '../platform/web/form-cookie.ts'
import { noticeCookie, noticeSeconds } from '../platform/web/notice-cookie.ts'

/** One cookie the service may set, under its name without `__Host-`. No duration: until the browser is closed. */
export interface ListedCookie {
  name: string
  purpose: 'session' | 'notice' | 'form'
  lasts?: { days: number } | { seconds: number }
}

/** Every cookie the service may set. All of them are needed for what the visitor asks for. */
export const listedCookies: readonly ListedCookie[] = [
  { name: sessionCookie, purpose: 'session', lasts: { days: sessionLimits.longestDays } },
  { name: noticeCookie, purpose: 'notice', lasts: { seconds: noticeSeconds } },
  { name: formCookie, purpose: 'form' },
]
