import { type Finding, type Refused, found, refused } from '../finding.ts'
import { betaQuantile, normalQuantile } from '../numbers/distributions.ts'

/** Lower and upper limit. */
export type Limits = [low: number, high: number]

/** Intervals for one share. */
export interface ShareInterval {
  /** Events divided by size, 0–1. */
  share: number
  /** Score interval of Wilson 1927, always within 0–1; the one to show. */
  wilson: Limits
  /** Exact interval of Clopper and Pearson 1934; never too short, often too long. */
  clopperPearson: Limits
  /** Interval of Agresti and Coull 1998, not cut at 0 and 1. */
  agrestiCoull: Limits
  /** Equal-tailed interval under the Beta(½, ½) prior of Jeffreys, not moved to 0 or 1 at the ends. */
  jeffreys: Limits
}

/** Refusal of counts that cannot be events out of a size, or of a level outside 0–1. */
export function checkShare(events: number, size: number, level: number): Refused | null {
  if (!(level > 0 && level < 1)) return refused('not-enough-data', 'The level must lie between 0 and 1.')
  if (!(size > 0) || !(events >= 0) || !(events <= size)) {
    return refused('not-enough-data', 'Events must lie between 0 and a positive size.')
  }
  if (size > 1e9) return refused('ill-conditioned', 'The size is too large for an exact interval.')
  return null
}

/**
 * How large is a share, given `events` out of `size`? Both may be fractions (weighted or effective counts), with
 * 0 ≤ events ≤ size ≤ 10⁹ and size > 0; anything else is refused. `level` is the confidence level, default 0.95.
 *
 * Takes every answer to come from another unit, which counts cannot show. Where several come from one class or household,
 * or were given one after the other in one place, the range is too short (some 85 to 90 times in 100 for 95 %): give the
 * answers as 0 and 1 with their `clusters` or `inTimeOrder` to `surveyMean`.
 *
 * Sources: Newcombe 1998, Statistics in Medicine 17:857; Brown, Cai and DasGupta 2001.
 *
 * @example
 * const share = shareInterval(81, 263)
 * share.ok && share.value.wilson // => [0.2553, 0.3662]
 * share.ok && share.value.clopperPearson // => [0.2527, 0.3676]
 */
export function shareInterval(events: number, size: number, level = 0.95): Finding<ShareInterval> {
  const problem = checkShare(events, size, level)
  if (problem !== null) return problem
  const tail = (1 - level) / 2
  const z = normalQuantile(1 - tail)
  const failures = size - events
  const centre = (events + (z * z) / 2) / (size + z * z)
  const adjusted = z * Math.sqrt((centre * (1 - centre)) / (size + z * z))
  return found({
    share: events / size,
    wilson: wilsonLimits(events, size, level),
    clopperPearson: [
      events === 0 ? 0 : betaQuantile(tail, events, failures + 1),
      failures === 0 ? 1 : betaQuantile(1 - tail, events + 1, failures),
    ],
    agrestiCoull: [centre - adjusted, centre + adjusted],
    jeffreys: [
      betaQuantile(tail, events + 0.5, failures + 0.5),
      betaQuantile(1 - tail, events + 0.5, failures + 0.5),
    ],
  })
}

/** Score limits of Wilson 1927 for checked counts. */
export function wilsonLimits(events: number, size: number, level: number): Limits {
  const z = normalQuantile(1 - (1 - level) / 2)
  const share = events / size
  const centre = (events + (z * z) / 2) / (size + z * z)
  const margin = (z * Math.sqrt(size * share * (1 - share) + (z * z) / 4)) / (size + z * z)
  return [events === 0 ? 0 : Math.max(0, centre - margin), events === size ? 1 : Math.min(1, centre + margin)]
}
