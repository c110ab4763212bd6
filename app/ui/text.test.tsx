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

  test('lines that begin with a dash are a list', () => {
    expect(markupOf(<Prose text={'Mukaan:\n- kahvi\n- pulla\nTervetuloa.'} />)).toBe(
      '<div class="prose"><p>Mukaan:</p><ul><li>kahvi</li><li>pulla</li></ul><p>Tervetuloa.</p></div>',
    )
    expect(markupOf(<Prose text={'-5 astetta\n–\n-'} />)).not.toContain('<ul>')
  })

  test('a web address is a link that tells the other site nothing', () => {
    expect(markupOf(<Prose text={'Katso https://www.keitele.fi/ruoka?a=1&b=2.'} />)).toBe(
      '<div class="prose"><p>Katso <a href="https://www.keitele.fi/ruoka?a=1&amp;b=2" rel="nofollow ugc noopener noreferrer">https://www.keitele.fi/ruoka?a=1&amp;b=2</a>.</p></div>',
    )
  })

  test.each([
    ['(https://fi.wikipedia.org/wiki/Keitele_(kunta))', 'https://fi.wikipedia.org/wiki/Keitele_(kunta)'],
    ['https://www.päijänne.fi', 'https://www.xn--pijnne-buac.fi/'],
    ['HTTP://WWW.KEITELE.FI:8080/a', 'http://www.keitele.fi:8080/a'],
    ['[https://keitele.fi/a]', 'https://keitele.fi/a'],
  ])('the link of %s', (text, href) => {
    const links = valuesOf(markupOf(<Prose text={text} />), 'href')
    expect(links).toEqual([href])
  })

  test.each([
    'javascript:alert(1)',
    'data:text/html,<b>x</b>',
    '//evil.example/a',
    '\\\\evil.example',
    'https:\\\\evil.example',
    'https://pankki.fi@evil.example/',
    'https://pankki.fi:salasana@evil.example/',
    'https://\u0440\u0430nkki.fi/',
    'https://xn--pnkki-3ve.fi/',
    'https://pankki.fi\u2024evil.example/',
    'https://pankki.fi/\u202egnp.exe',
    'https://127.0.0.1/',
    'https://[::1]/',
    'https://2130706433/',
    'https://0x7f.1/',
    'http://localhost/',
    'https://evil.example\u0000.fi/',
    `https://evil.example/${'a'.repeat(500)}`,
    '[paina](https://evil.example "otsikko")'.replace('https://', 'javascript://'),
    '![kuva](//evil.example/a.png)',
    'xhttps://evil.example/',
  ])('%j stays text', (text) => {
    const markup = markupOf(<Prose text={text} />)
    expect(markup).not.toContain('<a ')
    expect(markup).not.toContain('<img')
  })

  test('abuse-27 raw HTML of every kind stays what was typed', () => {
    const hostile = [
      '<script>alert(1)</script>',
      '<img src=x onerror=alert(1)>',
      '<a href="https://evil.example" onclick="alert(1)">x</a>',
      '<style>*{display:none}</style><iframe srcdoc="x"></iframe>',
      'https://evil.example/"onmouseover="alert(1)',
      "https://evil.example/'onmouseover='alert(1)",
      'https://evil.example/<script>alert(1)</script>',
    ]
    const markup = markupOf(<Prose text={hostile.join('\n\n')} />)
    expect(markup.replaceAll(/<\/?(?:div|p|a)(?: (?:class|href|rel)="[^"<>]*")*>/g, '')).not.toMatch(/[<>]/)
    expect(valuesOf(markup, 'href').every((href) => href.startsWith('https://evil.example/'))).toBe(true)
    expect(valuesOf(markup, 'onmouseover')).toEqual([])
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
