import type { z } from '@hono/zod-openapi'
import { listExperiments } from '../experiments/index.ts'
import {
  allMunicipalities,
  mergersInto,
  type Municipality,
  municipalityByCode,
  regionOf,
  resembling,
  wellbeingAreaOf,
} from '../municipalities/index.ts'
import type { municipalityList, municipalityShape } from './municipality-shape.ts'
import { type Page, pageOf } from './page-of-list.ts'
import type { Reader } from './reader.ts'

type List = z.input<typeof municipalityList>

function summaryAnswer(reader: Reader, municipality: Municipality): List['results'][number] {
  const { code, name, population } = municipality
  const region = regionOf(code)
  const county = wellbeingAreaOf(code)
  return {
    code,
    url: reader.page('municipality', { code }),
    api_url: reader.api(`/municipalities/${code}`),
    name: name[reader.lang],
    names: name,
    region: { code: region.code, name: region.name[reader.lang] },
    wellbeing_services_county: { code: county.code, name: county.name[reader.lang] },
    grouping: municipality.grouping,
    languages: municipality.languages,
    centroid: municipality.centroid,
    population: {
      end_of_2023: population.endOf2023,
      january_2025_preliminary: population.january2025Preliminary,
    },
  }
}

/** A page of the municipalities in the alphabetical order of the reader's language. */
export function municipalitiesAnswer(reader: Reader, asked: Page): List {
  const all = allMunicipalities(reader.lang)
  const from = (asked.page - 1) * asked.perPage
  const shown = all.slice(from, from + asked.perPage).map((one) => summaryAnswer(reader, one))
  return pageOf(shown, all.length, asked)
}

/** A municipality with its key figures; undefined when no municipality has the code today. */
export async function municipalityAnswer(
  reader: Reader,
  code: string,
): Promise<z.input<typeof municipalityShape> | undefined> {
  const municipality = municipalityByCode(code)
  if (!municipality) return undefined
  const { keyFigures } = municipality
  const { total } = await listExperiments(reader.database, { municipalityCode: code }, 1, 1)
  return {
    ...summaryAnswer(reader, municipality),
    key_figures: {
      population_change_percent: keyFigures.populationChangePercent,
      unemployed_share_percent: keyFigures.unemployedSharePercent,
      swedish_speakers_percent_2017: keyFigures.swedishSpeakersPercent2017,
      foreign_citizens_percent_2017: keyFigures.foreignCitizensPercent2017,
      unemployed_percent_2017: keyFigures.unemployedPercent2017,
      pensioners_percent_2017: keyFigures.pensionersPercent2017,
      library_loans_per_person_2022: keyFigures.libraryLoansPerPerson2022,
    },
    merged: mergersInto(code).map((merger) => ({
      old_code: merger.oldCode,
      old_name: merger.oldName,
      on: merger.date,
    })),
    experiments: total,
    resembling: resembling(code).map(({ municipality: other }) => ({
      code: other.code,
      name: other.name[reader.lang],
    })),
  }
}
