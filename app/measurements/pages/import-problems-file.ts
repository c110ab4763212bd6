import { csvCell } from '../../record/index.ts'
import type { FileAnswer } from '../../platform/web/page.ts'
import { texts } from '../../texts/index.ts'
import { faultInWords, placeInTable } from '../file-row-words.ts'
import { type FileOnItsWay, readImportFile } from '../read-import-file.ts'

/** The rows of a file that cannot be stored, as a table for spreadsheets: whatever a cell holds, it is no formula there. */
export const importProblemsFile: FileAnswer<FileOnItsWay> = {
  load: readImportFile,
  answer: ({ visit, data }) => {
    const words = texts[visit.lang].tableFiles
    const rows = data.faulty.map((row) => [placeInTable(row), faultInWords(visit.lang, row), row.text])
    const lines = [words.downloadColumns, ...rows].map((row) => `${row.map(csvCell).join(';')}\r\n`)
    return new Response(`\u{feff}${lines.join('')}`, {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${words.fileName}.csv"`,
        'cache-control': 'private, no-store',
        'x-content-type-options': 'nosniff',
      },
    })
  },
}
