import { z } from '@hono/zod-openapi'
import { address, inLanguages, paging, place, text } from './shapes.ts'

const area = z.object({ code: z.string(), name: text })

const summaryFields = {
  code: z.string().regex(/^\d{3}$/),
  url: address,
  api_url: address,
  name: text.openapi({ description: 'In the language asked for.' }),
  names: inLanguages,
  region: area,
  wellbeing_services_county: area.openapi({ description: 'Helsinki and Åland look after their own.' }),
  grouping: z.enum(['urban', 'semi-urban', 'rural']),
  languages: z
    .enum(['fi', 'fi-sv', 'sv-fi', 'sv'])
    .openapi({ description: 'The language of the majority first.' }),
  centroid: z
    .object({ longitude: z.number(), latitude: z.number() })
    .openapi({ description: 'WGS 84, degrees.' }),
  population: z
    .object({
      end_of_2023: z.int().openapi({ description: 'People, on the borders of that time.' }),
      january_2025_preliminary: z.int().openapi({ description: 'People, preliminary.' }),
    })
    .openapi({ description: 'Statistics Finland, CC BY 4.0.' }),
}

const known = (description: string) => z.number().nullable().openapi({ description })

const municipalitySummary = z.object(summaryFields).openapi('MunicipalitySummary')

export const municipalityShape = z
  .object({
    ...summaryFields,
    key_figures: z
      .object({
        population_change_percent: known('Per cent, from the end of 2023 to January 2025 (preliminary).'),
        unemployed_share_percent: known('Per cent of the labour force, January 2025.'),
        swedish_speakers_percent_2017: known('Per cent of the population.'),
        foreign_citizens_percent_2017: known('Per cent of the population.'),
        unemployed_percent_2017: known('Per cent of the labour force.'),
        pensioners_percent_2017: known('Per cent of the population.'),
        library_loans_per_person_2022: known('Loans a person a year.'),
      })
      .openapi({ description: 'null: not known. Sources are named on the page of sources.' }),
    merged: z.array(z.object({ old_code: z.string(), old_name: text, on: z.iso.date() })),
    experiments: z.int().min(0).openapi({ description: 'Public experiments of the municipality.' }),
    resembling: z
      .array(place)
      .openapi({ description: 'Municipalities that resemble this one most, nearest first.' }),
  })
  .openapi('Municipality')

export const municipalityList = z
  .object({ ...paging, results: z.array(municipalitySummary) })
  .openapi('MunicipalityList')
