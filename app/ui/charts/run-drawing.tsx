import { formatNumber } from '../../platform/format.ts'
import type { Lang } from '../../platform/language.ts'
import { uiTexts } from '../texts.ts'
import type { DrawingSize } from './chart-figure.tsx'
import type { Phase, RunPoint } from './run-chart.tsx'
import { coordinate, dayNumber, linearScale, spreadLabels, valueTicks, type Scale } from './scale.ts'
import { dayLabels } from './time-axis.ts'
import { ModelLines, type RunModel } from './run-model.tsx'

/** A level drawn across the chart, or a band when `band` is given; `written` is its value as text. */
export type ReferenceLine = {
  kind: 'baseline' | 'median' | 'prediction' | 'limit' | 'fitted' | 'without'
  value: number
  band?: [number, number]
  label: string
  written: string
}

export type Area = { left: number; right: number; top: number; bottom: number; x: Scale; y: Scale }

const phaseOrder: Phase[] = ['before', 'during', 'after']
const labelGap = 18
/** Where the bands of the phases begin, under the unit. */
const bandTop = 24

function ValueAxis(props: { lang: Lang; area: Area; ticks: number[]; unit: string }) {
  const { area } = props
  return (
    <g class="axis">
      <text x={0} y={14}>
        {props.unit}
      </text>
      {props.ticks.map((tick) => (
        <>
          <path class="grid" d={`M${area.left} ${coordinate(area.y(tick))}H${area.right}`} />
          <text x={area.left - 8} y={coordinate(area.y(tick) + 5)} text-anchor="end">
            {formatNumber(props.lang, tick)}
          </text>
        </>
      ))}
    </g>
  )
}

function DayAxis(props: { lang: Lang; area: Area; from: number; to: number; wanted: number }) {
  const { area } = props
  const labels = dayLabels(props.lang, props.from, props.to, props.wanted)
  return (
    <g class="axis">
      <path class="base" d={`M${area.left} ${area.bottom}H${area.right}`} />
      {labels.map((label, index) => {
        const x = coordinate(area.x(label.day))
        const anchor =
          labels.length === 1
            ? 'middle'
            : index === 0
              ? 'start'
              : index === labels.length - 1
                ? 'end'
                : 'middle'
        return (
          <>
            <path class="base" d={`M${x} ${area.bottom}v5`} />
            <text x={x} y={area.bottom + 20} text-anchor={anchor}>
              {label.text}
            </text>
            {label.year ? (
              <text x={x} y={area.bottom + 37} text-anchor={anchor}>
                {label.year}
              </text>
            ) : null}
          </>
        )
      })}
    </g>
  )
}

function PhaseBands(props: { lang: Lang; area: Area; points: RunPoint[] }) {
  const { area } = props
  const present = phaseOrder.filter((phase) => props.points.some((point) => point.phase === phase))
  if (present.length < 2) return null
  const days = (phase: Phase) => props.points.filter((p) => p.phase === phase).map((p) => dayNumber(p.date))
  const starts = present.map((phase, index) => {
    if (index === 0) return area.left
    const before = Math.max(...days(present[index - 1] ?? phase))
    return area.x((before + Math.min(...days(phase))) / 2)
  })
  return (
    <g>
      {present.map((phase, index) => {
        const left = starts[index] ?? area.left
        const right = starts[index + 1] ?? area.right
        const words = uiTexts[props.lang]
        const room = right - left - 8
        const label = [words.phases[phase], words.phasesShort[phase]].find((text) => text.length * 7.2 < room)
        return (
          <>
            {phase === 'during' ? (
              <rect
                class="phase-during"
                x={coordinate(left)}
                y={bandTop}
                width={coordinate(right - left)}
                height={area.bottom - bandTop}
              />
            ) : null}
            {index > 0 ? (
              <path class="phase-edge" d={`M${coordinate(left)} ${bandTop}V${area.bottom}`} />
            ) : null}
            {label ? (
              <text class="phase-label" x={coordinate(left + 6)} y={bandTop + 16}>
                {label}
              </text>
            ) : null}
          </>
        )
      })}
    </g>
  )
}

/** The markers of the phases: hollow ring before, filled dot during, diamond after. */
function Marker(props: {
  x: number
  y: number
  phase: Phase
  radius: number
  noted: boolean
  signalled: boolean
}) {
  const [x, y] = [coordinate(props.x), coordinate(props.y)]
  const reach = coordinate(props.radius * 1.35)
  return (
    <>
      {props.signalled ? <circle class="signalled" cx={x} cy={y} r={coordinate(props.radius + 3)} /> : null}
      {props.noted ? <circle class="noted" cx={x} cy={y} r={coordinate(props.radius + 4)} /> : null}
      {props.phase === 'after' ? (
        <path
          class="marker marker-after"
          d={`M${x} ${y}m0-${reach}l${reach} ${reach}l-${reach} ${reach}l-${reach}-${reach}z`}
        />
      ) : (
        <circle class={`marker marker-${props.phase}`} cx={x} cy={y} r={props.radius} />
      )}
    </>
  )
}

function Series(props: { area: Area; points: RunPoint[] }) {
  const { area } = props
  const place = (point: RunPoint): [number, number] => [area.x(dayNumber(point.date)), area.y(point.value)]
  const radius = props.points.length > 80 ? 2.5 : props.points.length > 40 ? 3.5 : 4.5
  return (
    <g>
      {phaseOrder.map((phase) => {
        const own = props.points.filter((point) => point.phase === phase).map(place)
        if (own.length < 2) return null
        const path = own
          .map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${coordinate(x)} ${coordinate(y)}`)
          .join('')
        return <path class={`line line-${phase}`} d={path} />
      })}
      {props.points.map((point) => {
        const [x, y] = place(point)
        return (
          <Marker
            x={x}
            y={y}
            phase={point.phase}
            radius={radius}
            noted={point.note !== undefined}
            signalled={point.signalled === true}
          />
        )
      })}
    </g>
  )
}

function ReferenceLevels(props: { area: Area; lines: ReferenceLine[] }) {
  const { area } = props
  return (
    <g>
      {props.lines.map((line) =>
        line.kind === 'fitted' || line.kind === 'without' ? null : line.band ? (
          <rect
            class="band"
            x={area.left}
            y={coordinate(area.y(line.band[1]))}
            width={area.right - area.left}
            height={coordinate(area.y(line.band[0]) - area.y(line.band[1]))}
          />
        ) : (
          <path
            class={`reference reference-${line.kind}`}
            d={`M${area.left} ${coordinate(area.y(line.value))}H${area.right}`}
          />
        ),
      )}
    </g>
  )
}

/** The labels at the ends of the lines: name and value on a wide drawing, the value alone on a narrow one. */
function ReferenceLabels(props: { area: Area; lines: ReferenceLine[]; named: boolean }) {
  const { area } = props
  const places = spreadLabels(
    props.lines.map((line) => area.y(line.value) + 5),
    labelGap,
    area.top + 12,
    area.bottom,
  )
  return (
    <g>
      {props.lines.map((line, index) => (
        <text
          class={`reference-label label-${line.kind}`}
          x={area.right + 8}
          y={coordinate(places[index] ?? 0)}
        >
          {props.named ? `${line.label} ${line.written}` : line.written}
        </text>
      ))}
    </g>
  )
}

/** The drawing of a run chart in one size; `points` and `marks` come in the order of time and there is at least one point. */
export function RunDrawing(props: {
  lang: Lang
  size: DrawingSize
  unit: string
  points: RunPoint[]
  marks: { date: string; text: string }[]
  lines: ReferenceLine[]
  model?: RunModel
}) {
  const { size, points, lines, model } = props
  const wide = size.name === 'wide'
  const ticks = valueTicks([
    ...points.map((point) => point.value),
    ...lines.flatMap((line) => line.band ?? [line.value]),
    ...(model ? [...model.fitted, ...model.without.slice(model.start)] : []),
  ])
  const widestTick = Math.max(...ticks.map((tick) => formatNumber(props.lang, tick).length))
  const longestLabel = Math.max(
    0,
    ...lines.map((line) => line.written.length + (wide ? line.label.length + 1 : 0)),
  )
  const days = [...points, ...props.marks].map((item) => dayNumber(item.date))
  const [from, to] = [Math.min(...days), Math.max(...days)]
  const left = 14 + widestTick * 8
  const right = size.width - (longestLabel > 0 ? longestLabel * 7.4 + 12 : 10)
  const severalPhases = new Set(points.map((point) => point.phase)).size > 1
  const markTop = severalPhases ? 58 : 38
  const [top, bottom] = [(severalPhases ? 54 : 34) + (props.marks.length > 0 ? 24 : 0), size.height - 44]
  const area: Area = {
    left,
    right,
    top,
    bottom,
    x: linearScale([from, to], [left + 12, right - 12]),
    y: linearScale([ticks[0] ?? 0, ticks.at(-1) ?? 1], [bottom, top]),
  }
  return (
    <>
      <PhaseBands lang={props.lang} area={area} points={points} />
      <ValueAxis lang={props.lang} area={area} ticks={ticks} unit={props.unit} />
      <DayAxis lang={props.lang} area={area} from={from} to={to} wanted={wide ? 6 : 4} />
      <g>
        {props.marks.map((mark, index) => {
          const x = coordinate(area.x(dayNumber(mark.date)))
          return (
            <>
              <path class="mark-line" d={`M${x} ${markTop}V${bottom}`} />
              <circle class="mark-dot" cx={x} cy={markTop} r="9" />
              <text class="mark-number" x={x} y={markTop + 4.5} text-anchor="middle">
                {index + 1}
              </text>
            </>
          )
        })}
      </g>
      <ReferenceLevels area={area} lines={lines} />
      <Series area={area} points={points} />
      {model ? (
        <ModelLines area={area} days={points.map((point) => dayNumber(point.date))} model={model} />
      ) : null}
      <ReferenceLabels area={area} lines={lines} named={wide} />
    </>
  )
}
