import type { Continuation } from '../../platform/web/page.ts'
import type { Visit } from '../../platform/web/visit.ts'
import { texts } from '../../texts/index.ts'
import { membershipsInSession } from '../session-rules.ts'
import type { Arrival } from '../sign-in.ts'

/** Where somebody goes who has come in: where they were going, or first to confirm it when a role rests until then. */
export function welcome(
  visit: Visit,
  { person, nextPath, cookie }: Arrival,
  severalFactors = false,
): Continuation {
  const { resting } = membershipsInSession(person.memberships, severalFactors)
  const wanted = nextPath === null ? ({ name: 'front' } as const) : { path: nextPath }
  return {
    to: resting.length > 0 ? { name: 'confirm-sign-in', query: { next: nextPath ?? undefined } } : wanted,
    notice: texts[visit.lang].people.link.welcome(person.name),
    cookies: [cookie],
  }
}
