import { z } from 'zod'
import { languages, type Lang } from '../platform/language.ts'
import file from './municipalities.json' with { type: 'json' }

const inLanguages = z.object({ fi: z.string().min(1), sv: z.string().min(1), en: z.string().min(1) })
const known = z.number().nullable()

const municipalityShape = z.object({
  code: z.string().regex(/^\d{3}$/),
  name: inLanguages,
  finnishForms: z.object({ genitive: z.string(), in: z.string(), from: z.string(), to: z.string() }),
  swedishForms: z.object({ genitive: z.string(), in: z.string() }),
  regionCode: z.string().regex(/^\d{2}$/),
  wellbeingAreaCode: z.string().regex(/^\d{2}$/),
  grouping: z.enum(['urban', 'semi-urban', 'rural']),
  languages: z.enum(['fi', 'fi-sv', 'sv-fi', 'sv']),
  centroid: z.object({ longitude: z.number(), latitude: z.number() }),
  population: z.object({ endOf2023: z.int().positive(), january2025Preliminary: z.int().positive() }),
  keyFigures: z.object({
    populationChangePercent: known,
    unemployedSharePercent: known,
    swedishSpeakersPercent2017: known,
    foreignCitizensPercent2017: known,
    unemployedPercent2017: known,
    pensionersPercent2017: known,
    libraryLoansPerPerson2022: known,
  }),
})

const areaShape = z.object({ code: z.string(), name: inLanguages })

const register = z
  .object({
    regions: z.array(areaShape),
    wellbeingAreas: z.array(areaShape),
    mergers: z.array(
      z.object({ oldCode: z.string(), oldName: z.string(), code: z.string(), date: z.iso.date() }),
    ),
    municipalities: z.array(municipalityShape),
  })
  .parse(file)

/**
 * One of the municipalities of 2026. Codes are padded text ('005'). `languages` puts the language of the majority first.
 * Population: whole people; the end of 2023 on the borders of that time, January 2025 preliminary. Key figures: per cent,
 * loans a person a year; null means that the figure is not known, never zero.
 */
export type Municipality = z.infer<typeof municipalityShape>

/** A region or a wellbeing services county, with its name in each language. */
export type Area = z.infer<typeof areaShape>

/** A municipality that became part of another one on a day (ISO text). */
export type Merger = (typeof register.mergers)[number]

const byCode = new Map(register.municipalities.map((one) => [one.code, one]))
const mergedInto = new Map(register.mergers.map((merger) => [merger.oldCode, merger.code]))
const regionByCode = new Map(register.regions.map((one) => [one.code, one]))
const wellbeingAreaByCode = new Map(register.wellbeingAreas.map((one) => [one.code, one]))

const collators = Object.fromEntries(
  languages.map((lang) => [lang, new Intl.Collator(lang === 'en' ? 'fi' : lang)]),
) as Record<Lang, Intl.Collator>

function sorted<Named extends { name: Record<Lang, string> }>(list: Named[]): Record<Lang, readonly Named[]> {
  const order = (lang: Lang) => list.toSorted((a, b) => collators[lang].compare(a.name[lang], b.name[lang]))
  return { fi: order('fi'), sv: order('sv'), en: order('en') }
}

const municipalitiesInOrder = sorted(register.municipalities)
const regionsInOrder = sorted(register.regions)

/** The 308 municipalities of 2026 in the alphabetical order of a language (å, ä and ö last, in English too). */
export function allMunicipalities(lang: Lang = 'fi'): readonly Municipality[] {
  return municipalitiesInOrder[lang]
}

/** The 19 regions in the alphabetical order of a language. */
export function allRegions(lang: Lang = 'fi'): readonly Area[] {
  return regionsInOrder[lang]
}

/** The municipality with this code today, or undefined when there is none. Codes of merged municipalities are not followed. */
export function municipalityByCode(code: string): Municipality | undefined {
  return byCode.get(code)
}

/** The code that stands today for a code of 2018 or later: 588 (Pertunmaa) gives 507 (Mäntyharju). Undefined when unknown. */
export function codeToday(code: string): string | undefined {
  return byCode.has(code) ? code : mergedInto.get(code)
}

/** The mergers that gave a municipality its present borders since 2020; empty when there were none. */
export function mergersInto(code: string): Merger[] {
  return register.mergers.filter((merger) => merger.code === code)
}

/** The region of a municipality. Throws when the code is unknown. */
export function regionOf(code: string): Area {
  const region = regionByCode.get(byCode.get(code)?.regionCode ?? '')
  if (!region) throw new Error(`no municipality has the code ${code}`)
  return region
}

/** The wellbeing services county of a municipality (Helsinki and Åland look after their own). Throws when the code is unknown. */
export function wellbeingAreaOf(code: string): Area {
  const area = wellbeingAreaByCode.get(byCode.get(code)?.wellbeingAreaCode ?? '')
  if (!area) throw new Error(`no municipality has the code ${code}`)
  return area
}
