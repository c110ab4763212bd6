import { describe, expect, test } from 'vitest'
import { looksLikeReading, understandAnswer } from './understand-answer.ts'

const kilos = { kind: 'number', unit: 'kg' } as const
const faces = { kind: 'faces', unit: '' } as const
const scale = { kind: 'scale', unit: '' } as const
const reading = (value: number, rest = '') => ({
  kind: 'readings',
  readings: [{ unit: null, value }],
  rest,
})

describe('an answer about a number', () => {
  test.each([
    ['3,5', 3.5],
    ['3.5', 3.5],
    ['3,5 kg', 3.5],
    ['3,5kg', 3.5],
    ['3,5 KG.', 3.5],
    ['12.', 12],
    ['1 234', 1234],
    ['1 234,5 kg', 1234.5],
    ['−2', -2],
    ['0', 0],
  ])('%s is %d', (text, value) => {
    expect(understandAnswer(text, kilos, [])).toEqual(reading(value))
  })

  test('has what follows as a note', () => {
    expect(understandAnswer('\n3,5\nPuolet luokista retkellä.\n', kilos, [])).toEqual(
      reading(3.5, 'Puolet luokista retkellä.'),
    )
  })

  test.each([
    ['noin 12', 'number'],
    ['~12', 'number'],
    ['3,5 tai 4', 'number'],
    ['12 13', 'number'],
    ['1,234,567', 'number'],
    ['3 lasta oli poissa', 'number'],
    ['16.3. kalaa', 'number'],
    ['3500 g', 'other-unit'],
    ['12 annosta', 'other-unit'],
  ])('%s is asked about, not guessed', (text, why) => {
    expect(understandAnswer(text, kilos, [])).toEqual({ kind: 'unclear', why, text })
  })

  test('in words is a line for the diary', () => {
    const text = 'Tänään kokeiltiin pienempiä lautasia, 3 jäi kesken.'
    expect(understandAnswer(text, kilos, [])).toEqual({ kind: 'text', text })
    expect(understandAnswer(' \n\n', kilos, [])).toEqual({ kind: 'empty' })
  })
})

describe('an answer about faces', () => {
  test.each([
    ['hyvin', 3],
    ['Hyvin!', 3],
    ['Siltä väliltä.', 2],
    ['huonosti', 1],
    ['mitt emellan', 2],
    ['dåligt', 1],
    ['🙂', 3],
    ['☹️', 1],
    [':)', 3],
    ['2', 2],
  ])('%s is %d', (text, value) => {
    expect(understandAnswer(text, faces, [])).toEqual(reading(value))
  })

  test('may go on after a mark', () => {
    expect(understandAnswer('Hyvin, kaikki söivät', faces, [])).toEqual(reading(3, 'kaikki söivät'))
  })

  test.each(['hyvin meni', '4', '3,5', '2 tai 3'])('%s is asked about', (text) => {
    expect(understandAnswer(text, faces, [])).toEqual({ kind: 'unclear', why: 'face', text })
  })
})

test('an answer on a scale is a whole number from 1 to 5', () => {
  expect(understandAnswer('4', scale, [])).toEqual(reading(4))
  for (const text of ['6', '0', '3,5'])
    expect(understandAnswer(text, scale, [])).toMatchObject({ kind: 'unclear', why: 'scale' })
})

describe('an answer about several places', () => {
  const places = ['Koulu', 'Koulu 2', 'Kirjasto']
  test('names each place with its number', () => {
    expect(understandAnswer('Koulu 2: 3,5\nkirjasto 12 kg\n4 Koulu\n\nSadepäivä.', kilos, places)).toEqual({
      kind: 'readings',
      readings: [
        { unit: 'Koulu 2', value: 3.5 },
        { unit: 'Kirjasto', value: 12 },
        { unit: 'Koulu', value: 4 },
      ],
      rest: 'Sadepäivä.',
    })
  })

  test.each([
    ['3,5', 'place'],
    ['Kirjasto 3\nTori 4', 'place'],
    ['Kirjasto 3\nKirjasto 4', 'place-twice'],
    ['Kirjasto noin 3', 'number'],
  ])('%s is asked about', (text, why) => {
    expect(understandAnswer(text, kilos, places)).toMatchObject({ kind: 'unclear', why })
  })

  test('in words is a line for the diary', () => {
    expect(understandAnswer('Kirjasto oli kiinni.', kilos, places)).toMatchObject({ kind: 'text' })
  })
})

test('what begins like a reading is known before it is known of which measure', () => {
  expect(['3,5', '3,5 kg', 'hyvin', '🙂', 'noin 4'].filter(looksLikeReading)).toHaveLength(5)
  expect(['Sade yllätti.', '', 'Kolme poissa'].filter(looksLikeReading)).toEqual([])
})
