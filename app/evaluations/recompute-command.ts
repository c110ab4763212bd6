import { existsSync, readFileSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Command } from '../platform/operating/commands.ts'
import type { MeasureEvaluation } from './evaluation.ts'
import { printed } from './figures.ts'
import { recompute } from './recompute.ts'

/** A bundle is far smaller; what is larger is not read at all. In bytes. */
const largest = 100_000_000

/**
 * `uskalla recompute BUNDLE.zip`: computes a result again from its bundle, without settings, database or network. Exit
 * codes: 0 everything is the same, 1 something differs, 2 there is no bundle to read.
 */
export const recomputeCommand: Command = {
  parameters: 'BUNDLE.zip',
  summary: 'Computes a published result again from its bundle and names the first figure that differs.',
  async withoutDatabase(say, [file, ...others]) {
    if (file === undefined || others.length > 0) {
      say('Which bundle? uskalla recompute BUNDLE.zip')
      return 2
    }
    // npm runs commands in the product's folder; a path is meant from where the person stands.
    const path = resolve(process.env.INIT_CWD ?? process.cwd(), file)
    if (!existsSync(path) || !statSync(path).isFile()) {
      say(`There is no file ${file}.`)
      return 2
    }
    const found =
      statSync(path).size > largest ? 'It is larger than a bundle may be.' : recompute(readFileSync(path))
    if (typeof found === 'string') {
      say(`${file} cannot be computed again. ${found}`)
      return 2
    }
    const { figures, questions, faults, otherEngine, measures, beside } = found
    if (otherEngine !== undefined)
      say(
        `The bundle was computed by version ${otherEngine} of the engine; this is another. It is compared anyway.`,
      )
    for (const one of beside.skipped) say(`${one} It is not computed again.`)
    if (faults.length > 0) {
      for (const fault of faults) say(fault)
      say('The result is not the same.')
      return 1
    }
    for (const { name, unit, evaluation } of measures) say(`${name}: ${resultOf(evaluation, unit)}`)
    say(
      `The result is the same: ${figures} figures and words, ${questions} questions to the engine, to the last digit.`,
    )
    if (beside.looks + beside.explorations > 0)
      say(`So are ${beside.looks} looks along the way and ${beside.explorations} analyses outside the plan.`)
    return 0
  },
  run: async ({ say }) => {
    say('Which bundle? uskalla recompute BUNDLE.zip')
    return 1
  },
}

function resultOf({ analysis, finding }: MeasureEvaluation, unit: string): string {
  const amount = (value: number | null) => (value === null ? 'unbounded' : printed(value))
  if (analysis?.effect) {
    const { estimate, low, high } = analysis.effect
    return `${amount(estimate)}${unit ? ` ${unit}` : ''}, range ${amount(low)} to ${amount(high)} (${analysis.method})`
  }
  if (analysis?.told.kind === 'refusal') return `cannot tell (${analysis.told.code})`
  return `${finding.standing}${analysis ? ` (${analysis.method})` : ''}`
}
