import { experimentForChange, type Measure } from '../experiments/index.ts'
import type { Database } from '../platform/database/database.ts'
import { record } from '../platform/log/log.ts'
import { done, type Outcome, refuse } from '../platform/web/page.ts'
import type { Acting } from '../platform/web/visitor.ts'
import { texts } from '../texts/index.ts'
import {
  addImportedRows,
  type ImportedRows,
  removeReplacedReadings,
  type ReplacedReading,
  undoImportRows,
} from './imported-rows-store.ts'
import { saveImport } from './observation-store.ts'
import { takesObservations } from './observation.ts'
import { readingsChanged } from './readings-changed.ts'
import type { PastedRow } from './read-pasted-table.ts'

const rowsInOneStatement = 2_000

/** Stores all rows of a pasted table that has no faulty row left: all of them or none. */
export async function importTable(
  database: Database,
  {
    person,
    now,
    requestId,
    newId,
    lang,
    experimentId,
    measure,
    rows,
    replaceStored,
  }: Acting & { experimentId: string; measure: Measure; rows: readonly PastedRow[]; replaceStored: boolean },
): Promise<Outcome<{ importId: string }>> {
  const words = texts[lang].measurements
  const experiment = await experimentForChange(database, experimentId)
  if (!experiment?.municipalityCode || !takesObservations(experiment)) return refuse('', words.notNow)
  const municipalityCode = experiment.municipalityCode
  const importId = newId()
  await saveImport(database, {
    id: importId,
    experimentId,
    municipalityCode,
    rows: rows.length,
    personId: person.id,
    now,
  })
  const imported: ImportedRows = {
    importId,
    way: 'paste',
    experimentId,
    municipalityCode,
    measureId: measure.id,
    personId: person.id,
    now,
  }
  const replaced: ReplacedReading[] = []
  for (let from = 0; from < rows.length; from += rowsInOneStatement) {
    const some = rows.slice(from, from + rowsInOneStatement)
    if (replaceStored)
      replaced.push(
        ...(await removeReplacedReadings(database, { ...imported, why: words.sameDay.replacedReason }, some)),
      )
    await addImportedRows(database, imported, some, some.map(newId))
  }
  await readingsChanged(database, experimentId)
  await record(database, {
    chain: municipalityCode,
    action: 'observations.imported',
    recordKind: 'experiment',
    recordId: experimentId,
    personId: person.id,
    requestId,
    at: now,
    before: replaced.length ? replaced.map(({ id, day, value }) => ({ id, day, value })) : undefined,
    after: {
      importId,
      measureId: measure.id,
      rows: rows.map(({ unit, day, value, note }) => ({ ...(unit !== null && { unit }), day, value, note })),
    },
  })
  return done({ importId })
}

/** Takes a whole pasted table away again. */
export async function undoImport(
  database: Database,
  {
    person,
    now,
    requestId,
    lang,
    experimentId,
    importId,
  }: Acting & { experimentId: string; importId: string },
): Promise<Outcome> {
  const words = texts[lang].measurements
  const experiment = await experimentForChange(database, experimentId)
  if (!experiment?.municipalityCode || !takesObservations(experiment)) return refuse('', words.notNow)
  const undone = await undoImportRows(database, {
    id: importId,
    experimentId,
    personId: person.id,
    now,
    why: words.undo.reason,
  })
  if (!undone) return refuse('', words.undo.goneAlready)
  await readingsChanged(database, experimentId)
  await record(database, {
    chain: experiment.municipalityCode,
    action: 'observations.import-undone',
    recordKind: 'experiment',
    recordId: experimentId,
    personId: person.id,
    requestId,
    at: now,
    before: { importId },
  })
  return done()
}
