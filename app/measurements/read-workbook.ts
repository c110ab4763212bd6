import { type InTurns } from '../platform/in-turns.ts'
import { unzip } from '../platform/unzip.ts'
import { readDateStyles, readSharedStrings, readSheet } from './read-sheet.ts'
import { type FileFault, fileLimits, type Sheet } from './table-file.ts'
import { attributeOf, walkXml } from './walk-xml.ts'

// A workbook is an archive of XML documents (ECMA-376, SpreadsheetML). It is read for values alone: nothing in it is
// worked out, fetched or run.

interface SheetEntry {
  name: string
  relation: string
  hidden: boolean
}

/** The sheets of an xlsx workbook, hidden ones left out unless all are. How large it is unpacked is known before it is unpacked. */
export function* readWorkbook(bytes: Uint8Array): InTurns<Sheet[] | FileFault> {
  const archive = unzip(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
    files: fileLimits.parts,
    bytes: fileLimits.unpackedBytes,
  })
  if (!archive.ok) {
    if (archive.fault === 'too-large' || archive.fault === 'too-many-files') return 'too-large-inside'
    return archive.fault === 'not-an-archive' ? 'cut-off' : 'damaged'
  }
  yield
  const { files } = archive
  const part = (name: string) =>
    files
      .get(name)
      ?.toString('utf8')
      .replace(/^\u{feff}/u, '')
  if (/opendocument/.test(part('mimetype') ?? '') || files.has('xl/workbook.bin')) return 'other-spreadsheet'
  const kinds = part('[Content_Types].xml')
  const workbook = part('xl/workbook.xml')
  if (kinds === undefined || workbook === undefined) return 'not-a-table'
  if (/macroEnabled/i.test(kinds) || [...files.keys()].some((name) => /vbaProject/i.test(name)))
    return 'macros'

  const entries: SheetEntry[] = []
  let from1904 = false
  const wellMade = yield* walkXml(workbook, {
    open: (name, attributes) => {
      if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attributeOf(attributes, 'date1904') ?? '')
      if (name === 'sheet')
        entries.push({
          name: (attributeOf(attributes, 'name') ?? '').slice(0, 100),
          relation: attributeOf(attributes, 'id') ?? '',
          hidden: (attributeOf(attributes, 'state') ?? 'visible') !== 'visible',
        })
    },
    close: () => {},
  })
  const targets = new Map<string, string>()
  const related = yield* walkXml(part('xl/_rels/workbook.xml.rels') ?? '', {
    open: (name, attributes) => {
      if (name !== 'Relationship') return
      const target = attributeOf(attributes, 'Target') ?? ''
      targets.set(
        attributeOf(attributes, 'Id') ?? '',
        target.startsWith('/') ? target.slice(1) : `xl/${target}`,
      )
    },
    close: () => {},
  })
  if (!wellMade || !related) return 'damaged'

  const strings = yield* readSharedStrings(part('xl/sharedStrings.xml') ?? '')
  const dateStyles = yield* readDateStyles(part('xl/styles.xml') ?? '')
  if (!strings || !dateStyles) return 'damaged'
  const seen = entries.filter((entry) => !entry.hidden)
  const sheets: Sheet[] = []
  for (const entry of (seen.length > 0 ? seen : entries).slice(0, fileLimits.sheets)) {
    const xml = part(targets.get(entry.relation) ?? '')
    if (xml === undefined) return 'damaged'
    // A page that holds nothing but a chart has no cells.
    const rows = /<(?:\w+:)?worksheet\b/.test(xml.slice(0, 2_000))
      ? yield* readSheet(xml, { strings, dateStyles, from1904 })
      : []
    if (typeof rows === 'string') return rows
    sheets.push({ name: entry.name, rows })
  }
  return sheets
}
