/** What the adoptions of one plan show together, and whether it would work in a chosen municipality. */
export const pooling = {
  title: 'Mitä kokeilut näyttävät yhdessä',
  nothingYet: 'Yhteistä tulosta ei vielä ole: kukaan ei ole kertonut, kuinka paljon mittari muuttui.',
  single: 'Muutoksen on kertonut vasta yksi kunta. Yhdistettävää ei vielä ole.',
  forestTitle: (measure: string) => `Muutos kunnittain: ${measure}`,
  forestSentence:
    'Neliö on kunnan muutos, sitä suurempi, mitä enemmän se painaa, ja viiva sen vaihteluväli. Vinoneliö on yhteinen luku, katkoviiva se, mitä seuraavalta kunnalta voi odottaa.',
  forestSentenceFew:
    'Neliö on kunnan muutos ja viiva sen vaihteluväli. Vinoneliö on yhteinen luku, jos kuntia on ainakin kaksi.',
  municipality: 'Kunta',
  together: 'Yhdessä',
  nextPlace: 'Seuraavassa kunnassa',
  spread: (amount: string) => `Kuntien välillä muutos eroaa yhteisestä luvusta tyypillisesti noin ${amount}.`,
  spreadRange: (low: string, high: string) =>
    `Erosta tiedetään, että se on todennäköisesti välillä ${low} ja ${high}.`,
  spreadNone: 'Kuntien väliset erot mahtuvat mittausten epätarkkuuteen.',
  adopters: {
    total: (n: number) =>
      n === 1 ? 'Yksi kokeilu on ottanut tämän käyttöön.' : `${n} kokeilua on ottanut tämän käyttöön.`,
    reported: (n: number, of: number) => `Tuloksen on kertonut ${n}/${of}.`,
    underWay: (n: number, of: number) => `Kesken on ${n}/${of}.`,
    silent: (n: number, of: number) =>
      `Tulostaan ei ole kertonut ${n}/${of}. Vaienneet voivat olla muita huonompia tai parempia.`,
  },
  checks: 'Mitä tästä yhteisestä luvusta on hyvä tietää',
  othersTitle: 'Ketkä eivät ole mukana yhteisessä luvussa',
  columns: { municipality: 'Kunta', change: 'Muutos', why: 'Miksi ei mukana' },
  reasons: {
    'under-way': 'kesken, luvut eivät ole vielä julkisia',
    'opened-early': 'luvut avattiin ennen loppua',
    exploratory: 'vertailutapaa ei sovittu ennen alkua',
    'other-measure': 'mittarilla on toinen yksikkö tai suunta',
    afterwards: 'laskettu jälkikäteen avoimesta aineistosta',
    'made-up': 'keksitty esimerkki',
    'cannot-tell': 'mittaukset eivät riitä kertomaan muutoksen kokoa',
    'open-range': 'muutoksen vaihteluvälillä ei ole toista päätä',
    'no-readings': 'ei mittauksia',
    silent: 'ei ole kertonut tulosta',
  },
  noChange: 'ei tiedossa',
  fold: {
    title: 'Miten tämä on laskettu',
    text: 'Kuntien tulokset on yhdistetty satunnaisvaikutusten mallilla (REML), ja vaihteluväli on Hartungin ja Knappin. Kunkin kokeilun keskivirhe on sen vaihteluvälin leveys jaettuna 3,92:lla. Saman kunnan kokeilut on laskettu ensin yhteen. Seuraavan kunnan väli annetaan viidestä kunnasta alkaen.',
    engine: (version: string, moment: string) =>
      `Laskettu ${moment} tilastomoottorilla @uskalla/evidence ${version}.`,
    fingerprint: 'Tulosten sormenjälki (SHA-256)',
  },
  figures: {
    title: 'Luvut yhdessä',
    unit: 'Yksikkö',
    mean: (amount: string, low: string, high: string, units: number) =>
      `Keskimäärin ${amount} vuodessa, todennäköisesti ${low} – ${high}. Mukana on ${units} yksikköä.`,
    maybeNothing:
      'Väli ulottuu nollan yli: näin harvasta luvusta ei voi sulkea pois sitäkään, ettei säästöä tule.',
    within: (amount: string) => `Saman yksikön vuodet eroavat toisistaan tyypillisesti noin ${amount}.`,
    noComparison: 'Vertailukohta puuttuu: emme tiedä, kuinka paljon olisi säästynyt muutenkin.',
    tooFew: (units: number) => `Seuraavasta ei voi sanoa mitään: yksiköitä on ${units}, ja tarvitaan viisi.`,
    sentence:
      'Neliö on yksikön vuosien keskiarvo ja viiva ulottuu sen pienimmästä vuodesta suurimpaan. Vinoneliö on yhteinen keskiarvo vaihteluväleineen.',
  },
  link: 'Toimisiko tämä meillä?',
  familyLink: 'Kaikki tulokset yhdessä',
  would: {
    title: 'Toimisiko tämä meillä?',
    lede: 'Valitse kuntasi. Näet, ketkä ovat jo kokeilleet, muistuttavatko ne teitä ja mitä tulos voisi teillä olla.',
    choose: 'Kunta',
    chooseEmpty: 'Valitse kunta',
    show: 'Näytä',
    rangeTitle: (where: string) => `Mitä ${where} voisi odottaa`,
    range: (where: string, low: string, high: string) =>
      `Jos tätä kokeiltaisiin ${where}, muutos olisi todennäköisesti välillä ${low} ja ${high}.`,
    rangeSame:
      'Väli on sama kaikille kunnille. Tuloksia on liian vähän, jotta samankaltaisuus voisi kaventaa sitä.',
    tooFew: (places: number) =>
      places === 0
        ? 'Liian vähän ennustamiseen: yksikään kunta ei ole vielä kertonut, kuinka paljon mittari muuttui.'
        : places === 1
          ? 'Liian vähän ennustamiseen: muutoksen on kertonut vasta yksi kunta, ja tarvitaan viisi.'
          : `Liian vähän ennustamiseen: muutoksen on kertonut ${places} kuntaa, ja tarvitaan viisi.`,
    known: 'Tiedetään vain, mitä muualla kävi:',
    ownAlready: (where: string, change: string) => `Tätä on jo kokeiltu ${where}: muutos oli ${change}.`,
    ownUnknown: (where: string) => `Tätä on jo kokeiltu ${where}. Muutoksen koko ei ole tiedossa.`,
    adoptersTitle: 'Ketkä ovat kokeilleet, lähimmät ensin',
    nobody: 'Kukaan muu kunta ei ole vielä kokeillut tätä. Voitte olla ensimmäinen.',
    nearest: (names: string) => `Eniten teitä muistuttaa ${names}.`,
    noneAlike: 'Yksikään kokeilleista ei kuulu teitä eniten muistuttaviin kuntiin.',
    columns: { municipality: 'Kunta', rank: 'Kuinka lähellä teitä', got: 'Muutos', outcome: 'Miten kävi' },
    rank: (rank: number) => `${rank}. lähin`,
    rankUnknown: 'ei voi verrata: lukuja puuttuu',
    figuresTitle: 'Millä luvuilla kuntia verrataan',
    figure: 'Luku',
    likeness:
      'Samankaltaisuus lasketaan vain näistä luvuista. Se ei tiedä, miten teillä tehdään työtä tai kuka innostuu.',
    notAll: (used: string) => `Kaikille näille kunnille tiedossa: ${used}.`,
    source:
      'Luvut: Tilastokeskus, työ- ja elinkeinoministeriö ja Suomen yleisten kirjastojen tilastot (CC BY 4.0).',
    sourceLink: 'Tietolähteet ja lisenssit',
    conditionsTitle: 'Mitä se on muualla vaatinut',
    conditionsNone: 'Kukaan ei ole vielä kirjoittanut, mitä tämä vaatii.',
    wholeCountry: 'useita kuntia',
  },
}

export type PoolingTexts = typeof pooling
