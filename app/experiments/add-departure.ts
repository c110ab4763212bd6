import type { Database } from '../platform/database/database.ts'
import { dayOf, formatNumber } from '../platform/format.ts'
import { queueJob } from '../platform/jobs/queue-job.ts'
import type { Lang } from '../platform/language.ts'
import { record } from '../platform/log/log.ts'
import { done, type Outcome, refuse } from '../platform/web/page.ts'
import type { Acting } from '../platform/web/visitor.ts'
import { texts } from '../texts/index.ts'
import { saveDeparture } from './diary-store.ts'
import { experimentForChange } from './experiment-store.ts'
import { type Measure, measureOf } from './plan.ts'
import type { UnitChange } from './unit-change.ts'

declare module '../platform/jobs/queue-job.ts' {
  interface JobPayloads {
    'evaluate-experiment': { experimentId: string }
  }
}

/** The unit in which a measure is read from the day of a departure on. */
export interface NewUnit {
  measureId: string
  unit: string
  /** How many of the plan's units one new unit is; null where it cannot be converted. */
  planUnits: number | null
}

/**
 * Writes beside the frozen plan what was done otherwise, from which day and why. Where a measure is read in another unit
 * from then on, its readings of those days, those that stand already included, are in that unit. Nobody can change it afterwards.
 */
export async function addDeparture(
  database: Database,
  {
    person,
    now,
    requestId,
    newId,
    lang,
    id,
    day,
    what,
    why,
    newUnit,
  }: Acting & {
    id: string
    day: string
    /** May be left out where a unit changed: it is then told by the unit. */
    what: string | null
    why: string
    newUnit?: NewUnit | undefined
  },
): Promise<Outcome> {
  const words = texts[lang].experiments.departure
  const experiment = await experimentForChange(database, id)
  if (!experiment || experiment.municipalityCode === null) throw new Error('an experiment disappeared')
  if (experiment.frozenAt === null) return refuse('', words.notFrozen)
  if (day > dayOf(now)) return refuse('day', words.inFuture)
  const measure = newUnit && measureOf(experiment.plan, newUnit.measureId)
  if (newUnit && measure?.kind !== 'number') return refuse('measure', words.unit.numbersOnly)
  const inUnit = measure && newUnit ? withPlanUnits(measure, newUnit) : undefined
  const told = what ?? (measure && inUnit ? unitInWords(lang, measure, inUnit) : undefined)
  if (told === undefined) return refuse('what', words.whatMissing)
  const unitChange: UnitChange | null = inUnit ? { ...inUnit, day } : null
  const departure = { id: newId(), day, what: told, why, personId: person.id, at: now, unitChange }
  await saveDeparture(database, {
    ...departure,
    experimentId: id,
    municipalityCode: experiment.municipalityCode,
  })
  // The readings are others now, although none was touched.
  if (unitChange)
    await queueJob(database, 'evaluate-experiment', { experimentId: id }, { key: `evaluate ${id}` })
  await record(database, {
    chain: experiment.municipalityCode,
    action: 'plan.departed-from',
    recordKind: 'experiment',
    recordId: id,
    personId: person.id,
    requestId,
    at: now,
    after: { day, what: told, why, ...(inUnit && { ...inUnit }) },
  })
  return done()
}

/** Back in the plan's own unit, one is one. */
function withPlanUnits(measure: Measure, newUnit: NewUnit): NewUnit {
  return newUnit.unit === measure.unit ? { ...newUnit, planUnits: 1 } : newUnit
}

/** "Hävikki: lukemat yksikössä g (1 g = 0,001 kg)". */
function unitInWords(lang: Lang, measure: Measure, { unit, planUnits }: NewUnit): string {
  const words = texts[lang].experiments.departure.unit
  return planUnits === null
    ? words.toldApart(measure.name, unit, measure.unit)
    : words.told(measure.name, unit, `${formatNumber(lang, planUnits)} ${measure.unit}`.trim())
}
