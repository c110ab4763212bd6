/** What stands on every page, and the pages that say that something went another way. */
export const site = {
  name: 'Uskalla',
  promise: 'Uskalla kokeilla. Opitaan yhdessä.',
  demoBanner: 'Tämä on kokeiluympäristö. Voit tehdä täällä mitä vain: tiedot ovat esimerkkejä.',
  navigation: {
    ideas: 'Ideat',
    experiments: 'Kokeilut',
    lessons: 'Opit',
    municipalities: 'Kunnat',
    library: 'Kirjasto',
    search: 'Haku',
  },
  signIn: 'Kirjaudu',
  signOut: 'Kirjaudu ulos',
  myOpenThings: 'Omat asiani',
  front: 'Etusivu',
  searchLabel: 'Hae kokeiluista ja opeista',
  searchButton: 'Hae',
  footer: {
    sources: 'Tietolähteet ja lisenssit',
    api: 'Avoin rajapinta',
    log: 'Loki',
    mail: 'Esimerkkiposti',
    catalogue: 'Käyttöliittymän osat',
    openSource: 'Uskalla on avointa ohjelmistoa (EUPL 1.2).',
  },
  notFoundTitle: 'Sivua ei löytynyt',
  notFoundText:
    'Osoitteessa ei ole sivua, tai se ei ole julkinen. Tarkista osoite tai etsi haulla. Jos tulit linkistä, kohde on voinut muuttaa.',
  notAllowedTitle: 'Tämä sivu on muille',
  notAllowedText:
    'Et voi tehdä tätä näillä oikeuksilla. Jos sen kuuluisi olla mahdollista, pyydä apua kuntasi koordinaattorilta.',
  wrongMethodTitle: 'Sivu ei ota tällaista pyyntöä vastaan',
  wrongMethodText: 'Avaa sivu linkistä ja yritä uudelleen. Mitään ei tallennettu.',
  tooLargeTitle: 'Lähetys on liian suuri',
  tooLargeText:
    'Lomakkeeseen mahtuu enintään 4 megatavua tekstiä, ja tiedosto saa olla enintään 10 megatavua. Mitään ei tallennettu. Palaa takaisin ja lyhennä tekstiä tai jaa tiedosto osiin.',
  unreadableTitle: 'Lähetystä ei voitu lukea',
  unreadableText:
    'Lomake tuli muodossa, jota palvelu ei ymmärrä. Mitään ei tallennettu. Avaa lomake uudelleen ja yritä uudestaan.',
  crossSiteTitle: 'Lähetys tuli toiselta sivustolta',
  crossSiteText:
    'Turvallisuuden vuoksi lomakkeen voi lähettää vain tältä sivustolta. Mitään ei tallennettu. Avaa lomake uudelleen.',
  tooManyTitle: 'Odota hetki',
  tooManyText: (seconds: number) =>
    `Täältä on tullut lyhyessä ajassa enemmän pyyntöjä kuin palvelu ottaa vastaan. Mitään ei tallennettu. Yritä uudelleen ${seconds === 1 ? 'sekunnin' : `${seconds} sekunnin`} kuluttua.`,
  staleTitle: 'Lomake ei ole enää voimassa',
  staleText:
    'Lomake on avattu ennen kirjautumista tai uloskirjautumista, toisessa selaimessa tai ilman evästeitä. Mitään ei tallennettu. Avaa lomake uudelleen.',
  openAgain: 'Avaa lomake uudelleen',
  unknownFieldTitle: 'Lähetyksessä oli kohtia, joita lomakkeessa ei ole',
  unknownFieldText:
    'Palvelu ottaa vastaan vain lomakkeen omat kohdat. Mitään ei tallennettu. Avaa lomake uudelleen ja täytä se sivulla.',
  filesTitle: 'Tiedostoja ei oteta vastaan',
  filesText:
    'Tälle lomakkeelle kirjoitetaan tekstiä, eikä siihen voi liittää tiedostoja. Mitään ei tallennettu. Mittauksia voi tuoda tiedostosta mittausten sivulta, yksi tiedosto kerrallaan.',
  typedTitle: 'Mitä kirjoitit',
  sendAgain: 'Lähetä uudelleen',
  brokenTitle: 'Jokin meni rikki meidän päässämme',
  brokenText: (requestId: string) =>
    `Mitään ei tallennettu tällä kertaa. Palaa takaisin: kirjoittamasi on vielä lomakkeella. Jos sama toistuu, kerro ylläpidolle tunnus ${requestId}.`,
  busyTitle: 'Palvelu on hetken poissa',
  busyText:
    'Tietokanta ei juuri nyt vastaa. Mitään ei tallennettu. Odota hetki ja yritä uudelleen; kirjoittamasi on tallessa selaimessa.',
  conflict:
    'Joku muu tallensi tämän sivun juuri ennen sinua. Molemmat tekstit ovat tallessa: valitse, mitkä kohdat jäävät.',
  backToFront: 'Etusivulle',
  skipToSearch: 'Hakuun',
}

export type SiteTexts = typeof site
