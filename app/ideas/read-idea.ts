import { namesOf } from '../people/index.ts'
import type { Database } from '../platform/database/database.ts'
import { costOf, findIdea, offersFor, progressOf } from './idea-store.ts'
import type { HourOffer, Idea, IdeaCost, Pondering, PonderingProgress } from './idea.ts'
import { ponderingsOf } from './pondering-store.ts'

/** An idea with everything that belongs to it. */
export interface IdeaWithPondering {
  idea: Idea
  cost: IdeaCost
  progress: PonderingProgress
  /** Empty for whoever takes no part. */
  offers: HourOffer[]
  /** Empty for whoever takes no part. */
  ponderings: Pondering[]
  /** Names of the people who offered or told, by id. */
  names: Map<string, string>
}

/** Reads an idea with its offers, ponderings and cost; undefined when there is no such idea. */
export async function readIdea(database: Database, id: string): Promise<IdeaWithPondering | undefined> {
  const idea = await findIdea(database, id)
  if (!idea) return undefined
  const [cost, progress, offers, ponderings] = await Promise.all([
    costOf(database, id),
    progressOf(database, id),
    offersFor(database, id),
    ponderingsOf(database, id),
  ])
  const names = await namesOf(database, [idea.toldBy, ...offers.map((offer) => offer.personId)])
  return { idea, cost, progress, offers, ponderings, names }
}

/** The pondering that is agreed and not yet held, if there is one. */
export function ponderingAhead(ponderings: readonly Pondering[]): Pondering | undefined {
  return ponderings.find((pondering) => pondering.heldOn === null)
}
