import type { Database } from '../platform/database/database.ts'
import { record } from '../platform/log/log.ts'
import { workplaces } from '../platform/web/policy.ts'
import type { Acting } from '../platform/web/visitor.ts'
import { beginPondering, saveOffer } from './idea-store.ts'
import type { Idea } from './idea.ts'

/** Offers hours for pondering an idea; the first offer moves a new idea to being pondered. A later offer replaces one's own. */
export async function offerHours(
  database: Database,
  { person, now, requestId, idea, hours }: Acting & { idea: Idea; hours: number },
): Promise<void> {
  const [home = idea.municipalityCode] = workplaces({ person })
  const municipalityCode = workplaces({ person }).includes(idea.municipalityCode)
    ? idea.municipalityCode
    : home
  await saveOffer(database, idea.id, { personId: person.id, municipalityCode, hours, now })
  if (municipalityCode === idea.municipalityCode) await beginPondering(database, idea.id, now)
  await record(database, {
    chain: idea.municipalityCode,
    action: 'idea.hours-offered',
    recordKind: 'idea',
    recordId: idea.id,
    personId: person.id,
    requestId,
    at: now,
    after: { hours },
  })
}
