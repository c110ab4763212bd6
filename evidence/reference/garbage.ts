import fc from 'fast-check'

/** A fraction without the sizes below 1e-9 that no measurement has and that generators like best. */
const fraction = (min: number, max: number): fc.Arbitrary<number> =>
  fc.double({ min, max, noNaN: true }).map((value) => (Math.abs(value) < 1e-9 ? 0 : value))

/** Numbers that break careless code: missing, infinite, huge, tiny, negative, whole, halves. */
export const wildNumber = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -3, max: 40 }) },
  { weight: 4, arbitrary: fraction(-100, 100) },
  { weight: 2, arbitrary: fraction(0, 1) },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      NaN,
      Infinity,
      -Infinity,
      0,
      -0,
      1,
      0.5,
      1e15,
      -1e15,
      1e-12,
      1e300,
      -1e300,
      1e-9,
      1e8,
      1e-150,
      -1e-160,
      1e-200,
      1e-300,
      1e-308,
      -5e-324,
    ),
  },
)
/** Sizes whose squares or products are 0 for a computer, though they themselves are not. */
const tinyNumber = fc
  .tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -308, max: -150 }))
  .map(([digit, power]) => digit * 10 ** power)
const tameNumber = fc.oneof(fc.integer({ min: 0, max: 12 }), fraction(-50, 50))
const missing = fc.constant(null)
export const wildValue = fc.oneof({ weight: 9, arbitrary: wildNumber }, { weight: 1, arbitrary: missing })

/** Lists of values: empty to long, wild, tame, all equal, whole, huge. */
export function listOf(value: fc.Arbitrary<number>, most = 30): fc.Arbitrary<number[]> {
  return fc.oneof(
    fc.array(value, { maxLength: 4 }),
    fc.array(value, { maxLength: most }),
    fc.array(tameNumber, { minLength: 3, maxLength: most }),
    fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 3, maxLength: most }),
    fc
      .tuple(value, fc.integer({ min: 1, max: most }))
      .map(([same, n]) => Array.from({ length: n }, () => same)),
    fc.array(fc.constantFrom(1e15, 1e15 + 2, 1e15 - 4), { minLength: 2, maxLength: most }),
    fc.array(tinyNumber, { minLength: 2, maxLength: most }),
    fc
      .tuple(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 2, maxLength: most }), tinyNumber)
      .map(([digits, unit]) => digits.map((digit) => digit * unit)),
  )
}

export const wildList = listOf(wildNumber)
export const gappyList: fc.Arbitrary<(number | null)[]> = fc.oneof(
  wildList,
  fc.array(wildValue, { maxLength: 30 }),
  fc.array(fc.oneof(tameNumber, missing), { minLength: 4, maxLength: 40 }),
)
export const countList = listOf(fc.oneof(fc.integer({ min: 0, max: 60 }), wildNumber))
export const shareNumber = fc.oneof(fraction(0, 1), wildNumber)
export const level = fc.oneof(fc.constantFrom(0.9, 0.95), fc.constant(undefined), wildNumber)
export const label = fc.constantFrom('a', 'b', 'c', 'd')
export const gappyLabel = fc.oneof({ weight: 8, arbitrary: label }, { weight: 1, arbitrary: missing })
export const flag = fc.boolean()

/** Several lists side by side, mostly of one length. */
export function sideBySide<A, B>(first: fc.Arbitrary<A>, second: fc.Arbitrary<B>): fc.Arbitrary<[A[], B[]]> {
  const rows = (minLength: number, maxLength: number): fc.Arbitrary<[A[], B[]]> =>
    fc
      .array(fc.tuple(first, second), { minLength, maxLength })
      .map((pairs) => [pairs.map((pair) => pair[0]), pairs.map((pair) => pair[1])])
  return fc.oneof(
    rows(0, 5),
    rows(3, 25),
    fc.tuple(fc.array(first, { maxLength: 6 }), fc.array(second, { maxLength: 6 })),
  )
}

/** Rows of numbers, sometimes ragged. */
export const wildMatrix = fc.oneof(
  fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 5 })).chain(([rows, columns]) =>
    fc.array(fc.array(wildNumber, { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  ),
  fc.integer({ min: 1, max: 5 }).chain((columns) =>
    fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: columns, maxLength: columns }), {
      minLength: 2,
      maxLength: 10,
    }),
  ),
  fc.array(fc.array(wildNumber, { maxLength: 4 }), { maxLength: 4 }),
)

export const zeroOneMatrix = fc.integer({ min: 1, max: 5 }).chain((columns) =>
  fc.array(
    fc.array(fc.constantFrom<number | boolean>(0, 1, true, false), {
      minLength: columns,
      maxLength: columns,
    }),
    {
      maxLength: 6,
    },
  ),
)

export const twoByTwo = fc.tuple(
  fc.tuple(fc.oneof(fc.nat(20), wildNumber), fc.oneof(fc.nat(20), wildNumber)),
  fc.tuple(fc.oneof(fc.nat(20), wildNumber), fc.oneof(fc.nat(20), wildNumber)),
)

const codes = /^[a-z][a-z-]+$/

/** Whether a result is a well-formed finding or refusal. */
export function isFinding(result: unknown): boolean {
  if (typeof result !== 'object' || result === null) return false
  const { ok, warnings, refusal } = result as { ok?: unknown; warnings?: unknown; refusal?: unknown }
  if (typeof ok !== 'boolean' || !Array.isArray(warnings)) return false
  if (!warnings.every((own: { code?: unknown }) => typeof own.code === 'string' && codes.test(own.code)))
    return false
  if (ok) return 'value' in result
  const { code, why } = (refusal ?? {}) as { code?: unknown; why?: unknown }
  return typeof code === 'string' && codes.test(code) && typeof why === 'string' && why.length > 5
}

/** Path of the first NaN in a result; null when there is none. */
export function findNaN(value: unknown, path = 'result'): string | null {
  if (typeof value === 'number') return Number.isNaN(value) ? path : null
  if (typeof value !== 'object' || value === null) return null
  if (ArrayBuffer.isView(value)) {
    const place = Array.from(value as Float64Array).findIndex((part) => Number.isNaN(part))
    return place < 0 ? null : `${path}[${place}]`
  }
  for (const [key, part] of Object.entries(value)) {
    const found = findNaN(part, `${path}.${key}`)
    if (found !== null) return found
  }
  return null
}
