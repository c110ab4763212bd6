import { expect, test } from 'vitest'
import { createWordForms } from './word-forms.ts'

test('word forms with a dictionary and without are told apart by their version', () => {
  const bare = createWordForms(undefined)
  expect(bare.dictionary).toBe(false)
  const other = createWordForms({ version: '4.3.1', readings: () => [] })
  expect(other.version).not.toBe(bare.version)
})

test.each([
  'kommun kommunen kommuner kommunernas',
  'bibliotek biblioteket biblioteken bibliotekets',
  'skola skolan skolor',
  'möte mötet möten',
  'arbete arbetet arbeten',
  'ansvar ansvaret',
  'svinn svinnet',
])('Swedish forms meet in one stem: %s', (forms) => {
  const { analyse } = createWordForms(undefined)
  expect(new Set(forms.split(' ').map((form) => analyse(form, 'sv').lemmas[0])).size).toBe(1)
})

test('English forms meet in one stem', () => {
  const { analyse } = createWordForms(undefined)
  expect(analyse('libraries', 'en').lemmas).toEqual(analyse('library', 'en').lemmas)
})
