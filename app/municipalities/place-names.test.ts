import { describe, expect, test } from 'vitest'
import { allMunicipalities, placeName } from './index.ts'

describe('the name of a municipality in a sentence', () => {
  test.each([
    ['239', ['Keitele', 'Keiteleen', 'Keiteleellä', 'Keiteleeltä', 'Keiteleelle']],
    ['146', ['Ilomantsi', 'Ilomantsin', 'Ilomantsissa', 'Ilomantsista', 'Ilomantsiin']],
    ['837', ['Tampere', 'Tampereen', 'Tampereella', 'Tampereelta', 'Tampereelle']],
    ['698', ['Rovaniemi', 'Rovaniemen', 'Rovaniemellä', 'Rovaniemeltä', 'Rovaniemelle']],
    ['211', ['Kangasala', 'Kangasalan', 'Kangasalla', 'Kangasalta', 'Kangasalle']],
    ['171', ['Joroinen', 'Joroisten', 'Joroisissa', 'Joroisista', 'Joroisiin']],
    ['236', ['Kaustinen', 'Kaustisen', 'Kaustisella', 'Kaustiselta', 'Kaustiselle']],
    [
      '895',
      ['Uusikaupunki', 'Uudenkaupungin', 'Uudessakaupungissa', 'Uudestakaupungista', 'Uuteenkaupunkiin'],
    ],
    ['152', ['Isokyrö', 'Isonkyrön', 'Isossakyrössä', 'Isostakyröstä', 'Isoonkyröön']],
    ['936', ['Virrat', 'Virtain', 'Virroilla', 'Virroilta', 'Virroille']],
    ['284', ['Koski Tl', 'Kosken Tl', 'Koskella Tl', 'Koskelta Tl', 'Koskelle Tl']],
    ['139', ['Ii', 'Iin', 'Iissä', 'Iistä', 'Iihin']],
  ])('is right in Finnish for %s', (code, forms) => {
    expect(
      (['nominative', 'genitive', 'in', 'from', 'to'] as const).map((one) => placeName(code, 'fi', one)),
    ).toEqual(forms)
  })

  test('keeps to one series of cases and to vowel harmony in all 308', () => {
    for (const { code, name, finnishForms } of allMunicipalities()) {
      const tails = /(ss|ll)([aä])( Tl)?$/.exec(finnishForms.in)
      const [series, vowel] = [tails?.[1] === 'll' ? 'l' : 's', tails?.[2] ?? '']
      expect(tails, `${code} ${name.fi}`).not.toBeNull()
      expect(finnishForms.from).toMatch(new RegExp(`${series}t${vowel}( Tl)?$`))
      expect(finnishForms.to).toMatch(series === 'l' ? /lle( Tl)?$/ : /[aeiouyäöå]n$/)
      expect(finnishForms.genitive).toMatch(/n( Tl)?$/)
      expect(finnishForms.in.slice(0, 2)).toBe(name.fi.slice(0, 2))
    }
  })

  test('takes its preposition in Swedish and English', () => {
    expect(placeName('239', 'sv', 'in')).toBe('i Keitele')
    expect(placeName('072', 'sv', 'in')).toBe('på Karlö')
    expect(placeName('853', 'sv', 'from')).toBe('från Åbo')
    expect(placeName('280', 'sv', 'genitive')).toBe('Korsnäs')
    expect(placeName('149', 'en', 'in')).toBe('in Ingå')
    expect(placeName('239', 'en', 'genitive')).toBe('Keitele’s')
  })

  test('does not make up a place', () => {
    expect(() => placeName('999', 'fi')).toThrow('999')
  })
})
