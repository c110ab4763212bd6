// The design of an experiment: what is compared with what, how often it is measured, and how much the readings usually
// vary. A plan without a design is as it was before designs were asked for; its canonical form has no such key.

/** The kinds of experiment a plan can be begun as. */
export const designKinds = [
  'before_after',
  'with_and_without',
  'staggered',
  'two_versions',
  'mini_pilot',
  'just_try',
] as const
export type DesignKind = (typeof designKinds)[number]

/** How often each place or version is measured; 'once' is once before and once after. */
export const rhythms = ['workday', 'week', 'month', 'year', 'once'] as const
export type Rhythm = (typeof rhythms)[number]

/** A type alias, so that it counts as plain JSON within the plan. null: not told yet. */
export type Design = {
  kind: DesignKind
  /** Names of the places, or of the two versions; empty where one place is followed. */
  units: string[]
  /** In how many of the places it is tried; the rest go on as before. Only where some do and others do not. */
  treatedCount: number | null
  /** Who tries (or the order, or the version of each time) is drawn by lot; otherwise the list's own order counts. */
  byLot: boolean | null
  /** Weeks between two starts, where places start one after the other. */
  stepWeeks: number | null
  rhythm: Rhythm | null
  /** Weeks of measuring before the start. */
  weeksBefore: number | null
  /** Between which figures readings usually lie, in the main measure's unit. */
  usualLow: number | null
  usualHigh: number | null
  /** The figures are followed while the trial is under way; otherwise they are covered until its end. */
  watched: boolean | null
  /**
   * Looks at the result that were agreed on, the one at the end included, 2–5. Left out or null: none; plans from before
   * looks could be agreed have no such key.
   */
  looks?: number | null
  /** The place was chosen because its reading was unusually good or bad. */
  pickedForReading: boolean | null
}

/** The most places a design can list. */
export const mostUnits = 60
/** The longest name of a place or version. */
export const longestUnit = 80

/** What a design of this kind asks for besides its kind. */
export function asksFor(kind: DesignKind, what: Exclude<keyof Design, 'kind'>): boolean {
  switch (what) {
    case 'units':
    case 'byLot':
      return hasUnits(kind)
    case 'treatedCount':
      return kind === 'with_and_without'
    case 'stepWeeks':
      return kind === 'staggered'
    case 'weeksBefore':
      return kind !== 'just_try' && kind !== 'two_versions'
    case 'pickedForReading':
      return kind === 'before_after' || kind === 'with_and_without'
    default:
      return kind !== 'just_try'
  }
}

/** True where readings belong to one of several places or versions. */
export function hasUnits(kind: DesignKind): boolean {
  return kind === 'with_and_without' || kind === 'staggered' || kind === 'two_versions'
}

/** The places or versions that readings belong to; empty where everything is read in one place. */
export function unitsOf(plan: { design?: Design }): readonly string[] {
  return plan.design && hasUnits(plan.design.kind) ? plan.design.units : []
}

/** A design of a kind with what is usual for it filled in. `units` are kept where the kind has any. */
export function designOf(kind: DesignKind, units: string[] = []): Design {
  const several = hasUnits(kind)
  return {
    kind,
    units: several ? units : [],
    treatedCount: null,
    byLot: several ? true : null,
    stepWeeks: kind === 'staggered' ? 2 : null,
    rhythm:
      kind === 'just_try'
        ? null
        : kind === 'before_after' || kind === 'mini_pilot' || kind === 'two_versions'
          ? 'workday'
          : 'week',
    weeksBefore: asksFor(kind, 'weeksBefore') ? (kind === 'mini_pilot' ? 2 : 4) : null,
    usualLow: null,
    usualHigh: null,
    watched: kind === 'just_try' ? null : false,
    pickedForReading: null,
  }
}

/** The names in a text with one on each line: trimmed, each once, in their order. */
export function unitsFromLines(text: string): string[] {
  return [...new Set(text.split(/\r\n|\r|\n/).map((line) => line.trim().normalize('NFC')))].filter(
    (line) => line !== '',
  )
}

/** The first name that stands twice in a text with one on each line, capitals and blanks aside; undefined when each stands once. */
export function nameTwice(text: string): string | undefined {
  const seen = new Set<string>()
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim().normalize('NFC'))
    .find((line) => {
      const name = line.toLocaleLowerCase('fi').replaceAll(/\s+/g, ' ')
      if (name === '' || !seen.has(name)) return void seen.add(name)
      return true
    })
}

/** The usual spread of readings: a quarter of the span in which nineteen of twenty lie; undefined when not told or turned around. */
export function usualSpread(design: Pick<Design, 'usualLow' | 'usualHigh'>): number | undefined {
  const { usualLow, usualHigh } = design
  if (usualLow === null || usualHigh === null || !(usualHigh > usualLow)) return undefined
  return (usualHigh - usualLow) / 4
}

/** Readings of one place in so many weeks. */
export function readingsIn(weeks: number, rhythm: Rhythm): number {
  switch (rhythm) {
    case 'workday':
      return Math.floor(weeks * 5)
    case 'week':
      return Math.floor(weeks)
    case 'month':
      return Math.floor((weeks * 7) / 30.4)
    case 'year':
      return Math.floor((weeks * 7) / 365.25)
    case 'once':
      return weeks > 0 ? 1 : 0
  }
}
