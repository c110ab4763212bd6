import { zip } from '../platform/zip.ts'

/** A cell of a made-up workbook: text, number, day (as ISO text in `day`), formula with the value it gave. */
export type ExampleCell = string | number | { day: number } | { formula: string; gave: number } | null

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

function cellXml(cell: ExampleCell, name: string, strings: string[]): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return `<c r="${name}"><v>${cell}</v></c>`
  if (typeof cell === 'string') return `<c r="${name}" t="s"><v>${strings.push(cell) - 1}</v></c>`
  if ('day' in cell) return `<c r="${name}" s="1"><v>${cell.day}</v></c>`
  return `<c r="${name}"><f>${escaped(cell.formula)}</f><v>${cell.gave}</v></c>`
}

/** A workbook as Excel writes it, as far as values go. Further files can be put into it, or take the place of its own. */
export function exampleWorkbook(
  sheets: Record<string, readonly (readonly ExampleCell[])[]>,
  { from1904 = false, hidden = [] as string[], parts = {} as Record<string, string> } = {},
): Buffer {
  const strings: string[] = []
  const names = Object.keys(sheets)
  const bodies = Object.values(sheets).map((rows) =>
    rows
      .map(
        (cells, row) =>
          `<row r="${row + 1}" spans="1:3">${cells
            .map((cell, column) => cellXml(cell, `${String.fromCharCode(65 + column)}${row + 1}`, strings))
            .join('')}</row>`,
      )
      .join(''),
  )
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
  const files: Record<string, string> = {
    '[Content_Types].xml': `${head}<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
    'xl/workbook.xml': `${head}<workbook ${main} xmlns:r="r"><workbookPr${from1904 ? ' date1904="1"' : ''}/><sheets>${names
      .map(
        (name, index) =>
          `<sheet name="${escaped(name)}" sheetId="${index + 1}"${hidden.includes(name) ? ' state="hidden"' : ''} r:id="rId${index + 1}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships>${names
      .map(
        (_, index) =>
          `<Relationship Id="rId${index + 1}" Type="t" Target="worksheets/sheet${index + 1}.xml"/>`,
      )
      .join('')}</Relationships>`,
    'xl/styles.xml': `${head}<styleSheet ${main}><numFmts count="1"><numFmt numFmtId="164" formatCode="d\\.m\\.yyyy"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>`,
    ...Object.fromEntries(
      bodies.map((body, index) => [
        `xl/worksheets/sheet${index + 1}.xml`,
        `${head}<worksheet ${main}><sheetData>${body}</sheetData></worksheet>`,
      ]),
    ),
    'xl/sharedStrings.xml': `${head}<sst ${main}>${strings
      .map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`)
      .join('')}</sst>`,
    ...parts,
  }
  return zip(
    Object.entries(files).map(([name, content]) => ({ name, content })),
    new Date('2026-03-10T08:00:00Z'),
  )
}
