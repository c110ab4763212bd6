import type { Case, CaseResult } from './case.ts'
import { asNumber, isMap, type Json, type JsonMap } from './json.ts'

/** Outcome of comparing a result with what a case expects. */
export interface Comparison {
  pass: boolean
  /** The key that failed, or came nearest to failing. */
  worstKey: string
  got: string
  expected: string
  allowed: string
}

const namedTolerances: Record<string, readonly string[]> = {
  omegaAbs: ['omega', 'loadingsStd', 'uniquenesses'],
  orRel: ['condOddsRatio', 'orLow', 'orHigh'],
  seRel: ['seRakedLinearised'],
  mlRel: ['arma1Ml'],
  attAbs: ['att', 'gap', 'gapPost'],
  weightAbs: ['weights', 'weightsAbove001'],
  preRmspeRel: ['preRmspe', 'postRmspe'],
  rankAbs: ['placeboRank', 'units'],
  lossVRel: ['lossV'],
}
const neverCompared = new Set(['exampleMinimal', 'trueEffect', 'validPattern'])
const weightMaps = new Set(['weights', 'weightsAbove001'])
const testKey = /^(p|.*P|p[A-Z].*|.*PValue|t|z|F|chisq|.*Statistic)$/

interface Tolerance {
  abs: number
  rel: number
  oneSided: boolean
}

function toleranceFor(key: string, given: JsonMap): Tolerance {
  for (const [name, keys] of Object.entries(namedTolerances)) {
    const size = asNumber(given[name])
    if (size === null || !keys.includes(key)) continue
    if (name.endsWith('Abs')) return { abs: size, rel: 0, oneSided: false }
    return { abs: 1e-12, rel: size, oneSided: name === 'lossVRel' }
  }
  const abs = asNumber(given.abs)
  const rel = asNumber(given.rel)
  const oneSided = key === 'lossV'
  if (abs === null && rel === null) return { abs: 1e-9, rel: 1e-3, oneSided }
  return { abs: abs ?? 1e-12, rel: rel ?? 0, oneSided }
}

function unwrap(value: Json | undefined): Json | undefined {
  return Array.isArray(value) && value.length === 1 ? unwrap(value[0]) : value
}

function show(value: Json | undefined): string {
  const text = value === undefined ? 'absent' : JSON.stringify(value)
  return text.length > 40 ? `${text.slice(0, 37)}...` : text
}

/** Collects the comparison that stands closest to its limit. */
class Worst {
  share = -1
  comparison: Comparison = { pass: true, worstKey: '', got: '', expected: '', allowed: '' }

  add(
    share: number,
    worstKey: string,
    got: Json | undefined,
    expected: Json | undefined,
    allowed: string,
  ): void {
    if (!(share > this.share)) return
    this.share = share
    const pass = share <= 1
    this.comparison = { pass, worstKey, got: show(got), expected: show(expected), allowed }
  }
}

function compareValue(
  worst: Worst,
  path: string,
  key: string,
  gotRaw: Json | undefined,
  expectedRaw: Json,
  given: JsonMap,
): void {
  const got = unwrap(gotRaw)
  const expected = unwrap(expectedRaw)
  if (expected === null || expected === undefined) {
    worst.add(got === null || got === undefined ? 0 : Infinity, path, got, null, 'null')
    return
  }
  if (Array.isArray(expected)) {
    if (!Array.isArray(got) || got.length !== expected.length)
      worst.add(Infinity, path, got, expected, 'same length')
    else expected.forEach((part, i) => compareValue(worst, `${path}[${i + 1}]`, key, got[i], part, given))
    return
  }
  if (isMap(expected)) {
    compareMap(worst, path, key, got, expected, given)
    return
  }
  const wanted = asNumber(expected)
  if (wanted === null) {
    worst.add(got === expected ? 0 : Infinity, path, got, expected, 'equal')
    return
  }
  const number = asNumber(got)
  const { abs, rel, oneSided } = toleranceFor(key, given)
  const allowed = abs + rel * Math.abs(wanted)
  if (number === null || Number.isNaN(number)) worst.add(Infinity, path, got, expected, String(allowed))
  else if (number === wanted || (oneSided && number < wanted))
    worst.add(0, path, got, expected, String(allowed))
  else if (!Number.isFinite(wanted)) worst.add(Infinity, path, got, expected, 'equal')
  else worst.add(Math.abs(number - wanted) / allowed, path, got, expected, allowed.toPrecision(3))
}

function compareMap(
  worst: Worst,
  path: string,
  key: string,
  got: Json | undefined,
  expected: JsonMap,
  given: JsonMap,
): void {
  if (!isMap(got)) {
    worst.add(Infinity, path, got, expected, 'map')
    return
  }
  const isWeights = weightMaps.has(key)
  const names = isWeights ? new Set([...Object.keys(expected), ...Object.keys(got)]) : Object.keys(expected)
  for (const name of names) {
    const inner = toleranceKey(key, name, given)
    const found = got[name] ?? (name === 'intercept' ? got['(Intercept)'] : undefined)
    const other = found ?? (name === '(Intercept)' ? got.intercept : undefined)
    const part = other ?? (isWeights ? 0 : undefined)
    compareValue(worst, `${path}.${name}`, inner, part, expected[name] ?? (isWeights ? 0 : null), given)
  }
}

/** A named tolerance of the outer key reaches inside its map; otherwise the inner name decides. */
function toleranceKey(outer: string, inner: string, given: JsonMap): string {
  const named = Object.entries(namedTolerances).some(
    ([name, keys]) => given[name] !== undefined && keys.includes(outer),
  )
  return named ? outer : inner
}

function holdsNumber(value: Json | undefined): boolean {
  if (typeof value === 'number') return true
  if (Array.isArray(value)) return value.some(holdsNumber)
  return isMap(value) && Object.values(value).some(holdsNumber)
}

function termHasNumber(values: JsonMap, term: string): boolean {
  return Object.entries(values).some(([key, value]) => {
    if (key === term || key === `${term}Se`) return holdsNumber(value)
    return isMap(value) && termHasNumber(value, term)
  })
}

/** The verdict on a flag of the expected map; null when the key is not a flag that is handled here. */
function flagHolds(key: string, expected: Json, values: JsonMap, result: CaseResult): boolean | null {
  const warned = result.warnings.length > 0 || result.refused !== null
  if (key === 'mustWarn') return expected !== true || warned
  if (expected !== false) return null
  if (key.endsWith('Identifiable')) {
    const term = key.slice(0, -'Identifiable'.length)
    return warned && !termHasNumber(values, term)
  }
  if (key === 'testDefined') {
    const said = values.testDefined === false || result.refused !== null
    return said && !Object.entries(values).some(([name, value]) => testKey.test(name) && holdsNumber(value))
  }
  if (key === 'feasible')
    return (values.feasible === false || result.refused !== null) && !holdsNumber(values.weights)
  if (key === 'weightsUnique') return values.weightsUnique === false && warned
  return null
}

/** Compares a result with the expected values of its case, key by key. */
export function compare(item: Case, result: CaseResult): Comparison {
  const worst = new Worst()
  const values = result.values as JsonMap
  for (const [key, expected] of Object.entries(item.expected)) {
    if (neverCompared.has(key)) continue
    const flag = flagHolds(key, expected, values, result)
    if (flag !== null) worst.add(flag ? 0 : Infinity, key, values[key], expected, 'flag')
    else compareValue(worst, key, key, values[key], expected, item.tolerance)
  }
  return worst.comparison
}
