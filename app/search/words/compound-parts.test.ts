import { expect, test } from 'vitest'
import type { Lang } from '../../platform/language.ts'
import { compoundTest } from './compound-parts.ts'
import { createWordForms } from './word-forms.ts'

const { analyse } = createWordForms(undefined)
const isIn = (lemma: string, form: string, language: Lang = 'fi') =>
  compoundTest(lemma, language, (one) => analyse(one, language).lemmas[0] ?? one)(form)

test.each([
  ['mopo', 'mopomiitti'],
  ['banaani', 'hävikkibanaaneista'],
  ['kirjasto', 'seniorikirjastossa'],
  ['kunta', 'kunnankirjasto'],
  ['kunta', 'naapurikunnat'],
  ['ihminen', 'ihmissuhteet'],
  ['työ', 'nuorisotyöstä'],
  ['koti', 'päiväkodissa'],
])('%s is a part of %s', (lemma, form) => {
  expect(isIn(lemma, form)).toBe(true)
})

test.each([
  ['tila', 'tilaisuudet'],
  ['koti', 'kotimainen'],
  ['tori', 'traktori'],
  ['ori', 'seniori'],
  ['talo', 'talouden'],
  ['kirjasto', 'kirjastoissa'],
])('%s is no part of %s', (lemma, form) => {
  expect(isIn(lemma, form)).toBe(false)
})

test('Swedish compounds may have a letter between their parts; English words are never taken apart', () => {
  expect(isIn('bibliotek', 'biblioteksbilen', 'sv')).toBe(true)
  expect(isIn('lunch', 'skollunchen', 'sv')).toBe(true)
  expect(isIn('bibliotek', 'biblioteken', 'sv')).toBe(false)
  expect(isIn('book', 'bookmobile', 'en')).toBe(false)
})
