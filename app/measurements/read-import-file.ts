import { type Measure, measureOf, measureOn, unitsOf } from '../experiments/index.ts'
import type { Visit } from '../platform/web/visit.ts'
import { type FaultyFileRow, type ImportFile, otherUnitInHeading } from './import-file.ts'
import { importFileById, problemsOfImportFile } from './import-file-store.ts'
import { isSameUnit } from './file-numbers.ts'
import { readExperimentToMeasure, type ToMeasure } from './read-measurements.ts'

/** A file on its way in, as its page shows it. */
export interface FileOnItsWay extends ToMeasure {
  file: ImportFile
  measure: Measure
  units: readonly string[]
  /** All rows that cannot be stored. */
  faulty: FaultyFileRow[]
  /** The unit that the heading of the figures names, where it is another than the measure's. */
  otherUnit: string | undefined
}

/** One's own file of the address; undefined when there is none, its day is over, or it is somebody else's. */
export async function readImportFile(visit: Visit): Promise<FileOnItsWay | undefined> {
  const found = await readExperimentToMeasure(visit)
  if (!found) return undefined
  const { experiment } = found
  const { database, now } = visit
  const file = await importFileById(database, {
    id: visit.parameters.fileId ?? '',
    experimentId: experiment.id,
    now,
  })
  const measure = file && measureOf(experiment.plan, file.measureId)
  if (!file || !measure || file.uploadedBy !== visit.person?.id) return undefined
  const { firstDay, lastDay } = file.reading
  // Units change seldom: those of the first and of the last day are the ones that a heading can mean.
  const unitsOfDays = [firstDay, lastDay].map((day) =>
    day === null ? measure.unit : measureOn(experiment, measure, day).unit,
  )
  return {
    experiment,
    file,
    measure,
    units: unitsOf(experiment.plan),
    faulty: file.reading.faulty > 0 ? await problemsOfImportFile(database, file.id) : [],
    otherUnit:
      measure.unit === ''
        ? undefined
        : otherUnitInHeading(file, (unit) => unitsOfDays.some((one) => isSameUnit(unit, one))),
  }
}
