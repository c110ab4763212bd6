import jsqr from 'jsqr'

/** Reads a code from pixels, four bytes each, as the camera of a phone does; null when there is none. */
export const readCode: (pixels: Uint8ClampedArray, width: number, height: number) => { data: string } | null =
  'default' in jsqr ? jsqr.default : jsqr

/** Dark modules of a path as pixels, eight to a module. */
export function pixelsOf({ path, size }: { path: string; size: number }) {
  const scale = 8
  const wide = size * scale
  const pixels = new Uint8ClampedArray(wide * wide * 4).fill(255)
  for (const [, x, y] of path.matchAll(/M(\d+) (\d+)h1v1h-1z/g))
    for (let dy = 0; dy < scale; dy++)
      for (let dx = 0; dx < scale; dx++)
        pixels.fill(
          0,
          ((Number(y) * scale + dy) * wide + Number(x) * scale + dx) * 4,
          ((Number(y) * scale + dy) * wide + Number(x) * scale + dx) * 4 + 3,
        )
  return { pixels, wide }
}
