import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { MultiPolygon } from 'geojson'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../platform/database/test-database.ts'
import { productFolder } from '../platform/folders.ts'
import { boundaryPaths } from './boundary-store.ts'
import { dissolve } from './dissolve.ts'
import { importBoundaries } from './import-boundaries.ts'
import { loadMunicipalities } from './municipality-store.ts'
import { readBoundaries } from './read-boundaries.ts'
import { allMunicipalities } from './register.ts'

const folder = join(productFolder, '..', 'shared', 'data', 'boundaries')
const file = (name: string) => readFileSync(join(folder, name), 'utf8')
const withoutData = !existsSync(folder)
if (withoutData) console.warn('2 tests of real borders are left out: ../shared/data/boundaries is not there.')

/** A small square at each municipality's centre, in a made-up file. */
function squares(change: { field?: string; leaveOut?: string; shift?: number } = {}) {
  const { field = 'NATCODE', leaveOut, shift = 0 } = change
  const features = allMunicipalities()
    .filter(({ code }) => code !== leaveOut)
    .map(({ code, centroid: { longitude, latitude } }) => {
      const [x, y] = [longitude + shift, latitude + shift]
      const ring = [
        [x, y],
        [x + 0.1, y],
        [x + 0.1, y + 0.1],
        [x, y],
      ]
      return {
        type: 'Feature',
        properties: { [field]: code },
        geometry: { type: 'Polygon', coordinates: [ring] },
      }
    })
  return { type: 'FeatureCollection', features }
}

describe('areas side by side become one', () => {
  const square = (x: number, y: number) => [
    [x, y],
    [x + 1, y],
    [x + 1, y + 1],
    [x, y + 1],
    [x, y],
  ]
  const corners = (rings: number[][][]) => rings.map((ring) => new Set(ring.map(String)).size).sort()

  test('without the border between them', () => {
    const rings = dissolve([[square(0, 0)], [square(1, 0)]])
    expect(corners(rings)).toEqual([6])
    expect(rings[0]?.[0]).toEqual(rings[0]?.at(-1))
  })

  test('and stay two where they do not touch', () => {
    expect(corners(dissolve([[square(0, 0)], [square(5, 5)]]))).toEqual([4, 4])
  })
})

describe('municipal borders', () => {
  let fresh: TestDatabase
  beforeAll(async () => {
    fresh = await createTestDatabase()
    await loadMunicipalities(fresh.database)
  })
  afterAll(() => fresh.close())

  const draw = (area: MultiPolygon) => `${area.coordinates.length} parts`

  test('of a file that names the code in any field are taken into use, the last import for all earlier ones', async () => {
    for (const field of ['NATCODE', 'kunta']) {
      const imported = await importBoundaries(fresh.database, {
        text: JSON.stringify(squares({ field })),
        draw,
      })
      expect(imported).toEqual({ ok: true, count: 308 })
    }
    expect((await boundaryPaths(fresh.database)).get('239')).toBe('1 parts')
  })

  test.each([
    ['no JSON', '<xml/>', /not JSON/],
    ['some other JSON', '{"type":"Point"}', /neither/],
    ['a list of nothing', '{"type":"FeatureCollection","features":[]}', /No field/],
    ['no codes', JSON.stringify(squares({ field: '' })).replaceAll(/"\d{3}"/g, '"x"'), /No field/],
    [
      'a municipality left out',
      JSON.stringify(squares({ leaveOut: '239' })),
      /leaves out 1 of the 308.*Keitele \(239\)/,
    ],
    ['metres instead of degrees', JSON.stringify(squares({ shift: 100_000 })), /not degrees/],
    ['an area that is a point', JSON.stringify(squares()).replace('"Polygon"', '"Point"'), /Area 1/],
    [
      'a damaged topology',
      '{"type":"Topology","objects":{"a":{"type":"Polygon","arcs":[[9]]}},"arcs":[]}',
      /damaged/,
    ],
  ])('of a file with %s are refused, and the earlier ones stay', async (_, text, problem) => {
    const refused = await importBoundaries(fresh.database, { text, draw })
    expect(refused).toMatchObject({ ok: false, problem: expect.stringMatching(problem) })
    expect((await boundaryPaths(fresh.database)).size).toBe(308)
  })

  test.skipIf(withoutData)('of 2023 put Pertunmaa into Mäntyharju, with which it merged', () => {
    const boundaries = readBoundaries(file('nls_kuntarajat_2023.geojson'))
    const areas = boundaries.ok ? boundaries.areas : new Map<string, MultiPolygon>()
    expect(areas.size).toBe(308)
    expect(areas.has('588')).toBe(false)
    // One area, without the old border through it.
    expect(areas.get('507')?.coordinates).toHaveLength(1)
  })

  test.skipIf(withoutData)('come as TopoJSON too', () => {
    const boundaries = readBoundaries(file('kunnat_2025.topo.json'))
    expect(boundaries.ok && boundaries.areas.size).toBe(308)
  })
})
