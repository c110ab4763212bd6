import { found, refused, warning, type Finding } from '../finding.ts'

/** Answers from which a group is shown at all, and from which its distribution is shown. */
export const smallGroupThresholds = { placing: 5, distribution: 10, fineRounding: 50 } as const

/** What may be shown of a group with this many answers to the question: nothing, a coarse placing, or all. */
export type PublicationTier = 'hidden' | 'placing' | 'distribution'

/**
 * The tier of a group by the number who answered that question: under 5 hidden (0 looks the same as 4), 5–9 a
 * coarse placing against a reference, from 10 the distribution. A number that is no count is hidden.
 * Source: practice of the Kunta10 study (Finnish Institute of Occupational Health).
 * @example
 * publicationTier(9) // => "placing"
 */
export function publicationTier(answers: number): PublicationTier {
  if (!(answers >= smallGroupThresholds.placing)) return 'hidden'
  return answers >= smallGroupThresholds.distribution ? 'distribution' : 'placing'
}

/** A distribution rounded so that it can be published. */
export interface PublishableDistribution {
  /** Number of answers to the nearest 5. */
  answersRounded: number
  /** Share per category in whole per cents, to 5 under 50 answers; null where merged into the remainder. */
  sharePercent: (number | null)[]
  /** The category that holds nearly everybody, shown as "at least" this many per cent; null when none does. */
  band: { category: number; atLeastPercent: number } | null
  /** Mean of the codes 1, 2, …, one decimal; null beside a band, because it would give unanimity away. */
  meanRounded: number | null
}

/**
 * The distribution of a group as it may be published: shares rounded to whole 5 % under 50 answers and to 1 %
 * from there, answers to the nearest 5, mean to one decimal. Where one category holds 90 % or more (95 % from 50
 * answers up), only that band is shown, so that "all" and "all but one" look the same as "most".
 * Refuses `suppressed` under 10 answers and `not-enough-data` for counts that are negative or not whole.
 * Warns `unanimous` where every answer is the same: for the publisher's eyes, never for the page.
 * Source: Hundepool et al. 2012, chapter 5 (rounding).
 * @example
 * const shown = publishableDistribution([1, 2, 4, 3, 2])
 * shown.ok && shown.value.sharePercent // => [10, 15, 35, 25, 15]
 */
export function publishableDistribution(counts: readonly number[]): Finding<PublishableDistribution> {
  if (counts.length === 0 || counts.some((count) => !Number.isSafeInteger(count) || count < 0)) {
    return refused('not-enough-data', 'Counts have to be whole numbers from 0.')
  }
  const answers = counts.reduce((sum, count) => sum + count, 0)
  if (publicationTier(answers) !== 'distribution') {
    return refused('suppressed', 'A distribution is shown from 10 answers up.', [warning('small-group')])
  }
  const fine = answers >= smallGroupThresholds.fineRounding
  const step = fine ? 1 : 5
  const bandStart = fine ? 95 : 90
  const answersRounded = 5 * Math.round(answers / 5)
  const crowded = counts.findIndex((count) => count * 100 >= bandStart * answers)
  if (crowded >= 0) {
    const unanimous = counts[crowded] === answers
    return found(
      {
        answersRounded,
        sharePercent: counts.map(() => null),
        band: { category: crowded, atLeastPercent: bandStart },
        meanRounded: null,
      },
      unanimous ? [warning('unanimous')] : [],
    )
  }
  const mean = counts.reduce((sum, count, i) => sum + count * (i + 1), 0) / answers
  return found({
    answersRounded,
    sharePercent: counts.map((count) => step * Math.round((count * 100) / answers / step)),
    band: null,
    meanRounded: Math.round(mean * 10) / 10,
  })
}

/** Where a group lies against a reference fixed before the wave. */
export type Placing = 'above' | 'about' | 'below'

/**
 * Coarse placing of a group's mean against a reference: about the same within `margin` scale points.
 * Refuses `suppressed` under 5 answers or when the reference rests on fewer than 10 answers outside the group, and
 * `not-enough-data` for counts or numbers that cannot be used.
 * @example
 * const place = placeAgainst([0, 1, 2, 3, 1], { mean: 3, answersOutsideGroup: 40 })
 * place.ok && place.value // => "above"
 */
export function placeAgainst(
  counts: readonly number[],
  reference: { mean: number; answersOutsideGroup: number },
  margin = 0.25,
): Finding<Placing> {
  if (counts.length === 0 || counts.some((count) => !Number.isSafeInteger(count) || count < 0)) {
    return refused('not-enough-data', 'Counts have to be whole numbers from 0.')
  }
  if (!Number.isFinite(reference.mean) || !(margin >= 0)) {
    return refused('not-enough-data', 'The reference and the margin have to be numbers.')
  }
  const answers = counts.reduce((sum, count) => sum + count, 0)
  if (
    publicationTier(answers) === 'hidden' ||
    !(reference.answersOutsideGroup >= smallGroupThresholds.distribution)
  ) {
    return refused('suppressed', 'Too few answers in the group or behind the reference.', [
      warning('small-group'),
    ])
  }
  const gap = counts.reduce((sum, count, i) => sum + count * (i + 1), 0) / answers - reference.mean
  const placing = gap > margin ? 'above' : gap < -margin ? 'below' : 'about'
  return found(placing, answers < smallGroupThresholds.distribution ? [warning('small-group')] : [])
}
