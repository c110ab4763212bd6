import { experimentForChange } from '../experiments/index.ts'
import { observationsOf, seriesOf } from '../measurements/index.ts'
import type { Database } from '../platform/database/database.ts'
import { record } from '../platform/log/log.ts'
import { done, type Outcome, refuse } from '../platform/web/page.ts'
import type { Acting } from '../platform/web/visitor.ts'
import { texts } from '../texts/index.ts'
import { dataFingerprint } from './data-fingerprint.ts'
import { evidenceLevelOf, mainFinding } from './evaluate-measure.ts'
import { currentEvaluationOf } from './current-evaluation.ts'
import { notYetInWords } from './trouble-in-words.ts'
import { findingOf, type Learning, saveFinding, type Telling } from './finding-store.ts'

/** Writes down what came of a trial, with the figures and fingerprints of this moment. A later writing is a new version. */
export async function recordFinding(
  database: Database,
  {
    person,
    now,
    requestId,
    newId,
    lang,
    experimentId,
    version,
    happened,
    tells,
    learning,
  }: Acting & {
    experimentId: string
    /** The version that was read; 0 when there was none. */
    version: number
    happened: string
    tells: Telling
    learning: Learning
  },
): Promise<Outcome> {
  const experiment = await experimentForChange(database, experimentId)
  if (!experiment?.municipalityCode || experiment.planFingerprint === null)
    return refuse('', texts[lang].evaluations.record.notFrozen)
  const before = await findingOf(database, experimentId)
  if ((before?.version ?? 0) !== version)
    return { ok: false, problems: [], theirs: { happened: before?.happened ?? '' } }
  const observations = await observationsOf(database, experimentId)
  const main = mainFinding(experiment.plan, (measureId) => seriesOf(experiment.plan, observations, measureId))
  const current = await currentEvaluationOf(database, experiment, now)
  if (!current.workedOut) return refuse('', notYetInWords(lang, current.trouble))
  const analysis = main && current.kept?.byMeasure[main.measure.id]?.analysis
  const finding = {
    experimentId,
    happened,
    tells,
    learning,
    figures: main?.finding ?? null,
    planFingerprint: experiment.planFingerprint,
    dataFingerprint: dataFingerprint(observations),
    evidenceLevel: analysis?.evidence.step ?? (main ? evidenceLevelOf(main.finding) : 0),
    writtenBy: person.id,
    writtenAt: now,
    version: version + 1,
  }
  const id = newId()
  await saveFinding(database, { ...finding, id, municipalityCode: experiment.municipalityCode })
  await record(database, {
    chain: experiment.municipalityCode,
    action: 'finding.recorded',
    recordKind: 'experiment',
    recordId: experimentId,
    personId: person.id,
    requestId,
    at: now,
    before: before && { happened: before.happened, tells: before.tells, learning: before.learning },
    after: { happened, tells, learning, dataFingerprint: finding.dataFingerprint },
  })
  return done()
}
