import { z } from 'zod'
import type { Lang } from '../platform/language.ts'
import file from './library-titles.json' with { type: 'json' }

const sentence = z.string().min(1).max(200)

const titleShape = z.object({
  id: z.string().regex(/^t\d{3}$/),
  title: z.string().min(1),
  municipalityCode: z
    .string()
    .regex(/^\d{3}$/)
    .nullable(),
  year: z.int().nullable(),
  theme: z.string(),
  address: z.url({ protocol: /^https?$/ }),
  sentence: z.object({ fi: sentence, sv: sentence, en: sentence }),
})

/**
 * Something tried or developed elsewhere: its title as published (in Finnish), where and when, the address where it is
 * told, and a sentence of our own. Municipality or year is null where the source does not say. Several titles may share
 * an address, so an address does not tell which title it is.
 */
export type LibraryTitle = z.infer<typeof titleShape>

const titles = z.array(titleShape).parse(file.titles)
const byId = new Map(titles.map((title) => [title.id, title]))

/** Every title of the library, in the order of their ids. */
export function allLibraryTitles(): readonly LibraryTitle[] {
  return titles
}

/** The title with this id ('t001'), or undefined when there is none. */
export function libraryTitle(id: string): LibraryTitle | undefined {
  return byId.get(id)
}

/** What the list may be narrowed to; what is left out does not narrow. */
export interface LibraryChoice {
  municipalityCode?: string | undefined
  year?: number | undefined
}

/** The titles of a choice, newest first and those without a year last; within a year by title. */
export function chooseTitles(choice: LibraryChoice, from: readonly LibraryTitle[] = titles): LibraryTitle[] {
  const collator = new Intl.Collator('fi')
  return from
    .filter(
      (title) =>
        (choice.municipalityCode === undefined || title.municipalityCode === choice.municipalityCode) &&
        (choice.year === undefined || title.year === choice.year),
    )
    .toSorted((a, b) => (b.year ?? 0) - (a.year ?? 0) || collator.compare(a.title, b.title))
}

/** The municipalities that have a title, by code, and the years, newest first: what the list can be narrowed to. */
export function choicesOfLibrary(): { municipalityCodes: Set<string>; years: number[] } {
  return {
    municipalityCodes: new Set(titles.flatMap((title) => title.municipalityCode ?? [])),
    years: [...new Set(titles.flatMap((title) => title.year ?? []))].toSorted((a, b) => b - a),
  }
}

/** The site where a title is told: `hankkeet.kirjastot.fi`. */
export function siteOf(title: LibraryTitle): string {
  return new URL(title.address).hostname.replace(/^www\./, '')
}

/** The language titles are in: they stand as their authors published them. */
export const languageOfTitles: Lang = 'fi'
