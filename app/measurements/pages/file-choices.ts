import { z } from 'zod'
import type { Lang } from '../../platform/language.ts'
import { choice, optionalChoice, ticked } from '../../platform/web/fields.ts'
import { texts } from '../../texts/index.ts'
import { columnsOfChoice, type ImportFile } from '../import-file.ts'
import type { FileChoice } from '../read-file-rows.ts'

/** The fields about a file's columns, in the order of the page. */
export const decimalChoices = ['ask', 'comma', 'point', 'either'] as const
export const repeatedChoices = ['ask', 'keep', 'first', 'last'] as const
export const existingChoices = ['ask', 'replace', 'keep', 'leave'] as const

/** What the form of a file asks for. Columns are numbers from 0 as text. */
export function fileChoiceForm(
  lang: Lang,
  { file, units }: { file: Pick<ImportFile, 'outline' | 'choice'>; units: readonly string[] },
) {
  const words = texts[lang].tableFiles
  const numbers = (count: number) => Array.from({ length: count }, (_, index) => String(index))
  const widest = Math.max(
    ...file.outline.sheets.flatMap((sheet) => sheet.first.map((row) => row.length - 1)),
    columnsOfChoice(file).length,
  )
  const notAChoice = texts[lang].form.notAChoice
  return z
    .object({
      act: choice(notAChoice, ['read', 'store', 'drop', 'cancel'] as const),
      sheet: optionalChoice(lang, numbers(file.outline.sheets.length)),
      headed: ticked,
      day: optionalChoice(lang, numbers(widest)),
      value: optionalChoice(lang, numbers(widest)),
      place: optionalChoice(lang, numbers(widest)),
      onePlace: optionalChoice(lang, units),
      note: optionalChoice(lang, numbers(widest)),
      unitName: optionalChoice(lang, numbers(widest)),
      decimals: optionalChoice(lang, decimalChoices),
      repeated: optionalChoice(lang, repeatedChoices),
      existing: optionalChoice(lang, existingChoices),
      leaveOut: ticked,
      unitIsOurs: ticked,
      sameUnit: ticked,
    })
    .refine((sent) => sent.act === 'drop' || sent.act === 'cancel' || sent.day !== null, {
      path: ['day'],
      message: words.columnMissing,
    })
    .refine((sent) => sent.act === 'drop' || sent.act === 'cancel' || sent.value !== null, {
      path: ['value'],
      message: words.columnMissing,
    })
}

/** What was sent in that form. */
export type SentChoice = z.output<ReturnType<typeof fileChoiceForm>>

/** The choice that a form tells. */
export function choiceOf(sent: SentChoice): FileChoice {
  const column = (text: string | null) => (text === null ? null : Number(text))
  return {
    sheet: Number(sent.sheet ?? 0),
    headed: sent.headed,
    day: Number(sent.day ?? 0),
    value: Number(sent.value ?? 0),
    place: column(sent.place),
    onePlace: sent.onePlace,
    note: column(sent.note),
    unitName: column(sent.unitName),
    decimals: sent.decimals ?? 'ask',
    repeated: sent.repeated ?? 'ask',
    existing: sent.existing ?? 'ask',
    leaveOut: sent.leaveOut,
  }
}

/** How a choice stands in the fields of the form. */
export function fieldsOfChoice(choice: FileChoice): Record<string, string> {
  const column = (number: number | null) => (number === null ? '' : String(number))
  return {
    sheet: String(choice.sheet),
    headed: choice.headed ? '1' : '',
    day: column(choice.day),
    value: column(choice.value),
    place: column(choice.place),
    onePlace: choice.onePlace ?? '',
    note: column(choice.note),
    unitName: column(choice.unitName),
    decimals: choice.decimals,
    repeated: choice.repeated,
    existing: choice.existing,
    leaveOut: choice.leaveOut ? '1' : '',
  }
}
