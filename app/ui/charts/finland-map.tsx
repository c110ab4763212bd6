import type { Child } from 'hono/jsx'
import type { Lang } from '../../platform/language.ts'
import { Details } from '../text.tsx'
import { uiTexts } from '../texts.ts'
import { finlandOutline } from './finland-outline.ts'
import { mapHeight, mapWidth, placeOnMap } from './finland-projection.ts'
import { coordinate } from './scale.ts'

export type MapDotKind = 'spread' | 'stopped' | 'running' | 'plain'
/** A place on the map in WGS 84 degrees. `label` is written beside the dot; keep labels few. */
export type MapDot = {
  name: string
  longitude: number
  latitude: number
  href?: string
  kind: MapDotKind
  label?: string
}
/** A municipality's area as an SVG path in map units, made with `drawAreas`. */
export type MapArea = { name: string; path: string; kind?: MapDotKind }

const drawnInOrder: MapDotKind[] = ['plain', 'running', 'stopped', 'spread']

/** Each kind has its own shape: small dot, dot that has left its line, square, ringed dot. */
function DotShape(props: { kind: MapDotKind; x: number; y: number }) {
  const [x, y] = [coordinate(props.x), coordinate(props.y)]
  switch (props.kind) {
    case 'plain':
      return <circle class="dot dot-plain" cx={x} cy={y} r="2.5" />
    case 'running':
      return (
        <>
          <path class="dot-line" d={`M${coordinate(props.x - 14)} ${coordinate(props.y + 5)}h8`} />
          <circle class="dot dot-running" cx={x} cy={y} r="5" />
        </>
      )
    case 'stopped':
      return (
        <rect
          class="dot dot-stopped"
          x={coordinate(props.x - 4.5)}
          y={coordinate(props.y - 4.5)}
          width="9"
          height="9"
        />
      )
    case 'spread':
      return (
        <>
          <circle class="dot-ring" cx={x} cy={y} r="7.5" />
          <circle class="dot dot-spread" cx={x} cy={y} r="4.2" />
        </>
      )
  }
}

function Dot(props: { dot: MapDot; x: number; y: number }) {
  const { dot, x, y } = props
  const beyondMiddle = x > mapWidth * 0.62
  return (
    <>
      <DotShape kind={dot.kind} x={x} y={y} />
      {dot.label ? (
        <text
          class="dot-label"
          x={coordinate(beyondMiddle ? x - (dot.kind === 'running' ? 19 : 12) : x + 12)}
          y={coordinate(y + 5)}
          text-anchor={beyondMiddle ? 'end' : 'start'}
        >
          {dot.label}
        </text>
      ) : null}
    </>
  )
}

type Placed = { dot: MapDot; x: number; y: number }

/**
 * Over the image lies a layer for the pointer: names on hover, and links. Keyboard and screen reader take the list below the
 * map instead; three hundred stops on the way would help nobody.
 */
function PointerLayer(props: { placed: Placed[] }) {
  return (
    <svg class="map-pointer" viewBox={`0 0 ${mapWidth} ${mapHeight}`} aria-hidden="true" focusable="false">
      {props.placed.map(({ dot, x, y }) => {
        const reach = (
          <circle class="dot-reach" cx={coordinate(x)} cy={coordinate(y)} r={dot.kind === 'plain' ? 5 : 12}>
            <title>{dot.name}</title>
          </circle>
        )
        return dot.href ? (
          <a href={dot.href} tabindex={-1}>
            {reach}
          </a>
        ) : (
          reach
        )
      })}
    </svg>
  )
}

function Key(props: { lang: Lang; kinds: MapDotKind[] }) {
  return (
    <ul class="key">
      {props.kinds.map((kind) => (
        <li>
          <svg viewBox="-4 0 28 18" width="28" height="18" aria-hidden="true" focusable="false">
            <DotShape kind={kind} x={12} y={9} />
          </svg>
          {uiTexts[props.lang].map[kind]}
        </li>
      ))}
    </ul>
  )
}

/**
 * Finland with dots at places, lines between them, and optionally municipal areas. The drawing is one image with the sentence
 * as its text; `table` holds the same places with their links. Places outside Finland are left off the drawing.
 */
export function FinlandMap(props: {
  lang: Lang
  title: string
  sentence: string
  dots: MapDot[]
  /** Lines between dots, by their names; a line to an unknown name is left out. */
  lines?: { from: string; to: string }[]
  areas?: MapArea[]
  table: Child
  /** Stands beside the map where the page is wide, below it elsewhere. */
  beside?: Child
}) {
  const placed: Placed[] = drawnInOrder.flatMap((kind) =>
    props.dots
      .filter((dot) => dot.kind === kind)
      .flatMap((dot) => {
        const place = placeOnMap(dot.longitude, dot.latitude)
        return place ? [{ dot, x: place[0], y: place[1] }] : []
      }),
  )
  const byName = new Map(placed.map((place) => [place.dot.name, place]))
  const kinds = drawnInOrder.toReversed().filter((kind) => placed.some((place) => place.dot.kind === kind))
  return (
    <div class="map">
      <figure class="map-parts">
        <figcaption>
          <p class="chart-title">{props.title}</p>
          <p class="chart-sentence">{props.sentence}</p>
        </figcaption>
        <div class="map-box">
          <svg
            class="map-drawing"
            viewBox={`0 0 ${mapWidth} ${mapHeight}`}
            width={mapWidth}
            height={mapHeight}
            role="img"
            aria-label={`${props.title}. ${props.sentence}`}
          >
            <path class="land" d={finlandOutline} />
            {(props.areas ?? []).map((area) => (
              <path class={`area area-${area.kind ?? 'none'}`} d={area.path}>
                <title>{area.name}</title>
              </path>
            ))}
            {(props.lines ?? []).map((line) => {
              const [from, to] = [byName.get(line.from), byName.get(line.to)]
              if (!from || !to) return null
              const bendX = (from.x + to.x) / 2 + (to.y - from.y) * 0.15
              const bendY = (from.y + to.y) / 2 - (to.x - from.x) * 0.15
              return (
                <path
                  class="map-line"
                  d={`M${coordinate(from.x)} ${coordinate(from.y)}Q${coordinate(bendX)} ${coordinate(bendY)} ${coordinate(to.x)} ${coordinate(to.y)}`}
                />
              )
            })}
            {placed.map(({ dot, x, y }) => (
              <Dot dot={dot} x={x} y={y} />
            ))}
          </svg>
          <PointerLayer placed={placed} />
        </div>
        <div class="map-side">
          {kinds.some((kind) => kind !== 'plain') ? <Key lang={props.lang} kinds={kinds} /> : null}
          <Details summary={uiTexts[props.lang].placesAsTable}>{props.table}</Details>
          {props.beside}
        </div>
      </figure>
    </div>
  )
}
