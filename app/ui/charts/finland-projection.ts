import { geoTransverseMercator, type GeoProjection } from 'd3-geo'

/** The size in which the map is drawn, in units of its own. */
export const mapWidth = 368
export const mapHeight = 640

/**
 * WGS 84 to map units: transverse Mercator on 27° E, the meridian of Finland's plane coordinates (ETRS-TM35FIN), scaled so
 * that mainland and Åland fill the drawing. The figures were found once with d3-geo's fitExtent over the outline of Natural Earth
 * (countries 1:10 m); the test that draws the outline anew notices if they no longer fit.
 */
export const finlandProjection: GeoProjection = geoTransverseMercator()
  .rotate([-27, 0])
  .scale(3549.514495544934)
  .translate([234.287422, 4345.315432])

/** Where a place lies on the map, or undefined when it lies outside the drawing. */
export function placeOnMap(longitude: number, latitude: number): [number, number] | undefined {
  const place = finlandProjection([longitude, latitude])
  if (!place || !place.every(Number.isFinite)) return undefined
  const [x, y] = place
  return x < 0 || y < 0 || x > mapWidth || y > mapHeight ? undefined : [x, y]
}
