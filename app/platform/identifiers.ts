import { randomBytes } from 'node:crypto'
import { systemClock, type Clock } from './clock.ts'

/** Makes the id of a new record. Handed to whatever makes records, so that tests know the ids beforehand. */
export type NewId = () => string

/**
 * Ids that sort by the time they were made: UUID version 7 (RFC 9562, section 5.7) with a counter in its first twelve
 * random bits (section 6.2, method 1), so that ids of the same millisecond keep their order and no clock turned back
 * makes one twice.
 */
export function orderedIds(
  clock: Clock = systemClock,
  random: (size: number) => Uint8Array = randomBytes,
): NewId {
  let milliseconds = -1
  let counter = 0
  return () => {
    const present = clock().getTime()
    const bytes = random(10)
    if (present > milliseconds) {
      milliseconds = present
      // Starts in the lower half, so that at least two thousand ids fit into the same millisecond.
      counter = (((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0)) & 0x7ff
    } else if (counter < 0xfff) {
      counter++
    } else {
      milliseconds++
      counter = 0
    }
    const time = milliseconds.toString(16).padStart(12, '0')
    const variant = (((bytes[2] ?? 0) & 0x3f) | 0x80).toString(16)
    const rest = Buffer.from(bytes.subarray(3, 10)).toString('hex')
    return [
      time.slice(0, 8),
      time.slice(8),
      `7${counter.toString(16).padStart(3, '0')}`,
      `${variant}${rest.slice(0, 2)}`,
      rest.slice(2),
    ].join('-')
  }
}

/** Ids for tests and examples: the same ones in the same order every time, from 1 upwards. */
export function countedIds(series = 0): NewId {
  let count = 0
  return () => {
    count++
    return `00000000-0000-7000-8000-${series.toString(16).padStart(4, '0')}${count.toString(16).padStart(8, '0')}`
  }
}
