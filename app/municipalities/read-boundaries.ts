import type { Feature, MultiPolygon, Polygon, Position } from 'geojson'
import { feature } from 'topojson-client'
import { z } from 'zod'
import { dissolve } from './dissolve.ts'
import { allMunicipalities, codeToday } from './register.ts'

/** The areas of municipalities by their code of today, or why the file cannot be used. */
export type Boundaries = { ok: true; areas: Map<string, MultiPolygon> } | { ok: false; problem: string }

type Topology = Parameters<typeof feature>[0]

const position = z.array(z.number()).min(2)
const rings = z.array(z.array(position).min(4))
const area = z.object({
  type: z.literal('Feature'),
  properties: z.record(z.string(), z.unknown()).nullish(),
  geometry: z.discriminatedUnion('type', [
    z.object({ type: z.literal('Polygon'), coordinates: rings }),
    z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(rings) }),
  ]),
})

/** Finland with room to spare, in WGS 84 degrees: tells other coordinate systems, and other countries, apart. */
const finland = { west: 18, east: 33, south: 58, north: 71 }

/**
 * Reads municipal borders from GeoJSON or TopoJSON in WGS 84. The field with the municipality's three-digit code is found
 * by what is in it. Municipalities that have merged since are put together: 588 (Pertunmaa) becomes a part of 507
 * (Mäntyharju). Refuses a file that leaves out any municipality of today.
 */
export function readBoundaries(text: string): Boundaries {
  const refuse = (problem: string): Boundaries => ({ ok: false, problem })
  const found = featuresOf(text)
  if (typeof found === 'string') return refuse(found)
  const parsed = z.array(area).safeParse(found)
  if (!parsed.success) {
    const [index] = parsed.error.issues[0]?.path ?? []
    return refuse(`Area ${Number(index ?? 0) + 1} of the file is not a polygon with closed rings.`)
  }
  const field = codeField(parsed.data)
  if (field === undefined)
    return refuse('No field of the file holds three-digit municipality codes, e.g. "239".')

  const sources = new Map<string, Position[][][][]>()
  for (const { properties, geometry } of parsed.data) {
    const code = codeToday(String(properties?.[field]))
    if (code === undefined) continue
    const parts = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
    if (!parts.flat(2).every(inFinland)) {
      return refuse(
        'The coordinates are not degrees of WGS 84 (EPSG:4326) in Finland. Convert the file first.',
      )
    }
    sources.set(code, [...(sources.get(code) ?? []), parts])
  }
  const missing = allMunicipalities().filter(({ code }) => !sources.has(code))
  if (missing.length > 0) {
    const names = missing.slice(0, 5).map((one) => `${one.name.fi} (${one.code})`)
    return refuse(
      `The file leaves out ${missing.length} of the 308 municipalities, e.g. ${names.join(', ')}.`,
    )
  }
  const areas = new Map<string, MultiPolygon>()
  for (const [code, [first = [], ...merged]] of sources) {
    const parts = merged.length === 0 ? first : dissolve([...first, ...merged.flat()]).map((ring) => [ring])
    areas.set(code, { type: 'MultiPolygon', coordinates: parts })
  }
  return { ok: true, areas }
}

function inFinland([longitude = 0, latitude = 0]: Position): boolean {
  return (
    longitude > finland.west &&
    longitude < finland.east &&
    latitude > finland.south &&
    latitude < finland.north
  )
}

function featuresOf(text: string): unknown[] | string {
  let content: unknown
  try {
    content = JSON.parse(text)
  } catch {
    return 'The file is not JSON, so it is neither GeoJSON nor TopoJSON.'
  }
  const shape = z.object({ type: z.string(), features: z.array(z.unknown()).optional() }).safeParse(content)
  if (shape.data?.type === 'FeatureCollection' && shape.data.features) return shape.data.features
  if (shape.data?.type !== 'Topology')
    return 'The file is neither a GeoJSON FeatureCollection nor a TopoJSON Topology.'
  try {
    const topology = content as Topology
    return Object.values(topology.objects).flatMap((object): Feature[] => {
      const made = feature(topology, object)
      return made.type === 'FeatureCollection' ? made.features : [made]
    })
  } catch {
    return 'The TopoJSON file is damaged.'
  }
}

/** The field in which most areas hold a code the register knows, today or before a merger. */
function codeField(
  areas: { properties?: Record<string, unknown> | null; geometry: Polygon | MultiPolygon }[],
): string | undefined {
  const counts = new Map<string, number>()
  for (const { properties } of areas) {
    for (const [name, value] of Object.entries(properties ?? {})) {
      if (typeof value !== 'string' || !/^\d{3}$/.test(value) || codeToday(value) === undefined) continue
      counts.set(name, (counts.get(name) ?? 0) + 1)
    }
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0]
}
