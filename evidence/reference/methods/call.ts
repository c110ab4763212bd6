import * as engine from '../../src/index.ts'
import type { Finding } from '../../src/finding.ts'
import { codes, MalformedCase, type Methods } from '../case.ts'

const functions = new Map<string, unknown>(Object.entries(engine))

function isFinding(given: unknown): given is Finding<unknown> {
  return typeof given === 'object' && given !== null && 'ok' in given && 'warnings' in given
}

/**
 * Any public function of the engine by its name, with its arguments in their order: `{ function, arguments }`. So that
 * whoever keeps what the engine was asked can have it asked again. `values` hold `value` (null when it refused), the codes
 * of `warnings`, and `refused`, the code of the refusal or null.
 */
export const methods: Methods = {
  call: (input) => {
    const name = input.text('function')
    const asked = functions.get(name)
    const given = input.raw.arguments
    if (typeof asked !== 'function') throw new MalformedCase(`the engine has no function ${name}`)
    if (!Array.isArray(given)) throw new MalformedCase('arguments has to be a list')
    const answer: unknown = Reflect.apply(asked, undefined, given)
    if (!isFinding(answer))
      return { values: { value: answer, warnings: [], refused: null }, warnings: [], refused: null }
    const warnings = codes(answer.warnings)
    const [value, refusal] = answer.ok ? [answer.value, null] : [null, answer.refusal]
    return { values: { value, warnings, refused: refusal?.code ?? null }, warnings, refused: refusal }
  },
}
