import type { Visitor } from '../platform/web/visitor.ts'

/** How recently somebody must have signed in before they fetch, readdress or delete what is held of them, in minutes. */
export const freshMinutes = 10

/** True when whoever asks has shown within ten minutes that it is them. Pure. */
export function isFresh(visitor: Visitor, now: Date): boolean {
  const begunAt = visitor.person?.session?.begunAt
  return begunAt !== undefined && now.getTime() - begunAt.getTime() <= freshMinutes * 60_000
}
