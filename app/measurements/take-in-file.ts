import { createHash } from 'node:crypto'
import { experimentForChange, type Measure, unitsOf } from '../experiments/index.ts'
import type { Database } from '../platform/database/database.ts'
import { dayOf } from '../platform/format.ts'
import { inTurns } from '../platform/in-turns.ts'
import { queueJob } from '../platform/jobs/queue-job.ts'
import { record } from '../platform/log/log.ts'
import { done, type Outcome, refuse } from '../platform/web/page.ts'
import type { SentFile } from '../platform/web/sent-file.ts'
import type { Acting } from '../platform/web/visitor.ts'
import { texts } from '../texts/index.ts'
import type { FileChoice } from './file-choice.ts'
import { guessChoice, inShape } from './guess-columns.ts'
import { hoursKept, type ImportFile, outlineOf, summaryOf } from './import-file.ts'
import { filesWaiting, saveImportFile } from './import-file-store.ts'
import { daysWithReadings } from './imported-rows-store.ts'
import { jumpByRows } from './level-jump.ts'
import { readingsAsEntered } from './observation-store.ts'
import { takesObservations } from './observation.ts'
import { readFileRows } from './read-file-rows.ts'
import { readTableFile } from './read-table-file.ts'
import './import-file-jobs.ts'

/** How many files may wait in a municipality at a time. */
const mostFilesWaiting = 40

/** Takes in a file of measurements: read, understood as well as can be guessed, and kept for a day. Nothing of it is a reading yet. */
export async function takeInFile(
  database: Database,
  {
    person,
    now,
    requestId,
    newId,
    lang,
    experimentId,
    measure,
    file,
    way = 'file',
    shape = 'guess',
    existing = 'ask',
  }: Acting & {
    experimentId: string
    measure: Measure
    file: SentFile
    way?: ImportFile['way']
    /** One figure on each row, or a column for each place. */
    shape?: 'guess' | 'rows' | 'places'
    existing?: FileChoice['existing']
  },
): Promise<Outcome<{ id: string }>> {
  const words = texts[lang].tableFiles
  const read = await inTurns(readTableFile(file.bytes))
  const field = way === 'paste' ? 'text' : 'file'
  if (typeof read === 'string') return refuse(field, words.fileFaults[read])
  const experiment = await experimentForChange(database, experimentId)
  if (!experiment?.municipalityCode || !takesObservations(experiment))
    return refuse('', texts[lang].measurements.notNow)
  const { municipalityCode, plan } = experiment
  if ((await filesWaiting(database, municipalityCode, now)) >= mostFilesWaiting)
    return refuse(field, words.tooManyWaiting(mostFilesWaiting))

  const units = unitsOf(plan)
  // The sheet with most rows is the likeliest; before it usually stand instructions.
  const sheetNumber = read.sheets.reduce(
    (best, sheet, index) => (sheet.rows.length > (read.sheets[best]?.rows.length ?? 0) ? index : best),
    0,
  )
  const sheet = read.sheets[sheetNumber]
  if (!sheet) throw new Error('a file that was taken has no sheet')
  const guessed = guessChoice(sheet, sheetNumber, { measure, units })
  const inItsShape = shape === 'guess' ? guessed : inShape(sheet, guessed, { shape, units })
  const choice = { ...inItsShape, existing }
  const stored = await daysWithReadings(database, { experimentId, measureId: measure.id })
  const understood = await inTurns(
    readFileRows(sheet, choice, {
      measure,
      plan,
      today: dayOf(now),
      stored,
      units,
      unitChanges: experiment.unitChanges,
    }),
  )
  const entered = await readingsAsEntered(database, experimentId)
  const reading = { ...understood, jump: jumpByRows(experiment, measure, entered, understood.rows) }
  const id = newId()
  const fingerprint = createHash('sha256').update(file.bytes).digest('hex')
  await saveImportFile(
    database,
    {
      id,
      experimentId,
      municipalityCode,
      measureId: measure.id,
      fileName: file.name,
      way,
      fingerprint,
      outline: outlineOf(read),
      choice,
      reading: summaryOf(reading),
      uploadedBy: person.id,
      uploadedAt: now,
    },
    { sheets: read.sheets, faulty: reading.faulty },
  )
  await queueJob(
    database,
    'forget-import-file',
    { fileId: id },
    { key: `forget ${id}`, runAt: new Date(now.getTime() + hoursKept * 3_600_000) },
  )
  await record(database, {
    chain: municipalityCode,
    action: 'import-file.sent',
    recordKind: 'experiment',
    recordId: experimentId,
    personId: person.id,
    requestId,
    at: now,
    after: { importId: id, measureId: measure.id, fileFingerprint: fingerprint, bytes: file.bytes.length },
  })
  return done({ id })
}
