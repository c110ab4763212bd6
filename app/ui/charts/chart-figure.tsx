import type { Child } from 'hono/jsx'
import { Details } from '../text.tsx'

/** A drawing area in its own units: wide for a page, narrow for a phone, so that text keeps its size on both. */
export type DrawingSize = { name: 'wide' | 'narrow'; width: number; height: number }

/** The two sizes in which charts are drawn; the style sheet shows the one that fits. */
export function drawingSizes(wideHeight: number, narrowHeight: number): DrawingSize[] {
  return [
    { name: 'wide', width: 680, height: wideHeight },
    { name: 'narrow', width: 340, height: narrowHeight },
  ]
}

/**
 * A chart on a page: its title, the sentence that says what it shows, the drawing as an image with the same sentence as its
 * description, and below it the figures as a table that can be unfolded.
 */
export function ChartFigure(props: {
  title: string
  sentence: string
  sizes: DrawingSize[]
  draw: (size: DrawingSize) => Child
  tableSummary: string
  table: Child
  above?: Child
  below?: Child
}) {
  return (
    <figure class="chart">
      <figcaption>
        <p class="chart-title">{props.title}</p>
        <p class="chart-sentence">{props.sentence}</p>
      </figcaption>
      {props.above}
      {props.sizes.map((size) => (
        <svg
          class={`drawing drawing-${size.name}`}
          viewBox={`0 0 ${size.width} ${size.height}`}
          width={size.width}
          height={size.height}
          role="img"
          aria-label={`${props.title}. ${props.sentence}`}
        >
          <title>{props.title}</title>
          <desc>{props.sentence}</desc>
          {props.draw(size)}
        </svg>
      ))}
      {props.below}
      <Details summary={props.tableSummary}>{props.table}</Details>
    </figure>
  )
}
