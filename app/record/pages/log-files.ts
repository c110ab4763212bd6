import { namesOf } from '../../people/index.ts'
import type { FileAnswer } from '../../platform/web/page.ts'
import type { LogLine } from '../../platform/log/line.ts'
import { texts } from '../../texts/index.ts'
import { asCsv, asJsonLines } from '../export-lines.ts'
import { mayReadLog } from '../log-policy.ts'
import { exportedLines } from '../log-store.ts'
import { askedLines } from './asked-lines.ts'

interface Exported {
  lines: LogLine[]
  names: Map<string, string>
}

const headersFor = (contentType: string, fileName: string) => ({
  'content-type': `${contentType}; charset=utf-8`,
  'content-disposition': `attachment; filename="${fileName}"`,
  'cache-control': 'private, no-store',
  'x-content-type-options': 'nosniff',
})

/** The lines that were asked for as a table for spreadsheets. */
export const logCsvFile: FileAnswer<Exported> = {
  load: async (visit) => {
    if (!mayReadLog(visit, undefined)) return { lines: [], names: new Map() }
    const { filter } = askedLines(visit)
    const lines = await exportedLines(visit.database, filter)
    const names = await namesOf(
      visit.database,
      lines.flatMap((line) => line.person_id ?? []),
    )
    return { lines, names }
  },
  answer: ({ visit, data }) =>
    new Response(asCsv(visit.lang, data.lines, data.names), {
      headers: headersFor('text/csv', `${texts[visit.lang].record.fileName}.csv`),
    }),
}

/** The lines that were asked for as JSON lines, the form that `verify-log` reads. */
export const logLinesFile: FileAnswer<Exported> = {
  load: async (visit) => {
    if (!mayReadLog(visit, undefined)) return { lines: [], names: new Map() }
    const { filter } = askedLines(visit)
    return { lines: await exportedLines(visit.database, filter), names: new Map() }
  },
  answer: ({ visit, data }) =>
    new Response(asJsonLines(data.lines), {
      headers: headersFor('application/jsonl', `${texts[visit.lang].record.fileName}.jsonl`),
    }),
}
