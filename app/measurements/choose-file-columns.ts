import type { Database } from '../platform/database/database.ts'
import { formatNumber } from '../platform/format.ts'
import { queueJob } from '../platform/jobs/queue-job.ts'
import { record } from '../platform/log/log.ts'
import { done, type Outcome, refuse } from '../platform/web/page.ts'
import type { Acting } from '../platform/web/visitor.ts'
import { texts } from '../texts/index.ts'
import { type ImportFile, rowsAtOnce, summaryOf, whatStopsStoring } from './import-file.ts'
import { forgetImportFile, moveImportFile, saveFileReading } from './import-file-store.ts'
import type { FileChoice } from './file-choice.ts'
import { columnProblems } from './file-row-words.ts'
import { mostFigures } from './read-file-rows.ts'
import { readAgainstStored, storeFileRows } from './store-file-rows.ts'
import './import-file-jobs.ts'

type OnFile = Acting & { file: ImportFile; version: number }

async function note(
  database: Database,
  { person, now, requestId, file }: Acting & { file: ImportFile },
  action: 'import-file.read' | 'import-file.started' | 'import-file.cancelled' | 'import-file.dropped',
): Promise<void> {
  await record(database, {
    chain: file.municipalityCode,
    action,
    recordKind: 'experiment',
    recordId: file.experimentId,
    personId: person.id,
    requestId,
    at: now,
    after: { importId: file.id },
  })
}

/** Reads a file anew by what the person says of its columns. */
export async function chooseFileColumns(
  database: Database,
  request: OnFile & { choice: FileChoice },
): Promise<Outcome> {
  const { file, version, choice, now, lang } = request
  const reading = await readAgainstStored(database, file, now, choice)
  if (!reading) return refuse('', texts[lang].tableFiles.changedMeanwhile)
  const saved = await saveFileReading(database, {
    id: file.id,
    version,
    choice,
    reading: summaryOf(reading),
    faulty: reading.faulty,
  })
  if (!saved) return refuse('', texts[lang].tableFiles.changedMeanwhile)
  await note(database, request, 'import-file.read')
  return done()
}

/** Stores a file as it was looked at: a small one at once, a large one by a job whose progress is shown. */
export async function startStoringFile(
  database: Database,
  request: OnFile & { leaveOut: boolean; jumpIsReal?: boolean },
): Promise<Outcome<{ rows: number; underWay: boolean }>> {
  const { version, now, newId, requestId, lang } = request
  const words = texts[lang].tableFiles
  const jumpIsReal = request.jumpIsReal ? (request.file.reading.jump?.day ?? null) : null
  const file = { ...request.file, choice: { ...request.file.choice, leaveOut: request.leaveOut, jumpIsReal } }
  const stops = whatStopsStoring(file.reading, file.choice)
  if (stops === 'columns-to-tell') return { ok: false, problems: columnProblems(lang, file) }
  if (stops === 'too-many') return refuse('', words.across.tooMany(formatNumber(lang, mostFigures)))
  if (stops === 'level-jump') return refuse('sameUnit', texts[lang].measurements.paste.jump.answer)
  if (stops === 'faulty-rows' && file.choice.places)
    return refuse('leaveOut', words.across.faultyCells(file.reading.faulty))
  if (stops) return refuse(stops === 'faulty-rows' ? 'leaveOut' : '', words.stops[stops](file.reading.faulty))
  if (file.reading.good > rowsAtOnce) {
    const { id, choice } = file
    const moved = await moveImportFile(database, { id, from: ['waiting'], to: 'importing', version, choice })
    if (!moved) return refuse('', words.changedMeanwhile)
    await queueJob(
      database,
      'store-import-file',
      { fileId: file.id, experimentId: file.experimentId, lang, requestId },
      { key: `store ${file.id}`, maximumAttempts: 5 },
    )
    await note(database, request, 'import-file.started')
    return done({ rows: file.reading.good, underWay: true })
  }
  if (file.version !== version) return refuse('', words.changedMeanwhile)
  const stored = await storeFileRows(database, { file, now, newId, requestId, lang })
  if (!stored.ok) return refuse('', stored.why === 'closed' ? words.cameBack.closed : words.cameBack.changed)
  return done({ rows: stored.rows, underWay: false })
}

/** Stops a storing that is under way; what was stored until then goes with its transaction. */
export async function cancelStoringFile(
  database: Database,
  request: Acting & { file: ImportFile },
): Promise<Outcome> {
  const { file, lang } = request
  const moved = await moveImportFile(database, { id: file.id, from: ['importing'], to: 'cancelling' })
  if (!moved) return refuse('', texts[lang].tableFiles.changedMeanwhile)
  await note(database, request, 'import-file.cancelled')
  return done()
}

/** Takes a file away of which nothing has been stored. */
export async function dropFile(database: Database, request: Acting & { file: ImportFile }): Promise<Outcome> {
  const { file, lang } = request
  if (!(await forgetImportFile(database, file.id))) return refuse('', texts[lang].tableFiles.changedMeanwhile)
  await note(database, request, 'import-file.dropped')
  return done()
}
