export const evaluations = {
  title: 'Tulos',
  pageTitle: (question: string) => `Tulos: ${question}`,
  underWay: (date: string) => `Kokeilu on vielä käynnissä ${date} asti. Luvut voivat muuttua.`,
  underWayOpen: 'Kokeilu on vielä käynnissä. Luvut voivat muuttua.',
  predicted: 'Mitä ennustimme',
  happened: 'Mitä tapahtui',
  notPredicted: 'Lukua ei ennustettu.',
  words: {
    noData: 'Emme tiedä vielä. Kokeilun ajalta ei ole yhtään mittausta.',
    fewPoints: (n: number) =>
      n === 1
        ? 'Emme tiedä vielä. Tietoa on yhdeltä päivältä.'
        : `Emme tiedä vielä. Tietoa on ${['', '', 'kahdelta', 'kolmelta', 'neljältä', 'viideltä', 'kuudelta', 'seitsemältä'][n] ?? n} päivältä, ja päätelmään tarvitaan vähintään kahdeksan.`,
    fewPointsShow: (value: string) =>
      `Ne riittävät kertomaan vain, missä nyt ollaan: keskimmäinen arvo on ${value}.`,
    lackOfData: 'Tietoa on liian vähän; se ei tarkoita, ettei vaikutusta ole.',
    noBaseline: (value: string, n: number) => `Kokeilun aikana keskimmäinen arvo oli ${value} (${n} päivää).`,
    nothingToHoldAgainst: 'Emme tiedä, muuttuiko mikään: lähtötasoa ei mitattu eikä kirjattu.',
    changed: (amount: string, before: string, during: string, better: boolean) =>
      `${amount} kuin ennen: ennen ${before}, kokeilun aikana ${during}. Suunta on ${better ? 'toivottu' : 'päinvastainen kuin toivottiin'}.`,
    sameAsBefore: (value: string) => `Sama kuin ennen: ${value}.`,
    more: (amount: string) => `${amount} enemmän`,
    less: (amount: string) => `${amount} vähemmän`,
    restsOnPoints: (before: number, during: number) =>
      `Luvut ovat keskimmäisiä arvoja ${before === 1 ? 'yhdeltä päivältä' : `${before} päivältä`} ennen kokeilua ja ${during} päivältä sen aikana.`,
    restsOnPlan: (during: number) =>
      `Lähtötaso on suunnitelmaan kirjattu luku; kokeilun ajalta on ${during} päivän keskimmäinen arvo.`,
    nothingCompared: 'Emme tiedä, kuinka paljon muutoksesta johtuu kokeilusta: vertailukohta puuttuu.',
    predictedOnly: (predicted: string) => `Ennuste oli ${predicted}. Toteutuneesta ei ole mittauksia.`,
    predictedAndHappened: (predicted: string, happened: string, days: number) =>
      `Ennuste oli ${predicted}, toteutunut keskimmäinen arvo ${happened} (${days === 1 ? '1 päivä' : `${days} päivää`}).`,
    onFaces: (mean: string) => `${mean} asteikolla 1–3`,
  },
  level: {
    term: 'Näytön taso',
    levels: {
      0: 'Taso 0: idea tai kertomus. Muutosta ei voi vielä osoittaa.',
      1: 'Taso 1: ennen ja jälkeen yhdessä paikassa. Muutos näkyy, syy ei.',
    },
    precision: 'Tarkkuus',
    precisionUnknown: 'Vaihteluväliä ei ole laskettu.',
    more: 'Mitä tasot tarkoittavat',
    scale:
      'Asteikko 0–5: 0 idea tai kertomus, 1 ennen ja jälkeen, 2 muut syyt seurattu, 3 luotettava vertailu, 4 kuin arvottu, 5 arvottu. Taso kertoo asetelmasta, ei siitä, kuinka suuri tai hyödyllinen muutos on.',
    repeated: 'Toistettu muualla',
  },
  record: {
    title: 'Kirjaa tulos',
    lede: 'Kirjoita omin sanoin, mitä tapahtui ennusteeseen verrattuna. Luvut tulevat mittauksista, niitä ei kirjoiteta uudelleen.',
    link: 'Kirjaa tulos',
    again: 'Täydennä tulosta',
    happened: 'Mitä tapahtui?',
    happenedHint: 'Muutama lause. Kerro myös, mikä muu on voinut vaikuttaa.',
    happenedMissing: 'Kirjoita muutamalla lauseella, mitä tapahtui.',
    tells: 'Toteutuiko ennuste?',
    tellsMissing: 'Valitse, toteutuiko ennuste.',
    tellsOptions: {
      as_predicted: 'Kyllä, suunnilleen kuten ennustettiin',
      otherwise: 'Ei, kävi toisin',
      cannot_tell: 'Ei voi vielä sanoa',
    },
    learning: 'Millaista oppia tuli?',
    learningMissing: 'Valitse, millaista oppia tuli.',
    learningOptions: {
      works: 'Tiedämme enemmän siitä, toimiiko tämä',
      inspired: 'Tämä innosti johonkin uuteen',
      both: 'Molempia',
    },
    button: 'Tallenna tulos',
    saved: 'Tulos on kirjattu.',
    notFrozen: 'Tulos kirjataan vasta, kun suunnitelma on lukittu.',
  },
  written: (date: string) => `Kirjattu ${date}.`,
  otherData: 'Mittaukset ovat muuttuneet sen jälkeen, kun tulos kirjattiin. Katso luvut yllä.',
  otherMeasures: 'Muut mittarit',
  section: { title: 'Tulos', link: 'Koko tulos ja kuviot', none: 'Tulosta ei ole vielä kirjattu.' },
  fold: {
    title: 'Miten tämä on laskettu',
    text: 'Keskimmäinen arvo on mediaani: puolet päivistä on sen alla ja puolet yllä. Useat saman päivän mittaukset lasketaan keskiarvoksi. Alle kahdeksasta päivästä ei päätellä muutosta.',
    fingerprint: 'Aineiston sormenjälki (SHA-256)',
  },
}

export type EvaluationsTexts = typeof evaluations
