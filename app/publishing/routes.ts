import { createRoute, z } from '@hono/zod-openapi'
import { experimentList, experimentShape } from './experiment-shape.ts'
import { lessonList } from './lesson-shape.ts'
import { municipalityList, municipalityShape } from './municipality-shape.ts'
import {
  experimentParameters,
  experimentsQuery,
  lessonsQuery,
  municipalitiesQuery,
  municipalityParameters,
  onlyLanguage,
  searchQuery,
} from './parameters.ts'
import { problemShape } from './problem.ts'
import { searchShape } from './search-shape.ts'

const problemOf = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problemShape } },
})

const faulty = {
  400: problemOf('A parameter cannot be read; `invalid_parameters` says which and why.'),
  429: problemOf('Too many requests from one network; `Retry-After` says in how many seconds to try again.'),
}
const missing = { 404: problemOf('There is none, or it is not public.') }
const unchanged = {
  304: { description: 'Not changed since the answer whose ETag was sent in If-None-Match; no body.' },
}

const ok = <Schema extends z.ZodType>(description: string, schema: Schema) => ({
  200: { description, content: { 'application/json': { schema } } },
})
const okPage = <Schema extends z.ZodType>(description: string, schema: Schema) => ({
  200: {
    description,
    headers: z.object({
      Link: z
        .string()
        .openapi({ description: 'Addresses of the first, prev, next and last page (RFC 8288).' }),
    }),
    content: { 'application/json': { schema } },
  },
})

export const searchRoute = createRoute({
  method: 'get',
  path: '/search',
  operationId: 'search',
  summary: 'Search everything public',
  description:
    'Experiments, lessons, ideas, and titles of experiments told elsewhere, best first, in Finnish, Swedish and English word forms.',
  request: { query: searchQuery },
  responses: { ...ok('What was found.', searchShape), ...unchanged, ...faulty },
})

export const experimentsRoute = createRoute({
  method: 'get',
  path: '/experiments',
  operationId: 'listExperiments',
  summary: 'List public experiments',
  description: 'Experiments whose plan has been frozen, and published ones. Newest change first.',
  request: { query: experimentsQuery },
  responses: { ...okPage('A page of experiments.', experimentList), ...unchanged, ...faulty },
})

export const experimentRoute = createRoute({
  method: 'get',
  path: '/experiments/{id}',
  operationId: 'getExperiment',
  summary: 'One experiment with all that is public of it',
  description:
    'Plan with its fingerprint, departures, measurements, finding, decision, lesson; for published ones what their sources tell. Never names of people.',
  request: { params: experimentParameters, query: onlyLanguage },
  responses: { ...ok('The experiment.', experimentShape), ...unchanged, ...faulty, ...missing },
})

export const municipalitiesRoute = createRoute({
  method: 'get',
  path: '/municipalities',
  operationId: 'listMunicipalities',
  summary: 'List the municipalities of Finland',
  description: 'The 308 municipalities of 2026 in alphabetical order.',
  request: { query: municipalitiesQuery },
  responses: { ...okPage('A page of municipalities.', municipalityList), ...unchanged, ...faulty },
})

export const municipalityRoute = createRoute({
  method: 'get',
  path: '/municipalities/{code}',
  operationId: 'getMunicipality',
  summary: 'One municipality with its key figures',
  request: { params: municipalityParameters, query: onlyLanguage },
  responses: { ...ok('The municipality.', municipalityShape), ...unchanged, ...faulty, ...missing },
})

export const lessonsRoute = createRoute({
  method: 'get',
  path: '/lessons',
  operationId: 'listLessons',
  summary: 'List what has been learned',
  description: 'Lesson cards, and published experiments whose outcome their sources tell. Newest first.',
  request: { query: lessonsQuery },
  responses: { ...okPage('A page of lessons.', lessonList), ...unchanged, ...faulty },
})

/** The names of what each address may be narrowed by, in the order in which they are described. */
export const filterNames = {
  search: Object.keys(searchQuery.shape),
  experiments: Object.keys(experimentsQuery.shape),
  experiment: Object.keys(onlyLanguage.shape),
  municipalities: Object.keys(municipalitiesQuery.shape),
  municipality: Object.keys(onlyLanguage.shape),
  lessons: Object.keys(lessonsQuery.shape),
}
