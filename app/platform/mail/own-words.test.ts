import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ownWords } from './own-words.ts'

const quoted = '> Hei Kaisa\n>\n> Lupasit kirjata tämän.\n> > https://kokeilut.example/fi/vastaa'

describe('somebody’s own words in a reply', () => {
  test.each([
    [
      'Gmail, Finnish',
      `3,5\n\nma 16. maalisk. 2026 klo 7.00 Uskalla (uskalla@kokeilut.example) kirjoitti:\n\n${quoted}`,
    ],
    [
      'Gmail, Swedish',
      `3,5\n\nDen mån 16 mars 2026 kl 07:00 skrev Uskalla <uskalla@kokeilut.example>:\n\n${quoted}`,
    ],
    [
      'Gmail, English',
      `3,5\n\nOn Mon, 16 Mar 2026 at 07:00, Uskalla <uskalla@kokeilut.example> wrote:\n\n${quoted}`,
    ],
    [
      'Gmail, heading over two lines',
      `3,5\n\nOn Mon, 16 Mar 2026 at 07:00, Uskalla with a long name\n<uskalla@kokeilut.example> wrote:\n\n${quoted}`,
    ],
    [
      'Apple Mail, Finnish',
      `3,5\n\n> Uskalla <uskalla@kokeilut.example> kirjoitti 16.3.2026 kello 7.00:\n> \n${quoted}`,
    ],
    [
      'Apple Mail, Swedish',
      `3,5\n\n16 mars 2026 kl. 07:00 skrev Uskalla <uskalla@kokeilut.example>:\n\n${quoted}`,
    ],
    ['Thunderbird, Finnish', `3,5\n\nUskalla kirjoitti 16.3.2026 klo 7.00:\n${quoted}`],
    ['Thunderbird, Swedish', `3,5\n\nDen 2026-03-16 kl. 07:00, skrev Uskalla:\n${quoted}`],
    [
      'Outlook, Finnish',
      '3,5\n\nLähettäjä: Uskalla <uskalla@kokeilut.example>\nLähetetty: maanantai 16. maaliskuuta 2026 7.00\nVastaanottaja: Kaisa\nAihe: Viikon kirjaus\n\nHei Kaisa',
    ],
    [
      'Outlook, older, Finnish',
      '3,5\n\n-----Alkuperäinen viesti-----\nLähettäjä: Uskalla\nLähetetty: 16. maaliskuuta 2026 7.00\n\nHei Kaisa',
    ],
    [
      'Outlook, Swedish',
      '3,5\n\n________________________________\nFrån: Uskalla <uskalla@kokeilut.example>\nSkickat: den 16 mars 2026 07:00\nTill: Kaisa\nÄmne: Veckans anteckning\n\nHej',
    ],
    [
      'Outlook, English',
      '3,5\n\nFrom: Uskalla <uskalla@kokeilut.example>\nSent: Monday, 16 March 2026 07:00\nTo: Kaisa\nSubject: To log\n\nHello',
    ],
    ['a phone', '3,5\n\nLähetetty iPhonesta\n\n> Uskalla kirjoitti 16.3.2026:\n> Hei'],
    ['a signature', '3,5\n-- \nKaisa Kokeilija\nKeiteleen kunta'],
    ['an answer under the quotation', `Uskalla kirjoitti 16.3.2026 klo 7.00:\n${quoted}\n\n3,5\n`],
    ['odd blanks and marks', '\ufeff\u200b 3,5\u00a0 \r\n\r\n> Hei'],
  ])('%s', (_, letter) => {
    expect(ownWords(letter)).toBe('3,5')
  })

  test('keep what only looks like a heading', () => {
    const text = 'Opettaja kirjoitti:\nruokaa jäi vähemmän.\n\nFrom: lauantaista alkaen kokeillaan taas.'
    expect(ownWords(text)).toBe(text)
  })

  test('are nothing when all is quoted', () => {
    expect(ownWords(`Uskalla kirjoitti 16.3.2026 klo 7.00:\n${quoted}\n`)).toBe('')
  })

  test('never hold signs that no text may hold, whatever arrives', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const own = ownWords(text)
        expect(own.isWellFormed()).toBe(true)
        expect([...own].filter((sign) => sign !== '\n' && /\p{Cc}/u.test(sign))).toEqual([])
      }),
      { seed: 20260316 },
    )
  })
})
