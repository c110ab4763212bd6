import { ownDataOf as ofDecisions } from '../decisions/index.ts'
import { ownDataOf as ofEvaluations } from '../evaluations/index.ts'
import { ownDataOf as ofExperiments } from '../experiments/index.ts'
import { ownDataOf as ofIdeas } from '../ideas/index.ts'
import { ownDataOf as ofLessons } from '../lessons/index.ts'
import { ownDataOf as ofMeasurements } from '../measurements/index.ts'
import { ownDataOf as ofMembership } from '../membership/index.ts'
import { ownDataOf as ofModeration } from '../moderation/index.ts'
import { ownDataOf as ofPeople } from '../people/index.ts'
import type { Database } from '../platform/database/database.ts'
import { ownLettersOf } from '../platform/mail/forget-person.ts'
import type { OwnRecords } from '../platform/own-data.ts'
import { asSystem } from '../platform/database/acting.ts'
import { ownLogLinesOf } from '../platform/log/own-log-lines.ts'
import { ownDataOf as ofOwnData } from './own-data-store.ts'

const rooms = [
  ofPeople,
  ofMembership,
  ofOwnData,
  ofIdeas,
  ofExperiments,
  ofMeasurements,
  ofEvaluations,
  ofDecisions,
  ofLessons,
  ofModeration,
  ownLettersOf,
  ownLogLinesOf,
]

/**
 * Everything held of a person, room by room. Read as the system, because it also holds what they did in municipalities in
 * which they no longer work; every part is narrowed down to this one person.
 */
export async function gatherOwnData(database: Database, personId: string): Promise<OwnRecords[]> {
  return asSystem(database, async (transaction) => {
    const all: OwnRecords[] = []
    for (const ownDataOf of rooms) all.push(...(await ownDataOf(transaction, personId)))
    return all
  })
}
