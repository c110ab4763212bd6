/**
 * Arithmetic with twice the digits of a floating-point number (about 32): a value is the unevaluated sum of a
 * high and a low part. Every operation returns the high part and leaves the low part in `tail()`, so that nothing
 * is allocated.
 * Source: Dekker 1971; Knuth, The Art of Computer Programming, volume 2.
 */
let low = 0

const splitter = 134217729

/** Low part of the last result. */
export function tail(): number {
  return low
}

/** (ah + al) + (bh + bl). */
export function add(ah: number, al: number, bh: number, bl: number): number {
  const s = ah + bh
  const v = s - ah
  const error = ah - (s - v) + (bh - v)
  const t = al + bl
  const w = t - al
  const lowError = al - (t - w) + (bl - w)
  let carry = error + t
  const high = s + carry
  carry = carry - (high - s) + lowError
  const result = high + carry
  low = carry - (result - high)
  return result
}

/** (ah + al) × (bh + bl). */
export function times(ah: number, al: number, bh: number, bl: number): number {
  const p = ah * bh
  const at = splitter * ah
  const a1 = at - (at - ah)
  const a2 = ah - a1
  const bt = splitter * bh
  const b1 = bt - (bt - bh)
  const b2 = bh - b1
  const error = a1 * b1 - p + a1 * b2 + a2 * b1 + a2 * b2 + (ah * bl + al * bh)
  const result = p + error
  low = error - (result - p)
  return result
}

/** (ah + al) / (bh + bl). */
export function over(ah: number, al: number, bh: number, bl: number): number {
  const first = ah / bh
  let ph = times(first, 0, bh, bl)
  let rest = add(ah, al, -ph, -low)
  let restLow = low
  const second = rest / bh
  ph = times(second, 0, bh, bl)
  rest = add(rest, restLow, -ph, -low)
  restLow = low
  const third = (rest + restLow) / bh
  const sum = add(first, 0, second, 0)
  const sumLow = low
  return add(sum, sumLow, third, 0)
}

/** √(ah + al) for a value that is not negative. */
export function root(ah: number, al: number): number {
  if (ah <= 0) {
    low = 0
    return 0
  }
  const start = Math.sqrt(ah)
  const square = times(start, 0, start, 0)
  const squareLow = low
  const rest = add(ah, al, -square, -squareLow)
  return add(start, 0, (rest + low) / (2 * start), 0)
}
