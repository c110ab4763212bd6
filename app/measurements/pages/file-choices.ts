import { z } from 'zod'
import type { Lang } from '../../platform/language.ts'
import { choice, optionalChoice, ticked } from '../../platform/web/fields.ts'
import { texts } from '../../texts/index.ts'
import { headingsOf } from '../guess-columns.ts'
import { columnsOfChoice, type ImportFile, sheetOfChoice } from '../import-file.ts'
import {
  columnLetters,
  columnsToTell,
  fieldOfColumn,
  type PlaceColumn,
  placeColumnsOf,
} from '../place-columns.ts'
import { columnsHolding } from '../table-file.ts'
import type { FileChoice } from '../file-choice.ts'

/** The fields about a file's columns, in the order of the page. */
export const decimalChoices = ['ask', 'comma', 'point', 'either'] as const
export const repeatedChoices = ['ask', 'keep', 'first', 'last'] as const
export const existingChoices = ['ask', 'replace', 'keep', 'leave'] as const

export const shapeChoices = ['rows', 'places'] as const
/** A column that is passed over. */
export const leftOutColumn = 'out'

type OnForm = { file: Pick<ImportFile, 'outline' | 'choice'>; units: readonly string[] }

const numbers = (count: number) => Array.from({ length: count }, (_, index) => String(index))

/** What the form of a file asks for. Columns are numbers from 0 as text, places numbers in the order of the plan. */
export function fileChoiceForm(lang: Lang, { file, units }: OnForm) {
  const words = texts[lang].tableFiles
  const widest = Math.max(
    ...file.outline.sheets.flatMap((sheet) => sheet.first.map((row) => row.length - 1)),
    columnsOfChoice(file).length,
  )
  const notAChoice = texts[lang].form.notAChoice
  const ofColumn = optionalChoice(lang, [leftOutColumn, ...numbers(units.length)])
  const ofColumns: Record<`column${number}`, typeof ofColumn> = Object.fromEntries(
    numbers(units.length > 0 ? widest : 0).map((column) => [fieldOfColumn(Number(column)), ofColumn]),
  )
  const changesNothing = (act: string) => act === 'drop' || act === 'cancel'
  return z
    .object({
      act: choice(notAChoice, ['read', 'store', 'drop', 'cancel'] as const),
      sheet: optionalChoice(lang, numbers(file.outline.sheets.length)),
      headed: ticked,
      shape: optionalChoice(lang, units.length > 0 ? shapeChoices : []),
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
      ...ofColumns,
    })
    .refine((sent) => changesNothing(sent.act) || sent.day !== null, {
      path: ['day'],
      message: words.columnMissing,
    })
    .refine((sent) => changesNothing(sent.act) || sent.value !== null || file.choice.places, {
      path: ['value'],
      message: words.columnMissing,
    })
    .superRefine((sent, context) => {
      if (changesNothing(sent.act) || sent.shape !== 'places' || !file.choice.places) return
      const told = columnsTold(sent, { file, units })
      const places = [...told].map(([column, one]) => ({ column, ...one }))
      for (const { column, place, sameAs } of columnsToTell(places))
        if (place !== null && sameAs !== null)
          context.addIssue({
            code: 'custom',
            path: [fieldOfColumn(column)],
            message: words.across.samePlace(place, columnLetters(sameAs)),
          })
    })
}

/** What was sent in that form. */
export type SentChoice = z.output<ReturnType<typeof fileChoiceForm>>

function columnsTold(
  sent: Record<`column${number}`, string | null>,
  { file, units }: OnForm,
): Map<number, Omit<PlaceColumn, 'column'>> {
  return new Map(
    (file.choice.places ?? []).map(({ column }) => {
      const said = sent[fieldOfColumn(column)] ?? null
      const leftOut = said === leftOutColumn
      return [column, { place: said === null || leftOut ? null : (units[Number(said)] ?? null), leftOut }]
    }),
  )
}

/** The choice that a form tells. Columns that it did not ask about are what their headings say. */
export function choiceOf(sent: SentChoice, { file, units }: OnForm): FileChoice {
  const column = (text: string | null) => (text === null ? null : Number(text))
  const [day, note, unitName] = [Number(sent.day ?? 0), column(sent.note), column(sent.unitName)]
  const sheet = sheetOfChoice(file)
  const across = sent.shape === 'places'
  const firstPlace = file.choice.places?.find(({ leftOut }) => !leftOut)?.column
  return {
    sheet: Number(sent.sheet ?? 0),
    headed: sent.headed,
    day,
    value: across ? day : Number(sent.value ?? firstPlace ?? 0),
    places: across
      ? placeColumnsOf({
          headings: sent.headed ? headingsOf(sheet) : [],
          holding: columnsHolding(sheet),
          used: [day, note, unitName],
          units,
          told: columnsTold(sent, { file, units }),
        })
      : null,
    place: across ? null : column(sent.place),
    onePlace: across ? null : sent.onePlace,
    note,
    unitName,
    decimals: sent.decimals ?? 'ask',
    repeated: sent.repeated ?? 'ask',
    existing: sent.existing ?? 'ask',
    leaveOut: sent.leaveOut,
  }
}

/** How a choice stands in the fields of the form. */
export function fieldsOfChoice({ file: { choice }, units }: OnForm): Record<string, string> {
  const column = (number: number | null) => (number === null ? '' : String(number))
  return {
    sheet: String(choice.sheet),
    headed: choice.headed ? '1' : '',
    shape: choice.places ? 'places' : 'rows',
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
    ...Object.fromEntries(
      (choice.places ?? []).map(({ column: number, place, leftOut }) => [
        fieldOfColumn(number),
        leftOut ? leftOutColumn : place === null ? '' : String(units.indexOf(place)),
      ]),
    ),
  }
}
