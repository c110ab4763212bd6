import { describe, expect, test } from 'vitest'
import { Card, CardList, EmptyState, Tag } from './blocks.tsx'
import { Pagination, pagesToShow, Steps, Table } from './data.tsx'
import { markupOf, textsOf, valuesOf } from './test-markup.ts'
import { Prose } from './text.tsx'

describe('text as somebody typed it', () => {
  test('empty lines part paragraphs and line breaks stay', () => {
    expect(markupOf(<Prose text={'Yksi.\r\n\r\n\n  Kaksi.\nKolme.\n'} />)).toBe(
      '<div class="prose"><p>Yksi.</p><p>Kaksi.<br/>Kolme.</p></div>',
    )
  })

  test('nothing in it is read as HTML', () => {
    expect(markupOf(<Prose text={'<b>lihava</b> & "lainaus"'} />)).toBe(
      '<div class="prose"><p>&lt;b&gt;lihava&lt;/b&gt; &amp; &quot;lainaus&quot;</p></div>',
    )
  })

  test('text without words is no paragraph', () => {
    expect(markupOf(<Prose text={' \n\n '} />)).toBe('<div class="prose"></div>')
  })
})

describe('data on a page', () => {
  test('a table that may scroll can be reached by keyboard and has a name', () => {
    const table = markupOf(
      <Table
        caption="Ylijäämä"
        rowHeaders
        columns={[{ text: 'Viikko' }, { text: 'Kiloa', numeric: true }]}
        rows={[['6', '41,0']]}
      />,
    )
    expect(table).toMatch(/<div class="table-box" role="region" tabindex="0" aria-label="Ylijäämä">/)
    expect(table).toContain('<th scope="row">6</th><td class="numeric">41,0</td>')
  })

  test('each step says its state in words, and only the current one is marked', () => {
    const steps = markupOf(
      <Steps
        lang="fi"
        label="Vaiheet"
        steps={[
          { text: 'Idea', state: 'done' },
          { text: 'Kokeilu', state: 'current' },
          { text: 'Päätös', state: 'ahead' },
        ]}
      />,
    )
    expect(textsOf(steps, 'li')).toEqual(['Idea (tehty)', 'Kokeilu (nyt)', 'Päätös (edessä)'])
    expect(valuesOf(steps, 'aria-current')).toEqual(['step'])
  })

  test('page numbers show the ends and the neighbours, with gaps between', () => {
    expect(pagesToShow(1, 3)).toEqual([1, 2, 3])
    expect(pagesToShow(6, 12)).toEqual([1, undefined, 4, 5, 6, 7, 8, undefined, 12])
  })

  test('a single page has no page numbers, the first no way back, the last no way on', () => {
    const page = (number: number, pages: number) =>
      markupOf(<Pagination lang="fi" page={number} pages={pages} href={(to) => `?sivu=${to}`} />)
    expect(page(1, 1)).not.toContain('nav')
    expect(page(1, 2)).not.toContain('rel="prev"')
    expect(page(2, 2)).not.toContain('rel="next"')
    expect(page(2, 3)).toContain('<a rel="next" class="page-step" href="?sivu=3">Seuraava</a>')
  })

  test('an empty list says what to do next', () => {
    const empty = markupOf(
      <EmptyState
        text="Täällä ei ole vielä mitään."
        action={{ href: '/fi/ideat/uusi', text: 'Kerro idea' }}
      />,
    )
    expect(valuesOf(empty, 'href')).toEqual(['/fi/ideat/uusi'])
  })

  test('a card with a hostile title keeps it as text', () => {
    const cards = markupOf(
      <CardList>
        <Card
          title="<script>alert(1)</script>"
          href={'/fi/kokeilut/1"onclick="x'}
          tag={<Tag kind="ink">Opittu</Tag>}
        />
      </CardList>,
    )
    expect(cards).not.toContain('<script>')
    expect(valuesOf(cards, 'onclick')).toEqual([])
  })
})
