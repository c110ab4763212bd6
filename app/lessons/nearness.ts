import { type LikenessFigure, likenessFigures, resembling } from '../municipalities/index.ts'

/** How near a municipality is to the chosen one among all others. */
export interface Nearness {
  code: string
  /** 1 is the nearest of all; null where too few key figures are known for both. */
  rank: number | null
  /** The key figures known for both. */
  figures: LikenessFigure[]
}

/** Those of this rank or nearer count as resembling. */
export const alikeUpTo = 30

/** These municipalities by nearness to the chosen one, the nearest first, those that cannot be compared last. The chosen one is left out. */
export function byNearness(chosen: string, codes: readonly string[]): Nearness[] {
  const all = resembling(chosen, 400)
  const places = new Map(
    all.map((one, index) => [one.municipality.code, { rank: index + 1, figures: one.figures }]),
  )
  return [...new Set(codes)]
    .filter((code) => code !== chosen)
    .map((code) => ({ code, rank: places.get(code)?.rank ?? null, figures: places.get(code)?.figures ?? [] }))
    .toSorted((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || (a.code < b.code ? -1 : 1))
}

/** The key figures known for all of these. */
export function figuresOfAll(near: readonly Nearness[]): LikenessFigure[] {
  return likenessFigures.filter((figure) => near.every((one) => one.figures.includes(figure)))
}
