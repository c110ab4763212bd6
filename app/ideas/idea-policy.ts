import { worksIn, workplaces, type Policy } from '../platform/web/policy.ts'
import { type Idea, isOpen } from './idea.ts'

/** Whoever told an idea may change its words while it is open. */
export const mayEditIdea: Policy<{ idea: Idea }> = (visitor, { idea }) =>
  visitor.person?.id === idea.toldBy && isOpen(idea)

/** Whoever works in some municipality may offer hours for an open idea, at home or elsewhere. */
export const mayOfferHours: Policy<{ idea: Idea }> = (visitor, { idea }) =>
  workplaces(visitor).length > 0 && isOpen(idea)

/** Colleagues in the idea's own municipality agree on the time and record the outcome while the idea is open. */
export const mayPonder: Policy<{ idea: Idea }> = (visitor, { idea }) =>
  worksIn(visitor, idea.municipalityCode) && isOpen(idea)

/** The time and place of a pondering is for those who take part: colleagues, whoever offered hours, whoever told the idea. */
export const maySeePondering: Policy<{ idea: Idea; offers: { personId: string }[] }> = (
  visitor,
  { idea, offers },
) =>
  worksIn(visitor, idea.municipalityCode) ||
  (visitor.person !== undefined &&
    (visitor.person.id === idea.toldBy || offers.some((offer) => offer.personId === visitor.person?.id)))
