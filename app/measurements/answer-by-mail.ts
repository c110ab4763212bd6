import { measureOn, unitsOf, writeDiary } from '../experiments/index.ts'
import type { Database } from '../platform/database/database.ts'
import { addDays, dayOf } from '../platform/format.ts'
import { ownWords } from '../platform/mail/own-words.ts'
import type { ReceivedLetter } from '../platform/mail/received-letter.ts'
import type { Outcome, Problem } from '../platform/web/page.ts'
import type { Acting } from '../platform/web/visitor.ts'
import { addObservation } from './add-observation.ts'
import type { OpenQuestion } from './answer-reminder.ts'
import { readingsOfDay } from './readings-of-day-store.ts'
import { looksLikeReading, type Meaning, understandAnswer } from './understand-answer.ts'

/** The longest note of a reading and the longest entry of the diary, in characters, as on their pages. */
export const longestNote = 300
export const longestEntry = 1_000

/** What a letter was understood to be, and what it became. */
export type Answered =
  | { kind: 'readings'; open: OpenQuestion; meaning: Meaning & { kind: 'readings' }; day: string }
  | { kind: 'diary'; open: OpenQuestion; text: string; day: string }
  | { kind: 'unclear'; open: OpenQuestion; meaning: Meaning & { kind: 'unclear' | 'empty' } }
  | { kind: 'which-measure' }
  | { kind: 'refused'; open: OpenQuestion; problem: Problem; day: string }

/** Carries a refusal out of the transaction, so that everything in it is undone. */
export class NotStored extends Error {
  readonly answered: Answered & { kind: 'refused' }
  constructor(answered: Answered & { kind: 'refused' }) {
    super('not stored')
    this.answered = answered
  }
}

/**
 * Does what a letter says, in the transaction handed in, which acts as its writer: a number on the first line becomes a
 * reading of the measure on the day of the letter, other text an entry of the diary. What is not clear becomes nothing.
 * Throws `NotStored` when the rules for readings and entries refuse.
 */
export async function answerByMail(
  database: Database,
  {
    acting,
    letter,
    questions,
  }: { acting: Acting; letter: ReceivedLetter; questions: readonly OpenQuestion[] },
): Promise<Answered> {
  const [asked] = questions
  if (!asked) throw new Error('a letter answers nothing')
  const text = ownWords(letter.text)
  const day = dayOfLetter(letter, acting.now)
  const open = { ...asked, measure: measureOn(asked.experiment, asked.measure, day) }
  const several = questions.length > 1
  if (several) {
    const trials = new Set(questions.map((one) => one.experiment.id))
    if (trials.size > 1 || looksLikeReading(text)) return { kind: 'which-measure' }
  }
  const meaning: Meaning = several
    ? text === ''
      ? { kind: 'empty' }
      : { kind: 'text', text }
    : understandAnswer(text, open.measure, unitsOf(open.experiment.plan))
  if (meaning.kind === 'empty' || meaning.kind === 'unclear') return { kind: 'unclear', open, meaning }
  if (meaning.kind === 'text') {
    const written = await writeDiary(database, {
      ...acting,
      id: open.experiment.id,
      day,
      text: shortened(meaning.text, longestEntry),
    })
    orThrow(written, open, day)
    return { kind: 'diary', open, text: meaning.text, day }
  }
  for (const { unit, value } of meaning.readings) {
    if (open.measure.kind !== 'number') await refuseSecondOpinion(database, { acting, open, unit, day })
    const note = meaning.rest === '' ? null : shortened(meaning.rest, longestNote)
    const added = await addObservation(database, {
      ...acting,
      experimentId: open.experiment.id,
      measure: open.measure,
      unit,
      day,
      value,
      note,
      way: 'mail',
      sameDay: 'ask',
    })
    orThrow(added, open, day)
  }
  return { kind: 'readings', open, meaning, day }
}

/** Faces and answers of one day are many people's; of one person there is one a day. */
async function refuseSecondOpinion(
  database: Database,
  { acting, open, unit, day }: { acting: Acting; open: OpenQuestion; unit: string | null; day: string },
): Promise<void> {
  const stored = await readingsOfDay(database, {
    experimentId: open.experiment.id,
    measureId: open.measure.id,
    unit,
    day,
  })
  if (stored.some((one) => one.enteredBy === acting.person.id))
    throw new NotStored({ kind: 'refused', open, problem: { field: 'sameDay', text: '' }, day })
}

function orThrow(outcome: Outcome, open: OpenQuestion, day: string): void {
  if (outcome.ok) return
  const [problem = { field: '', text: '' }] = outcome.problems
  throw new NotStored({ kind: 'refused', open, problem, day })
}

/**
 * The day in Finland on which a letter was written, by its own Date when that lies within the last five days: letters wait
 * in queues over midnight. Otherwise today.
 */
export function dayOfLetter({ date }: Pick<ReceivedLetter, 'date'>, now: Date): string {
  const today = dayOf(now)
  if (date === undefined) return today
  const day = dayOf(date)
  return day <= today && day >= addDays(today, -5) ? day : today
}

/** The beginning of a text, at most so many characters, without half a word where that can be helped. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text
  const cut = text
    .slice(0, most)
    .toWellFormed()
    .replace(/\ufffd$/, '')
  const blank = cut.search(/\s\S*$/)
  return blank > most / 2 ? cut.slice(0, blank) : cut
}
