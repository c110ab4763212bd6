import type { TableFilesTexts } from '../fi/table-files.ts'

export const tableFiles: TableFilesTexts = {
  link: 'Bring from a file',
  title: 'Bring measurements from a file',
  lede: 'Choose an Excel or CSV file. We show how we read it before anything is stored.',
  measure: 'The measure whose figures the file holds',
  file: 'File',
  fileHint:
    'Excel (.xlsx) or CSV, at most 10 megabytes. One day and one figure on each row. No names and no other personal data.',
  fileMissing: 'Choose the file that holds the measurements.',
  send: 'Read the file',
  noFileName: 'File',
  fileFaults: {
    empty: 'The file has not a single row that holds anything. Choose another file.',
    'cut-off': 'The end of the file is missing. Save it again and then choose it here.',
    'open-quote':
      'The file has a quotation mark that nothing closes, so its rows cannot be told apart. Put it right or save the file as Excel.',
    'not-a-table':
      'This is not a table that we can read. Save the measurements as an Excel file (.xlsx) or a CSV file.',
    'old-excel':
      'This is an old Excel file (.xls) or protected with a password. Save it as .xlsx without a password.',
    'other-spreadsheet': 'We do not read this kind of spreadsheet. Save the table as .xlsx or CSV.',
    macros: 'The file has macros, so we do not open it. Save it as an ordinary Excel file (.xlsx).',
    damaged: 'The file is damaged. Open it in a spreadsheet program, save it again and then choose it.',
    'too-large-inside':
      'Unpacked, the file is too large to be measurements. Save the rows of measurements alone in a file of their own.',
    'too-many-rows': 'The file has over 200,000 rows. Divide it.',
    'too-many-columns':
      'The file has over 50 columns. Leave only the day, the figure and what belongs to them.',
  },
  tooManyWaiting: (most) =>
    `Your municipality already has ${most} files waiting. Store or discard one of them, or try again tomorrow.`,
  changedMeanwhile:
    'The file is no longer at the stage at which you saw it. See how it is now and go on from there.',
  checkTitle: 'Check the table before it is stored',
  allGood: (rows) => `${rows} can be stored. Nothing has been stored yet.`,
  someFaulty: (good, faulty) => `${good} can be stored, ${faulty} cannot. Nothing has been stored yet.`,
  noneGood: 'Not a single row can be stored yet. See below whether the columns were read rightly.',
  noDays:
    'The column of days has not a single day. Choose below the column where the days are, or add the days to the table.',
  rows: (n, one) => (one ? '1 row' : `${n} rows`),
  facts: {
    file: 'File',
    kind: 'Kind',
    xlsx: 'Excel',
    csv: (encoding) => `CSV, written in ${encoding}`,
    measure: 'Measure',
    days: 'Days',
    daysBetween: (first, last) => `${first} to ${last}`,
    phases: 'Stage of the trial',
    before: (rows) => `${rows} before the trial (baseline)`,
    during: (rows) => `${rows} during the trial`,
    after: (rows) => `${rows} after the trial`,
    replacing: 'Takes the place of an earlier measurement',
    leftOut: 'Left out by your choice',
    until: 'The table stays here',
    untilMoment: (moment) => `until ${moment}, for you alone to see`,
  },
  understood: 'How we read the first rows',
  understoodCaption: 'The first rows that would be stored',
  problems: 'Rows that cannot be stored',
  problemsCaption: 'The row and what is wrong with it',
  problem: 'What is wrong',
  download: 'Download a list of all these rows (CSV)',
  fileName: 'rows-to-put-right',
  downloadColumns: ['Row', 'What is wrong', 'Cell'],
  downloadColumnsTitle: 'What the columns of the list hold',
  downloadColumnsMean: [
    'Where in your table the fault is. The first row is 1, and a row of headings counts too. Where each place has a column, its letter stands in front: C7.',
    'What is wrong with the cell and what you can do about it.',
    'What the cell holds. An apostrophe in front keeps spreadsheets from working it out.',
  ],
  choose: 'What the columns hold',
  sheet: 'Sheet',
  sheetOption: (name, rows) => `${name} (${rows})`,
  headed: 'The first row holds headings',
  column: {
    day: 'Day',
    value: 'Figure',
    place: 'Place or version',
    onePlace: 'If no column tells the place: the whole file is from',
    note: 'Remark',
    unitName: 'Unit',
  },
  noColumn: 'Not in any column',
  noPlace: 'The place is in a column',
  columnOption: (title, sample) => (sample === '' ? title : `${title} (e.g. ${sample})`),
  columnMissing: 'Choose a column from the list.',
  decimals: 'Decimals',
  decimalOptions: {
    ask: 'Tell from the column and ask about what is unclear',
    comma: 'The comma is the decimal mark, the point parts thousands (1.234,5)',
    point: 'The point is the decimal mark, the comma parts thousands (1,234.5)',
    either: 'Both are decimal marks, they do not part thousands',
  },
  repeated: 'If the same day is in the file several times',
  repeatedOptions: {
    ask: 'Tell me about those rows',
    keep: 'Keep all, the value of the day is their mean',
    first: 'Keep the first',
    last: 'Keep the last',
  },
  existing: 'If the day has a measurement already',
  existingOptions: {
    ask: 'Tell me about those rows',
    replace: 'Replace the earlier measurement',
    keep: 'Keep both, the value of the day is their mean',
    leave: 'Leave the row of the file out',
  },
  leaveOut: (rows) => `Leave ${rows} out and store the others`,
  leaveOutHint: 'How much is left out stays in the record.',
  unitIsOurs: (heading, unit) =>
    `The heading says “${heading}”, but the figures are ${unit === '' ? 'without a unit' : `in ${unit}`}`,
  unitNotOurs: (heading, unit) =>
    `The heading of the column says “${heading}”, and the unit of the measure is ${unit === '' ? 'empty' : unit}. Convert the figures, or confirm that they are in the right unit already.`,
  store: (rows) => `Store ${rows}`,
  readAgain: 'Read again with these choices',
  drop: 'Discard the table',
  readAgainNotice: 'We read the table again by your choices.',
  readFirst: 'You changed the choices, so we read the table again. Look at the figures and then store them.',
  dropped: 'The table has been discarded. Nothing of it was stored.',
  stops: {
    'no-rows': () => 'The file has no row that could be stored. See whether the columns are right.',
    'faulty-rows': (faulty) =>
      faulty === 1
        ? 'One row cannot be stored. Put it right in the file and send the file again, or choose that the row is left out.'
        : `${faulty} rows cannot be stored. Put them right in the file and send the file again, or choose that they are left out.`,
  },
  stored: (rows, until) =>
    `${rows} stored. You can undo the whole table on the page of measurements until ${until}.`,
  underWay: 'Storing has begun.',
  progressTitle: 'We are storing the table',
  progress: (done, all) => `${done} / ${all}`,
  progressText:
    'The page refreshes itself. You can also close it: storing goes on. The measurements appear only when all of them are stored.',
  progressLink: 'Refresh now',
  cancel: 'Stop',
  cancelling: 'We are stopping. Nothing stays stored.',
  cancelNotice: 'Stopping has been asked for.',
  storedTitle: 'The table has been stored',
  storedText: (rows) => `${rows} are now among the measurements.`,
  toMeasurements: 'See the measurements',
  cameBack: {
    cancelled: 'Storing was stopped. Nothing was stored.',
    changed:
      'Something among the measurements had changed since you looked at the file, so nothing was stored. We read the file again: look at the rows once more.',
    closed: 'The trial takes no measurements any more, so nothing was stored.',
  },
  rowFaults: {
    'other-unit': (text) =>
      `“${text}”: the unit is not the measure’s. Convert the figure into the unit of the measure.`,
    'other-unit-named': (text) =>
      `the unit is “${text}”, not the measure’s. Convert the figure into the unit of the measure.`,
    'ambiguous-number': (text) => `“${text}” can mean two different numbers. Choose the decimal mark below.`,
    'mixed-decimals': (text) =>
      `“${text}” is written otherwise than the other figures of the column. Choose the decimal mark below.`,
    'no-such-hour': (text) =>
      `“${text}”: there was no such hour, because the clocks went forward. Check that the times are Finnish time.`,
  },
  across: {
    problems: 'Cells that cannot be stored',
    problemsCaption: 'The cell and what is wrong with it',
    fileHint:
      'Excel (.xlsx) or CSV, at most 10 megabytes. A day and a figure on each row, or a column for each place. No names and no other personal data.',
    shape: 'How the table is made',
    shapes: { rows: 'One figure on each row', places: 'A column for each place or version' },
    whichPlaces: 'Which place or version the figures of a column are from',
    choosePlace: 'Choose',
    leaveColumnOut: 'The column is left out',
    column: (letters, title) => `${letters} “${title}”`,
    columnLabel: (column, sample) => `Column ${column}${sample === '' ? '' : ` (e.g. ${sample})`}`,
    toTell: 'Tell about these columns before storing',
    tellColumn: (column) =>
      `Column ${column}: tell which place or version its figures are from, or leave the column out.`,
    samePlace: (place, earlier) =>
      `${place} is in column ${earlier} already. Choose another place or leave the column out.`,
    places: 'Columns',
    columnsLeftOut: 'Columns that are left out',
    empty: 'Empty cells',
    emptyCells: (cells) => `${cells}, which make no measurement`,
    pasted: 'Pasted table',
    cell: 'Cell',
    cells: (n, one) => (one ? '1 cell' : `${n} cells`),
    figures: (n, one) => (one ? '1 figure' : `${n} figures`),
    faultyCells: (faulty) =>
      faulty === 1
        ? 'One cell cannot be stored. Put it right in the table and bring the table again, or choose that it is left out.'
        : `${faulty} cells cannot be stored. Put them right in the table and bring the table again, or choose that they are left out.`,
    tooMany: (most) => `The table has over ${most} figures. Divide it.`,
  },
  undoListRow: {
    paste: (rows, when) => `${when}, pasted table, ${rows}`,
    file: (rows, when) => `${when}, file, ${rows}`,
  },
  undoTitle: { paste: 'Undo a pasted table', file: 'Undo a file' },
  undoUntil: (day) => `It can be undone until ${day}.`,
}
