import { type Measure, measureOf, unitsOf } from '../../experiments/index.ts'
import { dayOf, formatDate } from '../../platform/format.ts'
import { inTurns } from '../../platform/in-turns.ts'
import type { Lang } from '../../platform/language.ts'
import type { Problem } from '../../platform/web/page.ts'
import { texts } from '../../texts/index.ts'
import { guessChoice } from '../guess-columns.ts'
import { jumpByRows } from '../level-jump.ts'
import type { Measured } from '../read-measurements.ts'
import { type FaultyRow, keyOf, type PastedTable, readPastedTable } from '../read-pasted-table.ts'
import { readTableFile } from '../read-table-file.ts'

/** What the form for pasting sends. */
export interface Pasted {
  measure: string
  text: string
  existing: 'refuse' | 'replace' | 'keep'
  /** One figure on each row, a column for each place, or as the table seems to be. */
  shape: 'guess' | 'rows' | 'places' | null
  confirmed: boolean
  /** The person says that the level really changed. */
  sameUnit: boolean
}

/** How many faulty rows are named one by one; the rest are counted. */
const mostNamed = 50

/** The rows of a pasted table against what is measured already; undefined when the plan has no such measure. */
export function readAgainst(
  { experiment, observations }: Measured,
  { measure: measureId, text, existing }: Pick<Pasted, 'measure' | 'text' | 'existing'>,
  now: Date,
): PastedTable | undefined {
  const measure = measureOf(experiment.plan, measureId)
  const units = unitsOf(experiment.plan)
  const stored = new Set(
    observations.filter((one) => one.measureId === measureId).map((one) => keyOf(one.day, one.unit)),
  )
  return (
    measure &&
    readPastedTable(text, { measure, today: dayOf(now), stored, sameDayIsFine: existing !== 'refuse', units })
  )
}

/** Names every faulty row with its line number and what to do about it. */
export function problemsOfRows(lang: Lang, faulty: readonly FaultyRow[]): Problem[] {
  const words = texts[lang].measurements.paste
  if (faulty.length === 0) return []
  const named = faulty.slice(0, mostNamed).map(({ line, fault, text, otherLine }) => {
    const shown =
      fault === 'repeated' || fault === 'stored-already' ? formatDate(lang, text) : shortened(text)
    return words.lineProblem(line, words.faults[fault](shown, otherLine ?? 0))
  })
  const rest = faulty.length - named.length
  return [words.summary(faulty.length), ...named, ...(rest > 0 ? [words.more(rest)] : [])].map((text) => ({
    field: 'text',
    text,
  }))
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}

/** Whether a table has a column for each place: as the person says, or as it seems where they leave that to us. */
export async function isAcross(
  { experiment }: Measured,
  measure: Measure,
  { text, shape, confirmed }: Pick<Pasted, 'text' | 'shape' | 'confirmed'>,
): Promise<boolean> {
  const units = unitsOf(experiment.plan)
  if (shape !== 'guess' || confirmed) return shape === 'places'
  const read = await inTurns(readTableFile(Buffer.from(text)))
  const sheet = typeof read === 'string' ? undefined : read.sheets[0]
  return sheet !== undefined && Boolean(guessChoice(sheet, 0, { measure, units }).places)
}

/** Where the table's readings, after those that stand, jump as they would if the unit had changed. */
export function jumpOf({ experiment, observations }: Measured, measure: Measure, table: PastedTable) {
  return jumpByRows(experiment, measure, observations, table.rows)
}
