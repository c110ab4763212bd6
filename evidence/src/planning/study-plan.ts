/** What is measured: yes or no, an answer on an ordered scale, a continuous amount, a count, time until something. */
export type OutcomeType = 'yes-no' | 'scale' | 'continuous' | 'count' | 'time-to-event'

/** Treated and comparison units that were drawn within one block (a municipality, a pair of schools). */
export interface DrawBlock {
  treated: number
  comparison: number
}

/**
 * A plan as far as the choice of method needs it. Units are what is drawn or what starts: the school, not the
 * pupil. Everything that is left out counts as not planned or not known.
 */
export interface StudyPlan {
  outcome: OutcomeType
  /** Who gets the change was drawn by lot. */
  drawnByLot: boolean
  /** The order in which the units start was drawn by lot, and all of them start in the end. */
  startOrderByLot?: boolean
  /** Units that get the change, and units that serve as comparison (0 when nothing is compared). */
  treatedUnits: number
  comparisonUnits: number
  /** Blocks within which the lot was drawn; left out: one draw over all units. */
  blocks?: readonly DrawBlock[]
  /** People measured in each unit; 1 when the unit is a person. */
  peoplePerUnit?: number
  /** Values of different people or days that follow each other resemble each other, so that they say less than as many separate ones. */
  neighboursAlike?: boolean
  /** How alike people of one unit are, 0–1. */
  intraclassCorrelation?: number
  /** Readings of each unit (or of the one series) before and after the start. */
  pointsBefore: number
  pointsAfter: number
  /** Readings in one seasonal cycle, such as 12; left out: no season. */
  seasonLength?: number
  /** Different start times among the treated units. */
  startTimes?: number
  /** A slope after the start was declared beforehand (only for one series). */
  slopeDeclared?: boolean
  /** Planned looks at the results, the last one included; 0 when looking was not planned. */
  plannedLooks?: number
  primaryOutcomes?: number
  /** Groups that are compared with each other, the comparison group included. */
  groups?: number
  /** Outcomes that must not get worse. */
  guardrails?: number
  /** Preset level of the test, one direction. */
  alpha?: number
  /** Spread of the outcome between people (or between readings of the series), in its unit. */
  standardDeviation?: number
  /** Share of yes expected without the change, 0–1. */
  baselineShare?: number
  /** The unit was chosen because its last reading was unusually high or low. */
  chosenForExtremeReading?: boolean
  /** Neighbours of the treated units serve as comparison. */
  neighboursAsComparison?: boolean
  /** Another measure runs in the same place at the same time. */
  otherMeasures?: boolean
  /** The readings just around the start are left out. */
  transitionLeftOut?: boolean
}

/** What is known once the data are in. */
export interface CollectedData {
  /** Units and readings that the analysis could use; left out: as planned. */
  treatedUnits?: number
  comparisonUnits?: number
  pointsBefore?: number
  pointsAfter?: number
  /** Smallest expected count of the 2×2 table, for yes/no outcomes. */
  smallestExpectedCount?: number
  /** A value lies more than three interquartile ranges outside the middle half. */
  grossOutlier?: boolean
  /** Share that dropped out, treated and comparison, 0–1. */
  attrition?: { treated: number; comparison: number }
  /** Share of those asked who answered, 0–1. */
  responseShare?: number
  /** Largest share of answers at one end of the scale, 0–1. */
  shareAtEnd?: number
  /** The outcome was measured in another way after some date. */
  definitionChanged?: boolean
  /** Results were opened before the end although that was not planned. */
  openedBeforeEnd?: boolean
  /** Warnings that the numeric method itself gave. */
  methodWarnings?: readonly import('../finding.ts').WarningCode[]
  /** Municipalities in which the same thing was tried independently, this one included. */
  municipalities?: number
  /** A manual exists, it has been scaled, and the prediction range lies on one side of zero. */
  manualAndConsistent?: boolean
}
