import { municipalityByCode } from '../../municipalities/index.ts'
import { formatDate } from '../../platform/format.ts'
import type { Lang } from '../../platform/language.ts'
import type { Crumb } from '../../platform/web/page.ts'
import type { Visit } from '../../platform/web/visit.ts'
import { texts } from '../../texts/index.ts'

/** The municipality of the address; undefined when there is none by the code. */
export function codeOf(visit: Visit): string | undefined {
  return municipalityByCode(visit.parameters.code ?? '')?.code
}

/** The way to a page of a municipality's administration. */
export function administrationCrumbs(visit: Visit, code: string, last?: string): Crumb[] {
  const { lang } = visit
  const title = texts[lang].membership.administer.title
  return [
    { text: texts[lang].municipalities.list.title, href: visit.to('municipalities') },
    { text: municipalityByCode(code)?.name[lang] ?? code, href: visit.to('municipality', { code }) },
    ...(last === undefined
      ? [{ text: title }]
      : [{ text: title, href: visit.to('administer', { code }) }, { text: last }]),
  ]
}

/** The way to a page of the programme office. */
export function officeCrumbs(visit: Visit, ...rest: Crumb[]): Crumb[] {
  const { title } = texts[visit.lang].membership.office
  return rest.length === 0
    ? [{ text: title }]
    : [{ text: title, href: visit.to('programme-office') }, ...rest]
}

/** How long something lasts, in words: since a day, until a day or for the time being. */
export function lasts(
  lang: Lang,
  { validFrom, validUntil }: { validFrom: string | null; validUntil: string | null },
) {
  const words = texts[lang].membership
  const beginning = validFrom === null ? words.sinceUnknown : words.since(formatDate(lang, validFrom))
  return `${beginning}, ${endOf(lang, validUntil)}`
}

/** The last day in words, or that none is set. */
export function endOf(lang: Lang, validUntil: string | null): string {
  const words = texts[lang].membership
  return validUntil === null ? words.forNow : words.until(formatDate(lang, validUntil))
}
