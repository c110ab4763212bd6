import type { TableFilesTexts } from '../fi/table-files.ts'

export const tableFiles: TableFilesTexts = {
  link: 'Hämta från en fil',
  title: 'Hämta mätningar från en fil',
  lede: 'Välj en Excel- eller CSV-fil. Vi visar hur vi läste den innan något sparas.',
  measure: 'Mätaren vars tal filen innehåller',
  file: 'Fil',
  fileHint:
    'Excel (.xlsx) eller CSV, högst 10 megabyte. En dag och ett tal på varje rad. Inga namn och inga andra personuppgifter.',
  fileMissing: 'Välj filen som innehåller mätningarna.',
  send: 'Läs filen',
  noFileName: 'Fil',
  fileFaults: {
    empty: 'Filen har inte en enda rad med innehåll. Välj en annan fil.',
    'cut-off': 'Slutet av filen saknas. Spara den på nytt och välj den sedan här.',
    'open-quote':
      'Filen har ett citattecken som inget avslutar, så raderna går inte att skilja åt. Rätta det eller spara filen som Excel.',
    'not-a-table':
      'Det här är inte en tabell som vi kan läsa. Spara mätningarna som en Excel-fil (.xlsx) eller en CSV-fil.',
    'old-excel':
      'Det här är en gammal Excel-fil (.xls) eller skyddad med lösenord. Spara den som .xlsx utan lösenord.',
    'other-spreadsheet': 'Det här tabellformatet läser vi inte. Spara tabellen som .xlsx eller CSV.',
    macros: 'Filen har makron, så vi öppnar den inte. Spara den som en vanlig Excel-fil (.xlsx).',
    damaged: 'Filen är skadad. Öppna den i ett kalkylprogram, spara på nytt och välj den sedan.',
    'too-large-inside':
      'Uppackad är filen för stor för att vara mätningar. Spara bara raderna med mätningar i en egen fil.',
    'too-many-rows': 'Filen har över 200 000 rader. Dela den.',
    'too-many-columns': 'Filen har över 50 kolumner. Lämna bara dag, tal och det som hör till dem.',
  },
  tooManyWaiting: (most) =>
    `Kommunen har redan ${most} filer som väntar. Spara eller förkasta någon av dem, eller försök igen i morgon.`,
  changedMeanwhile:
    'Filen är inte längre i det skede där du såg den. Se hur den är nu och fortsätt därifrån.',
  checkTitle: 'Kontrollera tabellen innan du sparar',
  allGood: (rows) => `${rows} kan sparas. Inget har sparats ännu.`,
  someFaulty: (good, faulty) => `${good} kan sparas, ${faulty} kan inte. Inget har sparats ännu.`,
  noneGood: 'Inte en enda rad kan sparas ännu. Se nedan om kolumnerna lästes rätt.',
  noDays:
    'Kolumnen för dagen har inte en enda dag. Välj nedan kolumnen där dagarna står, eller lägg till dagarna i tabellen.',
  rows: (n, one) => (one ? '1 rad' : `${n} rader`),
  facts: {
    file: 'Fil',
    kind: 'Format',
    xlsx: 'Excel',
    csv: (encoding) => `CSV, teckenkodning ${encoding}`,
    measure: 'Mätare',
    days: 'Dagar',
    daysBetween: (first, last) => `${first}–${last}`,
    phases: 'Skede i försöket',
    before: (rows) => `${rows} före försöket (utgångsläge)`,
    during: (rows) => `${rows} under försöket`,
    after: (rows) => `${rows} efter försöket`,
    replacing: 'Ersätter en tidigare mätning',
    leftOut: 'Lämnas bort enligt ditt val',
    until: 'Tabellen finns kvar här',
    untilMoment: (moment) => `till ${moment}, synlig bara för dig`,
  },
  understood: 'Så läste vi de första raderna',
  understoodCaption: 'De första raderna som skulle sparas',
  problems: 'Rader som inte kan sparas',
  problemsCaption: 'Raden och vad som är fel',
  problem: 'Vad som är fel',
  download: 'Ladda ner en lista över alla dessa rader (CSV)',
  fileName: 'rader-att-ratta',
  downloadColumns: ['Rad', 'Vad som är fel', 'Cell'],
  downloadColumnsTitle: 'Vad kolumnerna i listan innehåller',
  downloadColumnsMean: [
    'Var i din tabell felet finns. Den första raden är 1, och rubrikraden räknas med. Om varje plats har en egen kolumn står dess bokstav framför: C7.',
    'Vad som är fel i cellen och vad du kan göra åt det.',
    'Det som står i cellen. En apostrof framför hindrar kalkylprogrammet från att räkna ut det.',
  ],
  choose: 'Vad kolumnerna innehåller',
  sheet: 'Kalkylblad',
  sheetOption: (name, rows) => `${name} (${rows})`,
  headed: 'Första raden har rubriker',
  column: {
    day: 'Dag',
    value: 'Tal',
    place: 'Plats eller version',
    onePlace: 'Om ingen kolumn anger platsen: hela filen är från',
    note: 'Anmärkning',
    unitName: 'Måttenhet',
  },
  noColumn: 'Inte i någon kolumn',
  noPlace: 'Platsen står i en kolumn',
  columnOption: (title, sample) => (sample === '' ? title : `${title} (t.ex. ${sample})`),
  columnMissing: 'Välj en kolumn i listan.',
  decimals: 'Decimaler',
  decimalOptions: {
    ask: 'Sluta dig till det av kolumnen och fråga om det oklara',
    comma: 'Komma är decimaltecken, punkt skiljer tusental (1.234,5)',
    point: 'Punkt är decimaltecken, komma skiljer tusental (1,234.5)',
    either: 'Båda är decimaltecken, de skiljer inte tusental',
  },
  repeated: 'Om samma dag finns flera gånger i filen',
  repeatedOptions: {
    ask: 'Berätta om de raderna för mig',
    keep: 'Behåll alla, dagens värde är deras medelvärde',
    first: 'Behåll den första',
    last: 'Behåll den sista',
  },
  existing: 'Om dagen redan har en mätning',
  existingOptions: {
    ask: 'Berätta om de raderna för mig',
    replace: 'Ersätt den tidigare mätningen',
    keep: 'Behåll båda, dagens värde är deras medelvärde',
    leave: 'Lämna bort raden i filen',
  },
  leaveOut: (rows) => `Lämna bort ${rows} och spara de andra`,
  leaveOutHint: 'Hur mycket som lämnas bort finns kvar i loggen.',
  unitIsOurs: (heading, unit) =>
    `I rubriken står ”${heading}”, men talen är ${unit === '' ? 'utan enhet' : `i enheten ${unit}`}`,
  unitNotOurs: (heading, unit) =>
    `I kolumnens rubrik står ”${heading}”, och mätarens enhet är ${unit === '' ? 'tom' : unit}. Räkna om talen, eller bekräfta att de redan är i rätt enhet.`,
  store: (rows) => `Spara ${rows}`,
  readAgain: 'Läs på nytt med de här valen',
  drop: 'Förkasta tabellen',
  readAgainNotice: 'Vi läste tabellen på nytt enligt dina val.',
  readFirst: 'Du ändrade valen, så vi läste tabellen på nytt. Se på talen och spara sedan.',
  dropped: 'Tabellen har förkastats. Inget av den sparades.',
  stops: {
    'no-rows': () => 'Filen har ingen rad som kan sparas. Se om kolumnerna är rätt.',
    'faulty-rows': (faulty) =>
      faulty === 1
        ? 'En rad kan inte sparas. Rätta den i filen och skicka filen på nytt, eller välj att raden lämnas bort.'
        : `${faulty} rader kan inte sparas. Rätta dem i filen och skicka filen på nytt, eller välj att de lämnas bort.`,
  },
  stored: (rows, until) =>
    `${rows} har sparats. Du kan ångra hela tabellen på sidan för mätningar till och med ${until}.`,
  underWay: 'Sparandet har börjat.',
  progressTitle: 'Vi sparar tabellen',
  progress: (done, all) => `${done} / ${all}`,
  progressText:
    'Sidan uppdateras av sig själv. Du kan också stänga den: sparandet fortsätter. Mätningarna syns först när alla är sparade.',
  progressLink: 'Uppdatera nu',
  cancel: 'Avbryt',
  cancelling: 'Vi avbryter sparandet. Inget blir kvar.',
  cancelNotice: 'Avbrottet har begärts.',
  storedTitle: 'Tabellen har sparats',
  storedText: (rows) => `${rows} finns nu bland mätningarna.`,
  toMeasurements: 'Se mätningarna',
  cameBack: {
    cancelled: 'Sparandet avbröts. Inget sparades.',
    changed:
      'Något bland mätningarna hade ändrats efter att du såg på filen, så inget sparades. Vi läste filen på nytt: se på raderna en gång till.',
    closed: 'Försöket tar inte längre emot mätningar, så inget sparades.',
  },
  rowFaults: {
    'other-unit': (text) => `”${text}”: enheten är en annan än mätarens. Räkna om talet till mätarens enhet.`,
    'other-unit-named': (text) =>
      `enheten är ”${text}”, en annan än mätarens. Räkna om talet till mätarens enhet.`,
    'ambiguous-number': (text) => `”${text}” kan betyda två olika tal. Välj decimaltecknet nedan.`,
    'mixed-decimals': (text) =>
      `”${text}” är skrivet på ett annat sätt än kolumnens andra tal. Välj decimaltecknet nedan.`,
    'no-such-hour': (text) =>
      `”${text}”: den timmen fanns inte, eftersom klockorna ställdes om till sommartid. Kontrollera att tiderna är finsk tid.`,
  },
  across: {
    problems: 'Celler som inte kan sparas',
    problemsCaption: 'Cellen och vad som är fel',
    fileHint:
      'Excel (.xlsx) eller CSV, högst 10 megabyte. En dag och ett tal på varje rad, eller en kolumn för varje plats. Inga namn och inga andra personuppgifter.',
    shape: 'Hur tabellen är gjord',
    shapes: { rows: 'Ett tal på varje rad', places: 'En kolumn för varje plats eller version' },
    whichPlaces: 'Vilken plats eller version kolumnens tal gäller',
    choosePlace: 'Välj',
    leaveColumnOut: 'Kolumnen lämnas bort',
    column: (letters, title) => `${letters} ”${title}”`,
    columnLabel: (column, sample) => `Kolumn ${column}${sample === '' ? '' : ` (t.ex. ${sample})`}`,
    toTell: 'Berätta om de här kolumnerna innan du sparar',
    tellColumn: (column) =>
      `Kolumn ${column}: berätta vilken plats eller version talen gäller, eller lämna bort kolumnen.`,
    samePlace: (place, earlier) =>
      `${place} finns redan i kolumn ${earlier}. Välj en annan plats eller lämna bort kolumnen.`,
    places: 'Kolumner',
    columnsLeftOut: 'Kolumner som lämnas bort',
    empty: 'Tomma celler',
    emptyCells: (cells) => `${cells}, av dem blir det ingen mätning`,
    pasted: 'Inklistrad tabell',
    cell: 'Cell',
    cells: (n, one) => (one ? '1 cell' : `${n} celler`),
    figures: (n) => `${n} tal`,
    faultyCells: (faulty) =>
      faulty === 1
        ? 'En cell kan inte sparas. Rätta den i tabellen och hämta tabellen på nytt, eller välj att den lämnas bort.'
        : `${faulty} celler kan inte sparas. Rätta dem i tabellen och hämta tabellen på nytt, eller välj att de lämnas bort.`,
    tooMany: (most) => `Tabellen har över ${most} tal. Dela den.`,
  },
  undoListRow: {
    paste: (rows, when) => `${when}, inklistrad tabell, ${rows}`,
    file: (rows, when) => `${when}, fil, ${rows}`,
  },
  undoTitle: { paste: 'Ångra en inklistrad tabell', file: 'Ångra en fil' },
  undoUntil: (day) => `Det går att ångra till och med ${day}.`,
}
