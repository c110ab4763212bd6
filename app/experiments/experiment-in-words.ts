import { municipalityByCode, placeName } from '../municipalities/index.ts'
import { formatDate } from '../platform/format.ts'
import type { Lang } from '../platform/language.ts'
import { texts } from '../texts/index.ts'
import type { TagKind } from '../ui/index.ts'
import { type Experiment, type ExperimentState, type Outcome, themes } from './experiment.ts'

const stateKinds: Record<ExperimentState, TagKind> = {
  draft: 'plain',
  awaiting_decision: 'cloudberry',
  planned: 'plain',
  running: 'lake',
  paused: 'plain',
  learning: 'cloudberry',
  decided: 'spruce',
  ended: 'ink',
  aborted: 'ink',
}

const outcomeKinds: Record<Outcome, TagKind> = {
  spread: 'spruce',
  continued: 'spruce',
  changed: 'cloudberry',
  stopped: 'lichen',
  unknown: 'plain',
}

/** What a list says of an experiment's state in a word: the outcome once there is one, the stage before that. */
export function stateInWords(
  lang: Lang,
  experiment: Pick<Experiment, 'state' | 'outcome' | 'origin'>,
): { text: string; kind: TagKind } {
  const words = texts[lang].experiments
  // Of a published experiment only the end is known, not the stage.
  const outcome = experiment.outcome ?? (experiment.origin === 'published' ? 'unknown' : null)
  return outcome === null
    ? { text: words.states[experiment.state], kind: stateKinds[experiment.state] }
    : { text: words.outcomes[outcome], kind: outcomeKinds[outcome] }
}

/** The name of a theme; undefined for none and for one that is no longer in use. */
export function themeInWords(lang: Lang, theme: string | null): string | undefined {
  const known = themes.find((one) => one === theme)
  return known && texts[lang].experiments.themes[known]
}

/** Where an experiment is held: the municipality's name, or the whole country. */
export function placeInWords(lang: Lang, municipalityCode: string | null): string {
  if (municipalityCode === null) return texts[lang].experiments.wholeCountry
  return municipalityByCode(municipalityCode) ? placeName(municipalityCode, lang) : municipalityCode
}

/** When it goes on: days where they are known, years where a source tells only them, otherwise that it is not known. */
export function timeInWords(
  lang: Lang,
  experiment: Pick<Experiment, 'startsOn' | 'endsOn' | 'yearFrom' | 'yearTo'>,
): string {
  const words = texts[lang].experiments.inShort
  const { startsOn, endsOn, yearFrom, yearTo } = experiment
  if (startsOn !== null && endsOn !== null)
    return words.dates(formatDate(lang, startsOn), formatDate(lang, endsOn))
  if (startsOn !== null) return words.from(formatDate(lang, startsOn))
  return words.years(yearFrom, yearTo)
}

/** The language in which texts of a municipality are indexed: its own first language. */
export function firstLanguageOf(municipalityCode: string | null): Lang {
  const known = municipalityCode === null ? undefined : municipalityByCode(municipalityCode)
  return known?.languages.startsWith('sv') ? 'sv' : 'fi'
}
