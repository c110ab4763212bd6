export const evaluations = {
  title: 'Tulos',
  beingWorkedOut: {
    title: 'Tulosta lasketaan',
    text: 'Mittaukset ovat muuttuneet, ja tulos lasketaan niistä uudelleen. Siihen menee yleensä muutama sekunti.',
    again: 'Katso, onko se valmis',
    sendAgain:
      'Tulosta lasketaan uusista mittauksista, eikä mitään ole vielä tallennettu. Tekstisi ovat tallella tällä sivulla: odota hetki ja lähetä lomake uudelleen.',
  },
  trouble: {
    title: 'Tuloksen laskeminen ei ole onnistunut',
    text: (failures: number, nextAt: string | null) =>
      `Laskeminen on epäonnistunut ${failures === 1 ? 'kerran' : `${failures} kertaa`}. ${nextAt === null ? 'Yritämme sitä juuri uudelleen.' : `Yritämme itse uudelleen viimeistään ${nextAt}.`} Ylläpito näkee vian, ja mittaukset ovat tallessa.`,
    textsStay:
      'Mitään ei ole vielä tallennettu. Tekstisi ovat tällä sivulla: kopioi ne talteen, jos lähdet odottamaan.',
  },
  units: {
    title: 'Yksikkö vaihtui kesken kokeilun',
    converted: (unit: string) =>
      `Tämän sivun luvut ovat suunnitelman yksikössä${unit === '' ? '' : ` (${unit})`}. Mittaukset ovat tallessa sellaisina kuin ne kirjattiin.`,
    apart: (unit: string) =>
      `Eri yksiköissä kirjattuja lukuja ei panna samalle asteikolle. Tulos perustuu vain suunnitelman yksikössä${unit === '' ? '' : ` (${unit})`} kirjattuihin mittauksiin; muut eivät ole kuviossa eivätkä luvuissa.`,
  },
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
    fewPointsShow: (value: string, n: number) =>
      n === 1
        ? `Se riittää kertomaan vain, missä nyt ollaan: arvo on ${value}.`
        : `Ne riittävät kertomaan vain, missä nyt ollaan: keskimmäinen arvo on ${value}.`,
    wrongWay: 'Suunta on päinvastainen kuin toivottiin.',
    changesPlaceByPlace: (name: string) => `${name}, muutos paikka paikalta:`,
    lackOfData: 'Tietoa on liian vähän; se ei tarkoita, ettei vaikutusta ole.',
    noBaseline: (value: string, n: number) => `Kokeilun aikana keskimmäinen arvo oli ${value} (${n} päivää).`,
    nothingToHoldAgainst: 'Emme tiedä, muuttuiko mikään: lähtötasoa ei mitattu eikä kirjattu.',
    changed: (amount: string, before: string, during: string, better: boolean) =>
      `${amount} kuin ennen: ennen ${before}, kokeilun aikana ${during}. Suunta on ${better ? 'toivottu' : 'päinvastainen kuin toivottiin'}.`,
    sameAsBefore: (value: string) => `Sama kuin ennen: ${value}.`,
    more: (amount: string) => `${amount} enemmän`,
    less: (amount: string) => `${amount} vähemmän`,
    restsOnPoints: (before: number, during: number) =>
      `Luvut ovat keskimmäisiä arvoja ${before === 1 ? 'yhdeltä mittauspäivältä' : `${before} mittauspäivältä`} ennen kokeilua ja ${during} mittauspäivältä sen aikana.`,
    restsOnPlan: (during: number) =>
      `Lähtötaso on suunnitelmaan kirjattu luku; kokeilun ajalta on ${during} mittauspäivän keskimmäinen arvo.`,
    nothingCompared: 'Emme tiedä, kuinka paljon muutoksesta johtuu kokeilusta: vertailukohta puuttuu.',
    predictedOnly: (predicted: string) => `Ennuste oli ${predicted}. Toteutuneesta ei ole mittauksia.`,
    predictedAndHappened: (predicted: string, happened: string, days: number) =>
      `Ennuste oli ${predicted}, toteutunut keskimmäinen arvo ${happened} (${days === 1 ? '1 päivä' : `${days} päivää`}).`,
    onScale: (mean: string, most: number) => `${mean} asteikolla 1–${most}`,
  },
  level: {
    term: 'Näytön taso',
    levels: {
      0: 'Taso 0: idea tai kertomus. Muutosta ei voi vielä osoittaa.',
      1: 'Taso 1: ennen ja jälkeen yhdessä paikassa. Muutoksen voi nähdä, syytä ei.',
      2: 'Taso 2: sarjan oma aiempi kehitys vertailuna. Muutoksen voi erottaa, syytä ei tiedetä varmasti.',
      3: 'Taso 3: luotettava vertailu muihin paikkoihin saman ajan yli.',
      4: 'Taso 4: arvottu, mutta jokin heikentää varmuutta: arvontoja on vähän tai jotakin meni toisin kuin piti.',
      5: 'Taso 5: arvottu, ja arvontoja on riittävästi.',
    },
    precision: 'Tarkkuus',
    scales: (maryland: number, nesta: number) =>
      `Marylandin asteikolla (What Works Growth) ${maryland === 0 ? 'alle 1' : maryland}, Nestan asteikolla ${nesta}.`,
    loweredBy: 'Taso on yhden alempana, koska:',
    precisionLevels: {
      high: 'Hyvä: vaihteluväli on kapea siihen verrattuna, minkä sovitte olevan vaivan arvoista.',
      moderate:
        'Kohtalainen: vaihteluväli on suunnilleen sen levyinen, minkä sovitte olevan vaivan arvoista.',
      low: 'Heikko: vaihteluväli on leveämpi kuin muutos, jonka sovitte olevan vaivan arvoinen.',
    },
    precisionUnsaid: 'Vaihteluväli on laskettu, mutta ei ole sovittu, mikä muutos olisi vaivan arvoinen.',
    precisionUnknown: 'Vaihteluväliä ei ole laskettu.',
    more: 'Mitä tasot tarkoittavat',
    scale:
      'Asteikko 0–5: 0 idea tai kertomus, 1 ennen ja jälkeen, 2 muut syyt seurattu, 3 luotettava vertailu, 4 kuin arvottu, 5 arvottu. Taso kertoo asetelmasta, ei siitä, kuinka suuri tai hyödyllinen muutos on.',
    repeated: 'Toistettu muualla',
  },
  analysis: {
    method: 'Menetelmä',
    methods: {
      'share-difference': 'kahden osuuden ero',
      'fisher-exact': 'Fisherin tarkka testi',
      'mann-whitney': 'kahden ryhmän vertailu järjestyslukujen avulla',
      welch: 'kahden ryhmän keskiarvojen vertailu',
      'permutation-with-shift': 'kahden ryhmän vertailu kaikkien mahdollisten jakojen avulla',
      'log-rank': 'aika tapahtumaan kahdessa ryhmässä',
      'cluster-randomisation-test': 'arvottujen paikkojen vertailu kaikkien mahdollisten arvontojen avulla',
      'adjusted-cluster-comparison': 'arvottujen paikkojen vertailu',
      'stepped-wedge-permutation': 'arvottu aloitusjärjestys, kaikki mahdolliset järjestykset',
      'synthetic-control': 'koottu vertailukohta',
      'difference-with-placebos': 'muutosten ero, jokainen paikka vuorollaan kokeilijana',
      'difference-in-differences': 'muutosten ero paikkojen välillä',
      'group-time-effects': 'eri aikaan aloittaneet ryhmittäin',
      'run-chart': 'kuvaaja keskimmäisen arvon ympärillä',
      'run-chart-trial': 'kuvaaja, alustava',
      'xmr-chart': 'kuvaaja, jonka rajat lasketaan ajasta ennen kokeilua',
      'interrupted-series': 'katkaistu aikasarja: hyppy kokeilun alussa',
      'interrupted-series-counts': 'katkaistu lukumääräsarja: hyppy kokeilun alussa',
      'paired-change': 'samat paikat ennen ja jälkeen',
      'one-time-comparison': 'kahden ryhmän vertailu yhtenä aikana',
      'every-value': 'kaikki arvot sellaisinaan',
    },
    noDesign: 'Suunnitelmassa ei valittu asetelmaa, joten menetelmä valittiin mittausten määrän mukaan.',
    exploratory:
      'Tutkiva: tätä ei valittu päämittariksi ennen alkua. Monesta mittarista jokin voi muuttua sattumalta.',
    checks: 'Mitä tästä tuloksesta on hyvä tietää',
    computing: 'Tulosta lasketaan uusista mittauksista. Lataa sivu hetken päästä uudelleen.',
    watched: 'Kuviota saa seurata koko ajan. Vaihteluväli ja johtopäätös näytetään vasta lopussa.',
    interruptedChart:
      'Ehyt viiva on malli, katkoviiva se, mihin aiempi kehitys olisi johtanut ilman kokeilua.',
    xmrChart: 'Rajat on laskettu ajasta ennen kokeilua. Rengastetut havainnot poikkeavat siitä.',
    placesChart: 'Jokaisen paikan taso ennen ja jälkeen.',
    versionsChart: 'Kummankin version keskiarvo.',
    groups: { treated: 'kokeilevat', comparison: 'ennallaan' },
    versionGroups: { treated: 'uusi versio', comparison: 'toinen versio' },
    drawsTitle: 'Mitä sattuma olisi voinut näyttää',
    drawsChart: (all: string) =>
      `Kokeilijat olisi voinut valita ${all} tavalla. Pylväät näyttävät erot, jos kokeilulla ei olisi vaikutusta. Tummat ovat vähintään yhtä suuria kuin havaittu.`,
  },
  synthetic: {
    title: (name: string) => `${name}: ero koottuun vertailukohtaan`,
    sentence: (place: string) =>
      `Paksu viiva on ${place}: kuinka kaukana se on vertailukohdasta, joka on koottu paikoista, jotka muistuttivat sitä ennen kokeilua. Ohuet viivat ovat muut paikat, kukin vuorollaan kokeilijana.`,
    weights: 'Mistä paikoista vertailukohta on koottu',
    ratios: 'Kuinka paljon kukin paikka poikkeaa',
    place: 'Paikka',
    ratio: 'Poikkeama alun jälkeen ÷ ennen alkua',
    tried: (name: string) => `${name} (kokeili)`,
    exactFit: 'ei laskettavissa',
    ratioMeans:
      'Suuri luku tarkoittaa, että paikka erkani vertailukohdastaan alun jälkeen paljon enemmän kuin sitä ennen.',
  },
  answers: {
    title: (name: string) => `${name}: kaikki vastaukset`,
    sentence:
      'Kuinka suuri osa vastasi kullakin luvulla. Keskiarvo yksin ei kerro, ovatko vastaajat samaa mieltä.',
    times: { before: 'Ennen kokeilua', after: 'Kokeilun aikana' },
    groups: {
      treated: { before: 'Kokeilevat, ennen', after: 'Kokeilevat, aikana' },
      comparison: { before: 'Ennallaan, ennen', after: 'Ennallaan, aikana' },
    },
    versions: { treated: 'Uusi versio', comparison: 'Toinen versio' },
    split: (groups: string[]) =>
      `Vastaukset ovat jakautuneet asteikon molempiin päihin (${groups.join('; ')}): keskiarvo ei kuvaa kumpiakaan.`,
  },
  covered: {
    title: 'Luvut ovat vielä peitossa',
    text: (date: string) =>
      `Suunnitelmassa sovittiin, että tulos avataan, kun kokeilu on päättynyt ${date}. Kesken katsotut luvut houkuttelevat lopettamaan sopivalla hetkellä.`,
    readings: (count: number) =>
      count === 1 ? 'Yksi mittaus on kertynyt.' : `${count} mittausta on kertynyt.`,
    link: 'Avaa luvut ennen loppua',
    opened: (date: string, why: string) => `Luvut avattiin ennen loppua ${date}. Syy: ${why}`,
    page: {
      title: 'Avaa luvut ennen loppua',
      lede: 'Joskus on pakko katsoa, esimerkiksi haitan takia. Avaaminen ja sen syy jäävät näkyviin tuloksen viereen pysyvästi, ja näytön taso laskee yhdellä.',
      why: 'Miksi luvut avataan nyt?',
      whyMissing: 'Kirjoita, miksi luvut avataan ennen loppua.',
      button: 'Avaa luvut',
      done: 'Luvut on avattu. Syy näkyy tuloksen vieressä.',
      notCovered: 'Luvut eivät ole peitossa.',
    },
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
  otherData: 'Mittaukset ovat muuttuneet sen jälkeen, kun tulos kirjattiin. Katso nykyiset luvut.',
  otherMeasures: 'Muut mittarit',
  section: { title: 'Tulos', link: 'Koko tulos ja kuviot', none: 'Tulosta ei ole vielä kirjattu.' },
  fold: {
    title: 'Miten tämä on laskettu',
    text: 'Keskimmäinen arvo on mediaani: puolet päivistä on sen alla ja puolet yllä. Useat saman päivän mittaukset lasketaan keskiarvoksi. Alle kahdeksasta päivästä ei päätellä muutosta.',
    engine: (version: string, seed: number, moment: string) =>
      `Laskettu ${moment} tilastomoottorilla @uskalla/evidence ${version}, satunnaisluvun siemen ${seed}. Samasta aineistosta saa samat luvut.`,
    plan: 'Suunnitelman sormenjälki (SHA-256)',
    fingerprint: 'Aineiston sormenjälki (SHA-256)',
  },
}

export type EvaluationsTexts = typeof evaluations
