/**
 * Draws the outline of Finland from Natural Earth (public domain, world-atlas 1:10 m) into `finland-outline.ts`.
 * Run with `node app/ui/charts/draw-finland-outline.ts` when the projection or the atlas changes.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { feature } from 'topojson-client'
import { drawAreas } from './draw-areas.ts'

/** Finland and Åland; the atlas counts Åland as a country of its own. */
const numericCodes = ['246', '248']

/** The outline of Finland as an SVG path, drawn anew from the atlas. */
export function drawFinlandOutline(): string {
  const require = createRequire(import.meta.url)
  const file = require.resolve('world-atlas/countries-10m.json')
  const atlas = JSON.parse(readFileSync(file, 'utf8')) as Parameters<typeof feature>[0]
  const countries = atlas.objects['countries']
  if (!countries) throw new Error('world-atlas holds no countries')
  const collection = feature(atlas, countries)
  const features = collection.type === 'FeatureCollection' ? collection.features : [collection]
  const parts = features.flatMap(({ id, geometry }) =>
    numericCodes.includes(String(id)) && geometry.type === 'MultiPolygon' ? geometry.coordinates : [],
  )
  if (parts.length === 0) throw new Error('world-atlas holds no Finland')
  return drawAreas({ type: 'MultiPolygon', coordinates: parts })
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  writeFileSync(
    new URL('finland-outline.ts', import.meta.url),
    `/** The outline of Finland in map units, from Natural Earth (public domain). Made by draw-finland-outline.ts. */\nexport const finlandOutline =\n  '${drawFinlandOutline()}'\n`,
  )
