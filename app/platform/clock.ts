/** Tells the present moment. Handed to whatever needs it, so that tests and examples decide what day it is. */
export type Clock = () => Date

/** The machine's clock. */
export const systemClock: Clock = () => new Date()

/** A clock for tests: stands still at the given moment until it is moved. */
export function standingClock(start: Date): Clock & { moveTo: (moment: Date) => void } {
  let present = start
  const clock = () => new Date(present)
  return Object.assign(clock, {
    moveTo(moment: Date) {
      present = moment
    },
  })
}
