import type { Area } from './run-drawing.tsx'
import { coordinate } from './scale.ts'

/** A model of a series: what it fits to each point, and what it says the points from `start` on would have been without the change. */
export type RunModel = { fitted: number[]; without: number[]; start: number }

/** The fitted line of a model, and the line of what would have been, drawn over the points. `days` are since 1970. */
export function ModelLines(props: { area: Area; days: number[]; model: RunModel }) {
  const { area, days, model } = props
  const path = (values: number[], from: number, to: number) =>
    values
      .slice(from, to)
      .map(
        (value, index) =>
          `${index === 0 ? 'M' : 'L'}${coordinate(area.x(days[from + index] ?? 0))} ${coordinate(area.y(value))}`,
      )
      .join('')
  return (
    <g>
      <path class="model" d={path(model.fitted, 0, model.start)} />
      <path class="model" d={path(model.fitted, model.start, days.length)} />
      <path class="model model-without" d={path(model.without, model.start, days.length)} />
    </g>
  )
}
