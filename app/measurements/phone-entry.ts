import type { MeasureKind } from '../experiments/index.ts'
import type { SameDay } from './add-observation.ts'

// What a phone and the service say to each other about readings that were logged without signal. Used on both sides.

/** How long a phone keeps a reading that could not be sent, in days. */
export const phoneDays = 30

/** A measure as a phone needs it to log without signal: nothing of anybody but what everyone may read of a running trial. */
export interface PhoneMeasure {
  experimentId: string
  measureId: string
  /** The question of the experiment. */
  title: string
  name: string
  unit: string
  kind: MeasureKind
  /** What 1 and 5 stand for on a scale; empty elsewhere and where it is not told. */
  ends: readonly string[]
  /** The places or versions to choose from; empty where there is one. */
  places: readonly string[]
}

/** One reading logged on a phone. */
export interface PhoneEntry {
  /** UUID made on the phone; the reading is stored under it, which is why it can be there only once. */
  id: string
  experimentId: string
  measureId: string
  /** The place or version, where there are several. */
  unit: string | null
  /** ISO day on the phone's calendar. */
  day: string
  value: number
  /** When it was logged by the phone's clock, ISO. */
  madeAt: string
  /** Kind and unit of the measure as the phone knew them. */
  measured: { kind: MeasureKind; unit: string }
  /** What to do when the day has a number already; `ask` until the person has chosen. */
  sameDay: SameDay
}

/** Why a reading stays on the phone, to be looked at by the person. */
export const conflictReasons = [
  'same-day',
  'unit-changed',
  'ended',
  'not-yours',
  'no-place',
  'future-day',
  'not-a-value',
  'too-old',
] as const

export type ConflictReason = (typeof conflictReasons)[number]

/** What the service answers to one reading. `text` is a whole sentence in the person's language. */
export type PhoneAnswer =
  | { status: 'stored' }
  | { status: 'conflict'; reason: ConflictReason; text: string; unit?: string }
  | { status: 'another-person' }
