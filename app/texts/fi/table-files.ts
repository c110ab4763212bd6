export const tableFiles = {
  link: 'Tuo tiedostosta',
  title: 'Tuo mittaukset tiedostosta',
  lede: 'Valitse Excel- tai CSV-tiedosto. Näytämme, miten luimme sen, ennen kuin mitään tallentuu.',
  measure: 'Mittari, jonka lukuja tiedostossa on',
  file: 'Tiedosto',
  fileHint:
    'Excel (.xlsx) tai CSV, enintään 10 megatavua. Yhdellä rivillä yksi päivä ja yksi luku. Ei nimiä eikä muita henkilötietoja.',
  fileMissing: 'Valitse tiedosto, jossa mittaukset ovat.',
  send: 'Lue tiedosto',
  noFileName: 'Tiedosto',
  fileFaults: {
    empty: 'Tiedostossa ei ole yhtään riviä, jolla on jotain. Valitse toinen tiedosto.',
    'cut-off': 'Tiedoston loppu puuttuu. Tallenna se uudelleen ja valitse se sitten tästä.',
    'open-quote':
      'Tiedostossa on lainausmerkki, jota mikään ei sulje, joten rivejä ei voi erottaa. Korjaa se tai tallenna tiedosto Excel-muodossa.',
    'not-a-table':
      'Tämä ei ole taulukko, jota osaisimme lukea. Tallenna mittaukset Excel-tiedostona (.xlsx) tai CSV-tiedostona.',
    'old-excel':
      'Tämä on vanha Excel-tiedosto (.xls) tai salasanalla suojattu. Tallenna se muodossa .xlsx ilman salasanaa.',
    'other-spreadsheet': 'Tätä taulukkomuotoa emme lue. Tallenna taulukko muodossa .xlsx tai CSV.',
    macros: 'Tiedostossa on makroja, joten emme avaa sitä. Tallenna se tavallisena Excel-tiedostona (.xlsx).',
    damaged: 'Tiedosto on vioittunut. Avaa se taulukko-ohjelmassa, tallenna uudelleen ja valitse se sitten.',
    'too-large-inside':
      'Tiedosto on purettuna liian suuri mittauksiksi. Tallenna pelkät mittausrivit omaan tiedostoonsa.',
    'too-many-rows': 'Tiedostossa on yli 200 000 riviä. Jaa se osiin.',
    'too-many-columns':
      'Tiedostossa on yli 50 saraketta. Jätä siihen vain päivä, luku ja mitä niihin kuuluu.',
  },
  tooManyWaiting: (most: number) =>
    `Kunnassa odottaa jo ${most} tiedostoa. Tallenna tai hylkää niistä jokin, tai yritä huomenna uudelleen.`,
  changedMeanwhile:
    'Tiedosto ei ole enää siinä vaiheessa, jossa sen näit. Katso, miten se nyt on, ja jatka siitä.',
  checkTitle: 'Tarkista taulukko ennen tallennusta',
  allGood: (rows: string) => `${rows} voidaan tallentaa. Mitään ei ole vielä tallennettu.`,
  someFaulty: (good: string, faulty: string) =>
    `${good} voidaan tallentaa, ${faulty} ei. Mitään ei ole vielä tallennettu.`,
  noneGood: 'Yhtään riviä ei voi vielä tallentaa. Katso alta, luettiinko sarakkeet oikein.',
  noDays:
    'Päivän sarakkeessa ei ole yhtään päivää. Valitse alta sarake, jossa päivät ovat, tai lisää päivät taulukkoon.',
  rows: (n: string, one: boolean) => (one ? '1 rivi' : `${n} riviä`),
  facts: {
    file: 'Tiedosto',
    kind: 'Muoto',
    xlsx: 'Excel',
    csv: (encoding: string) => `CSV, merkistö ${encoding}`,
    measure: 'Mittari',
    days: 'Päivät',
    daysBetween: (first: string, last: string) => `${first}–${last}`,
    phases: 'Kokeilun vaihe',
    before: (rows: string) => `${rows} ennen kokeilua (lähtötaso)`,
    during: (rows: string) => `${rows} kokeilun aikana`,
    after: (rows: string) => `${rows} kokeilun jälkeen`,
    replacing: 'Korvaa aiemman mittauksen',
    leftOut: 'Jää pois valintasi mukaan',
    until: 'Taulukko säilyy täällä',
    untilMoment: (moment: string) => `${moment} asti, vain sinun nähtävänäsi`,
  },
  understood: 'Näin luimme ensimmäiset rivit',
  understoodCaption: 'Ensimmäiset rivit, jotka tallennettaisiin',
  problems: 'Rivit, joita ei voi tallentaa',
  problemsCaption: 'Rivi ja mikä siinä on',
  problem: 'Mikä on vialla',
  download: 'Lataa lista kaikista näistä riveistä (CSV)',
  fileName: 'korjattavat-rivit',
  downloadColumns: ['Rivi', 'Mikä on vialla', 'Solu'],
  downloadColumnsTitle: 'Mitä listan sarakkeissa on',
  downloadColumnsMean: [
    'Missä kohdassa taulukkoasi vika on. Ensimmäinen rivi on 1, ja otsikkorivikin lasketaan. Jos joka paikalla on oma sarake, edessä on sen kirjain: C7.',
    'Mikä solussa on vialla ja mitä sille voi tehdä.',
    'Mitä solussa lukee. Heittomerkki edessä estää taulukko-ohjelmaa laskemasta sitä.',
  ],
  choose: 'Mitä sarakkeissa on',
  sheet: 'Taulukon sivu',
  sheetOption: (name: string, rows: string) => `${name} (${rows})`,
  headed: 'Ensimmäisellä rivillä on otsikot',
  column: {
    day: 'Päivä',
    value: 'Luku',
    place: 'Paikka tai versio',
    onePlace: 'Jos mikään sarake ei kerro paikkaa: koko tiedosto on paikasta',
    note: 'Huomautus',
    unitName: 'Mittayksikkö',
  },
  noColumn: 'Ei missään sarakkeessa',
  noPlace: 'Paikka on sarakkeessa',
  columnOption: (title: string, sample: string) =>
    sample === '' ? title : `${title} (esimerkiksi ${sample})`,
  columnMissing: 'Valitse sarake listasta.',
  decimals: 'Desimaalit',
  decimalOptions: {
    ask: 'Päättele sarakkeesta ja kysy epäselvät',
    comma: 'Pilkku on desimaalimerkki, piste erottaa tuhannet (1.234,5)',
    point: 'Piste on desimaalimerkki, pilkku erottaa tuhannet (1,234.5)',
    either: 'Molemmat ovat desimaalimerkkejä, tuhansia ei eroteta niillä',
  },
  repeated: 'Jos sama päivä on tiedostossa monta kertaa',
  repeatedOptions: {
    ask: 'Kerro minulle niistä riveistä',
    keep: 'Pidä kaikki, päivän arvo on niiden keskiarvo',
    first: 'Pidä ensimmäinen',
    last: 'Pidä viimeinen',
  },
  existing: 'Jos päivälle on jo mittaus',
  existingOptions: {
    ask: 'Kerro minulle niistä riveistä',
    replace: 'Korvaa aiempi mittaus',
    keep: 'Pidä molemmat, päivän arvo on niiden keskiarvo',
    leave: 'Jätä tiedoston rivi pois',
  },
  leaveOut: (rows: string) => `Jätä ${rows} pois ja tallenna muut`,
  leaveOutHint: 'Poisjätettyjen määrä jää kirjanpitoon.',
  unitIsOurs: (heading: string, unit: string) =>
    `Otsikossa lukee ”${heading}”, mutta luvut ovat ${unit === '' ? 'ilman yksikköä' : `yksikössä ${unit}`}`,
  unitNotOurs: (heading: string, unit: string) =>
    `Sarakkeen otsikossa lukee ”${heading}”, ja mittarin yksikkö on ${unit === '' ? 'tyhjä' : unit}. Muunna luvut, tai vahvista, että ne ovat jo oikeassa yksikössä.`,
  store: (rows: string) => `Tallenna ${rows}`,
  readAgain: 'Lue uudelleen näillä valinnoilla',
  drop: 'Hylkää taulukko',
  readAgainNotice: 'Luimme taulukon uudelleen valintojesi mukaan.',
  readFirst: 'Muutit valintoja, joten luimme taulukon uudelleen. Katso luvut ja tallenna sitten.',
  dropped: 'Taulukko on hylätty. Siitä ei tallentunut mitään.',
  stops: {
    'no-rows': (_faulty: number) =>
      'Tiedostossa ei ole yhtään riviä, jonka voisi tallentaa. Katso, ovatko sarakkeet oikein.',
    'faulty-rows': (faulty: number) =>
      faulty === 1
        ? 'Yhtä riviä ei voi tallentaa. Korjaa se tiedostoon ja lähetä tiedosto uudelleen, tai valitse, että rivi jää pois.'
        : `${faulty} riviä ei voi tallentaa. Korjaa ne tiedostoon ja lähetä tiedosto uudelleen, tai valitse, että ne jäävät pois.`,
  },
  stored: (rows: string, until: string) =>
    `${rows} on tallennettu. Voit perua koko taulukon mittausten sivulta ${until} asti.`,
  underWay: 'Tallennus on alkanut.',
  progressTitle: 'Tallennamme taulukkoa',
  progress: (done: string, all: string) => `${done} / ${all}`,
  progressText:
    'Sivu päivittyy itsestään. Voit myös sulkea sen: tallennus jatkuu. Mittaukset tulevat näkyviin vasta, kun kaikki ovat tallessa.',
  progressLink: 'Päivitä nyt',
  cancel: 'Keskeytä',
  cancelling: 'Keskeytämme tallennuksen. Mitään ei jää talteen.',
  cancelNotice: 'Keskeytys on pyydetty.',
  storedTitle: 'Taulukko on tallennettu',
  storedText: (rows: string) => `${rows} on nyt mittauksissa.`,
  toMeasurements: 'Katso mittauksia',
  cameBack: {
    cancelled: 'Tallennus keskeytettiin. Mitään ei tallentunut.',
    changed:
      'Mittauksissa oli jokin muuttunut sen jälkeen, kun katsoit tiedostoa, joten mitään ei tallentunut. Luimme tiedoston uudelleen: katso rivit vielä kerran.',
    closed: 'Kokeilu ei enää ota vastaan mittauksia, joten mitään ei tallentunut.',
  },
  rowFaults: {
    'other-unit': (text: string) =>
      `”${text}”: yksikkö on toinen kuin mittarilla. Muunna luku mittarin yksikköön.`,
    'other-unit-named': (text: string) =>
      `yksikkö on ”${text}”, toinen kuin mittarilla. Muunna luku mittarin yksikköön.`,
    'ambiguous-number': (text: string) =>
      `”${text}” voi tarkoittaa kahta eri lukua. Valitse alta, mikä on desimaalimerkki.`,
    'mixed-decimals': (text: string) =>
      `”${text}” on kirjoitettu toisin kuin sarakkeen muut luvut. Valitse alta, mikä on desimaalimerkki.`,
    'no-such-hour': (text: string) =>
      `”${text}”: tuota tuntia ei ollut, koska kellot siirrettiin kesäaikaan. Tarkista, ovatko ajat Suomen aikaa.`,
  },
  across: {
    problems: 'Solut, joita ei voi tallentaa',
    problemsCaption: 'Solu ja mikä siinä on',
    fileHint:
      'Excel (.xlsx) tai CSV, enintään 10 megatavua. Rivillä yksi päivä ja luku, tai sarake jokaiselle paikalle. Ei nimiä eikä muita henkilötietoja.',
    shape: 'Miten taulukko on tehty',
    shapes: { rows: 'Yksi luku rivillä', places: 'Sarake jokaiselle paikalle tai versiolle' },
    whichPlaces: 'Minkä paikan tai version luvut sarakkeessa ovat',
    choosePlace: 'Valitse',
    leaveColumnOut: 'Sarake jää pois',
    column: (letters: string, title: string) => `${letters} ”${title}”`,
    columnLabel: (column: string, sample: string) =>
      `Sarake ${column}${sample === '' ? '' : ` (esimerkiksi ${sample})`}`,
    toTell: 'Kerro näistä sarakkeista ennen tallennusta',
    tellColumn: (column: string) =>
      `Sarake ${column}: kerro, minkä paikan tai version luvut siinä ovat, tai jätä sarake pois.`,
    samePlace: (place: string, earlier: string) =>
      `${place} on jo sarakkeessa ${earlier}. Valitse toinen paikka tai jätä sarake pois.`,
    places: 'Sarakkeet',
    columnsLeftOut: 'Pois jäävät sarakkeet',
    empty: 'Tyhjiä soluja',
    emptyCells: (cells: string) => `${cells}, niistä ei tule mittausta`,
    pasted: 'Liitetty taulukko',
    cell: 'Solu',
    cells: (n: string, one: boolean) => (one ? '1 solu' : `${n} solua`),
    figures: (n: string, one: boolean) => (one ? '1 luku' : `${n} lukua`),
    faultyCells: (faulty: number) =>
      faulty === 1
        ? 'Yhtä solua ei voi tallentaa. Korjaa se taulukkoon ja tuo taulukko uudelleen, tai valitse, että se jää pois.'
        : `${faulty} solua ei voi tallentaa. Korjaa ne taulukkoon ja tuo taulukko uudelleen, tai valitse, että ne jäävät pois.`,
    tooMany: (most: string) => `Taulukossa on yli ${most} lukua. Jaa se osiin.`,
  },
  undoListRow: {
    paste: (rows: string, when: string) => `${when}, liitetty taulukko, ${rows}`,
    file: (rows: string, when: string) => `${when}, tiedosto, ${rows}`,
  },
  undoTitle: { paste: 'Peru liitetty taulukko', file: 'Peru tiedosto' },
  undoUntil: (day: string) => `Peruminen onnistuu ${day} asti.`,
}

export type TableFilesTexts = typeof tableFiles
