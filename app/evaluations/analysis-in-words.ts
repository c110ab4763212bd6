import { findingInWords as inWords, type OutcomeWords, type Statement } from '@uskalla/evidence'
import type { Measure } from '../experiments/index.ts'
import type { Lang } from '../platform/language.ts'
import { texts } from '../texts/index.ts'
import type { MeasureFinding } from './evaluate-measure.ts'
import type { Analysis } from './evaluation.ts'
import { findingInWords } from './finding-in-words.ts'

/** How the engine's sentences speak of a measure. Nothing is inflected. */
export function outcomeWords(measure: Measure): OutcomeWords {
  const unit = measure.kind === 'number' ? measure.unit : ''
  return { lead: `${measure.name}:`, unit: { one: unit, many: unit } }
}

/** A measure in about three sentences, by the engine's wording; by its levels alone where there was nothing to analyse. */
export function measureInSentences(
  lang: Lang,
  measure: Measure,
  finding: MeasureFinding,
  analysis: Analysis | undefined,
): string[] {
  const levels = () => findingInWords(lang, measure, finding)
  if (!analysis || analysis.told.kind === 'level') return levels()
  const statement = statementOf(measure, analysis)
  if (!statement) return levels()
  const words = texts[lang].evaluations.words
  const outcome = outcomeWords(measure)
  const sentences = inWords(
    lang,
    statement,
    // Single values are the changes of places that start one after the other.
    statement.kind === 'values' ? { ...outcome, lead: words.changesPlaceByPlace(measure.name) } : outcome,
  )
  if (analysis.told.kind === 'effect' && analysis.told.higher !== undefined)
    sentences.splice(1, 0, ...inWords(lang, { kind: 'ranks', higher: analysis.told.higher }, outcome))
  if (wentWrong(measure, analysis)) sentences.splice(1, 0, words.wrongWay)
  // A chart tells that something changed; the amount is said first.
  return statement.kind === 'chart' ? [levels()[0] ?? '', ...sentences] : sentences
}

/** True where the change is told and lies in the direction that is not better. */
function wentWrong(measure: Measure, { told, effect }: Analysis): boolean {
  if (!effect) return false
  const { estimate, low, high } = effect
  const standsOut = told.kind === 'synthetic' && low === null && told.asLarge === 1
  const oneSided = low !== null && high !== null && (low > 0 || high < 0)
  return (standsOut || oneSided) && (measure.direction === 'up' ? estimate < 0 : estimate > 0)
}

/** What is to be said, for the engine's wording. Limits that nothing bounds are infinite there. */
function statementOf(measure: Measure, { told, effect }: Analysis): Statement | undefined {
  switch (told.kind) {
    case 'level':
      return undefined
    case 'effect':
      if (!effect) return undefined
      return {
        kind: 'effect',
        estimate: effect.estimate,
        low: effect.low ?? -Infinity,
        high: effect.high ?? Infinity,
        ground: told.ground,
        betterIs: measure.direction === 'up' ? 'higher' : 'lower',
        ...worthwhileOf(measure),
      }
    case 'synthetic':
      if (!effect) return undefined
      return {
        kind: 'synthetic',
        estimate: effect.estimate,
        low: effect.low ?? -Infinity,
        high: effect.high ?? Infinity,
        asLarge: told.asLarge,
        units: told.units,
        betterIs: measure.direction === 'up' ? 'higher' : 'lower',
        ...worthwhileOf(measure),
      }
    default:
      return told
  }
}

function worthwhileOf({ smallestWorthwhile }: Measure): { smallestWorthwhile?: number } {
  return smallestWorthwhile !== null && smallestWorthwhile > 0 ? { smallestWorthwhile } : {}
}
