import { describe, expect, test } from 'vitest'
import { markupOf, textsOf } from '../test-markup.ts'
import { ForestChart } from './forest-chart.tsx'

const chart = (change: Partial<Parameters<typeof ForestChart>[0]> = {}) =>
  markupOf(
    <ForestChart
      lang="fi"
      title="Muutos kunnittain"
      sentence="Hävikki väheni kaikissa."
      unit="g"
      rowName="Kunta"
      rows={[
        { name: 'Keitele', href: '/a', estimate: -9, low: -13, high: -5, weight: 0.6 },
        { name: 'Haapavesi', estimate: -4, low: -12, high: 4, weight: 0.4 },
      ]}
      together={{ name: 'Yhdessä', estimate: -7, low: -11.04, high: -3 }}
      next={{ name: 'Seuraava kunta', low: -16, high: 2 }}
      better="down"
      decimals={0}
      {...change}
    />,
  )

describe('a forest chart', () => {
  test('gives every range, the common figure and the next place in its table', () => {
    const rows = textsOf(chart().slice(chart().indexOf('<tbody>')), 'tr')
    expect(rows[0]).toContain('Keitele')
    expect(rows[0]?.replaceAll('\u00a0', ' ')).toContain('60 %')
    expect(rows[2]).toContain('−11')
    expect(rows[3]).toContain('Seuraava kunta')
    expect(rows[3]).toContain('+2')
  })

  test('says on which side better lies, whichever way is better', () => {
    expect(chart()).toContain('← parempaan')
    expect(chart({ better: 'up' })).toContain('← huonompaan')
  })

  test('draws the common figure and the next place only where they are given', () => {
    const few = chart({ together: null, next: null })
    expect(few).not.toContain('forest-together')
    expect(few).not.toContain('forest-next')
    expect(chart()).toContain('forest-next')
  })

  test('a range far wider than the rest ends in an arrow, and no coordinate is outside the drawing', () => {
    const wide = chart({
      rows: [
        { name: 'Keitele', estimate: -9, low: -13, high: -5, weight: 0.99 },
        { name: 'Haapavesi', estimate: -4, low: -900, high: 900, weight: 0.01 },
      ],
      next: null,
    })
    expect(wide.match(/forest-arrow/g)).toHaveLength(4)
    for (const [, x] of wide.matchAll(/d="M(-?[\d.]+) /g)) {
      expect(Number(x)).toBeGreaterThanOrEqual(0)
      expect(Number(x)).toBeLessThanOrEqual(680)
    }
  })

  test('has a title, a description and the sentence above', () => {
    expect(chart()).toContain('<desc>Hävikki väheni kaikissa.</desc>')
    expect(textsOf(chart(), 'p')).toContain('Hävikki väheni kaikissa.')
  })
})
