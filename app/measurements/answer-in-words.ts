import { titleOf, unitsOf } from '../experiments/index.ts'
import { formatDate } from '../platform/format.ts'
import type { Lang } from '../platform/language.ts'
import { texts } from '../texts/index.ts'
import { type Answered, longestEntry, longestNote } from './answer-by-mail.ts'
import type { OpenQuestion } from './answer-reminder.ts'
import type { AddressOf } from './reminder-letter.ts'
import { valueInWords } from './value-in-words.ts'

/** The one letter that answers a letter: what it became, or why it became nothing and what to write instead. */
export function answerInWords(
  lang: Lang,
  answered: Answered,
  {
    questions,
    attachments,
    replyAddress,
    addressOf,
  }: {
    questions: readonly OpenQuestion[]
    attachments: number
    /** The address at which one question is answered. */
    replyAddress: (open: OpenQuestion) => string
    addressOf: AddressOf
  },
): { subject: string; text: string } {
  const { reply, letter } = texts[lang].reminders
  const [only] = questions
  const title =
    only && questions.length === 1
      ? letter.subjectOne(only.measure.name.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').slice(0, 80))
      : letter.subjectMany(questions.length)
  const parts = [
    ...partsOf(lang, answered, addressOf),
    ...(answered.kind === 'which-measure'
      ? [
          `${reply.nothing} ${reply.whichMeasure}`,
          questions.map((open) => `${open.measure.name}: ${replyAddress(open)}`).join('\n'),
        ]
      : []),
    ...(attachments > 0 ? [reply.attachments] : []),
  ]
  const trial = 'open' in answered ? [titleOf(lang, answered.open.experiment)] : []
  return { subject: reply.subject(title), text: `${[...trial, ...parts].join('\n\n')}\n` }
}

function partsOf(lang: Lang, answered: Answered, addressOf: AddressOf): string[] {
  const words = texts[lang].reminders.reply
  if (answered.kind === 'which-measure') return []
  const { open } = answered
  const page = (name: 'measurements' | 'write-diary') => addressOf(name, lang, { id: open.experiment.id })
  if (answered.kind === 'unclear') return [`${words.nothing} ${askAgain(lang, answered)}`]
  const date = formatDate(lang, answered.day)
  if (answered.kind === 'diary')
    return [
      words.diary(date),
      ...(answered.text.length > longestEntry ? [words.diaryCut(longestEntry)] : []),
      `${words.correct}\n${page('write-diary')}`,
    ]
  if (answered.kind === 'refused')
    return answered.problem.field === 'sameDay'
      ? [`${words.sameDay(date)}\n${page('measurements')}`]
      : [words.notTaken(answered.problem.text), page('measurements')]
  const { readings, rest } = answered.meaning
  return [
    readings
      .map(({ unit, value }) => {
        const told = valueInWords(lang, open.measure, value)
        return words.logged(unit === null ? told : words.loggedAt(unit, told), open.measure.name, date)
      })
      .join('\n'),
    ...(rest === '' ? [] : rest.length > longestNote ? [words.noteCut(longestNote)] : [words.noted]),
    `${words.correct}\n${page('measurements')}`,
  ]
}

function askAgain(lang: Lang, { open, meaning }: Answered & { kind: 'unclear' }): string {
  const words = texts[lang].reminders.reply
  const places = unitsOf(open.experiment.plan).join(', ')
  if (meaning.kind === 'empty') return words.empty
  const told = meaning.text.length <= 60 ? meaning.text : `${meaning.text.slice(0, 59).toWellFormed()}…`
  if (meaning.why === 'other-unit') return words.otherUnit(open.measure.unit)
  if (meaning.why === 'face') return words.unclearFace(told)
  if (meaning.why === 'scale') return words.offScale
  if (meaning.why === 'place') return words.whichPlace(places)
  if (meaning.why === 'place-twice') return words.samePlaceTwice(told)
  return words.unclearNumber(told)
}
