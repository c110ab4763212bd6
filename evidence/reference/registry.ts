import { methods as bayes } from './methods/bayes.ts'
import { methods as beforeAfter } from './methods/before-after.ts'
import { methods as call } from './methods/call.ts'
import { methods as cluster } from './methods/cluster.ts'
import { methods as decision } from './methods/decision.ts'
import { methods as descriptive } from './methods/descriptive.ts'
import { methods as did } from './methods/did.ts'
import { methods as disclosure } from './methods/disclosure.ts'
import { methods as its } from './methods/its.ts'
import { methods as meta } from './methods/meta.ts'
import { methods as multiplicity } from './methods/multiplicity.ts'
import { methods as ordinal } from './methods/ordinal.ts'
import { methods as power } from './methods/power.ts'
import { methods as proportions } from './methods/proportions.ts'
import { methods as randomised } from './methods/randomised.ts'
import { methods as regression } from './methods/regression.ts'
import { methods as reliability } from './methods/reliability.ts'
import { methods as runchart } from './methods/runchart.ts'
import { methods as sequential } from './methods/sequential.ts'
import { methods as smallarea } from './methods/smallarea.ts'
import { methods as spc } from './methods/spc.ts'
import { methods as survey } from './methods/survey.ts'
import { methods as survival } from './methods/survival.ts'
import { methods as synth } from './methods/synth.ts'
import { MalformedCase, type Case, type CaseResult, type Methods } from './case.ts'

/** Every method of the contract by its name. */
export const methods: Methods = {
  ...bayes,
  ...beforeAfter,
  ...call,
  ...cluster,
  ...decision,
  ...descriptive,
  ...did,
  ...disclosure,
  ...its,
  ...meta,
  ...multiplicity,
  ...ordinal,
  ...power,
  ...proportions,
  ...randomised,
  ...regression,
  ...reliability,
  ...runchart,
  ...sequential,
  ...smallarea,
  ...spc,
  ...survey,
  ...survival,
  ...synth,
}

/** The method of a case run on its input; undefined numbers become null and infinite ones "Inf" or "-Inf". */
export function runCase(item: Case): CaseResult {
  const method = Object.hasOwn(methods, item.method) ? methods[item.method] : undefined
  if (method === undefined) throw new MalformedCase(`unknown method ${item.method}`)
  const result = method(item.input, item.options)
  const values = plain(result.values) as Record<string, unknown>
  return { values, warnings: [...new Set(result.warnings)], refused: result.refused }
}

function plain(value: unknown): unknown {
  if (typeof value === 'number') {
    if (Number.isNaN(value)) return null
    if (Number.isFinite(value)) return value
    return value > 0 ? 'Inf' : '-Inf'
  }
  if (value instanceof Float64Array || value instanceof Int32Array || value instanceof Uint32Array)
    return Array.from(value, plain)
  if (Array.isArray(value)) return value.map(plain)
  if (value instanceof Map) return plain(Object.fromEntries(value))
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value)
        .filter(([, part]) => part !== undefined)
        .map(([key, part]) => [key, plain(part)]),
    )
  return value
}
