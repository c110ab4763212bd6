/** What the accessibility statement rests on. Kept by hand and brought up to date at every review of the service. */
export const accessibilityReview = {
  state: 'partial' as 'full' | 'partial' | 'none',
  /** Days as ISO texts. */
  written: '2026-11-24',
  reviewed: '2026-11-24',
  /** The last run of `stories/accessible.test.ts` over every page a visitor meets, with what it found. */
  automatic: { day: '2026-11-24', faults: 0 },
  /** Words for each stand in the texts under the same name: what, why, and how to get there all the same. */
  faults: ['user-texts', 'linked-sources', 'assistive'] as readonly (
    'user-texts' | 'linked-sources' | 'assistive'
  )[],
}

const longestDays = 365

/** Days since the last review when that is more than a year, else undefined. `today` is an ISO day. */
export function overdueDays(today: string, reviewed = accessibilityReview.reviewed): number | undefined {
  const days = Math.round((Date.parse(today) - Date.parse(reviewed)) / 86_400_000)
  return days > longestDays ? days : undefined
}
