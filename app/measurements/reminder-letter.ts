import { type Experiment, type Measure, titleOf, unitsOf } from '../experiments/index.ts'
import type { Lang } from '../platform/language.ts'
import type { AddressName, Parameters, Query } from '../platform/web/address.ts'
import { texts } from '../texts/index.ts'

/** One measure that a letter asks about, with the token of its link and its reply address. */
export interface LetterQuestion {
  experiment: Experiment
  measure: Measure
  linkToken: string
  /** Undefined where letters are not received. */
  replyAddress: string | undefined
}

/** Makes the whole web address of a page. */
export type AddressOf = (name: AddressName, lang: Lang, parameters?: Parameters, query?: Query) => string

/** Subject and text of a person's weekly reminder: for every measure what is asked and one link, faces three. */
export function reminderLetter({
  lang,
  name,
  questions,
  stopToken,
  addressOf,
}: {
  lang: Lang
  name: string
  questions: readonly LetterQuestion[]
  stopToken: string
  addressOf: AddressOf
}): { subject: string; text: string } {
  const words = texts[lang].reminders.letter
  const [only] = questions
  const one = questions.length === 1 ? only : undefined
  const parts = [
    `${words.hello(name)},`,
    one ? words.ledeOne : words.ledeMany,
    ...questions.map((question) => partOf(lang, question, one === undefined, addressOf)),
    ...replyPart(lang, questions),
    words.valid,
    `${words.stop}\n${addressOf('stop-reminders', lang, {}, { token: stopToken })}`,
  ]
  return {
    subject: one ? words.subjectOne(inSubject(one.measure.name)) : words.subjectMany(questions.length),
    text: `${parts.join('\n\n')}\n`,
  }
}

function partOf(
  lang: Lang,
  { experiment, measure, linkToken, replyAddress }: LetterQuestion,
  amongMany: boolean,
  addressOf: AddressOf,
): string {
  const words = texts[lang].reminders.letter
  const link = (value?: string) => addressOf('answer-reminder', lang, {}, { token: linkToken, value })
  const { faces } = texts[lang].measurements
  const links =
    measure.kind === 'faces'
      ? [`${faces.glad}: ${link('3')}`, `${faces.even}: ${link('2')}`, `${faces.sad}: ${link('1')}`]
      : [`${words.log}: ${link()}`]
  return [
    titleOf(lang, experiment),
    words.measure(measure.name, measure.kind === 'faces' ? '' : measure.unit),
    ...links,
    ...(amongMany && replyAddress !== undefined ? [`${words.replyTo}: ${replyAddress}`] : []),
  ].join('\n')
}

function replyPart(lang: Lang, questions: readonly LetterQuestion[]): string[] {
  const words = texts[lang].reminders.letter
  const [first] = questions
  if (first?.replyAddress === undefined) return []
  if (questions.length > 1) return [`${words.replyMany} ${words.replyDiary}`]
  const [unit] = unitsOf(first.experiment.plan)
  const how =
    unit !== undefined
      ? words.replyUnits(unit)
      : first.measure.kind === 'faces'
        ? words.replyFace
        : first.measure.kind === 'scale'
          ? words.replyScale
          : words.replyNumber
  return [`${how} ${words.replyDiary}`]
}

/** A name fit for the subject of a letter: one line, 80 characters at most. */
function inSubject(name: string): string {
  const line = name.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()
  return line.length <= 80 ? line : `${line.slice(0, 79)}…`
}
