import { describe, expect, test } from 'vitest'
import { exampleMeasure, examplePlan } from '../experiments/experiments.examples.ts'
import { isFarFromKnown } from './poster.ts'
import { pixelsOf, readCode } from './poster-code.examples.ts'
import { canMakePdf, posterPdf, posterSheet, qrPath } from './poster-sheet.ts'

describe('the printed sheet', () => {
  const sheet = () =>
    posterSheet('fi', {
      experiment: {
        id: '1',
        municipalityCode: '239',
        title: 'Väheneekö hävikki?',
        origin: 'example',
        plan: examplePlan(),
      } as Parameters<typeof posterSheet>[1]['experiment'],
      measure: exampleMeasure(),
      unit: null,
      address: 'https://uskalla.invalid/fi/juliste/abcdefghijklmnopqrstuvwxyz012345',
    })

  test('names no person, and says what the answer is for and until when', () => {
    const { how, use, ask, until, tag } = sheet()
    expect([how, until, tag]).toEqual([
      'Kirjoita yksi luku (g). Muuta ei kysytä.',
      'Kokeilu kestää 8.5.2026 asti.',
      'Keksitty esimerkki',
    ])
    expect(use).toContain('Nimeäsi ei kysytä')
    expect(ask).toContain('Yhtenäiskoulun ruokala')
  })

  test.skipIf(!canMakePdf())('is a PDF of one page with title, language, and our own font', () => {
    const text = Buffer.from(posterPdf(sheet()) ?? []).toString('utf8')
    expect(text.startsWith('%PDF-1.7')).toBe(true)
    expect(text).toContain('/Lang (fi)')
    expect(text).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(text).toMatch(/<dc:title>.*Vähenee/s)
    expect(text).toContain('<xmpTPg:NPages>1</xmpTPg:NPages>')
    expect(text).toContain('SourceSans3')
  })

  test.skipIf(!canMakePdf())(
    'abuse-20: whatever its words hold is set as text: no markup, no code, no file',
    () => {
      const hostile =
        '#panic("x") #read("/etc/passwd") #image("a.png") = Otsikko *x* $y$ <z> \\ #1 `w` "\'></script>'
      const said = Object.keys(sheet()).filter((name) => name !== 'lang')
      const words = { ...sheet(), ...Object.fromEntries(said.map((name) => [name, hostile])) }
      const text = Buffer.from(posterPdf({ ...words, address: 'https://uskalla.invalid/#x' }) ?? []).toString(
        'utf8',
      )
      expect(text.startsWith('%PDF-1.7')).toBe(true)
      const title = /<dc:title>.*?<rdf:li[^>]*>(.*?)<\/rdf:li>/s.exec(text)?.[1] ?? ''
      expect(
        title
          .replaceAll('&quot;', '"')
          .replaceAll('&lt;', '<')
          .replaceAll('&gt;', '>')
          .replaceAll('&apos;', "'"),
      ).toBe(hostile)
      expect(text).not.toMatch(/\/JavaScript|\/Launch|\/EmbeddedFile|root:/)
    },
  )

  test('a code may lose a part of itself and still be read', () => {
    const code = qrPath('https://uskalla.invalid/fi/juliste/abcdefghijklmnopqrstuvwxyz012345')
    const { pixels, wide } = pixelsOf(code)
    for (let y = wide * 0.6; y < wide * 0.72; y++)
      pixels.fill(
        255,
        (Math.floor(y) * wide + Math.floor(wide * 0.5)) * 4,
        (Math.floor(y) * wide + Math.floor(wide * 0.65)) * 4,
      )
    expect(readCode(pixels, wide, wide)?.data).toContain('juliste')
  })
})

test('a number is far only from two or more that are known', () => {
  expect(isFarFromKnown(1e6, [50])).toBe(false)
  expect(isFarFromKnown(150, [50, 60])).toBe(false)
  expect(isFarFromKnown(161, [50, 60])).toBe(true)
  expect(isFarFromKnown(-51, [50, 60])).toBe(true)
  expect(isFarFromKnown(540, [50, 50])).toBe(false)
  expect(isFarFromKnown(551, [50, 50])).toBe(true)
})
