import { decisionTexts } from '../decisions/index.ts'
import { explorationTexts, findingTexts } from '../evaluations/index.ts'
import { departureTexts, diaryTexts, eventTexts, planTexts } from '../experiments/index.ts'
import { ideaTexts } from '../ideas/index.ts'
import { lessonTexts } from '../lessons/index.ts'
import { ownWordsTexts, pictureTexts } from '../membership/index.ts'
import type { ReviewableTexts } from '../platform/hidden.ts'
import type { Place } from '../platform/web/address.ts'

const rooms = {
  idea: ideaTexts,
  diary: diaryTexts,
  departure: departureTexts,
  event: eventTexts,
  plan: planTexts,
  finding: findingTexts,
  exploration: explorationTexts,
  decision: decisionTexts,
  lesson: lessonTexts,
  municipality: ownWordsTexts,
  picture: pictureTexts,
} as const

export type TextKind = keyof typeof rooms

/** The texts that can be reported and hidden, by the room that shows them. */
export const reviewable: Record<TextKind, ReviewableTexts> = rooms

/** The kinds that only the programme office deals with: those who moderate in the municipality wrote them. */
export const officeKinds: readonly TextKind[] = ['municipality', 'picture']

/** The kind in an address, undefined when there is no such kind. */
export function kindFrom(word: string | undefined): TextKind | undefined {
  return word !== undefined && Object.hasOwn(reviewable, word) ? (word as TextKind) : undefined
}

/** The page on which a text of a kind stands. */
export function placeOfText(kind: TextKind, placeId: string): Place {
  const names = {
    idea: 'idea',
    diary: 'experiment',
    departure: 'experiment',
    event: 'evaluation',
    plan: 'plan',
    finding: 'evaluation',
    exploration: 'evaluation',
    decision: 'experiment',
    lesson: 'lesson',
    municipality: 'municipality',
    picture: 'municipality',
  } as const
  return {
    name: names[kind],
    parameters: names[kind] === 'municipality' ? { code: placeId } : { id: placeId },
  }
}
