import { describe, expect, test } from 'vitest'
import { examplePage } from './layout.examples.ts'
import { Layout } from './layout.tsx'
import { markupOf, textsOf, valuesOf } from './test-markup.ts'

describe('the page around every screen', () => {
  test('is a whole document in its language, with a way past the header', () => {
    const page = markupOf(<Layout {...examplePage('sv')} children={<h1>Delar</h1>} />)
    expect(page.startsWith('<!DOCTYPE html><html lang="sv">')).toBe(true)
    expect(page).toContain('<a class="skip" href="#sisalto">Gå till innehållet</a>')
    expect(page).toMatch(/<main id="sisalto"[^>]*><h1>Delar<\/h1><\/main>/)
  })

  test('names the same page in every language and its own canonical address', () => {
    const page = markupOf(<Layout {...examplePage('fi')} />)
    const head = page.slice(0, page.indexOf('</head>'))
    expect(valuesOf(head, 'hreflang')).toEqual(['fi', 'sv', 'en'])
    expect(head).toContain('<link rel="canonical" href="https://uskalla.example/fi/ui"/>')
  })

  test('marks the current place in the menu, and the language as chosen', () => {
    const page = markupOf(<Layout {...examplePage('fi')} />)
    expect(page.match(/<a href="\/fi\/kokeilut" aria-current="page">/g)).toHaveLength(2)
    expect(page).toMatch(/<a href="\/fi\/ui" lang="fi" hreflang="fi" aria-current="true">/)
  })

  test('has an id only once', () => {
    const ids = valuesOf(markupOf(<Layout {...examplePage('fi')} />), 'id')
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('says in its title that the page came back with problems', () => {
    expect(textsOf(markupOf(<Layout {...examplePage('fi')} invalid />), 'title')[0]).toBe(
      'Virhe: Palvelun osat – Uskalla',
    )
  })

  test('keeps a hostile title, notice and search text as text', () => {
    const hostile = '"><script>alert(1)</script>'
    const page = markupOf(
      <Layout
        {...examplePage('fi')}
        title={hostile}
        description={hostile}
        notice={{ kind: 'success', text: hostile }}
        search={{ action: '/fi/haku', label: 'Hae', value: hostile }}
      />,
    )
    expect(page).not.toContain('<script>')
    expect(page).toContain('&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;')
  })
})
