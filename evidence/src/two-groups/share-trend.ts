import { type Finding, found, refused, warning } from '../finding.ts'
import { chiSquareUpper } from '../numbers/distributions.ts'

/** Test of a rising or falling trend in shares. */
export interface ShareTrend {
  /** Chi-square with 1 df; undefined when every answer or none is "yes". */
  chiSquare: number | undefined
  p: number | undefined
  /** Weighted slope of the share per step of the groups' order. */
  slope: number
}

/**
 * Do shares rise or fall over ordered groups (scores 1, 2, … in the order given)? Counts as in `shareInterval`;
 * refuses fewer than two groups and lists of different length. Warns `constant-values` when all answers are alike.
 * Source: Cochran 1954; Armitage 1955.
 *
 * @example
 * const smokers = shareTrend([83, 90, 129, 70], [86, 93, 136, 82])
 * smokers.ok && [smokers.value.chiSquare, smokers.value.p] // => [8.2249, 0.004132]
 */
export function shareTrend(events: readonly number[], sizes: readonly number[]): Finding<ShareTrend> {
  if (events.length !== sizes.length || events.length < 2) {
    return refused('not-enough-data', 'At least two groups, each with events and a size, are needed.')
  }
  const sound = events.every((x, i) => x >= 0 && x <= sizes[i]! && sizes[i]! > 0 && sizes[i]! <= 1e15)
  if (!sound)
    return refused('not-enough-data', 'Events must lie between 0 and a positive size in every group.')
  const all = sizes.reduce((sum, n) => sum + n, 0)
  const share = events.reduce((sum, x) => sum + x, 0) / all
  const centre = sizes.reduce((sum, n, i) => sum + n * (i + 1), 0) / all
  let moment = 0
  let spread = 0
  for (let i = 0; i < events.length; i++) {
    const distance = i + 1 - centre
    moment += (events[i]! - sizes[i]! * share) * distance
    spread += sizes[i]! * distance * distance
  }
  const variance = share * (1 - share) * spread
  const slope = moment / spread
  if (!(variance > 0))
    return found({ chiSquare: undefined, p: undefined, slope }, [warning('constant-values')])
  const chiSquare = moment ** 2 / variance
  return found({ chiSquare, p: chiSquareUpper(chiSquare, 1), slope })
}
