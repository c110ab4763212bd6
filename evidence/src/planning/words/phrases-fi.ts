import type { Phrases } from './phrases.ts'

/** Sentences in Finnish, the original language. */
export const phrasesFi: Phrases = {
  more: 'enemmän',
  less: 'vähemmän',
  better: 'parempi',
  worse: 'huonompi',
  likely: (low, high) => `todennäköisesti ${low}–${high}`,
  likelySigned: (low, high) => `todennäköisesti ${low}…${high}`,
  change: (lead, amount, direction, range) => `${lead} ${amount} ${direction} (${range}).`,
  lotDraws: (asExtreme, possible) =>
    `Jos muutoksella ei olisi vaikutusta, näin suuri ero tulisi ${asExtreme} arvonnassa ${possible} mahdollisesta.`,
  lotChance: (times, outOf) =>
    `Valinta tehtiin arvalla. Jos muutoksella ei olisi vaikutusta, näin suuri ero tulisi sattumalta noin ${times} kertaa ${outOf} arvonnassa.`,
  lotRare:
    'Valinta tehtiin arvalla. Jos muutoksella ei olisi vaikutusta, näin suuri ero tulisi sattumalta harvemmin kuin kerran tuhannessa arvonnassa.',
  comparison: (places) =>
    `Vertailukohtia on ${places}, ja niitä seurattiin saman ajan. Päätelmä pitää, jos kehitys olisi muuten ollut samanlainen siellä ja täällä.`,
  comparisonWithOne:
    'Vertailukohtia on yksi, ja sitä seurattiin saman ajan. Päätelmä pitää, jos kehitys olisi muuten ollut samanlainen siellä ja täällä.',
  series: 'Vertailukohtana oli vain oma aiempi kehitys: samaan aikaan sattunut muu muutos voi selittää osan.',
  beforeAfter:
    'Samoja mitattiin ennen ja jälkeen. Emme tiedä, kuinka paljon muutoksesta johtuu kokeilusta: vertailukohta puuttuu.',
  onlyHere: 'Tulos kertoo näistä paikoista ja tästä ajasta, ei vielä muista.',
  cannotTellYet: 'Emme tiedä vielä.',
  anything: (from, to) => `Muutos voi olla mitä tahansa välillä ${from} ja ${to}.`,
  lackOfData: 'Tietoa on liian vähän; se ei tarkoita, ettei vaikutusta ole.',
  underWorthwhile: (best, worthwhile) =>
    `Parhainkin uskottava tulos (${best}) jää alle sen, minkä sanoitte olevan vaivan arvoinen (${worthwhile}).`,
  smallEitherWay: (from, to) => `Muutos on todennäköisesti välillä ${from} ja ${to}.`,
  levels: (lead, after, before) => `${lead} ${after}, ennen ${before}.`,
  nothingCompared: 'Emme tiedä, kuinka paljon muutoksesta johtuu kokeilusta: vertailukohta puuttuu.',
  counts: (yes, of, otherYes, otherOf) =>
    `Mukana olleista ${yes}/${of}, vertailuryhmässä ${otherYes}/${otherOf}.`,
  chart: {
    above: (points) =>
      `Viimeiset ${points} havaintoa ovat vanhan keskiarvon yläpuolella: jokin on muuttunut.`,
    below: (points) =>
      `Viimeiset ${points} havaintoa ovat vanhan keskiarvon alapuolella: jokin on muuttunut.`,
    rising: (points) => `${points} havaintoa peräkkäin on noussut: jokin on muuttunut.`,
    falling: (points) => `${points} havaintoa peräkkäin on laskenut: jokin on muuttunut.`,
    outside: (points) =>
      `Tavallisen vaihtelun ulkopuolella on ${points} havaintoa: niillä on luultavasti oma syynsä.`,
  },
  outsideOne: 'Yksi havainto on tavallisen vaihtelun ulkopuolella: sillä on luultavasti oma syynsä.',
  chartQuiet: (points) => `${points} havaintoa vaihtelee kuten ennenkin.`,
  chartSilentOnCause: 'Kuvio ei kerro, mikä.',
  chartSilentOnReason: 'Kuvio ei kerro, mikä.',
  chartQuietMeaning: 'Muutos voi silti olla niin pieni, ettei se näy näin lyhyestä sarjasta.',
  pooled: (lead, amount, direction, range, studies) =>
    `${lead} ${amount} ${direction} (${range}), kun mukana on ${studies} kuntaa.`,
  nextPlace: (low, high) => `Seuraavassa kunnassa vaikutus on todennäköisesti välillä ${low} ja ${high}.`,
  noNextPlace: 'Kuntia on liian vähän, jotta seuraavasta voisi sanoa mitään.',
  surveyMean: (lead, amount, range, answers) => `${lead} ${amount} (${range}). Vastauksia on ${answers}.`,
  surveyLimits: 'Vaihteluväli ei kerro, mitä vastaamatta jättäneet ajattelevat.',
  smallSurvey: (answers) => `${answers} vastausta.`,
  smallSurveyMeaning: 'Lue pylväät näiden ihmisten vastauksina, älä kunnan mielialana.',
  values: (lead, list) => `${lead} ${list}.`,
  valuesMeaning:
    'Lukuja on niin vähän, että ne näytetään kaikki. Niistä ei voi päätellä, johtuuko ero kokeilusta.',
  medianTime: (lead, amount, range) => `${lead} ${amount}, jolloin puolet oli ehtinyt (${range}).`,
  medianNotReached: (lead) => `${lead} alle puolet seurannan aikana.`,
  medianLimits: (people) => `Seurattuja oli ${people}. Tämä ei kerro, mikä aikaan vaikutti.`,
  beliefBetter: (times) => `Uusi tapa on vanhaa parempi ${times} prosentin todennäköisyydellä.`,
  beliefLimits: 'Se ei kerro, kuinka paljon parempi.',
  syntheticChange: (lead, amount, direction) =>
    `${lead} ${amount} ${direction} kuin muista paikoista kootussa vertailukohdassa.`,
  placebos: (asLarge, units) =>
    `Kun kukin ${units} paikasta otettiin vuorollaan kokeilijaksi, näin suuri poikkeama löytyi ${asLarge} paikalta, kokeilija mukaan lukien.`,
  noPlaceboAsLarge: (units) =>
    `Kun kukin ${units} paikasta otettiin vuorollaan kokeilijaksi, yksikään muu ei poikennut vertailukohdastaan yhtä paljon.`,
  tooFewPlacesForRange: 'Paikkoja on liian vähän, jotta vaihteluvälin voisi laskea.',
  ranks: {
    higher: (times) =>
      `Kun uudesta ja vanhasta tavasta poimitaan umpimähkään yksi arvo kummastakin, uuden arvo on suurempi noin ${times} kertaa sadasta (tasatulos lasketaan puolikkaana).`,
    lower: (times) =>
      `Kun uudesta ja vanhasta tavasta poimitaan umpimähkään yksi arvo kummastakin, uuden arvo on pienempi noin ${times} kertaa sadasta (tasatulos lasketaan puolikkaana).`,
  },
  moreDataPays: (extra, cost, worth) =>
    `${extra} lisää maksaa ${cost}, ja paremmasta päätöksestä odotetaan hyötyä ${worth}.`,
  moreDataDoesNot: (extra, cost, worth) =>
    `${extra} lisää maksaa ${cost}, mutta paremmasta päätöksestä odotetaan hyötyä vain ${worth}.`,
  moreDataLimits: 'Arvio perustuu siihen, mitä nyt tiedetään.',
  decisions: {
    spread: 'Sovittu sääntö ehdottaa: levitetään.',
    adapt: 'Sovittu sääntö ehdottaa: muutetaan ja jatketaan.',
    stop: 'Sovittu sääntö ehdottaa: lopetetaan.',
  },
  decisionGround: (amount, range, worthwhile) =>
    `Muutos on ${amount} (${range}), ja vaivan arvoiseksi sovittiin ${worthwhile}.`,
  decisionIsYours: 'Sääntö ei tunne kaikkia syitä: päätöksen tekevät ihmiset.',
  refusalLead: 'Lukua ei voi antaa.',
}
