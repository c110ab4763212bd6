import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { type ColumnType, sql } from 'kysely'
import { asSystem } from '../platform/database/acting.ts'
import type { Database } from '../platform/database/database.ts'
import {
  type FileOutline,
  hoursKept,
  type ImportFile,
  type ImportFileState,
  type ReadingSummary,
} from './import-file.ts'
import type { FileChoice } from './file-choice.ts'
import type { FaultyFileRow } from './read-file-rows.ts'
import type { Sheet } from './table-file.ts'

interface ImportFilesTable {
  id: string
  experiment_id: string
  municipality_code: string
  measure_id: string
  file_name: string
  way: ColumnType<ImportFile['way'], ImportFile['way'], never>
  fingerprint: string
  outline: ColumnType<FileOutline, string, string>
  cells: Buffer | null
  choice: ColumnType<FileChoice, string, string>
  reading: ColumnType<ReadingSummary, string, string>
  problems: Buffer
  state: ImportFileState
  came_back: ImportFile['cameBack']
  rows_done: number
  uploaded_by: string
  uploaded_at: Date
  version: number
}

declare module '../platform/database/tables.ts' {
  interface Tables {
    import_files: ImportFilesTable
  }
}

const pack = promisify(gzip)
const unpack = promisify(gunzip)
/** More than the cells of any file that is taken come to, in bytes. */
const largestUnpacked = 200_000_000

async function packed(value: unknown): Promise<Buffer> {
  return pack(JSON.stringify(value), { level: 1 })
}

async function unpacked(bytes: Buffer | null | undefined): Promise<unknown> {
  if (!bytes) return []
  return JSON.parse((await unpack(bytes, { maxOutputLength: largestUnpacked })).toString('utf8'))
}

const oldest = (now: Date) => new Date(now.getTime() - hoursKept * 3_600_000)

/** Keeps a file with its cells; an earlier one of the same person for the same experiment that is not under way makes room. */
export async function saveImportFile(
  database: Database,
  file: Omit<ImportFile, 'state' | 'cameBack' | 'rowsDone' | 'version'>,
  { sheets, faulty }: { sheets: readonly Sheet[]; faulty: readonly FaultyFileRow[] },
): Promise<void> {
  await database
    .deleteFrom('import_files')
    .where('experiment_id', '=', file.experimentId)
    .where('uploaded_by', '=', file.uploadedBy)
    .where('state', 'in', ['waiting', 'stored'])
    .execute()
  await database
    .insertInto('import_files')
    .values({
      id: file.id,
      experiment_id: file.experimentId,
      municipality_code: file.municipalityCode,
      measure_id: file.measureId,
      file_name: file.fileName,
      way: file.way,
      fingerprint: file.fingerprint,
      outline: JSON.stringify(file.outline),
      cells: await packed(sheets),
      choice: JSON.stringify(file.choice),
      reading: JSON.stringify(file.reading),
      problems: await packed(faulty),
      state: 'waiting',
      came_back: null,
      rows_done: 0,
      uploaded_by: file.uploadedBy,
      uploaded_at: file.uploadedAt,
      version: 1,
    })
    .execute()
}

/** One's own file of an experiment, undefined when there is none or its day is over. The system sees everybody's. */
export async function importFileById(
  database: Database,
  { id, experimentId, now }: { id: string; experimentId: string; now: Date },
): Promise<ImportFile | undefined> {
  const row = await database
    .selectFrom('import_files')
    .select([
      'id',
      'experiment_id',
      'municipality_code',
      'measure_id',
      'file_name',
      'way',
      'fingerprint',
      'outline',
      'choice',
      'reading',
      'state',
      'came_back',
      'rows_done',
      'uploaded_by',
      'uploaded_at',
      'version',
    ])
    .where('id', '=', id)
    .where('experiment_id', '=', experimentId)
    .where('uploaded_at', '>', oldest(now))
    .executeTakeFirst()
  return (
    row && {
      id: row.id,
      experimentId: row.experiment_id,
      municipalityCode: row.municipality_code,
      measureId: row.measure_id,
      fileName: row.file_name,
      way: row.way,
      fingerprint: row.fingerprint,
      outline: row.outline,
      choice: row.choice,
      reading: row.reading,
      state: row.state,
      cameBack: row.came_back,
      rowsDone: row.rows_done,
      uploadedBy: row.uploaded_by,
      uploadedAt: row.uploaded_at,
      version: row.version,
    }
  )
}

/** The cells of a file, sheet by sheet; none once they have been stored as readings. */
export async function cellsOfImportFile(database: Database, id: string): Promise<Sheet[]> {
  const row = await database
    .selectFrom('import_files')
    .select('cells')
    .where('id', '=', id)
    .executeTakeFirst()
  return (await unpacked(row?.cells)) as Sheet[]
}

/** The rows of a file that cannot be stored, in their order. */
export async function problemsOfImportFile(database: Database, id: string): Promise<FaultyFileRow[]> {
  const row = await database
    .selectFrom('import_files')
    .select('problems')
    .where('id', '=', id)
    .executeTakeFirst()
  return (await unpacked(row?.problems)) as FaultyFileRow[]
}

/** Keeps how a file is understood now. False when it was changed since `version`, or is not waiting. */
export async function saveFileReading(
  database: Database,
  {
    id,
    version,
    choice,
    reading,
    faulty,
    cameBack = null,
  }: {
    id: string
    version: number
    choice: FileChoice
    reading: ReadingSummary
    faulty: readonly FaultyFileRow[]
    cameBack?: ImportFile['cameBack']
  },
): Promise<boolean> {
  const row = await database
    .updateTable('import_files')
    .set({
      choice: JSON.stringify(choice),
      reading: JSON.stringify(reading),
      problems: await packed(faulty),
      came_back: cameBack,
      state: 'waiting',
      rows_done: 0,
      version: sql<number>`version + 1`,
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('state', '<>', 'stored')
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Moves a file from one state to another. False when it was in none of `from`. Once it is stored its cells are gone. */
export async function moveImportFile(
  database: Database,
  {
    id,
    from,
    to,
    cameBack = null,
    version,
    choice,
  }: {
    id: string
    from: readonly ImportFileState[]
    to: ImportFileState
    cameBack?: ImportFile['cameBack']
    /** Only as long as nobody changed it. */
    version?: number
    choice?: FileChoice
  },
): Promise<boolean> {
  const row = await database
    .updateTable('import_files')
    .set({
      state: to,
      came_back: cameBack,
      version: sql<number>`version + 1`,
      ...(to === 'importing' || to === 'waiting' ? { rows_done: 0 } : {}),
      ...(to === 'stored' ? { cells: null } : {}),
      ...(choice && { choice: JSON.stringify(choice) }),
    })
    .where('id', '=', id)
    .where('state', 'in', [...from])
    .$if(version !== undefined, (update) => update.where('version', '=', version ?? 0))
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Notes how far a storing has come. False when it was cancelled meanwhile. */
export async function noteRowsDone(database: Database, id: string, rowsDone: number): Promise<boolean> {
  const row = await database
    .updateTable('import_files')
    .set({ rows_done: rowsDone })
    .where('id', '=', id)
    .where('state', '=', 'importing')
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Takes a file away with everything that was read of it, unless it is being stored. */
export async function forgetImportFile(database: Database, id: string): Promise<boolean> {
  const row = await database
    .deleteFrom('import_files')
    .where('id', '=', id)
    .where('state', 'in', ['waiting', 'stored'])
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** How many files of others' and one's own wait in a municipality: a number alone. */
export async function filesWaiting(database: Database, municipalityCode: string, now: Date): Promise<number> {
  const row = await asSystem(database, (system) =>
    system
      .selectFrom('import_files')
      .select(({ fn }) => fn.countAll<number>().as('files'))
      .where('municipality_code', '=', municipalityCode)
      .where('state', '<>', 'stored')
      .where('uploaded_at', '>', oldest(now))
      .executeTakeFirst(),
  )
  return row?.files ?? 0
}
