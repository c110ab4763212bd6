import { expect, test } from 'vitest'
import { markedExcerpt, markedText } from './marked-text.ts'

const isBoat = (form: string) => form.startsWith('vene')
const plain = (segments: { text: string }[]) => segments.map((segment) => segment.text).join('')

test('asked words are marked and the text stays as it was written', () => {
  expect(markedText('Vene, veneet & muut', isBoat)).toEqual([
    { text: 'Vene', marked: true },
    { text: ', ', marked: false },
    { text: 'veneet', marked: true },
    { text: ' & muut', marked: false },
  ])
  expect(markedText('', isBoat)).toEqual([])
})

test('an excerpt is cut between words around the first asked word', () => {
  const text = `${'alku sana '.repeat(60)}täällä on vene rannassa ${'loppu sana '.repeat(60)}`
  const excerpt = markedExcerpt(text, isBoat, 100)
  expect(excerpt.filter((segment) => segment.marked)).toEqual([{ text: 'vene', marked: true }])
  expect(plain(excerpt)).toMatch(/^… \S+ .*täällä on vene rannassa .*\S …$/)
  expect(plain(excerpt).length).toBeLessThan(110)
})

test('a short text is shown whole, a long one without the word from its beginning', () => {
  expect(plain(markedExcerpt('Lyhyt teksti.', isBoat, 100))).toBe('Lyhyt teksti.')
  expect(plain(markedExcerpt('sana '.repeat(60), isBoat, 22))).toBe('sana sana sana sana …')
})
