/** The bundle of a result: everything from which anyone computes it again. */
export const bundle = {
  title: 'Laske itse uudelleen',
  lede: 'Laskentapaketissa on lukittu suunnitelma, mittaukset ja laskettu tulos. Yksi komento laskee tuloksen uudelleen ja kertoo, ovatko luvut samat viimeiseen numeroon.',
  link: 'Lataa laskentapaketti (zip)',
  how: 'Näin lasket',
  covered: (date: string) => `Laskentapaketin voi ladata, kun luvut avataan ${date}.`,
  coveredOpen: 'Laskentapaketin voi ladata, kun kokeilu on päättynyt ja luvut avataan.',
  computing: 'Laskentapaketti valmistuu, kun tulos on laskettu uusista mittauksista.',
  command: 'Avoimen ohjelmiston kansiossa, ilman verkkoa ja tietokantaa:',
  commandAlone: 'Tai pelkällä tilastomoottorilla paketista purettu kansio:',
  fileName: 'uskalla-tulos',
  readme: {
    title: 'Kokeilun laskentapaketti',
    what: 'Tästä paketista kuka tahansa saa saman tuloksen kuin kokeilun sivulla, viimeiseen numeroon asti. Jos jokin luku eroaa, komento nimeää ensimmäisen.',
    filesTitle: 'Mitä paketissa on',
    files: [
      { file: 'plan.json', is: 'suunnitelma sellaisena kuin se lukittiin ennen kokeilun alkua' },
      { file: 'draw.json', is: 'arvonta: siemen, sen etukäteen kerrottu tarkiste ja arvottu järjestys' },
      { file: 'data.csv', is: 'mittaukset siinä järjestyksessä, jossa ne laskettiin' },
      { file: 'unit-changes.json', is: 'mistä päivästä alkaen mittari luettiin toisessa yksikössä' },
      { file: 'looks.json', is: 'sovitut välikatsaukset' },
      { file: 'explorations.json', is: 'suunnitelman ulkopuoliset, tutkivat tarkastelut' },
      { file: 'evaluation.json', is: 'tulos: jokainen luku kaikilla numeroillaan' },
      { file: 'figures.txt', is: 'samat luvut luettelona' },
      { file: 'engine/', is: 'jokainen kysymys tilastomoottorille ja sen vastaus' },
      { file: 'MANIFEST.txt', is: 'tiedostojen tarkisteet (SHA-256)' },
    ],
    columnsTitle: 'Mitä data.csv:n sarakkeissa on',
    columns: [
      { column: 'measure_id', is: 'mittarin pysyvä tunnus, sama kuin suunnitelmassa' },
      { column: 'measure', is: 'mittarin nimi' },
      { column: 'measure_unit', is: 'missä yksikössä luku kirjattiin' },
      { column: 'place', is: 'paikka tai versio; tyhjä, kun suunnitelmassa on yksi paikka' },
      { column: 'day', is: 'päivä muodossa 2026-03-10' },
      { column: 'value', is: 'luku, desimaalipisteellä; kasvot ovat 1 (surullinen), 2 ja 3 (iloinen)' },
      { column: 'phase', is: 'before = ennen kokeilua, during = sen aikana, after = sen jälkeen' },
    ],
    unitsTitle: 'Yksikkö vaihtui kesken',
    units:
      'Mittaukset ovat data.csv-tiedostossa sellaisina kuin ne kirjattiin. Tulos laskettiin suunnitelman yksikössä; lukemia, joita ei voi muuntaa, ei käytetty.',
    againTitle: 'Laske uudelleen',
    again: 'Uskallan avoimen ohjelmiston kansiossa (Node.js), ilman verkkoa ja tietokantaa:',
    alone: 'Pelkällä tilastomoottorilla, kun paketti on purettu:',
    sums: 'Tiedostojen tarkisteet millä tahansa koneella:',
    trust: (fingerprint: string) =>
      `Suunnitelman sormenjälki ${fingerprint} oli julkinen kokeilun alusta asti. Vertaa sitä kokeilun sivuun ja kunnan lokin ketjuun: pelkkä paketti ei todista, ettei sitä ole tehty kokonaan uudelleen.`,
    limitsTitle: 'Mitä tässä ei ole',
    limits: [
      'Muistiinpanoja, päiväkirjaa tai tietoa siitä, kuka mittasi: ne eivät vaikuta lukuihin.',
      'Mittauksia, jotka on poistettu tai korjattu: niistä jää lokiin rivi ja syy.',
    ],
    licenceTitle: 'Käyttöehdot',
    licence:
      'Tietoja saa käyttää lisenssillä CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/deed.fi), kun lähteeksi mainitaan kunta ja Uskalla. Jos kokeilun sivulla on muita lähteitä, mainitse nekin.',
    engine: (version: string, seed: number, moment: string) =>
      `Laskettu ${moment} tilastomoottorilla @uskalla/evidence ${version}, satunnaisluvun siemen ${seed}.`,
  },
}

export type BundleTexts = typeof bundle
