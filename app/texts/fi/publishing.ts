/** The page that explains the public interface. */
export const publishing = {
  api: {
    title: 'Avoin rajapinta',
    lede: 'Kaiken, mikä palvelussa on julkista, voi hakea myös koneluettavasti. Lukeminen ei vaadi tunnuksia. Kunnan omat ohjelmat voivat lisäksi lähettää mittauksia avaimella.',
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
    send: 'Lähetä mittauksia ohjelmasta',
    sendText:
      'Vaaka, laskuri tai toinen järjestelmä voi lähettää mittaukset itse. Avaimen saa kokeilun mittausten sivulta, kohdasta Ohjelma lähettää mittaukset. Avain kelpaa yhteen mittariin, ja mittarin osoite näytetään avaimen vieressä.',
    exampleSend: 'Lähetä kaksi mittausta:',
    sendFacts: [
      'Yksi mittaus on olio, monta on lista. Yhdessä lähetyksessä voi olla enintään 1 000 mittausta. Kaikki tallentuvat tai ei mitään.',
      'id on oma nimesi mittaukselle. Saman voi lähettää uudelleen, ja se tallentuu kerran. Otsake Idempotency-Key nimeää koko lähetyksen.',
      'unit on luvun yksikkö: toinen kuin mittarin yksikkö ei kelpaa. Jos kokeilussa on useita paikkoja, kerro place.',
      'Jos päivällä on jo mittaus, vastaus kertoo siitä. same_day=replace korvaa aiemman, same_day=keep pitää molemmat. Lukuja ei lasketa yhteen.',
      'Virhe on muotoa application/problem+json, ja invalid_rows nimeää jokaisen rivin ja sen vian.',
      'Avain lakkaa toimimasta, kun kokeilusta on päätetty. Selaimesta ei voi lähettää: avain on ohjelmaa varten.',
    ],
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
