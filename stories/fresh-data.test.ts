import { expect, test } from 'vitest'
import { pauseForMidnight } from './fresh-data.ts'

test('stories wait for midnight in Finland to be over when it is near, in winter and in summer', () => {
  expect(pauseForMidnight(new Date('2026-11-24T21:50:00Z'))).toBe(605_000)
  expect(pauseForMidnight(new Date('2026-07-01T20:59:00Z'))).toBe(65_000)
  for (const far of ['2026-11-24T21:20:00Z', '2026-11-24T22:00:01Z', '2026-07-01T21:50:00Z'])
    expect(pauseForMidnight(new Date(far)), far).toBe(0)
})
