import { formatEuros, formatHours } from '../platform/format.ts'
import type { Lang } from '../platform/language.ts'
import { texts } from '../texts/index.ts'
import type { TagKind } from '../ui/index.ts'
import type { IdeaCost, IdeaState } from './idea.ts'

/** What an idea has cost so far, in one line: "3 h 30 min neljän ihmisen aikaa, 0 €". */
export function costInWords(lang: Lang, cost: IdeaCost): string {
  const words = texts[lang].ideas
  if (cost.people === 0 && cost.euros === 0) return words.costNothing
  return words.cost(formatHours(lang, cost.hours), words.people(cost.people), formatEuros(lang, cost.euros))
}

/** The look of each state's tag; the word carries the meaning. */
export const stateTag: Record<IdeaState, TagKind> = {
  new: 'plain',
  pondering: 'cloudberry',
  will_be_tried: 'spruce',
  not_now: 'lichen',
  tried_elsewhere: 'lake',
}
