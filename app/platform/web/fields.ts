import { z } from 'zod'
import { texts } from '../../texts/index.ts'
import { parseDay, parseDecimal } from '../format.ts'
import type { Lang } from '../language.ts'
import { canonicalMailAddress } from '../mail/mail-address.ts'

// Building blocks for the schemas of forms. Every message is a whole sentence in the person's language that says what to
// do. Fields arrive as text (or a list of texts); a missing field counts as empty.

// Control characters other than tab and line feed, and the mark left by bytes that were not UTF-8.
// NUL and its like can never be stored, so they are looked for by code point.
function unreadable(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if ((code < 32 && code !== 9 && code !== 10) || code === 127 || code === 0xfffd) return true
  }
  return !text.isWellFormed()
}

const single = z.preprocess((value) => (Array.isArray(value) ? value[0] : value) ?? '', z.string())

function checkedText(lang: Lang, longest: number) {
  const words = texts[lang].form
  return single.superRefine((value, context) => {
    if (unreadable(value)) context.addIssue({ code: 'custom', message: words.unreadable })
    else if (value.trim().length > longest)
      context.addIssue({ code: 'custom', message: words.tooLong(longest, value.trim().length) })
  })
}

/** A text that must be there. `missing` says what to write. Result is trimmed. */
export function requiredText(lang: Lang, missing: string, longest = 2_000) {
  return checkedText(lang, longest)
    .refine((value) => value.trim() !== '', { message: missing })
    .transform((value) => value.trim())
}

/** A text that may be empty; the result is then null. Trimmed. */
export function optionalText(lang: Lang, longest = 2_000) {
  return checkedText(lang, longest).transform((value) => (value.trim() === '' ? null : value.trim()))
}

/** A number in Finnish or English writing, or null when the field is empty. Bounds are inclusive. */
export function optionalNumber(
  lang: Lang,
  { least = -1e12, most = 1e12 }: { least?: number; most?: number } = {},
) {
  const words = texts[lang].form
  return single.transform((value, context): number | null => {
    if (value.trim() === '') return null
    const number = parseDecimal(value)
    if (number === undefined) context.addIssue({ code: 'custom', message: words.notANumber })
    else if (number < least || number > most)
      context.addIssue({ code: 'custom', message: words.outOfRange(least, most) })
    else return number
    return z.NEVER
  })
}

/** A number that must be there. */
export function requiredNumber(lang: Lang, missing: string, bounds: { least?: number; most?: number } = {}) {
  return optionalNumber(lang, bounds).transform((value, context): number => {
    if (value !== null) return value
    context.addIssue({ code: 'custom', message: missing })
    return z.NEVER
  })
}

/** A day as ISO text, typed in the Finnish way (24.12.2025) or ISO; null when empty. */
export function optionalDay(lang: Lang) {
  return single.transform((value, context): string | null => {
    if (value.trim() === '') return null
    const day = parseDay(value)
    if (day !== undefined) return day
    context.addIssue({ code: 'custom', message: texts[lang].form.notADay })
    return z.NEVER
  })
}

/** A day that must be there. */
export function requiredDay(lang: Lang, missing: string) {
  return optionalDay(lang).transform((value, context): string => {
    if (value !== null) return value
    context.addIssue({ code: 'custom', message: missing })
    return z.NEVER
  })
}

/** A clock time as `HH:MM`, typed 9.30 or 09:30. */
export function requiredClock(lang: Lang, missing: string) {
  return single.transform((value, context): string => {
    const match = /^([01]?\d|2[0-3])[.:]([0-5]\d)$/.exec(value.trim())
    if (match) return `${match[1]?.padStart(2, '0')}:${match[2]}`
    context.addIssue({ code: 'custom', message: value.trim() === '' ? missing : texts[lang].form.notAClock })
    return z.NEVER
  })
}

/** One of the given choices. */
export function choice<Value extends string>(missing: string, values: readonly Value[]) {
  return single.transform((value, context): Value => {
    const chosen = values.find((allowed) => allowed === value)
    if (chosen !== undefined) return chosen
    context.addIssue({ code: 'custom', message: missing })
    return z.NEVER
  })
}

/** One of the given choices, or null when none is chosen. */
export function optionalChoice<Value extends string>(lang: Lang, values: readonly Value[]) {
  return single.transform((value, context): Value | null => {
    if (value === '') return null
    const chosen = values.find((allowed) => allowed === value)
    if (chosen !== undefined) return chosen
    context.addIssue({ code: 'custom', message: texts[lang].form.notAChoice })
    return z.NEVER
  })
}

/** Any number of the given choices, in the order given; unknown ones are a problem. */
export function choices<Value extends string>(lang: Lang, values: readonly Value[]) {
  return z
    .preprocess((value) => (value === undefined || value === '' ? [] : [value].flat()), z.array(z.string()))
    .transform((list, context): Value[] => {
      if (list.some((item) => !values.some((allowed) => allowed === item)))
        context.addIssue({ code: 'custom', message: texts[lang].form.notAChoice })
      return values.filter((allowed) => list.includes(allowed))
    })
}

/** A ticked box. */
export const ticked = single.transform((value) => value !== '')

/** The field of a file. Its content stands beside the other values; a text that was sent under its name is passed over. */
export const sentFile = z.preprocess(() => undefined, z.undefined())

/** A web address with http or https, or null when empty. */
export function optionalWebAddress(lang: Lang) {
  return checkedText(lang, 500).transform((value, context): string | null => {
    if (value.trim() === '') return null
    const url = URL.parse(value.trim())
    if (url && (url.protocol === 'https:' || url.protocol === 'http:')) return url.href
    context.addIssue({ code: 'custom', message: texts[lang].form.notAnAddress })
    return z.NEVER
  })
}

function checkedEmail(lang: Lang, missing: string | undefined) {
  return checkedText(lang, 254).transform((value, context): string | null => {
    if (value.trim() === '' && missing === undefined) return null
    const address = canonicalMailAddress(value)
    if (address !== undefined && address !== 'look-alike') return address
    const words = texts[lang].form
    const message = address === 'look-alike' ? words.lookAlikeEmail : words.notAnEmail
    context.addIssue({ code: 'custom', message: value.trim() === '' && missing ? missing : message })
    return z.NEVER
  })
}

/** An e-mail address in its one form (small letters, domain in ASCII), to which mail can be sent; 254 characters at most. */
export function requiredEmail(lang: Lang, missing: string) {
  return checkedEmail(lang, missing).transform((address) => address ?? '')
}

/** An e-mail address as `requiredEmail` takes it, or null when the field is empty. */
export function optionalEmail(lang: Lang) {
  return checkedEmail(lang, undefined)
}
