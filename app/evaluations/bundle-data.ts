import { type Plan, type UnitChange, unitChangeOn } from '../experiments/index.ts'
import { type Observation, type Phase, phaseOf } from '../measurements/index.ts'

/** One row of the readings in a bundle: neither who entered it, nor how, nor what was noted beside it. */
export interface BundleReading {
  measureId: string
  /** The place or version it was read in; null where the plan has one place. */
  unit: string | null
  day: string
  value: number
  phase: Phase
}

const header = ['measure_id', 'measure', 'measure_unit', 'place', 'day', 'value', 'phase']

/**
 * The readings of an experiment as they were entered, in the order in which they were evaluated, each with its unit, as a
 * table (RFC 4180, UTF-8, decimal points).
 */
export function dataTable(
  plan: Plan,
  observations: readonly Observation[],
  unitChanges: readonly UnitChange[] = [],
): string {
  const named = new Map(plan.measures.map((measure) => [measure.id, measure]))
  const rows = observations.map((one) => [
    one.measureId,
    named.get(one.measureId)?.name ?? '',
    unitChangeOn(unitChanges, one.measureId, one.day)?.unit ?? named.get(one.measureId)?.unit ?? '',
    (one.unit ?? '').normalize('NFC'),
    one.day,
    String(one.value),
    phaseOf(one.day, plan),
  ])
  return [header, ...rows].map((row) => `${row.map(written).join(',')}\r\n`).join('')
}

/** What a spreadsheet would take for a formula gets an apostrophe before it, and so does what begins with one. */
function written(cell: string): string {
  const safe = /^\s*[=+\-@|%\t\r']/.test(cell) && !/^-?[\d.e+-]+$/i.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** The readings of a bundle; a text says what is wrong with them, by the line of the file. */
export function readDataTable(text: string): BundleReading[] | string {
  const [first, ...rows] = cellsOf(text)
  if (first?.cells.join() !== header.join()) return 'data.csv does not begin with the columns of a bundle.'
  const readings: BundleReading[] = []
  for (const { cells, line } of rows) {
    const [measureId = '', , , place = '', day = '', value = '', phase = ''] = cells
    const isPhase = phase === 'before' || phase === 'during' || phase === 'after'
    if (cells.length !== header.length || !/^\d{4}-\d\d-\d\d$/.test(day) || !isPhase)
      return `Line ${line} of data.csv is no reading.`
    if (value.trim() === '' || !Number.isFinite(Number(value)))
      return `Line ${line} of data.csv has no number where its value should be.`
    readings.push({ measureId, unit: place === '' ? null : place, day, value: Number(value), phase })
  }
  return readings
}

function cellsOf(text: string): { cells: string[]; line: number }[] {
  const rows: { cells: string[]; line: number }[] = []
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\n|$)/y
  let row: string[] = []
  let line = 1
  let start = 1
  while (cell.lastIndex < text.length) {
    const found = cell.exec(text)
    // A quotation mark where none can stand: the rest is one cell, which no row expects.
    if (!found) return [...rows, { cells: [...row, text.slice(0, 20)], line: start }]
    const [all, quoted, bare = '', end] = found
    row.push((quoted?.replaceAll('""', '"') ?? bare).replace(/^'/, ''))
    line += all.split('\n').length - 1
    if (end !== ',') {
      rows.push({ cells: row, line: start })
      row = []
      start = line
    }
  }
  return rows
}

/** Readings of a bundle as an evaluation takes them. What a bundle does not tell is empty. */
export function asObservations(experimentId: string, readings: readonly BundleReading[]): Observation[] {
  return readings.map(({ measureId, unit, day, value }, index) => ({
    id: String(index),
    experimentId,
    measureId,
    unit,
    day,
    value,
    note: null,
    way: 'form',
    enteredBy: null,
    at: new Date(0),
  }))
}
