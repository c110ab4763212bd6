import type { Position } from 'geojson'

type Ring = Position[]

/**
 * The outer borders of polygons that lie side by side, without the borders between them: edges that two of them share
 * run there and back and are left out. Works on polygons of one source, whose common borders have the same corners;
 * others keep their borders. Answers closed rings.
 */
export function dissolve(polygons: Ring[][]): Ring[] {
  const edges = new Map<string, [Position, Position]>()
  for (const ring of polygons.flat()) {
    for (const [index, from] of ring.slice(0, -1).entries()) {
      const to = ring[index + 1] ?? from
      if (!edges.delete(keyOf(to, from))) edges.set(keyOf(from, to), [from, to])
    }
  }
  const leaving = new Map<string, Position[]>()
  for (const [from, to] of edges.values())
    leaving.set(String(from), [...(leaving.get(String(from)) ?? []), to])

  const rings: Ring[] = []
  for (const [from] of edges.values()) {
    const ring: Ring = [from]
    for (
      let next = leaving.get(String(from))?.pop();
      next !== undefined;
      next = leaving.get(String(next))?.pop()
    ) {
      ring.push(next)
      if (String(next) === String(from)) break
    }
    if (ring.length > 3) rings.push(ring)
  }
  return rings
}

function keyOf(from: Position, to: Position): string {
  return `${String(from)} ${String(to)}`
}
