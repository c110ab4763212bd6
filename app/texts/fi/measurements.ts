export const measurements = {
  title: 'Mittaukset',
  lede: (question: string) => question,
  notNow:
    'Mittauksia voi lisätä vain, kun suunnitelma on lukittu ja kokeilu käynnissä. Katso kokeilun vaihe sen sivulta.',
  none: 'Mittauksia ei ole vielä. Ensimmäinen merkintä vie alle minuutin.',
  faces: { glad: 'Hyvin', even: 'Siltä väliltä', sad: 'Huonosti' },
  faceNames: { 1: 'huonosti', 2: 'siltä väliltä', 3: 'hyvin' },
  measure: 'Mittari',
  chooseMeasure: 'Valitse mittari',
  measureMissing: 'Valitse, mitä mittasit.',
  unit: 'Paikka tai versio',
  chooseUnit: 'Valitse',
  unitMissing: 'Valitse, missä paikassa tai millä versiolla mitattiin.',
  day: 'Päivä',
  dayMissing: 'Kirjoita päivä, esimerkiksi 24.12.2025.',
  value: 'Määrä',
  valueMissing: 'Kirjoita määrä numeroin, esimerkiksi 12 tai 3,5.',
  note: 'Huomautus',
  noteHint: 'Esimerkiksi: retkipäivä, puolet luokista poissa. Ei nimiä.',
  save: 'Tallenna',
  ways: {
    tap: 'pikakirjaus',
    form: 'lomake',
    paste: 'liitetty taulukko',
    file: 'tiedosto',
    api: 'ohjelmasta',
    mail: 'sähköpostivastaus',
    poster: 'seinäjuliste',
  },
  enteredHow: 'Miten kirjattu',
  phases: { before: 'ennen kokeilua', during: 'kokeilun aikana', after: 'kokeilun jälkeen' },
  phase: 'Vaihe',
  faults: {
    futureDay: 'Päivä on vasta tulossa. Kirjaa mittaus, kun se on tehty.',
    'not-a-face': 'Valitse jokin kolmesta kasvosta: 1 huonosti, 2 siltä väliltä, 3 hyvin.',
    'not-on-scale': 'Valitse kokonaisluku väliltä 1–5.',
  },
  unitOfDay: (day: string, unit: string) =>
    `Päivänä ${day} tämä mittari luetaan ${unit === '' ? 'ilman yksikköä' : `yksikössä ${unit}`}. Tarkista luku ja tallenna uudelleen.`,
  sameDay: {
    legend: 'Tälle päivälle on jo mittaus',
    problem: (values: string) =>
      `Tälle päivälle on jo kirjattu ${values}. Valitse, korvaako uusi sen vai jäävätkö molemmat.`,
    replace: 'Korvaa aiempi',
    keep: 'Pidä molemmat, päivän arvo on niiden keskiarvo',
    replacedReason: 'Korvattu uudella mittauksella samalta päivältä.',
  },
  covered: (count: number) =>
    `${count === 1 ? 'Yksi mittaus on kertynyt' : `${count} mittausta on kertynyt`}. Suunnitelman mukaan luvut avataan, kun kokeilu on päättynyt.`,
  log: {
    title: 'Kirjaa',
    chooseTitle: 'Mitä kirjaat?',
    today: (date: string) => `Tänään ${date}`,
    otherDay: 'Muu päivä',
    number: (unit: string) => (unit === '' ? 'Kuinka paljon?' : `Kuinka paljon? (${unit})`),
    howDidItGo: 'Miten meni?',
    whichAnswer: 'Mikä vastaus sopii parhaiten?',
    button: 'Kirjaa',
    thanksNumber: (value: string) => `Kiitos. Kirjattu: ${value}.`,
    thanksFace: (face: string) => `Kiitos. Kirjattu: ${face}.`,
    lastWeeks: 'Viimeiset neljä viikkoa',
    lastWeeksSentence: (count: number, median: string) =>
      count === 1 ? `Yksi mittaus: ${median}.` : `${count} mittausta, keskimmäinen ${median}.`,
    noneYet: 'Tämä on ensimmäinen merkintä, kun kirjaat sen.',
    all: 'Kaikki mittaukset',
  },
  add: { title: 'Lisää mittaus', button: 'Lisää', added: 'Mittaus on lisätty.' },
  list: {
    caption: (measure: string) => `${measure}: mittaukset, uusin ensin`,
    correct: 'Korjaa',
    correctAbout: (day: string) => `päivän ${day} mittaus`,
    action: 'Toiminto',
    paste: 'Liitä taulukosta',
    effort: 'Kirjaa tunteja tai kuluja',
    backToExperiment: 'Kokeilun sivu',
    csvNote: 'Samat luvut saa avoimesta rajapinnasta.',
  },
  correct: {
    title: 'Korjaa mittaus',
    lede: 'Aiempi arvo jää näkyviin kirjanpitoon perusteluineen.',
    why: 'Miksi korjaat?',
    whyHint: 'Esimerkiksi: näppäilyvirhe.',
    whyMissing: 'Kirjoita lyhyesti, miksi korjaat, esimerkiksi: näppäilyvirhe.',
    save: 'Tallenna korjaus',
    remove: 'Poista mittaus',
    saved: 'Mittaus on korjattu.',
    removed: 'Mittaus on poistettu.',
    goneAlready: 'Joku muu ehti korjata tämän juuri ennen sinua. Katso mittauksista, mitä nyt on voimassa.',
  },
  paste: {
    jump: {
      title: 'Vaihtuiko yksikkö?',
      text: ({
        day,
        before,
        after,
        times,
        place,
      }: {
        day: string
        before: string
        after: string
        times: string
        place: string | null
      }) =>
        `${place === null ? '' : `${place}: `}${day} alkaen luvut ovat noin ${times} (ensin noin ${before}, sitten noin ${after}). Näin käy, kun mittarin yksikkö vaihtuu kesken.`,
      larger: (factor: string) => `${factor} kertaa suurempia kuin ennen`,
      smaller: (factor: string) => `${factor} kertaa pienempiä kuin ennen`,
      tell: 'Kerro yksikön vaihtumisesta',
      afterwards: 'Liitä taulukko sen jälkeen uudelleen.',
      afterwardsFile: 'Tiedosto odottaa sillä aikaa: lue se sen jälkeen uudelleen.',
      sameUnit: (unit: string) => `Yksikkö on koko ajan ${unit}, taso todella muuttui`,
      sameWithoutUnit: 'Yksikkö on koko ajan sama, taso todella muuttui',
      answer: 'Vahvista, että yksikkö on koko ajan sama, tai kerro ensin sen vaihtumisesta.',
    },
    title: 'Liitä taulukosta',
    lede: 'Kopioi laskentataulukosta kaksi saraketta: päivä ja määrä. Kolmannessa voi olla huomautus.',
    ledeOfUnits: (units: string) =>
      `Kopioi laskentataulukosta joko päivä, paikka tai versio ja määrä omiin sarakkeisiinsa, tai päivä ja sarake jokaiselle paikalle. Nimet: ${units}.`,
    exampleOfUnits: (first: string, second: string) =>
      `24.11.2025\t${first}\t12\n24.11.2025\t${second}\t13,5\tsadepäivä`,
    exampleOfPlaces: (first: string, second: string) =>
      `Päivä\t${first}\t${second}\n24.11.2025\t12\t13,5\n25.11.2025\t\t14`,
    guessShape: 'Päättele taulukosta',
    example: 'Esimerkki',
    exampleText: '24.11.2025\t12\n25.11.2025\t13,5\tsadepäivä',
    text: 'Taulukko',
    textMissing: 'Liitä kenttään vähintään yksi rivi, esimerkiksi 24.11.2025 ja 12.',
    hint: 'Päivät 24.12.2025 tai 2025-12-24, luvut 3,5 tai 3.5. Väliin sarkain tai puolipiste. Otsikkorivi saa olla mukana.',
    existing: 'Jos päivälle on jo mittaus',
    existingOptions: {
      refuse: 'Kerro minulle niistä riveistä',
      replace: 'Korvaa aiempi mittaus',
      keep: 'Pidä molemmat',
    },
    check: 'Tarkista rivit',
    previewTitle: 'Tarkista ennen tallennusta',
    previewLede: (rows: string) => `${rows} voidaan tallentaa. Mitään ei ole vielä tallennettu.`,
    rows: (n: number) => (n === 1 ? '1 rivi' : `${n} riviä`),
    headed: 'Ensimmäinen rivi on otsikko, sitä ei tallenneta.',
    confirm: (rows: string) => `Tallenna ${rows}`,
    imported: (rows: string) => `${rows} on tallennettu. Voit perua koko taulukon mittausten sivulta.`,
    caption: 'Rivit, jotka tallennetaan',
    line: 'Rivi',
    tooLong: (most: number) => `Taulukossa on yli ${most} riviä. Liitä se osissa.`,
    nothing:
      'Taulukossa ei ole yhtään riviä, jonka voisi tallentaa. Liitä ainakin yksi rivi, jossa on päivä ja määrä.',
    summary: (faulty: number) =>
      faulty === 1
        ? 'Yksi rivi pitää korjata. Mitään ei tallennettu.'
        : `${faulty} riviä pitää korjata. Mitään ei tallennettu.`,
    more: (n: number) => `Lisäksi ${n} muuta riviä pitää korjata.`,
    faults: {
      'no-day': () => 'päivä puuttuu.',
      'bad-day': (text: string) => `”${text}” ei ole päivä. Kirjoita muodossa 24.12.2025.`,
      'future-day': (text: string) => `${text} on vasta tulossa.`,
      'total-row': (text: string) => `”${text}” on yhteenvetorivi eikä päivä. Sitä ei tallenneta.`,
      'unknown-unit': (text: string) => `”${text}” ei ole mikään suunnitelman paikoista tai versioista.`,
      'no-value': () => 'määrä puuttuu.',
      'bad-value': (text: string) => `”${text}” ei ole luku. Kirjoita numeroin, esimerkiksi 12 tai 3,5.`,
      formula: (text: string) => `”${text}” on kaava. Liitä kaavan tulos.`,
      'not-a-face': (text: string) => `${text} ei ole kasvo. Käytä lukuja 1, 2 ja 3.`,
      'not-on-scale': (text: string) => `${text} ei ole asteikolla. Käytä kokonaislukuja 1–5.`,
      'too-many-columns': (text: string) =>
        `sarakkeita on liikaa (”${text}”). Tarvitaan päivä, määrä ja ehkä huomautus.`,
      'note-too-long': () => 'huomautus on liian pitkä. Enintään 300 merkkiä.',
      repeated: (text: string, otherLine: number) =>
        `päivä ${text} on jo rivillä ${otherLine}. Jätä toinen pois.`,
      'stored-already': (text: string) => `päivälle ${text} on jo mittaus. Valitse alta, mitä sille tehdään.`,
    },
    lineProblem: (line: number, fault: string) => `Rivi ${line}: ${fault}`,
  },
  undo: {
    lede: (rows: string, when: string) =>
      `${when} tallennetut ${rows} poistuvat, ja niiden korvaamat mittaukset palaavat.`,
    link: 'Peru',
    listTitle: 'Liitetyt taulukot ja tiedostot',
    button: 'Peru kaikki rivit',
    done: 'Rivit on peruttu.',
    reason: 'Taulukko tai tiedosto peruttiin.',
    goneAlready: 'Tämä on jo peruttu, tai perumisen aika on ohi.',
  },
  effort: {
    title: 'Tunnit ja kulut',
    lede: 'Kirjaa, mitä kokeilu vei. Tunnit tuumailusta ovat jo mukana idean sivulla, niitä ei kirjata toiseen kertaan.',
    hours: 'Työtunnit',
    euros: 'Kulut euroina',
    what: 'Mihin?',
    whatHint: 'Esimerkiksi: ruuan jako iltapäivällä, rasiat.',
    whatMissing: 'Kirjoita lyhyesti, mihin tunnit tai eurot menivät.',
    nothing: 'Kirjoita tunnit tai eurot, esimerkiksi 1,5.',
    button: 'Kirjaa',
    saved: 'Kirjattu.',
    removed: 'Merkintä on poistettu.',
    remove: 'Poista',
    caption: 'Kirjatut tunnit ja kulut, uusin ensin',
    total: (hours: string, euros: string) => `Yhteensä ${hours}, ${euros}.`,
    noneYet: 'Tunteja tai kuluja ei ole kirjattu.',
    sectionTitle: 'Mitä kokeilu on vienyt',
  },
  section: {
    title: 'Mittaukset',
    sentence: (words: { n: number; before: number; during: number; name: string }) =>
      words.before === 0
        ? `${words.name}: ${words.n} mittausta, kaikki kokeilun ajalta.`
        : `${words.name}: ${words.n} mittausta, ${words.before} ennen kokeilua ja ${words.during} sen aikana.`,
    sentenceOne: (name: string) => `${name}: yksi mittaus.`,
    chartTitle: (name: string) => name,
    readings: (n: number) => `${n} merkintää, keskiarvo`,
    link: 'Kaikki mittaukset',
  },
}

export type MeasurementsTexts = typeof measurements
