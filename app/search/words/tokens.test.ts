import { expect, test } from 'vitest'
import { tokensOf } from './tokens.ts'

const forms = (text: string) => tokensOf(text).map((token) => token.form)

test('words are lower case; hyphens, dashes and signs separate them', () => {
  expect(forms('Orimattilan omat 65+-kirjastopalvelut')).toEqual([
    'orimattilan',
    'omat',
    '65',
    'kirjastopalvelut',
  ])
  expect(forms('elämys-, oppimis- ja asiointikeskus')).toEqual(['elämys', 'oppimis', 'ja', 'asiointikeskus'])
  expect(forms('#hankasalmiliikkuu – ÅÄÖ!')).toEqual(['hankasalmiliikkuu', 'åäö'])
})

test('a letter written in two pieces is the same letter', () => {
  expect(forms('pa\u0308iva\u0308koti')).toEqual(['päiväkoti'])
})

test('a token knows where it stands in the text as written', () => {
  const text = 'Maksu’ton Kirjasto'
  expect(tokensOf(text).map(({ start, end }) => text.slice(start, end))).toEqual(['Maksu’ton', 'Kirjasto'])
  expect(forms(text)).toEqual(['maksuton', 'kirjasto'])
})

test('nothing to read gives no words', () => {
  expect(forms(' \u0000 …!?😀')).toEqual([])
  expect(forms('a'.repeat(200))).toEqual([])
})
