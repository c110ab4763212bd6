import { experimentForChange, measureOf, unitsOf } from '../experiments/index.ts'
import type { Database } from '../platform/database/database.ts'
import type { Lang } from '../platform/language.ts'
import { record } from '../platform/log/log.ts'
import { done, type Outcome, refuse } from '../platform/web/page.ts'
import type { Acting } from '../platform/web/visitor.ts'
import { texts } from '../texts/index.ts'
import { takesObservations } from './observation.ts'
import { hashOfPosterSecret } from './poster.ts'
import { savePoster } from './poster-store.ts'

/** Makes a poster for one measure. `secret` is handed in and forgotten: only its hash is kept. */
export async function makePoster(
  database: Database,
  {
    person,
    now,
    requestId,
    newId,
    lang,
    experimentId,
    measureId,
    unit,
    label,
    posterLang,
    secret,
  }: Acting & {
    experimentId: string
    measureId: string
    unit: string | null
    label: string
    posterLang: Lang
    secret: string
  },
): Promise<Outcome<{ posterId: string }>> {
  const words = texts[lang].measurements
  const experiment = await experimentForChange(database, experimentId)
  if (!experiment?.municipalityCode || !takesObservations(experiment)) return refuse('', words.notNow)
  if (!measureOf(experiment.plan, measureId)) return refuse('measure', words.measureMissing)
  const units = unitsOf(experiment.plan)
  if (units.length > 0 && (unit === null || !units.includes(unit))) return refuse('unit', words.unitMissing)
  const secretHash = hashOfPosterSecret(secret)
  if (secretHash === undefined) throw new Error('a poster needs a secret')
  const posterId = newId()
  await savePoster(database, {
    id: posterId,
    experimentId,
    municipalityCode: experiment.municipalityCode,
    measureId,
    unit: units.length > 0 ? unit : null,
    label,
    lang: posterLang,
    secretHash,
    personId: person.id,
    now,
  })
  await record(database, {
    chain: experiment.municipalityCode,
    action: 'poster.made',
    recordKind: 'poster',
    recordId: posterId,
    personId: person.id,
    requestId,
    at: now,
    after: { experimentId, measureId, unit, label },
  })
  return done({ posterId })
}
