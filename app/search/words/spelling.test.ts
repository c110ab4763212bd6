import { describe, expect, test } from 'vitest'
import { folded, lettersApart, misspellingDistance } from './spelling.ts'

test('letters lose their dots and rings', () => {
  expect(folded('päiväköti åäö')).toBe('paivakoti aao')
})

describe('letters apart', () => {
  test.each([
    ['kirjasto', 'kirjasto', 0],
    ['kirjsto', 'kirjasto', 1],
    ['kirjatso', 'kirjasto', 1],
    ['kirjasdto', 'kirjasto', 1],
    ['kerjasto', 'kirjasto', 1],
    ['krijatso', 'kirjasto', 2],
  ])('%s and %s: %i', (one, other, distance) => {
    expect(lettersApart(one, other, 3)).toBe(distance)
    expect(lettersApart(other, one, 3)).toBe(distance)
  })

  test('gives up above the limit', () => {
    expect(lettersApart('kirjasto', 'koulu', 2)).toBe(3)
    expect(lettersApart('aaaaaa', 'bbbbbb', 2)).toBe(3)
  })
})

describe('a misspelling', () => {
  test('may lack its dots however short it is', () => {
    expect(misspellingDistance('koyha', 'köyhä')).toBe(0)
    expect(misspellingDistance('tyo', 'työ')).toBe(0)
  })
  test('has one wrong letter, two when it is long', () => {
    expect(misspellingDistance('luoto', 'luotto')).toBe(1)
    expect(misspellingDistance('kirjatsoo', 'kirjasto')).toBe(2)
    expect(misspellingDistance('kirja', 'kirppu')).toBeUndefined()
  })
  test('is never a short word or one with another first letter', () => {
    expect(misspellingDistance('koti', 'kota')).toBeUndefined()
    expect(misspellingDistance('hirjasto', 'kirjasto')).toBeUndefined()
  })
})
