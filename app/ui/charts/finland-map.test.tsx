import { describe, expect, test } from 'vitest'
import { markupOf, textsOf, valuesOf } from '../test-markup.ts'
import { drawAreas } from './draw-areas.ts'
import { drawFinlandOutline } from './draw-finland-outline.ts'
import { FinlandMap, type MapDot } from './finland-map.tsx'
import { finlandOutline } from './finland-outline.ts'
import { mapHeight, mapWidth, placeOnMap } from './finland-projection.ts'

const map = {
  lang: 'fi' as const,
  title: 'Missä kokeillaan',
  sentence: 'Ei vielä missään.',
  table: 'Luettelo',
}

describe('the map of Finland', () => {
  test('its outline is what the atlas gives when it is drawn anew', () => {
    expect(drawFinlandOutline()).toBe(finlandOutline)
  })

  test('the four corners of the country lie inside the drawing, other countries do not', () => {
    const nuorgam = placeOnMap(27.9, 70.09)
    const hanko = placeOnMap(22.97, 59.82)
    const eckero = placeOnMap(19.53, 60.22)
    const ilomantsi = placeOnMap(31.58, 62.91)
    for (const place of [nuorgam, hanko, eckero, ilomantsi]) expect(place).toBeDefined()
    expect(nuorgam?.[1]).toBeLessThan(10)
    expect(hanko?.[1]).toBeGreaterThan(mapHeight - 40)
    expect(eckero?.[0]).toBeLessThan(30)
    expect(ilomantsi?.[0]).toBeGreaterThan(mapWidth - 20)
    expect(placeOnMap(2.35, 48.86)).toBeUndefined()
    expect(placeOnMap(Number.NaN, 62)).toBeUndefined()
  })

  test('without dots it is still a map, with nothing to explain', () => {
    const markup = markupOf(<FinlandMap {...map} dots={[]} />)
    expect(markup).toContain('role="img" aria-label="Missä kokeillaan. Ei vielä missään."')
    expect(markup).not.toContain('class="key"')
    expect(markup).toContain('Luettelo')
  })

  test('308 dots fit on a page and none stops a keyboard on its way', () => {
    const dots: MapDot[] = Array.from({ length: 308 }, (_, index) => ({
      name: `Kunta ${index}`,
      longitude: 22 + (index % 20) * 0.4,
      latitude: 60.5 + Math.floor(index / 20) * 0.5,
      href: `/fi/kunnat/${index}`,
      kind: index % 10 === 0 ? 'running' : 'plain',
    }))
    const markup = markupOf(<FinlandMap {...map} dots={dots} />)
    expect(markup.match(/class="dot-reach"/g)).toHaveLength(308)
    expect(valuesOf(markup, 'tabindex')).toEqual(Array.from({ length: 308 }, () => '-1'))
    expect(textsOf(markup, 'title')).toContain('Kunta 307')
    expect(markup.length).toBeLessThan(90_000)
  })

  test('every kind that is drawn is explained in words, in the order of its weight', () => {
    const kinds = ['plain', 'spread', 'stopped', 'running'] as const
    const dots = kinds.map((kind) => ({ name: kind, longitude: 25, latitude: 62, kind }))
    const markup = markupOf(<FinlandMap {...map} dots={dots} />)
    expect(textsOf(markup.slice(markup.indexOf('class="key"')), 'li')).toEqual([
      'Levinnyt',
      'Opittu',
      'Käynnissä',
      'Kunta',
    ])
  })

  test('a line to a place that is not on the map is left out', () => {
    const dots: MapDot[] = [
      { name: 'Salo', longitude: 23.13, latitude: 60.39, kind: 'spread' },
      { name: 'Keitele', longitude: 26.35, latitude: 63.18, kind: 'running' },
    ]
    const lines = [
      { from: 'Salo', to: 'Keitele' },
      { from: 'Salo', to: 'Pariisi' },
    ]
    expect(
      markupOf(<FinlandMap {...map} dots={dots} lines={lines} />).match(/class="map-line"/g),
    ).toHaveLength(1)
  })

  test('an area becomes a closed path, and a speck is left out', () => {
    const square = (size: number) => [
      [
        [25, 62],
        [25 + size, 62],
        [25 + size, 62 + size],
        [25, 62 + size],
        [25, 62],
      ],
    ]
    expect(drawAreas({ type: 'Polygon', coordinates: square(1) })).toMatch(
      /^M[\d.]+ [\d.]+l-?[\d.]+([ -][\d.]+){5,}z$/,
    )
    expect(drawAreas({ type: 'MultiPolygon', coordinates: [square(0.001)] })).toBe('')
  })
})
