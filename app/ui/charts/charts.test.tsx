import { describe, expect, test } from 'vitest'
import { markupOf, textsOf, valuesOf } from '../test-markup.ts'
import { FaceChart } from './face-chart.tsx'
import { FamilyTree, type TreeNode } from './family-tree.tsx'
import { ResourceBars } from './resource-bars.tsx'
import { StackedScaleChart } from './stacked-scale-chart.tsx'

describe('the chart of faces', () => {
  const weeks = [
    { weekStarting: '2026-03-02', counts: { glad: 6, even: 2, sad: 2 } },
    { weekStarting: '2026-03-09' },
    { weekStarting: '2026-03-16', counts: { glad: 0, even: 5, sad: 5 } },
  ]
  const markup = markupOf(<FaceChart lang="fi" title="Viikot" sentence="Parani." weeks={weeks} />)

  test('its table gives each week in whole per cent with the number of answers', () => {
    const cells = textsOf(markup.slice(markup.indexOf('<tbody>')), 'td')
    expect(cells.slice(0, 4)).toEqual(['60\u00a0%', '20\u00a0%', '20\u00a0%', '10'])
    expect(cells.slice(8)).toEqual(['0\u00a0%', '50\u00a0%', '50\u00a0%', '10'])
  })

  test('a week with too few answers says so and shows no figure', () => {
    const row = textsOf(markup.slice(markup.indexOf('<tbody>')), 'tr')[1] ?? ''
    expect(row).toContain('liian vähän vastauksia')
    expect(row.replace('9.3.2026', '')).not.toMatch(/\d/)
  })
})

describe('resource bars', () => {
  test('fill as many parts as the level, and leave an unknown one open and named', () => {
    const bars = markupOf(
      <ResourceBars
        lang="fi"
        items={[
          { name: 'Aika', level: 3, words: 'Tunti viikossa' },
          { name: 'Raha', level: 0, words: 'Ei tarvittu' },
          { name: 'Tahto', level: undefined, words: '' },
        ]}
      />,
    )
    const items = bars.split('<li').slice(1)
    expect(items.map((item) => item.match(/part-full/g)?.length ?? 0)).toEqual([3, 0, 0])
    expect(items[0]).toContain('3 / 4')
    expect(items[2]).toContain('ei vielä tiedossa')
    expect(items[2]).toContain('resource-unknown')
  })
})

describe('a family of adoptions', () => {
  test('is nested lists in which the present one is marked and no link', () => {
    const root: TreeNode = {
      title: 'Alku',
      href: '/a',
      meta: 'Koivula',
      children: [{ title: 'Tämä', href: '/b', meta: 'Kuusela', current: true, children: [] }],
    }
    const tree = markupOf(<FamilyTree lang="fi" root={root} />)
    expect(valuesOf(tree, 'href')).toEqual(['/a'])
    expect(textsOf(tree, 'strong')).toEqual(['Tämä (tämä sivu)'])
  })

  test('that goes round in a circle still ends', () => {
    const circle: TreeNode = { title: 'Kehä', href: '/k', meta: '', children: [] }
    circle.children.push(circle)
    expect(textsOf(markupOf(<FamilyTree lang="fi" root={circle} />), 'a')).toHaveLength(12)
  })
})

describe('the chart of answers from 1 to 5', () => {
  const markup = markupOf(
    <StackedScaleChart
      lang="fi"
      title="Sujuvuus"
      sentence="Parani."
      rows={[
        { label: 'Ennen', counts: [5, 3, 2, 0, 0] },
        { label: 'Aikana', counts: [0, 0, 0, 0, 0] },
      ]}
      low="hankalaa"
      high="sujuvaa"
    />,
  )

  test('its table gives counts and shares of every answer, how many there are and their mean', () => {
    const cells = textsOf(markup.slice(markup.indexOf('<tbody>')), 'td')
    expect(cells.slice(0, 7)).toEqual([
      '5 (50\u00a0%)',
      '3 (30\u00a0%)',
      '2 (20\u00a0%)',
      '0 (0\u00a0%)',
      '0 (0\u00a0%)',
      '10',
      '1,7',
    ])
    expect(textsOf(markup, 'th')).toEqual(expect.arrayContaining(['1 hankalaa', '2', '5 sujuvaa']))
  })

  test('tells its parts apart by a figure and stripes, and says where there are no answers', () => {
    const wide = markup.slice(markup.indexOf('drawing-wide'), markup.indexOf('drawing-narrow'))
    expect(wide.match(/share-plate/g)).toHaveLength(3)
    expect(wide.match(/class="stripes"/g)).toHaveLength(2)
    expect(wide).toContain('ei vastauksia')
  })
})
