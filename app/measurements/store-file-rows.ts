import { createHash } from 'node:crypto'
import {
  collectsAnswers,
  experimentById,
  experimentForChange,
  measureOf,
  unitsOf,
} from '../experiments/index.ts'
import type { Database } from '../platform/database/database.ts'
import { dayOf } from '../platform/format.ts'
import { inTurns } from '../platform/in-turns.ts'
import type { Lang } from '../platform/language.ts'
import { record } from '../platform/log/log.ts'
import { texts } from '../texts/index.ts'
import { type ImportFile, summaryOf, whatStopsStoring } from './import-file.ts'
import { cellsOfImportFile, moveImportFile } from './import-file-store.ts'
import { addImportedRows, daysWithReadings, removeReplacedReadings } from './imported-rows-store.ts'
import { jumpByRows } from './level-jump.ts'
import { readingsAsEntered, saveImport } from './observation-store.ts'
import { takesObservations } from './observation.ts'
import { type FileReading, readFileRows } from './read-file-rows.ts'
import { keyOf, type PastedRow } from './read-pasted-table.ts'
import { readingsChanged } from './readings-changed.ts'

/** Nothing of a file was stored: the trial takes no readings any more, or the file would be read in another way now. */
export interface NotStored {
  ok: false
  why: 'closed' | 'changed'
}

const rowsInOneStatement = 2_000

/** Reads the cells of a file again, against today and what is stored now; undefined when the measure is gone. */
export async function readAgainstStored(
  database: Database,
  file: Pick<ImportFile, 'id' | 'experimentId' | 'measureId' | 'choice'>,
  now: Date,
  choice = file.choice,
): Promise<FileReading | undefined> {
  const experiment = await experimentById(database, file.experimentId)
  const measure = experiment && measureOf(experiment.plan, file.measureId)
  const sheet = (await cellsOfImportFile(database, file.id))[choice.sheet]
  if (!experiment || !measure || !sheet) return undefined
  const reading = await inTurns(
    readFileRows(sheet, choice, {
      measure,
      plan: experiment.plan,
      today: dayOf(now),
      stored: await daysWithReadings(database, file),
      units: unitsOf(experiment.plan),
      unitChanges: experiment.unitChanges,
    }),
  )
  const entered = await readingsAsEntered(database, experiment.id)
  return { ...reading, jump: jumpByRows(experiment, measure, entered, reading.rows) }
}

/**
 * Stores the rows of a file as readings, in the transaction of `database`: all that the person saw as good, or none. Nothing
 * is stored when the file would be read in another way than when they looked. `progress` hears how many rows are in and
 * may throw to stop.
 */
export async function storeFileRows(
  database: Database,
  {
    file,
    now,
    newId,
    requestId,
    lang,
    progress = async () => {},
  }: {
    file: ImportFile
    now: Date
    newId: () => string
    requestId: string
    lang: Lang
    progress?: (rowsDone: number) => Promise<void>
  },
): Promise<{ ok: true; rows: number } | NotStored> {
  const reading = await readAgainstStored(database, file, now)
  if (!reading) return { ok: false, why: 'closed' }
  const { rows } = reading
  const changed = rows.length !== file.reading.good || reading.faulty.length !== file.reading.faulty
  if (changed || whatStopsStoring(summaryOf(reading), file.choice)) return { ok: false, why: 'changed' }
  const imported = {
    importId: file.id,
    way: file.way,
    experimentId: file.experimentId,
    municipalityCode: file.municipalityCode,
    measureId: file.measureId,
    personId: file.uploadedBy,
    now,
  }
  const known = await daysWithReadings(database, file)
  await saveImport(database, {
    ...imported,
    id: file.id,
    rows: rows.length,
    leftOut: reading.leftOut + reading.faulty.length,
  })
  let replaced = 0
  for (let from = 0; from < rows.length; from += rowsInOneStatement) {
    const some = rows.slice(from, from + rowsInOneStatement)
    if (file.choice.existing === 'replace')
      replaced += (
        await removeReplacedReadings(
          database,
          { ...imported, why: texts[lang].measurements.sameDay.replacedReason },
          some,
        )
      ).length
    await addImportedRows(database, imported, some, some.map(newId))
    await progress(from + some.length)
  }
  // From here on nobody adds readings beside this: what others added since the beginning is seen now.
  const experiment = await experimentForChange(database, file.experimentId)
  if (!experiment || !takesObservations(experiment)) return { ok: false, why: 'closed' }
  const measure = measureOf(experiment.plan, file.measureId)
  if (measure && !collectsAnswers(measure) && file.choice.existing !== 'keep') {
    const added = await daysWithReadings(database, { ...file, exceptImportId: file.id })
    if (rows.some(({ day, unit }) => added.has(keyOf(day, unit)) && !known.has(keyOf(day, unit))))
      return { ok: false, why: 'changed' }
  }
  await moveImportFile(database, { id: file.id, from: ['waiting', 'importing'], to: 'stored' })
  await readingsChanged(database, file.experimentId)
  await record(database, {
    chain: file.municipalityCode,
    action: 'observations.imported',
    recordKind: 'experiment',
    recordId: file.experimentId,
    personId: file.uploadedBy,
    requestId,
    at: now,
    after: {
      importId: file.id,
      measureId: file.measureId,
      rows: rows.length,
      leftOut: reading.leftOut + reading.faulty.length,
      replaced,
      fileFingerprint: file.fingerprint,
      rowsFingerprint: fingerprintOfRows(rows),
    },
  })
  return { ok: true, rows: rows.length }
}

/** SHA-256 over the rows as they are stored, one JSON line each: what a line of the record holds instead of all of them. */
export function fingerprintOfRows(rows: readonly PastedRow[]): string {
  const hash = createHash('sha256')
  for (const { unit, day, value, note } of rows) hash.update(`${JSON.stringify([day, unit, value, note])}\n`)
  return hash.digest('hex')
}
