import type { Measure } from '../experiments/index.ts'
import { parseDecimal } from '../platform/format.ts'
import { faultOfValue } from './observation.ts'

/** One reading that an answer tells. */
export interface ToldReading {
  /** The place or version, where the design has several. */
  unit: string | null
  value: number
}

/** Why an answer cannot be taken as a reading though it looks like one. */
export type Unclear = 'number' | 'other-unit' | 'face' | 'scale' | 'place' | 'place-twice'

/** What somebody's own words in an answer mean. Nothing is guessed: what could be read in two ways is unclear. */
export type Meaning =
  | { kind: 'readings'; readings: ToldReading[]; rest: string }
  | { kind: 'text'; text: string }
  | { kind: 'empty' }
  | { kind: 'unclear'; why: Unclear; text: string }

type Asked = Pick<Measure, 'kind' | 'unit'>
type Value = { value: number; rest: string } | { unclear: Unclear } | undefined

const faceWords = new Map<string, number>([
  ...[
    'hyvin',
    'hyvä',
    'iloinen',
    'bra',
    'glad',
    'well',
    'good',
    'happy',
    '🙂',
    '😀',
    '😊',
    '👍',
    ':)',
    ':-)',
  ].map((word) => [word, 3] as const),
  ...['siltä väliltä', 'mitt emellan', 'in between', 'ok', '😐', ':|', ':-|'].map(
    (word) => [word, 2] as const,
  ),
  ...['huonosti', 'huono', 'surullinen', 'dåligt', 'dålig', 'ledsen', 'badly', 'bad', 'sad'].map(
    (word) => [word, 1] as const,
  ),
  ...['🙁', '☹', '😞', '😟', '👎', ':(', ':-('].map((word) => [word, 1] as const),
])

/** Reads the writer's own words as an answer about one measure. `units` are the places or versions of its design. */
export function understandAnswer(text: string, measure: Asked, units: readonly string[]): Meaning {
  const lines = text.split('\n')
  const first = lines.findIndex((line) => line.trim() !== '')
  if (first < 0) return { kind: 'empty' }
  if (units.length > 0) return understandPlaces(text, lines.slice(first), measure, units)
  const line = lines[first]?.trim() ?? ''
  const told = valueOf(line, measure)
  if (told === undefined) return { kind: 'text', text }
  if ('unclear' in told) return { kind: 'unclear', why: told.unclear, text: line }
  const rest = [told.rest, ...lines.slice(first + 1)].join('\n').trim()
  return { kind: 'readings', readings: [{ unit: null, value: told.value }], rest }
}

/** True when the first line looks like a reading of some measure. */
export function looksLikeReading(text: string): boolean {
  const line = text.split('\n').find((one) => one.trim() !== '') ?? ''
  return valueOf(line.trim(), { kind: 'number', unit: '' }) !== undefined || faceOf(line.trim()) !== undefined
}

/** Every line up to the first empty one names a place and its value; what comes after is a note. */
function understandPlaces(text: string, lines: string[], measure: Asked, units: readonly string[]): Meaning {
  const end = lines.findIndex((line) => line.trim() === '')
  const told = end < 0 ? lines : lines.slice(0, end)
  const read = told.map((line) => placeOf(line.trim(), measure, units))
  if (read.every((one) => one === undefined))
    return valueOf(told[0]?.trim() ?? '', measure) === undefined
      ? { kind: 'text', text }
      : { kind: 'unclear', why: 'place', text: told[0] ?? '' }
  const readings: ToldReading[] = []
  for (const [index, one] of read.entries()) {
    const line = told[index] ?? ''
    if (one === undefined) return { kind: 'unclear', why: 'place', text: line }
    if ('unclear' in one) return { kind: 'unclear', why: one.unclear, text: line }
    if (readings.some((earlier) => earlier.unit === one.unit))
      return { kind: 'unclear', why: 'place-twice', text: one.unit }
    readings.push(one)
  }
  return { kind: 'readings', readings, rest: end < 0 ? '' : lines.slice(end).join('\n').trim() }
}

function placeOf(
  line: string,
  measure: Asked,
  units: readonly string[],
): { unit: string; value: number } | { unclear: Unclear } | undefined {
  const folded = fold(line)
  const longestFirst = units.toSorted((a, b) => b.length - a.length)
  for (const unit of longestFirst) {
    const name = fold(unit)
    const begins = folded.startsWith(name) ? line.slice(unit.length) : undefined
    const ends = folded.endsWith(name) ? line.slice(0, -unit.length) : undefined
    const part = begins ?? ends
    if (part === undefined || !(begins === undefined ? /[\s:=–-]$/ : /^[\s:=–-]/).test(part)) continue
    const value = part.trim().replace(/^[:=–]\s*|\s*[:=–-]$/g, '')
    const told = valueOf(value, measure)
    if (told === undefined) return undefined
    if ('unclear' in told) return told
    return told.rest === '' ? { unit, value: told.value } : { unclear: 'place' }
  }
  return undefined
}

function valueOf(line: string, measure: Asked): Value {
  return measure.kind === 'faces' ? faceOf(line) : numberOf(line, measure)
}

/** A face by its word, sign or number; with more words only after a mark that parts them. */
function faceOf(line: string): Value {
  const tidy = fold(line).replaceAll('\ufe0f', '')
  const whole = faceWords.get(tidy.replace(/[\s.!,]+$/, ''))
  if (whole !== undefined) return { value: whole, rest: '' }
  const parted = /^(.+?)\s*[.,;!–]\s+(\S.*)$/.exec(tidy)
  const leading = parted?.[1] === undefined ? undefined : faceWords.get(parted[1])
  if (leading !== undefined) return { value: leading, rest: line.slice(-(parted?.[2]?.length ?? 0)) }
  const digit = /^([123])[.!]?$/.exec(tidy)
  if (digit) return { value: Number(digit[1]), rest: '' }
  const [word = ''] = tidy.split(/\s/)
  return /^[\d+-]/.test(tidy) || faceWords.has(word) ? { unclear: 'face' } : undefined
}

/** A number as people in Finland write it, with or without the measure's unit: "3,5", "3,5 kg", "1 234". */
function numberOf(line: string, measure: Asked): Value {
  const hedged =
    /^(noin|n\.|ca\.?|cirka|about|approx\.?|alle|yli|under|över|over|runsas|vajaa|[~<>≈±])\s*[\d+−-]/i
  if (hedged.test(line)) return { unclear: 'number' }
  const parts = /^([+−-]?\d(?:[\d .,]*\d)?)(.*)$/.exec(line)
  if (!parts) return undefined
  const value = parseDecimal(parts[1] ?? '')
  const after = (parts[2] ?? '').trim().replace(/\.$/, '').trim()
  if (value === undefined) return { unclear: 'number' }
  if (after !== '' && fold(after) !== fold(measure.unit))
    return { unclear: /^[\p{L}%°/€²³]{1,12}$/u.test(after) && measure.unit !== '' ? 'other-unit' : 'number' }
  return faultOfValue(measure, value) ? { unclear: 'scale' } : { value, rest: '' }
}

function fold(text: string): string {
  return text.normalize('NFC').toLowerCase().trim()
}
