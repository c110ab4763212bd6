import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { atOnce } from '../platform/in-turns.ts'
import { zip } from '../platform/zip.ts'
import { readTableFile } from './read-table-file.ts'
import { dayOfSerial } from './read-sheet.ts'
import { fileLimits, type TableFile } from './table-file.ts'
import { exampleWorkbook } from './workbook.examples.ts'

const readBytes = (bytes: Uint8Array) => atOnce(readTableFile(bytes))
const readText = (text: string) => readBytes(Buffer.from(text, 'utf8'))
function understood(bytes: Uint8Array): TableFile {
  const file = readBytes(bytes)
  if (typeof file === 'string') throw new Error(file)
  return file
}
const rowsOf = (bytes: Uint8Array) => understood(bytes).sheets[0]?.rows

describe('a text file', () => {
  test.each([
    ['semicolons', 'Päivä;Määrä\n24.12.2025;3,5', ';'],
    ['commas', 'Päivä,Määrä\n24.12.2025,"3,5"', ','],
    ['tabs', 'Päivä\tMäärä\n24.12.2025\t3,5', '\t'],
    ['a first line that names the separator', 'sep=|\nPäivä|Määrä\n24.12.2025|3,5', '|'],
    ['old line ends', 'Päivä;Määrä\r24.12.2025;3,5\r', ';'],
  ])('with %s', (_, text, separator) => {
    const file = understood(Buffer.from(text, 'utf8'))
    expect(file.separator).toBe(separator)
    expect(file.sheets[0]?.rows.map(([, ...cells]) => cells)).toEqual([
      ['Päivä', 'Määrä'],
      ['24.12.2025', '3,5'],
    ])
  })

  test('keeps decimal commas where semicolons part the cells', () => {
    expect(rowsOf(Buffer.from('24.12.2025;3,5\n25.12.2025;4,5'))).toEqual([
      [1, '24.12.2025', '3,5'],
      [2, '25.12.2025', '4,5'],
    ])
  })

  test('has quotation marks, line ends and separators inside cells, and counts lines as an editor does', () => {
    const text =
      'pv;n;huom\r\n24.12.2025;1;"rivi ""yksi""\r\nja; kaksi"\r\n\r\n;;;\r\n25.12.2025;2; "väli" \r\n'
    expect(rowsOf(Buffer.from(text))).toEqual([
      [1, 'pv', 'n', 'huom'],
      [2, '24.12.2025', '1', 'rivi "yksi"\nja; kaksi'],
      [6, '25.12.2025', '2', 'väli'],
    ])
  })

  test.each([
    ['utf-8', Buffer.from('Päivä;Määrä\n24.12.2025;3 €', 'utf8')],
    ['utf-8', Buffer.from('\u{feff}Päivä;Määrä\n24.12.2025;3 €', 'utf8')],
    ['utf-16le', Buffer.from('\u{feff}Päivä;Määrä\n24.12.2025;3 €', 'utf16le')],
    ['utf-16le', Buffer.from('Päivä;Määrä\n24.12.2025;3 €', 'utf16le')],
    ['utf-16be', Buffer.from('\u{feff}Päivä;Määrä\n24.12.2025;3 €', 'utf16le').swap16()],
    [
      'windows-1252',
      Buffer.concat([Buffer.from('Päivä;Määrä\n24.12.2025;3 ', 'latin1'), Buffer.from([0x80])]),
    ],
  ])('is read whether it was written in %s', (encoding, bytes) => {
    const file = understood(bytes)
    expect(file.encoding).toBe(encoding)
    expect(file.sheets[0]?.rows).toEqual([
      [1, 'Päivä', 'Määrä'],
      [2, '24.12.2025', '3 €'],
    ])
  })

  test('whose end is missing in the middle of a letter, or of a cell, is told from a whole one', () => {
    const whole = Buffer.from('Päivä;huom\n24.12.2025;lämmin sää', 'utf8')
    expect(readBytes(whole.subarray(0, -1))).toBe('cut-off')
    expect(readBytes(Buffer.from('Päivä;huom', 'utf16le').subarray(0, -1))).toBe('cut-off')
    expect(readText('24.12.2025;1;"kesken\n25.12.2025;2;x')).toBe('open-quote')
    // The only letter beyond ASCII, at the very end: an old encoding, not half a letter.
    expect(understood(Buffer.from('24.12.2025;1;hyv\u00e4', 'latin1')).encoding).toBe('windows-1252')
  })

  test.each([
    ['nothing', Buffer.alloc(0), 'empty'],
    ['blank lines', Buffer.from('\n;;\n  \n'), 'empty'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]), 'not-a-table'],
    ['a web page', Buffer.from('<!doctype html><script>alert(1)</script>'), 'not-a-table'],
    ['a drawing with script', Buffer.from('<svg onload=alert(1)>'), 'not-a-table'],
    ['a program', Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]), 'not-a-table'],
    ['old Excel or a password', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'old-excel'],
  ])('abuse-35 that is really %s is refused', (_, bytes, fault) => {
    expect(readBytes(bytes)).toBe(fault)
  })

  test('ten megabytes of one column, of one cell, of nothing but line ends or separators end in time', () => {
    expect(readText('1\n'.repeat(5_000_000))).toBe('too-many-rows')
    const cell = understood(Buffer.from(`24.12.2025;${'a'.repeat(10_000_000)}`))
    expect(String(cell.sheets[0]?.rows[0]?.[2])).toHaveLength(fileLimits.cellLength + 1)
    expect(readText('\n'.repeat(10_000_000))).toBe('empty')
    expect(readText(';'.repeat(10_000_000))).toBe('empty')
    expect(readText('a;'.repeat(5_000_000))).toBe('too-many-columns')
    expect(readText('"'.repeat(9_999_999))).toBe('open-quote')
  }, 60_000)
})

describe('a workbook', () => {
  const rows = [
    ['Päivä', 'Hävikki <g> & muu', null, 'Huom.'],
    [{ day: 46_015 }, 3.5, null, ' sade '],
    [],
    [{ day: 46_016.5 }, { formula: 'SUM(A1:A9)', gave: 12 }],
  ]

  test('gives values, days by their format, and formulas as formulas', () => {
    expect(rowsOf(exampleWorkbook({ Taul1: rows }))).toEqual([
      [1, 'Päivä', 'Hävikki <g> & muu', '', 'Huom.'],
      [2, '2025-12-24', 3.5, '', 'sade'],
      [4, '2025-12-25T12:00', { formula: '=SUM(A1:A9)' }],
    ])
  })

  test('counts days from 1900 or 1904, and knows no 29 February 1900', () => {
    expect(rowsOf(exampleWorkbook({ A: [[{ day: 44_553 }, 1]] }, { from1904: true }))).toEqual([
      [1, '2025-12-24', 1],
    ])
    expect([1, 59, 60, 61, 45_351].map((serial) => dayOfSerial(serial, false))).toEqual([
      '1900-01-01',
      '1900-02-28',
      undefined,
      '1900-03-01',
      '2024-02-29',
    ])
  })

  test('lets the person choose among its sheets; hidden and empty ones are passed over', () => {
    const bytes = exampleWorkbook(
      { Ohje: [['Lue tämä']], Tyhjä: [], Piilossa: [['x']], 'Luvut & muut': rows },
      { hidden: ['Piilossa'] },
    )
    expect(understood(bytes).sheets.map((sheet) => sheet.name)).toEqual(['Ohje', 'Luvut & muut'])
  })

  const kinds = (kind: string) => `<Types><Override ContentType="application/${kind}"/></Types>`
  test.each([
    ['macros', { '[Content_Types].xml': kinds('vnd.ms-excel.sheet.macroEnabled.main+xml') }],
    ['macros', { 'xl/vbaProject.bin': 'x' }],
    ['other-spreadsheet', { 'xl/workbook.bin': 'x' }],
    ['other-spreadsheet', { mimetype: 'application/vnd.oasis.opendocument.spreadsheet' }],
    [
      'damaged',
      {
        'xl/sharedStrings.xml':
          '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><sst><si><t>&b;</t></si></sst>',
      },
    ],
    ['damaged', { 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v>' }],
  ] as [string, Record<string, string>][])('is refused for %s', (fault, parts) => {
    expect(readBytes(exampleWorkbook({ A: rows }, { parts }))).toBe(fault)
  })

  test('abuse-35 abuse-36 other archives are no tables, and names that lead elsewhere lead nowhere', () => {
    const at = new Date('2026-03-10T08:00:00Z')
    expect(readBytes(zip([{ name: 'plugin.php', content: '<?php' }], at))).toBe('not-a-table')
    expect(readBytes(exampleWorkbook({ A: rows }, { parts: { '../../etc/cron.d/x': '1' } }))).toBe('damaged')
    const leading = `<Relationships><Relationship Id="rId1" Target="../../../etc/passwd"/></Relationships>`
    expect(
      readBytes(exampleWorkbook({ A: rows }, { parts: { 'xl/_rels/workbook.xml.rels': leading } })),
    ).toBe('damaged')
  })

  test('a bomb is refused before it is unpacked, and half a file is told from a whole one', () => {
    const bomb = exampleWorkbook({ A: rows }, { parts: { 'xl/media/a.xml': ' '.repeat(81_000_000) } })
    expect(bomb.length).toBeLessThan(200_000)
    expect(readBytes(bomb)).toBe('too-large-inside')
    const many = Object.fromEntries(Array.from({ length: 1_001 }, (_, index) => [`a${index}`, '']))
    expect(readBytes(exampleWorkbook({ A: rows }, { parts: many }))).toBe('too-large-inside')
    const whole = exampleWorkbook({ A: rows })
    expect(readBytes(whole.subarray(0, whole.length / 2))).toBe('cut-off')
  })
})

describe('whatever bytes are sent', () => {
  const words = fc.constantFrom(
    '24.12.2025',
    '3,5',
    ';',
    '\t',
    ',',
    '"',
    '""',
    '\n',
    '\r\n',
    '=A1',
    'ä',
    '\0',
    '\ufeff',
  )

  test('a text becomes rows or a named fault, and every row that holds something is there', () => {
    fc.assert(
      fc.property(fc.array(words, { maxLength: 80 }), (parts) => {
        const file = readText(parts.join(''))
        if (typeof file === 'string') return
        const lines = file.sheets.flatMap((sheet) => sheet.rows.map(([line]) => line))
        expect(lines).toEqual([...new Set(lines)].toSorted((a, b) => a - b))
      }),
      { numRuns: 2_000 },
    )
  })

  test('bytes of any kind, and workbooks with bytes changed or cut, are answered', () => {
    const whole = exampleWorkbook({
      A: [
        ['pv', 'n'],
        [{ day: 46_015 }, 1],
      ],
    })
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => void readBytes(bytes)),
      { numRuns: 1_000 },
    )
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 6 }),
        fc.nat(40),
        (changes, cut) => {
          const bytes = Buffer.from(whole.subarray(0, whole.length - cut))
          for (const [place, value] of changes) bytes[place] = value
          readBytes(bytes)
        },
      ),
      { numRuns: 1_000 },
    )
  })

  test('a worksheet of any tags is answered', () => {
    const pieces = fc.constantFrom(
      '<row>',
      '</row>',
      '<c r="B2" t="s">',
      '<c>',
      '</c>',
      '<v>',
      '</v>',
      '7',
      '<f/>',
      '<',
      '>',
      '"',
      '&#0;',
      '&#x1F600;',
      '<!--',
      '-->',
      '<?x',
      '?>',
      ' r="ZZZ9"',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
        const xml = `<worksheet><sheetData>${parts.join('')}</sheetData></worksheet>`
        readBytes(exampleWorkbook({ A: [] }, { parts: { 'xl/worksheets/sheet1.xml': xml } }))
      }),
      { numRuns: 1_000 },
    )
  })
})
