export const phoneLog = {
  title: 'Pikakirjaus',
  lede: 'Valitse mittari ja kirjaa. Kun olet avannut tämän sivun kerran verkossa, kirjaaminen onnistuu myös ilman yhteyttä.',
  ledeWithoutScript: 'Valitse mittari ja kirjaa.',
  none: 'Yhtään kokeilua, johon voisit kirjata, ei ole käynnissä.',
  noneAction: 'Katso kokeiluja',
  appName: 'Uskalla: pikakirjaus',
  appShortName: 'Pikakirjaus',
  appDescription: 'Kirjaa kokeilun mittaus yhdellä painalluksella, myös ilman yhteyttä.',
  shellTitle: 'Pikakirjaus ilman yhteyttä',
  install: {
    title: 'Lisää puhelimen aloitusnäyttöön',
    text: 'Avaa selaimen valikko ja valitse ”Lisää aloitusnäyttöön” tai ”Asenna sovellus”. Kirjaus aukeaa silloin kuin muutkin sovellukset.',
  },
  privacy:
    'Puhelimeen tallentuvat vain kokeilujen ja mittarien nimet sekä merkinnät, joita ei ole vielä lähetetty. Merkinnät säilyvät 30 päivää, ja uloskirjautuminen poistaa ne.',
  conflicts: {
    notYours: 'Et voi enää kirjata tähän kokeiluun. Kysy kokeilun vastuuhenkilöltä.',
    tooOld: (days: number) =>
      `Merkintä on yli ${days} päivää vanha, eikä sitä enää oteta vastaan. Lisää se mittausten sivulla, jos se on yhä tallessa muualla.`,
    ended: 'Kokeilu ei ota enää vastaan mittauksia: se on päättynyt tai siitä on jo päätetty.',
    noMeasure: 'Tätä mittaria ei enää ole kokeilun suunnitelmassa.',
    unitChanged: (before: string, now: string) =>
      `Mittarin yksikkö on vaihtunut: merkitsit yksikössä ”${before}”, nyt se on ”${now}”.`,
    noPlace: 'Paikka tai versio, johon kirjasit, ei ole enää suunnitelmassa.',
    futureDay: 'Merkinnän päivä on vasta tulossa. Tarkista puhelimen kello.',
  },
  // Sentences for the script of the phone; {count}, {what}, {day} and {unit} are filled in there.
  phone: {
    waitingOne: 'Yksi merkintä odottaa yhteyttä.',
    waitingMany: '{count} merkintää odottaa yhteyttä.',
    sending: 'Lähetetään.',
    sentOne: 'Lähetetty: {what}.',
    sentMany: '{count} merkintää on lähetetty.',
    kept: 'Kiitos. Kirjattu puhelimeen: {what}. Lähtee, kun yhteys palaa.',
    keptOnline: 'Kiitos. Kirjattu: {what}.',
    sendNow: 'Lähetä nyt',
    listTitle: 'Puhelimessa odottavat',
    conflictTitle: 'Nämä tarvitsevat sinua',
    conflictLede: 'Näitä merkintöjä ei voitu tallentaa sellaisenaan. Valitse, mitä kullekin tehdään.',
    replace: 'Korvaa aiempi',
    keepBoth: 'Pidä molemmat',
    acceptUnit: 'Tallenna yksikössä ”{unit}”',
    tryAgain: 'Yritä uudelleen',
    throwAway: 'Poista merkintä',
    about: '{what}, {day}',
    thrownAway: 'Merkintä on poistettu puhelimesta.',
    tooOldOne: 'Yksi merkintä odotti yli 30 päivää, ja se poistettiin puhelimesta.',
    tooOldMany: '{count} merkintää odotti yli 30 päivää, ja ne poistettiin puhelimesta.',
    signedOutOne:
      'Kirjautumisesi on päättynyt. Yksi merkintä odottaa puhelimessa. Se lähtee, kun kirjaudut uudelleen, ja poistuu, jos et kirjaudu 30 päivään.',
    signedOutMany:
      'Kirjautumisesi on päättynyt. {count} merkintää odottaa puhelimessa. Ne lähtevät, kun kirjaudut uudelleen, ja poistuvat, jos et kirjaudu 30 päivään.',
    signIn: 'Kirjaudu ja lähetä',
    throwAllAway: 'Poista kaikki puhelimesta',
    refused: 'Palvelu ei ottanut merkintää vastaan.',
    later: 'Palvelu on ruuhkainen. Merkinnät lähtevät hetken päästä.',
    full: 'Puhelin ei saanut merkintää talteen. Kirjaa se muualle ja yritä uudelleen.',
    noNumber: 'Kirjoita määrä numeroin, esimerkiksi 12 tai 3,5.',
    noPlace: 'Valitse, missä paikassa tai millä versiolla mitattiin.',
    noDay: 'Kirjoita päivä, esimerkiksi 24.12.2025.',
    futureDay: 'Päivä on vasta tulossa. Kirjaa mittaus, kun se on tehty.',
    unknownMeasure:
      'Tätä mittaria ei ole puhelimessa. Avaa pikakirjaus kerran verkossa, niin mittarit tallentuvat.',
    nothingKept:
      'Puhelimessa ei ole mittareita. Avaa pikakirjaus kerran verkossa, niin kirjaaminen onnistuu myös ilman yhteyttä.',
    offline: 'Ei yhteyttä. Voit kirjata: merkinnät lähtevät, kun yhteys palaa.',
    howMuch: 'Kuinka paljon?',
    choose: 'Mitä kirjaat?',
    otherMeasure: 'Muut mittarit',
    signOutOne:
      'Tässä puhelimessa on yksi merkintä, jota ei ole vielä lähetetty. Jos kirjaudut ulos, se poistuu.',
    signOutMany:
      'Tässä puhelimessa on {count} merkintää, joita ei ole vielä lähetetty. Jos kirjaudut ulos, ne poistuvat.',
    signOutSend: 'Lähetä ensin',
  },
}

export type PhoneLogTexts = typeof phoneLog
