import * as engine from '@uskalla/evidence'

/** A question that was put to the statistics engine, with its answer, so that anyone can put it again. Plain JSON. */
export interface EngineCall {
  /** Name of a public function of `@uskalla/evidence`. */
  function: string
  arguments: unknown[]
  answer: {
    /** null when the engine refused. Numbers that nothing bounds are the texts `Inf` and `-Inf`. */
    value: unknown
    warnings: string[]
    /** Code of the refusal; null when it did not refuse. */
    refused: string | null
  }
}

let listening: EngineCall[] | undefined

/** Does work that asks the engine, without waiting in between, and tells what was asked beside what came of it. */
export function withCalls<Result>(work: () => Result): { result: Result; calls: EngineCall[] } {
  const outer = listening
  const calls: EngineCall[] = []
  listening = calls
  try {
    return { result: work(), calls }
  } finally {
    listening = outer
  }
}

function noted<Asked extends (...given: never[]) => unknown>(name: string, asked: Asked): Asked {
  const noting = (...given: Parameters<Asked>): unknown => {
    const answer: unknown = asked(...given)
    listening?.push({ function: name, arguments: given.map(asJson), answer: answerOf(answer) })
    return answer
  }
  return noting as Asked
}

function answerOf(answer: unknown): EngineCall['answer'] {
  if (!isFinding(answer)) return { value: asJson(answer), warnings: [], refused: null }
  return {
    value: answer.ok ? asJson(answer.value) : null,
    warnings: [...new Set(answer.warnings.map((warning) => warning.code))],
    refused: answer.ok ? null : answer.refusal.code,
  }
}

function isFinding(given: unknown): given is engine.Finding<unknown> {
  return typeof given === 'object' && given !== null && 'ok' in given && 'warnings' in given
}

/** A value of the engine as JSON can tell it: undefined figures are null, infinite ones texts, what is not there left out. */
export function asJson(value: unknown): unknown {
  if (typeof value === 'number') {
    if (Number.isNaN(value)) return null
    if (Number.isFinite(value)) return value
    return value > 0 ? 'Inf' : '-Inf'
  }
  if (Array.isArray(value)) return value.map(asJson)
  if (ArrayBuffer.isView(value) && !(value instanceof DataView))
    return Array.from(value as Float64Array, asJson)
  if (value instanceof Map) return asJson(Object.fromEntries(value))
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, part]) => (part === undefined ? [] : [[key, asJson(part)]])),
    )
  return value ?? null
}

// What evaluations ask of the engine. Only through here, so that every question can be put again.
export const assessEvidence = noted('assessEvidence', engine.assessEvidence)
export const autoregressiveSeries = noted('autoregressiveSeries', engine.autoregressiveSeries)
export const compareTwoGroups = noted('compareTwoGroups', engine.compareTwoGroups)
export const exactChangeTest = noted('exactChangeTest', engine.exactChangeTest)
export const interruptedSeries = noted('interruptedSeries', engine.interruptedSeries)
export const ordinalAgreement = noted('ordinalAgreement', engine.ordinalAgreement)
export const pairedChange = noted('pairedChange', engine.pairedChange)
export const permutationInterval = noted('permutationInterval', engine.permutationInterval)
export const precisionOf = noted('precisionOf', engine.precisionOf)
export const runChart = noted('runChart', engine.runChart)
export const steppedWedgeTest = noted('steppedWedgeTest', engine.steppedWedgeTest)
export const syntheticControl = noted('syntheticControl', engine.syntheticControl)
export const xmrChart = noted('xmrChart', engine.xmrChart)
