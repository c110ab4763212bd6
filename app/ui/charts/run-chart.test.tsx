import { describe, expect, test } from 'vitest'
import { lunchMarks, lunchPoints } from '../catalogue.examples.ts'
import { markupOf, textsOf } from '../test-markup.ts'
import { RunChart, type RunChartProps } from './run-chart.tsx'

const chart: RunChartProps = {
  lang: 'fi',
  title: 'Lounaan ylijäämä',
  sentence: 'Ylijäämä väheni.',
  unit: 'kg',
  points: lunchPoints,
  marks: lunchMarks,
  valueLabel: 'Ylijäämä',
  dateLabel: 'Viikko alkaen',
}

function drawing(markup: string, name: 'wide' | 'narrow'): string {
  const start = markup.indexOf(`drawing-${name}`)
  return markup.slice(start, markup.indexOf('</svg>', start))
}

describe('the run chart', () => {
  test('its table holds every point that is drawn, in the order of time', () => {
    const markup = markupOf(<RunChart {...chart} points={lunchPoints.toReversed()} />)
    const rows = textsOf(markup.slice(markup.indexOf('<tbody>')), 'tr')
    expect(rows).toHaveLength(lunchPoints.length)
    expect(textsOf(markup.slice(markup.indexOf('<tbody>')), 'th')[0]).toBe('2.2.2026')
    const values = [...markup.matchAll(/<td class="numeric">(.*?)<\/td>/g)].map((match) => Number(match[1]))
    expect(values).toEqual(lunchPoints.map((point) => point.value))
    for (const size of ['wide', 'narrow'] as const)
      expect(drawing(markup, size).match(/class="marker /g)).toHaveLength(lunchPoints.length)
  })

  test('it is an image with its sentence as text, and names events below', () => {
    const markup = markupOf(<RunChart {...chart} />)
    expect(markup.match(/role="img" aria-label="Lounaan ylijäämä. Ylijäämä väheni."/g)).toHaveLength(2)
    expect(markup).toContain('Hinta laski eurosta 50 senttiin')
    expect(drawing(markup, 'wide').match(/class="mark-dot"/g)).toHaveLength(2)
  })

  test('median, baseline and prediction are labelled at their lines and told with the table', () => {
    const markup = markupOf(
      <RunChart {...chart} median={25.5} baselineMedian={40.5} prediction={{ low: 18, high: 22 }} />,
    )
    expect(textsOf(drawing(markup, 'wide'), 'text')).toEqual(
      expect.arrayContaining(['Lähtötason mediaani 40,5', 'Mediaani 25,5', 'Ennuste 18–22']),
    )
    expect(textsOf(drawing(markup, 'narrow'), 'text')).toEqual(
      expect.arrayContaining(['40,5', '25,5', '18–22']),
    )
    expect(textsOf(markup.slice(markup.lastIndexOf('<ul>')), 'li')).toContain('Ennuste: 18–22 kg')
  })

  test('a note on a point is in the table and marked in the drawing', () => {
    const markup = markupOf(<RunChart {...chart} />)
    expect(textsOf(markup, 'td')).toContain('Hiihtoloma, puolet paikalla')
    expect(drawing(markup, 'wide').match(/class="noted"/g)).toHaveLength(1)
  })

  test('one point, equal values and values below zero can be drawn', () => {
    for (const values of [[3], [5, 5, 5], [-4, 2, -1], [0, 0], [1e9, 1]]) {
      const points = values.map((value, index) => ({
        date: `2026-03-0${index + 1}`,
        value,
        phase: 'during' as const,
      }))
      const markup = markupOf(<RunChart {...chart} points={points} marks={[]} />)
      expect(markup).not.toMatch(/NaN|Infinity|undefined/)
      expect(drawing(markup, 'narrow').match(/class="marker /g)).toHaveLength(values.length)
    }
  })

  test('without points there is no empty drawing', () => {
    const markup = markupOf(<RunChart {...chart} points={[]} sentence="Mittauksia ei ole vielä." />)
    expect(markup).toContain('Mittauksia ei ole vielä.')
    expect(markup).not.toContain('<svg')
  })

  test('a hostile event or note stays text', () => {
    const markup = markupOf(
      <RunChart {...chart} marks={[{ date: '2026-03-01', text: '<img src=x>' }]} unit="<b>" />,
    )
    expect(markup).not.toContain('<img')
    expect(markup).not.toContain('<b>')
  })
})
