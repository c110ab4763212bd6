import { namesOf } from '../people/index.ts'
import type { Database } from '../platform/database/database.ts'
import { costOf, findIdea, offersFor } from './idea-store.ts'
import type { HourOffer, Idea, IdeaCost, Pondering } from './idea.ts'
import { ponderingsOf } from './pondering-store.ts'

/** An idea with everything that belongs to it. */
export interface IdeaWithPondering {
  idea: Idea
  cost: IdeaCost
  offers: HourOffer[]
  ponderings: Pondering[]
  /** Names of the people who offered or told, by id. */
  names: Map<string, string>
}

/** Reads an idea with its offers, ponderings and cost; undefined when there is no such idea. */
export async function readIdea(database: Database, id: string): Promise<IdeaWithPondering | undefined> {
  const idea = await findIdea(database, id)
  if (!idea) return undefined
  const [cost, offers, ponderings] = await Promise.all([
    costOf(database, id),
    offersFor(database, id),
    ponderingsOf(database, id),
  ])
  const names = await namesOf(database, [idea.toldBy, ...offers.map((offer) => offer.personId)])
  return { idea, cost, offers, ponderings, names }
}

/** The pondering that is agreed and not yet held, if there is one. */
export function ponderingAhead(ponderings: readonly Pondering[]): Pondering | undefined {
  return ponderings.find((pondering) => pondering.heldOn === null)
}
