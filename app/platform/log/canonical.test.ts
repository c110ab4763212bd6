import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Canonical, canonicalText, fingerprint } from './canonical.ts'

const values = fc.jsonValue({ maxDepth: 4 }).map((value) => value as Canonical)

/** The same value with the fields of every object in the opposite order. */
function reversed(value: unknown): Canonical {
  if (Array.isArray(value)) return value.map(reversed)
  if (typeof value !== 'object' || value === null) return value as Canonical
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([name, field]) => [name, reversed(field)]),
  )
}

describe('the canonical text', () => {
  test('does not depend on the order in which fields were written', () => {
    fc.assert(fc.property(values, (value) => canonicalText(value) === canonicalText(reversed(value))))
    expect(canonicalText({ b: 1, a: [true, null, 'ä'] })).toBe('{"a":[true,null,"ä"],"b":1}')
  })

  test('reads back as the same value, and writing that again changes nothing', () => {
    fc.assert(
      fc.property(values, (value) => {
        const text = canonicalText(value)
        expect(canonicalText(JSON.parse(text) as Canonical)).toBe(text)
      }),
    )
  })

  test('is different for different values', () => {
    fc.assert(
      fc.property(values, values, (a, b) => {
        const same = JSON.stringify(reversed(reversed(a))) === JSON.stringify(reversed(reversed(b)))
        if (!same && canonicalText(a) === canonicalText(b))
          expect(canonicalText(JSON.parse(JSON.stringify(a).normalize('NFC')) as Canonical)).toBe(
            canonicalText(b),
          )
      }),
    )
    const texts = [0, '0', '', null, false, [], {}, [[]], [null], { a: null }, { a: [] }, 'null'].map(
      canonicalText,
    )
    expect(new Set(texts).size).toBe(texts.length)
  })

  test('is the same however letters are composed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(canonicalText(text.normalize('NFD'))).toBe(canonicalText(text.normalize('NFC')))
      }),
    )
  })

  test('leaves out what is undefined, and lists keep their order', () => {
    expect(canonicalText({ a: undefined, b: 2 })).toBe('{"b":2}')
    expect(canonicalText([2, 1])).not.toBe(canonicalText([1, 2]))
  })

  test('sorts keys by code unit and writes minus zero as zero', () => {
    expect(canonicalText({ ä: 1, Z: 2, a: 3, '10': 4, '9': 5 })).toBe('{"10":4,"9":5,"Z":2,"a":3,"ä":1}')
    expect(canonicalText(-0)).toBe('0')
  })

  test('cannot say what JSON cannot say', () => {
    for (const number of [Number.NaN, Infinity, -Infinity])
      expect(() => canonicalText({ a: [number] })).toThrow('a canonical number must be finite')
  })
})

describe('the fingerprint', () => {
  test('is the SHA-256 of the canonical text', () => {
    // echo -n '{}' | sha256sum
    expect(fingerprint({})).toBe('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a')
  })
})
