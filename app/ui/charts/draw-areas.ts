import type { MultiPolygon, Polygon } from 'geojson'
import { finlandProjection } from './finland-projection.ts'

type Point = [number, number]

function distanceToSegment([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const length = (bx - ax) ** 2 + (by - ay) ** 2
  const along =
    length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length))
  return Math.hypot(x - ax - along * (bx - ax), y - ay - along * (by - ay))
}

/** Leaves out points nearer than `tolerance` to the line between those that stay. Douglas and Peucker, The Canadian Cartographer 10 (1973) 112–122. */
export function simplify(points: Point[], tolerance: number): Point[] {
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last || points.length < 3) return points
  let farthest = 0
  let distance = 0
  for (const [index, point] of points.entries()) {
    const own = distanceToSegment(point, first, last)
    if (own > distance) [farthest, distance] = [index, own]
  }
  if (distance <= tolerance) return [first, last]
  return [
    ...simplify(points.slice(0, farthest + 1), tolerance).slice(0, -1),
    ...simplify(points.slice(farthest), tolerance),
  ]
}

function ringArea(ring: Point[]): number {
  return Math.abs(
    ring.reduce((sum, [x, y], index) => {
      const [nextX, nextY] = ring[(index + 1) % ring.length] ?? [x, y]
      return sum + x * nextY - nextX * y
    }, 0) / 2,
  )
}

function ringPath(ring: Point[]): string {
  const tenths = ring.map(([x, y]): Point => [Math.round(x * 10), Math.round(y * 10)])
  let [atX, atY] = tenths[0] ?? [0, 0]
  const steps = tenths.slice(1, -1).map(([x, y]) => {
    const step = `${(x - atX) / 10} ${(y - atY) / 10}`
    ;[atX, atY] = [x, y]
    return step
  })
  const [startX, startY] = tenths[0] ?? [0, 0]
  return `M${startX / 10} ${startY / 10}l${steps.join(' ')}z`.replaceAll(' -', '-')
}

/** A closed ring is simplified in two halves, so that its ends do not fall together. */
function simplifyRing(ring: Point[], tolerance: number): Point[] {
  const half = Math.floor(ring.length / 2)
  return [
    ...simplify(ring.slice(0, half + 1), tolerance).slice(0, -1),
    ...simplify(ring.slice(half), tolerance),
  ]
}

/** The SVG path of areas given in WGS 84: simplified to `tolerance` map units, specks under one square unit left out. */
export function drawAreas(geometry: Polygon | MultiPolygon, tolerance = 0.5): string {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  return polygons
    .flat()
    .map((ring) =>
      ring.flatMap(([longitude = Number.NaN, latitude = Number.NaN]) => {
        const place = finlandProjection([longitude, latitude])
        return place ? [place] : []
      }),
    )
    .filter((ring) => ringArea(ring) >= 1)
    .map((ring) => ringPath(simplifyRing(ring, tolerance)))
    .join('')
}
