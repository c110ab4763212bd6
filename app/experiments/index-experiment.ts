import type { Database } from '../platform/database/database.ts'
import { languages } from '../platform/language.ts'
import { indexDocument } from '../search/index.ts'
import { type Experiment, isPublic } from './experiment.ts'
import { firstLanguageOf } from './experiment-in-words.ts'

/** Texts one after the other; those that end without a full stop get one, so that an excerpt reads as sentences. */
const joined = (parts: readonly (string | null | undefined)[]) =>
  parts.flatMap((part) => part?.trim().replace(/[\p{Letter}\p{Number})%€]$/u, '$&.') || []).join('\n')

/**
 * Puts a public experiment as it now stands into the search index; nothing happens while it is not public or hidden. Published ones
 * are found in three languages, others in the first language of their municipality.
 */
export async function indexExperiment(database: Database, experiment: Experiment): Promise<void> {
  if (!isPublic(experiment) || experiment.hidden) return
  const common = {
    kind: 'experiment',
    recordId: experiment.id,
    municipalityCode: experiment.municipalityCode ?? undefined,
    theme: experiment.theme ?? undefined,
    state: experiment.state,
    year: experiment.yearFrom ?? undefined,
    addressParameters: { id: experiment.id },
    isExample: experiment.origin === 'example',
  }
  const { published, plan } = experiment
  if (published) {
    for (const language of languages)
      await indexDocument(database, {
        ...common,
        language,
        title: published.title[language],
        body: joined([
          published.tried[language],
          published.measure?.[language],
          published.result?.statement?.[language],
          published.scale?.[language],
        ]),
        sourceUrl: published.sources[0],
      })
    return
  }
  await indexDocument(database, {
    ...common,
    language: firstLanguageOf(experiment.municipalityCode),
    title: experiment.title,
    body: joined([
      plan.summary,
      plan.goal,
      plan.doing,
      plan.prediction,
      ...plan.measures.map((one) => one.name),
    ]),
    keywords: joined([plan.targetGroup, plan.place, plan.cooperation]),
  })
}
