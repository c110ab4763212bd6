import type { Jobs, OutgoingJobContext } from '../platform/jobs/worker.ts'
import type { Lang } from '../platform/language.ts'
import { type ImportFile, summaryOf } from './import-file.ts'
import {
  forgetImportFile,
  importFileById,
  moveImportFile,
  noteRowsDone,
  saveFileReading,
} from './import-file-store.ts'
import { type NotStored, readAgainstStored, storeFileRows } from './store-file-rows.ts'

declare module '../platform/jobs/queue-job.ts' {
  interface JobPayloads {
    'store-import-file': { fileId: string; experimentId: string; lang: Lang; requestId: string }
    'forget-import-file': { fileId: string }
  }
}

/** Carries out of the transaction why nothing of it may stay. */
class NothingStored extends Error {
  readonly why: 'cancelled' | NotStored['why']
  constructor(why: 'cancelled' | NotStored['why']) {
    super('nothing stored')
    this.why = why
  }
}

/**
 * Stores files of many rows, and forgets those whose day is over. One transaction holds all rows of a file; how far it has
 * come is told by short ones beside it, which also see when somebody cancels.
 */
export function importFileJobs(newId: () => string): Jobs {
  return {
    'store-import-file': {
      outgoing: async ({ fileId, experimentId, lang, requestId }, context) => {
        const { inTransaction, now } = context
        const file = await inTransaction((database) =>
          importFileById(database, { id: fileId, experimentId, now }),
        )
        if (file?.state === 'cancelling') return comeBack(context, file, 'cancelled')
        if (file?.state !== 'importing') return
        const progress = async (rowsDone: number) => {
          if (!(await inTransaction((database) => noteRowsDone(database, fileId, rowsDone))))
            throw new NothingStored('cancelled')
        }
        try {
          await inTransaction(async (database) => {
            const stored = await storeFileRows(database, { file, now, newId, requestId, lang, progress })
            if (!stored.ok) throw new NothingStored(stored.why)
          })
        } catch (error) {
          if (!(error instanceof NothingStored)) throw error
          await comeBack(context, file, error.why)
        }
      },
    },
    'forget-import-file': async ({ fileId }, { database }) => {
      await forgetImportFile(database, fileId)
    },
  }
}

/** Lets a file wait again; where something had changed, as it is read now. */
async function comeBack(
  { inTransaction, now }: OutgoingJobContext,
  file: ImportFile,
  cameBack: 'cancelled' | NotStored['why'],
): Promise<void> {
  await inTransaction(async (database) => {
    const { id } = file
    const moved = await moveImportFile(database, {
      id,
      from: ['importing', 'cancelling'],
      to: 'waiting',
      cameBack,
    })
    if (!moved || cameBack !== 'changed') return
    const [waiting, reading] = [
      await importFileById(database, { ...file, now }),
      await readAgainstStored(database, file, now),
    ]
    if (!waiting || !reading) return
    const { choice, version } = waiting
    await saveFileReading(database, {
      id,
      version,
      choice,
      reading: summaryOf(reading),
      faulty: reading.faulty,
      cameBack,
    })
  })
}
