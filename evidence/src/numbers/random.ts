/** A seeded source of random numbers: the same seed gives the same draws on every machine. */
export interface Random {
  /** A number in 0 ≤ x < 1 with 53 random bits. */
  next(): number
  /** An integer in 0..n−1, every one equally likely; n from 1 to 2³². */
  integer(n: number): number
  /** A standard normal draw. */
  normal(): number
  /** Shuffles the array in place and returns it. */
  shuffle<T extends { length: number; [index: number]: unknown }>(array: T): T
}

/**
 * Seeded generator xoshiro128** (Blackman and Vigna 2021), its state filled from the seed by splitmix32.
 * Any finite number is a seed; numbers that differ in their low 53 bits give different sequences.
 *
 * @example
 * createRandom(7).integer(6) === createRandom(7).integer(6) // => true
 */
export function createRandom(seed: number): Random {
  const whole = Math.trunc(Number.isFinite(seed) ? seed : 0)
  let mix = (whole ^ Math.imul(Math.floor(whole / 4294967296), 0x9e3779b1)) >>> 0
  const splitmix = (): number => {
    mix = (mix + 0x9e3779b9) >>> 0
    let z = mix
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad)
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97)
    return z ^ (z >>> 15)
  }
  let a = splitmix()
  let b = splitmix()
  let c = splitmix()
  let d = splitmix() | 1

  const bits = (): number => {
    const scrambled = Math.imul(b, 5)
    const result = Math.imul((scrambled << 7) | (scrambled >>> 25), 9)
    const shifted = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = (d << 11) | (d >>> 21)
    return result >>> 0
  }

  const next = (): number => ((bits() >>> 5) * 67108864 + (bits() >>> 6)) / 9007199254740992

  const integer = (n: number): number => {
    if (n <= 2097152) {
      // Lemire 2019: the top half of a product, drawn again in the rare case that would favour some values.
      for (;;) {
        const product = bits() * n
        const top = Math.floor(product / 4294967296)
        const rest = product - top * 4294967296
        if (rest >= n || rest >= 4294967296 % n) return top
      }
    }
    // Numbers from the incomplete last block are drawn again, so that no value is favoured.
    const limit = 4294967296 - (4294967296 % n)
    let value = bits()
    while (value >= limit) value = bits()
    return value % n
  }

  let spare: number | null = null
  const normal = (): number => {
    if (spare !== null) {
      const ready = spare
      spare = null
      return ready
    }
    for (;;) {
      const u = 2 * next() - 1
      const v = 2 * next() - 1
      const square = u * u + v * v
      if (square > 0 && square < 1) {
        const factor = Math.sqrt((-2 * Math.log(square)) / square)
        spare = v * factor
        return u * factor
      }
    }
  }

  const shuffle = <T extends { length: number; [index: number]: unknown }>(array: T): T => {
    for (let i = array.length - 1; i > 0; i--) {
      const j = integer(i + 1)
      const held = array[i]
      array[i] = array[j]
      array[j] = held
    }
    return array
  }

  return { next, integer, normal, shuffle }
}
