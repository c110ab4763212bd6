/** Why a point is marked. */
export type SpecialCause =
  | 'none'
  | 'above-limit'
  | 'below-limit'
  | 'trend-up'
  | 'trend-down'
  | 'two-of-three-above'
  | 'two-of-three-below'
  | 'seven-above'
  | 'seven-below'

const runLength = 7

/** Marks of one phase: side of the mean, place between the limits and the special causes. */
export interface PhaseMarks {
  /** −1, 0 or 1; 0 also for a missing value. */
  sides: Int8Array
  outside: Uint8Array
  near: Uint8Array
  causes: SpecialCause[]
}

/**
 * The rules of Making Data Count on the values of one phase. NaN values belong to no run; limits may be NaN (no
 * limits). A point outside a limit is labelled so first, then trend, then two of three, then seven on one side.
 * Source: NHS England, Making Data Count.
 */
export function markPhase(values: Float64Array, mean: number, lower: number, upper: number): PhaseMarks {
  const n = values.length
  const sides = new Int8Array(n)
  const outside = new Uint8Array(n)
  const near = new Uint8Array(n)
  const nearUpper = mean + (2 / 3) * (upper - mean)
  const nearLower = mean - (2 / 3) * (mean - lower)
  for (let i = 0; i < n; i++) {
    const value = values[i]!
    sides[i] = value > mean ? 1 : value < mean ? -1 : 0
    if (value > upper || value < lower) outside[i] = 1
    else if (value > nearUpper || value < nearLower) near[i] = 1
  }
  const trend = trends(values)
  const oneSide = runsOnOneSide(sides)
  const pair = twoOfThree(sides, near)
  const causes: SpecialCause[] = []
  for (let i = 0; i < n; i++) {
    const above = sides[i]! > 0
    if (outside[i] === 1) causes.push(above ? 'above-limit' : 'below-limit')
    else if (trend[i] !== 0) causes.push(trend[i]! > 0 ? 'trend-up' : 'trend-down')
    else if (pair[i] === 1) causes.push(above ? 'two-of-three-above' : 'two-of-three-below')
    else if (oneSide[i] === 1) causes.push(above ? 'seven-above' : 'seven-below')
    else causes.push('none')
  }
  return { sides, outside, near, causes }
}

/** 1 or −1 for the points of seven or more that each lie beyond the one before. */
function trends(values: Float64Array): Int8Array {
  const marks = new Int8Array(values.length)
  let steps = 0
  for (let i = 1; i < values.length; i++) {
    const change = values[i]! - values[i - 1]!
    if (change > 0) steps = steps > 0 ? steps + 1 : 1
    else if (change < 0) steps = steps < 0 ? steps - 1 : -1
    else steps = 0
    if (Math.abs(steps) >= runLength - 1) marks.fill(Math.sign(steps), i - (runLength - 1), i + 1)
  }
  return marks
}

function runsOnOneSide(sides: Int8Array): Uint8Array {
  const marks = new Uint8Array(sides.length)
  let length = 0
  for (let i = 0; i < sides.length; i++) {
    if (sides[i] === 0) length = 0
    else length = i > 0 && sides[i] === sides[i - 1] ? length + 1 : 1
    if (length >= runLength) marks.fill(1, i - (runLength - 1), i + 1)
  }
  return marks
}

/** Points near a limit in any three successive points that lie on one side with two or more of them near. */
function twoOfThree(sides: Int8Array, near: Uint8Array): Uint8Array {
  const marks = new Uint8Array(sides.length)
  for (let i = 2; i < sides.length; i++) {
    const sameSide = sides[i] !== 0 && sides[i] === sides[i - 1] && sides[i] === sides[i - 2]
    if (!sameSide || near[i]! + near[i - 1]! + near[i - 2]! < 2) continue
    for (let k = i - 2; k <= i; k++) if (near[k] === 1) marks[k] = 1
  }
  return marks
}
