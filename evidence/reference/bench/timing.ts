/** Times of one call in milliseconds, and its last result. */
export interface Timed {
  median: number
  fastest: number
  /** Holds the clearing away of memory too, which falls on some calls and not on others. */
  mean: number
  result: unknown
}

/**
 * Three warm-up calls, then calls until 11 calls and half a second have passed, whichever is later (one call is enough
 * when it takes over 5 s). Calls too short for the clock are timed in batches of about a millisecond.
 */
export function timeCalls(call: () => unknown): Timed {
  let result: unknown
  for (let i = 0; i < 3; i++) result = call()
  const once = millisecondsOf(call, 1)
  const batch = Math.max(1, Math.min(1000, Math.floor(1 / Math.max(once, 1e-3))))
  const times: number[] = []
  let total = 0
  while (times.length < 11 || total < 500) {
    const spent = millisecondsOf(call, batch)
    times.push(spent / batch)
    total += spent
    if (spent > 5000) break
  }
  times.sort((a, b) => a - b)
  return {
    median: times[Math.floor(times.length / 2)]!,
    fastest: times[0]!,
    mean: total / (times.length * batch),
    result,
  }
}

function millisecondsOf(call: () => unknown, times: number): number {
  const start = process.hrtime.bigint()
  for (let i = 0; i < times; i++) call()
  return Number(process.hrtime.bigint() - start) / 1e6
}
