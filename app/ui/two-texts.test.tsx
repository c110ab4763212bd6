import { describe, expect, test } from 'vitest'
import { markupOf, textsOf, valuesOf } from './test-markup.ts'
import { TwoTexts } from './two-texts.tsx'
import { markDifferences } from './word-difference.ts'

describe('two people saved the same page', () => {
  const rows = [
    { label: 'Tavoite', name: 'tavoite', mine: 'Hävikki puolittuu.', theirs: 'Hävikki puolittuu nopeasti.' },
    { label: 'Paikka', name: 'paikka', mine: 'Koulu', theirs: 'Koulu' },
  ]

  test('both texts are shown and sent, nothing is lost', () => {
    const markup = markupOf(<TwoTexts lang="fi" rows={rows} />)
    expect(markup).toContain('name="mine-tavoite" value="Hävikki puolittuu."')
    expect(markup).toContain('name="theirs-tavoite" value="Hävikki puolittuu nopeasti."')
    expect(textsOf(markup, 'mark')).toEqual(['nopeasti'])
    expect(valuesOf(markup, 'value').filter((value) => value === 'combined')).toHaveLength(1)
  })

  test('abuse-28: hostile text in either of them is shown as text, also where the words differ', () => {
    const hostile = `"'><xss><img src=x onerror=alert(1)>`
    const texts = { mine: `Hävikki ${hostile}`, theirs: `Jäte ${hostile} </mark><xss> nopeasti` }
    const markup = markupOf(<TwoTexts lang="fi" rows={[{ label: 'Tavoite', name: 'tavoite', ...texts }]} />)
    expect(textsOf(markup, 'mark').length).toBeGreaterThan(0)
    expect(markup).toContain('&lt;xss&gt;')
    expect(markup).not.toMatch(/<xss|<img/)
    expect(markup.replaceAll(/"[^"]*"/g, '')).not.toMatch(/<[^>]*onerror/)
  })

  test('a text that both agree on needs no choice', () => {
    const markup = markupOf(<TwoTexts lang="fi" rows={rows.slice(1)} />)
    expect(markup).not.toContain('type="radio"')
    expect(markup).toContain('name="choice-paikka" value="mine"')
  })
})

describe('words that differ', () => {
  const marked = (text: string, other: string) =>
    markDifferences(text, other)
      .map((part) => (part.differs ? `[${part.text}]` : part.text))
      .join('')

  test('are marked as whole phrases, unchanged words are not', () => {
    expect(marked('Hävikki puolittuu kahdeksassa viikossa.', 'Hävikki vähenee viikossa.')).toBe(
      'Hävikki [puolittuu kahdeksassa] viikossa.',
    )
    expect(marked('Sama teksti', 'Sama teksti')).toBe('Sama teksti')
    expect(marked('', 'jotain')).toBe('')
    expect(marked('kaikki uutta', '')).toBe('[kaikki uutta]')
  })

  test('put together are the text as it was, blanks and all', () => {
    const text = 'Eka  rivi\n\ntoka, rivi.  '
    expect(
      markDifferences(text, 'toka rivi')
        .map((part) => part.text)
        .join(''),
    ).toBe(text)
  })

  test('are not looked for in very long texts', () => {
    expect(markDifferences('sana '.repeat(3000), 'toinen')).toHaveLength(1)
  })
})
