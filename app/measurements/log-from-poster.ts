import { experimentForChange, inPlanUnit, measureOf } from '../experiments/index.ts'
import { asSystem } from '../platform/database/acting.ts'
import type { Database } from '../platform/database/database.ts'
import { dayOf } from '../platform/format.ts'
import { done, type Outcome, refuse } from '../platform/web/page.ts'
import type { Acting } from '../platform/web/visitor.ts'
import { texts } from '../texts/index.ts'
import { faultOfValue, takesObservations } from './observation.ts'
import { isFarFromKnown, type OpenPoster, posterReadingsInMinute } from './poster.ts'
import { countPosterReadings, posterOfSecret } from './poster-store.ts'
import { extremesOfReadings, readingsOfDay } from './readings-of-day-store.ts'
import { storeReading } from './store-reading.ts'

/**
 * Takes one reading of today from whoever has scanned a poster; nobody stands as the one who entered it. A second number of
 * the day, or one far from all that are known, is asked about without telling what is known.
 */
export async function logFromPoster(
  database: Database,
  {
    now,
    requestId,
    newId,
    lang,
    secretHash,
    value,
    sure,
  }: Omit<Acting, 'person'> & { secretHash: string; value: number; sure: boolean },
): Promise<Outcome<OpenPoster>> {
  const words = texts[lang].posters.log
  // Nobody acts here: what the secret opens is all that is let through.
  return asSystem(database, async (system) => {
    const known = await posterOfSecret(system, secretHash)
    const experiment = known && (await experimentForChange(system, known.experimentId))
    const poster = experiment && (await posterOfSecret(system, secretHash))
    if (!poster || poster.revoked || !experiment.municipalityCode || !takesObservations(experiment))
      return refuse('', words.notInUse)
    const measure = measureOf(experiment.plan, poster.measureId)
    if (!measure) return refuse('', words.notInUse)
    const fault = faultOfValue(measure, value)
    if (fault) return refuse('value', texts[lang].measurements.faults[fault])
    const minuteAgo = new Date(now.getTime() - 60_000)
    if ((await countPosterReadings(system, poster.id, minuteAgo)) >= posterReadingsInMinute)
      return refuse('', words.tooMany)
    const day = dayOf(now)
    if (measure.kind === 'number' && !sure) {
      const { unitChanges } = experiment
      const days = (unitChanges ?? []).flatMap((one) => (one.measureId === measure.id ? one.day : []))
      const extremes = await extremesOfReadings(system, {
        experimentId: experiment.id,
        measureId: measure.id,
        days,
      })
      const figures = [
        ...extremes.flatMap((one) => inPlanUnit(unitChanges, { measureId: measure.id, ...one }) ?? []),
        ...(measure.baseline === null ? [] : [measure.baseline]),
      ]
      const comparable = inPlanUnit(unitChanges, { measureId: measure.id, day, value })
      if (comparable !== undefined && isFarFromKnown(comparable, figures)) return refuse('sure', words.farOff)
      const today = { experimentId: experiment.id, measureId: measure.id, unit: poster.unit, day }
      if ((await readingsOfDay(system, today)).length > 0) return refuse('sure', words.sameDay)
    }
    await storeReading(system, {
      personId: null,
      now,
      requestId,
      lang,
      experiment: { id: experiment.id, municipalityCode: experiment.municipalityCode },
      measure,
      id: newId(),
      unit: poster.unit,
      day,
      value,
      note: null,
      way: 'poster',
      posterId: poster.id,
      replaced: [],
    })
    return done(poster)
  })
}
