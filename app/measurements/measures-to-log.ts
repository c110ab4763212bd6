import {
  type Experiment,
  experimentsByIds,
  listExperiments,
  type Measure,
  measureOn,
  titleOf,
  unitsOf,
} from '../experiments/index.ts'
import type { Lang } from '../platform/language.ts'
import { workplaces } from '../platform/web/policy.ts'
import type { Visit } from '../platform/web/visit.ts'
import { mayMeasure } from './measurement-policy.ts'
import type { PhoneMeasure } from './phone-entry.ts'

/** The most running experiments of a municipality that are offered for logging at once. */
const mostInMunicipality = 50

/** The experiments in which the visitor may log now: those they are responsible for first, the others by change. */
export async function experimentsToLog(visit: Visit): Promise<Experiment[]> {
  const { database, person } = visit
  const ids: string[] = []
  for (const municipalityCode of new Set(workplaces(visit))) {
    const listed = await listExperiments(
      database,
      { municipalityCode, state: ['running', 'paused', 'learning'] },
      1,
      mostInMunicipality,
    )
    ids.push(...listed.experiments.map(({ id }) => id))
  }
  const known = await experimentsByIds(database, ids)
  const open = ids
    .flatMap((id) => known.get(id) ?? [])
    .filter((experiment) => mayMeasure(visit, { experiment }))
  const own = (experiment: Experiment) => experiment.responsiblePersonId === person?.id
  return [...open.filter(own), ...open.filter((experiment) => !own(experiment))]
}

/** Measures of an experiment as a phone keeps them, in the units of today; all of them where none is named. */
export function measuresForPhone(
  lang: Lang,
  experiment: Experiment,
  today: string,
  measures: readonly Measure[] = experiment.plan.measures,
): PhoneMeasure[] {
  const read = measures.map((measure) => measureOn(experiment, measure, today))
  return read.map(({ id, name, unit, kind, scaleLow, scaleHigh }) => ({
    experimentId: experiment.id,
    measureId: id,
    title: titleOf(lang, experiment),
    name,
    unit,
    kind,
    ends: kind === 'scale' ? [scaleLow ?? '', scaleHigh ?? ''] : [],
    places: unitsOf(experiment.plan),
  }))
}
