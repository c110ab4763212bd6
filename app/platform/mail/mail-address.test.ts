import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalMailAddress } from './mail-address.ts'

describe('an e-mail address', () => {
  test.each([
    ['kaisa@keitele.fi', 'kaisa@keitele.fi'],
    ['  Kaisa.Kokeilija@Keitele.FI ', 'kaisa.kokeilija@keitele.fi'],
    ['kaisa+kokeilu@keitele.fi', 'kaisa+kokeilu@keitele.fi'],
    ['ｋaisa＠keitele．fi', 'kaisa@keitele.fi'],
    ['\u212Aaisa@keitele.fi', 'kaisa@keitele.fi'],
    ['jäsen@yhdistys.fi', 'jäsen@yhdistys.fi'],
    ['posti@äänekoski.fi', 'posti@xn--nekoski-4waa.fi'],
    ['posti@xn--nekoski-4waa.fi', 'posti@xn--nekoski-4waa.fi'],
    ['a@a.b.museum', 'a@a.b.museum'],
  ])('%j is kept as %j', (typed, kept) => {
    expect(canonicalMailAddress(typed)).toBe(kept)
  })

  test.each([
    ['Cyrillic in the domain', 'kaisa@k\u0435itele.fi'],
    ['Cyrillic in the name', 'k\u0430isa@keitele.fi'],
    ['Greek in the domain', 'kaisa@kunt\u03b1.fi'],
    ['a dotless i', 'kaisa@ke\u0131tele.fi'],
    ['the ASCII form of Cyrillic', 'kaisa@xn--kitele-4of.fi'],
    ['an invisible letter', 'kai\u3164sa@keitele.fi'],
  ])('abuse-45: %s is a look-alike', (_, typed) => {
    expect(['look-alike', undefined]).toContain(canonicalMailAddress(typed))
  })

  test.each([
    '',
    'kaisa',
    '@keitele.fi',
    'kaisa@',
    'kaisa@keitele',
    'kaisa@keitele..fi',
    'kaisa@-keitele.fi',
    'kaisa@127.0.0.1',
    'kaisa@[127.0.0.1]',
    'kaisa@keitele.fi@muu.invalid',
    'kaisa@keitele.fi\r\nBcc: kaikki@muu.invalid',
    'kaisa@keitele.fi, leena@keitele.fi',
    '"Kaisa" <kaisa@keitele.fi>',
    `${'a'.repeat(65)}@keitele.fi`,
    `kaisa@${'a'.repeat(250)}.fi`,
  ])('%j is none', (typed) => {
    expect(canonicalMailAddress(typed)).toBeUndefined()
  })

  test('in its kept form stays as it is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.emailAddress(), fc.string({ unit: 'binary' })), (typed) => {
        const kept = canonicalMailAddress(typed)
        return kept === undefined || kept === 'look-alike' || canonicalMailAddress(kept) === kept
      }),
    )
  })
})
