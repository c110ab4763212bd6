/** The page that explains the public interface. */
export const publishing = {
  api: {
    title: 'Avoin rajapinta',
    lede: 'Kaiken, mikä palvelussa on julkista, voi hakea myös koneluettavasti. Rajapinta on vain lukemista varten eikä vaadi tunnuksia.',
    addresses: 'Mistä mitäkin saa',
    address: 'Osoite',
    gives: 'Mitä saa',
    narrow: 'Rajaus',
    search: 'Haku kaikesta julkisesta: kokeilut, opit, ideat ja kirjaston otsikot',
    experiments: 'Luettelo julkisista kokeiluista',
    experiment:
      'Yksi kokeilu kokonaan: suunnitelma ja sen tunniste, poikkeamat, mittaukset, tulos, päätös ja oppi',
    municipalities: 'Suomen 308 kuntaa',
    municipality: 'Yksi kunta avainlukuineen',
    lessons: 'Luettelo opeista',
    description: 'Koneluettava kuvaus (OpenAPI 3.1)',
    examples: 'Esimerkkejä',
    exampleSearch: 'Hae ruokahävikkiin liittyvää:',
    exampleExperiments: 'Hae lopetetut kokeilut ruotsinkielisin nimin, 50 sivulla:',
    exampleMunicipality: 'Hae Keiteleen tiedot:',
    exampleAgain: 'Kysy, onko jokin muuttunut. Anna ETag, jonka sait viime vastauksessa:',
    goodToKnow: 'Hyvä tietää',
    unknown: 'Tuntematon on aina null, ei koskaan nolla eikä tyhjä teksti.',
    madeUp: 'Keksityissä esimerkeissä on tieto is_example: true. Niistä mikään ei ole tapahtunut.',
    lang: 'Parametri lang (fi, sv, en) valitsee nimien ja sivuosoitteiden kielen. Tekstit ovat sillä kielellä, jolla ne on kirjoitettu.',
    paging:
      'Luettelot tulevat sivuina: page ja per_page (enintään 100). Vastauksen kenttä total kertoo rivien määrän, ja Link-otsake vie seuraavalle sivulle.',
    units: 'Jokaisen luvun yksikkö on luvun vieressä tai rajapinnan kuvauksessa.',
    errors:
      'Virheet ovat muotoa application/problem+json. Jos parametria ei voi lukea, vastaus on 400 ja nimeää parametrin.',
    caching: 'Vastauksissa on ETag. Muuttumattomasta saa vastauksen 304 ilman sisältöä.',
    cors: 'Rajapintaa voi kutsua miltä tahansa verkkosivulta.',
    people: 'Ihmisten nimiä ja sähköpostiosoitteita ei anneta, eikä luonnoksia.',
    terms: 'Käyttöehdot',
    termsText:
      'Tietoja saa käyttää lisenssillä CC BY 4.0, kun lähteeksi mainitaan kunta ja Uskalla. Tilastolukujen ja julkaistujen kokeilujen lähteet on nimettävä erikseen. Kirjaston otsikot ovat tekijöidensä.',
    sources: 'Lähteet ja lisenssit',
  },
}

export type PublishingTexts = typeof publishing
