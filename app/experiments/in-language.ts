import type { Lang } from '../platform/language.ts'
import type { Experiment } from './experiment.ts'

/**
 * An experiment for the pages of a language: the names and units of its measures in that language, where they are known in
 * it. For showing only: the frozen plan keeps its own words, and its fingerprint is of those.
 */
export function inLanguage(lang: Lang, experiment: Experiment): Experiment {
  const words = experiment.published?.measureWords
  if (!words || experiment.hidden) return experiment
  return {
    ...experiment,
    plan: {
      ...experiment.plan,
      measures: experiment.plan.measures.map((measure, index) => ({
        ...measure,
        name: words[index]?.name[lang] ?? measure.name,
        unit: words[index]?.unit[lang] ?? measure.unit,
      })),
    },
  }
}
