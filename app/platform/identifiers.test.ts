import { describe, expect, test } from 'vitest'
import { standingClock } from './clock.ts'
import { countedIds, orderedIds } from './identifiers.ts'

const uuid7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

describe('ids of records', () => {
  test('the example of RFC 9562, appendix A.6, with the same time and random bits', () => {
    const bits = Uint8Array.from([0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f])
    const newId = orderedIds(standingClock(new Date('2022-02-22T19:22:22Z')), () => bits)
    expect(newId()).toBe('017f22e2-79b0-74c3-98c4-dc0c0c07398f')
  })

  test('sort in the order they were made, within a millisecond and when the clock is turned back', () => {
    const clock = standingClock(new Date('2026-03-02T08:00:00Z'))
    const newId = orderedIds(clock)
    const ids = Array.from({ length: 5000 }, newId)
    clock.moveTo(new Date('2026-03-01T08:00:00Z'))
    ids.push(newId())
    clock.moveTo(new Date('2026-03-03T08:00:00Z'))
    ids.push(newId())
    expect(ids).toEqual([...ids].sort())
    expect(new Set(ids).size).toBe(ids.length)
    for (const id of ids) expect(id).toMatch(uuid7)
  })

  test('counted ids are the same in every run and differ between series', () => {
    expect([countedIds(), countedIds()].map((newId) => newId())).toEqual(
      Array(2).fill('00000000-0000-7000-8000-000000000001'),
    )
    expect(countedIds(1)()).not.toBe(countedIds(2)())
    expect(countedIds(1)()).toMatch(uuid7)
  })
})
