import { setImmediate as nextTurn } from 'node:timers/promises'

/** Work in pieces: each `yield` is a place at which others may have their turn. Returns what came of it. */
export type InTurns<Result> = Generator<undefined, Result>

/** Does long work so that the same process answers others in between. Every piece should take some milliseconds at most. */
export async function inTurns<Result>(work: InTurns<Result>): Promise<Result> {
  for (;;) {
    const piece = work.next()
    if (piece.done) return piece.value
    await nextTurn()
  }
}

/** Does the same work without a pause: for what is short, and for tests. */
export function atOnce<Result>(work: InTurns<Result>): Result {
  for (;;) {
    const piece = work.next()
    if (piece.done) return piece.value
  }
}
