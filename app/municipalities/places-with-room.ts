import type { Municipality } from './register.ts'

/** Labels nearer each other than this, in degrees, would lie one upon the other. */
const labelRoom = { longitude: 3, latitude: 0.3 }

/** The codes of the places whose names find room on a map of the country; the first place always does. */
export function placesWithRoom(places: readonly Municipality[]): Set<string> {
  const written: Municipality[] = []
  for (const place of places) {
    const crowded = written.some(
      (other) =>
        Math.abs(other.centroid.longitude - place.centroid.longitude) < labelRoom.longitude &&
        Math.abs(other.centroid.latitude - place.centroid.latitude) < labelRoom.latitude,
    )
    if (!crowded) written.push(place)
  }
  return new Set(written.map((place) => place.code))
}
