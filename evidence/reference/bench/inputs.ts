import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { normalQuantile } from '../../src/numbers/distributions.ts'
import { parseTable } from '../table.ts'

const multipliers = [2654435761, 2246822519, 3266489917, 668265263] as const

/** Uniform number i = 1, 2, … of stream j = 1…4, between 0 and 1, exact in every language with 53-bit numbers. */
export function uniform(stream: number, i: number): number {
  return (((i * multipliers[stream - 1]!) % 2 ** 32) + 0.5) / 2 ** 32
}

/** Standard normal number i of a stream. */
export function normal(stream: number, i: number): number {
  return normalQuantile(uniform(stream, i))
}

/** Whole number 1…m, number i of a stream. */
export function wholeNumber(stream: number, i: number, m: number): number {
  return 1 + Math.floor(m * uniform(stream, i))
}

/** `size` values of a function of i = 1, 2, …. */
export function listOf(size: number, value: (i: number) => number): number[] {
  return Array.from({ length: size }, (_, k) => value(k + 1))
}

/** A wide table of outcomes: periods down, units across. */
export interface OutcomeTable {
  names: string[]
  columns: number[][]
}

/** Rows for raking: three categories and an answer, with the targets of the three. */
export interface RakingInput {
  age: Int32Array
  sex: Int32Array
  area: Int32Array
  answer: Int32Array
  targets: { age: number[]; sex: number[]; area: number[] }
}

/** Everything that the engine and R are given; nothing in it is drawn at random. */
export interface BenchInputs {
  bcg: { effects: number[]; variances: number[] }
  studies: { effects: number[]; variances: number[] }
  fifty: { first: number[]; second: number[] }
  fiftyRounded: { first: number[]; second: number[] }
  twenty: { first: number[]; second: number[] }
  ten: { first: number[]; second: number[] }
  table: [[number, number], [number, number]]
  /** Null where the published data file is not there. */
  outcomes: OutcomeTable | null
  series: number[][]
  raking: RakingInput
  segmented: number[]
  areas: { direct: number[]; variances: number[]; region: number[] }
  survival: { time: number[]; event: number[]; group: string[] }
  regression: { columns: number[][]; y: number[] }
}

interface CaseFile {
  input: Record<string, unknown>
}

function inputOfCase(folder: string, name: string): Record<string, unknown> {
  return (JSON.parse(readFileSync(join(folder, name), 'utf8')) as CaseFile).input
}

/** Studies of B2 and its scaling check. */
export function madeUpStudies(size: number): { effects: number[]; variances: number[] } {
  return {
    effects: listOf(size, (i) => 0.2 + 0.4 * normal(1, i)),
    variances: listOf(size, (i) => 0.01 + 0.19 * uniform(2, i)),
  }
}

/** Two groups of equal size, the first shifted by 0.3. */
export function twoGroups(size: number): { first: number[]; second: number[] } {
  return { first: listOf(size, (i) => 0.3 + normal(1, i)), second: listOf(size, (i) => normal(2, i)) }
}

/** Series of 36 points; every third shifts by 4 from point 25. */
export function chartSeries(count: number): number[][] {
  return Array.from({ length: count }, (_, s) =>
    listOf(36, (t) => 20 + 4 * normal(1, 36 * s + t) + ((s + 1) % 3 === 0 && t >= 25 ? 4 : 0)),
  )
}

/** Answers with three categories each and targets for them. */
export function rakingRows(size: number): RakingInput {
  const column = (stream: number, categories: number): Int32Array =>
    Int32Array.from({ length: size }, (_, k) => wholeNumber(stream, k + 1, categories))
  const age = column(1, 6)
  const sex = column(2, 2)
  const area = column(3, 20)
  const targetsOf = (codes: Int32Array, categories: number): number[] => {
    const raw = listOf(categories, (c) => {
      let count = 0
      for (const code of codes) if (code === c) count += 1
      return count * (0.7 + 0.7 * uniform(1, c))
    })
    const total = raw.reduce((sum, target) => sum + target, 0)
    return raw.map((target) => (target * size) / total)
  }
  return {
    age,
    sex,
    area,
    answer: column(4, 5),
    targets: { age: targetsOf(age, 6), sex: targetsOf(sex, 2), area: targetsOf(area, 20) },
  }
}

/** The inputs as JSON, which R reads. */
export function writtenInputs(inputs: BenchInputs): string {
  return JSON.stringify(inputs, (_key, value: unknown) => (value instanceof Int32Array ? [...value] : value))
}

/** All inputs. `cases` is the folder of published cases, `data` that of their data files. */
export function benchInputs(cases: string, data: string): BenchInputs {
  const bcg = inputOfCase(cases, 'meta/meta-bcg-reml.json')
  const areas = inputOfCase(cases, 'smallarea/fh-milk-reml.json')
  const leukaemia = inputOfCase(cases, 'survival/km-aml.json')
  const fifty = twoGroups(50)
  const rounded = (values: number[]): number[] => values.map((value) => Math.round(value * 10) / 10)
  const columns = listOf(20, (c) => c).map((c) => listOf(1000, (i) => normal(1, (c - 1) * 1000 + i)))
  return {
    bcg: { effects: bcg.yi as number[], variances: bcg.vi as number[] },
    studies: madeUpStudies(309),
    fifty,
    fiftyRounded: { first: rounded(fifty.first), second: rounded(fifty.second) },
    twenty: twoGroups(20),
    ten: twoGroups(10),
    table: [
      [12, 7],
      [5, 16],
    ],
    outcomes: outcomeTable(join(data, 'prop99_wide.csv')),
    series: chartSeries(300),
    raking: rakingRows(100_000),
    segmented: listOf(60, (t) => 20 + 0.1 * t + (t > 30 ? 3 : 0) + normal(1, t)),
    areas: {
      direct: areas.y as number[],
      variances: areas.vardir as number[],
      region: areas.majorArea as number[],
    },
    survival: {
      time: leukaemia.time as number[],
      event: leukaemia.event as number[],
      group: leukaemia.group as string[],
    },
    regression: {
      columns,
      y: listOf(1000, (i) => columns.reduce((sum, column) => sum + column[i - 1]! / 10, 0) + normal(2, i)),
    },
  }
}

function outcomeTable(file: string): OutcomeTable | null {
  if (!existsSync(file)) return null
  const table = parseTable(readFileSync(file, 'utf8'))
  const names = table.header.slice(1)
  return { names, columns: names.map((_, j) => table.numbers(j + 1)) }
}
