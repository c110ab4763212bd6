export const reminders = {
  promise: {
    title: 'Kuka kirjaa?',
    lede: 'Kun joku lupaa kirjata mittarin, hän saa siitä muistutuksen kerran viikossa. Nimet näkevät vain työkaverit.',
    button: 'Minä kirjaan tämän',
    buttonAbout: (measure: string) => `(${measure})`,
    back: 'Peru lupaukseni',
    promised: (names: string) => `Kirjaa: ${names}.`,
    you: 'sinä',
    nobody: 'Kukaan ei ole vielä luvannut kirjata tätä.',
    over: 'Kokeilu on päättynyt tai ei ole vielä alkanut, joten uusia lupauksia ei tarvita.',
    notNow: 'Lupauksen voi antaa vain, kun kokeilu on käynnissä. Katso kokeilun vaihe sen sivulta.',
    thanks: (measure: string) =>
      `Kiitos. Muistutus mittarista ${measure} tulee maanantaiaamuisin, jos kirjaus puuttuu.`,
    taken: 'Lupaus on peruttu. Muistutuksia ei enää tule siitä.',
    link: 'Sovi, kuka kirjaa',
    missing: 'Kukaan ei ole luvannut kirjata tämän kokeilun mittareita. Sovi, kuka kirjaa.',
    nobodyYet: 'Kukaan ei ole vielä luvannut kirjata tämän kokeilun mittareita.',
    stopped: 'Olet lopettanut muistutukset, joten kirjeitä ei tule, vaikka lupaat.',
    start: 'Ota muistutukset käyttöön',
    started: 'Muistutukset ovat taas käytössä.',
  },
  letter: {
    subjectOne: (measure: string) => `Viikon kirjaus: ${measure}`,
    subjectMany: (count: number) => `Viikon kirjaukset: ${count} mittaria`,
    hello: (name: string) => `Hei ${name}`,
    ledeOne: 'Lupasit kirjata tämän. Yksi painallus riittää.',
    ledeMany: 'Lupasit kirjata nämä. Yksi painallus kuhunkin riittää.',
    measure: (name: string, unit: string) => (unit === '' ? name : `${name} (${unit})`),
    log: 'Kirjaa',
    replyNumber:
      'Voit myös vastata tähän viestiin: kirjoita ensimmäiselle riville pelkkä luku, esimerkiksi 3,5.',
    replyFace:
      'Voit myös vastata tähän viestiin: kirjoita ensimmäiselle riville hyvin, siltä väliltä tai huonosti.',
    replyScale: 'Voit myös vastata tähän viestiin: kirjoita ensimmäiselle riville luku yhdestä viiteen.',
    replyUnits: (unit: string) =>
      `Voit myös vastata tähän viestiin: kirjoita kullekin riville paikka tai versio ja luku, esimerkiksi ${unit} 3,5.`,
    replyMany:
      'Voit myös vastata sähköpostilla. Kullakin mittarilla on oma osoitteensa, jotta luvut eivät mene sekaisin.',
    replyTo: 'Vastausosoite',
    replyDiary:
      'Jos kirjoitat muuta kuin luvun, teksti menee kokeilun julkiseen päiväkirjaan. Älä kirjoita nimiä.',
    valid:
      'Linkit kelpaavat seuraavaan muistutukseen asti. Älä välitä tätä viestiä muille: linkit ovat sinun.',
    stop: 'Et halua muistutuksia? Lopeta ne yhdellä painalluksella:',
  },
  answer: {
    title: 'Kirjaa',
    lede: (date: string) => `Kirjataan päivälle ${date}. Tarkista ja paina nappia.`,
    face: 'Miten meni?',
    faceMissing: 'Valitse, miten meni.',
    button: 'Kirjaa',
    doneTitle: 'Kirjattu',
    doneText: 'Kiitos. Tämän viikon kirjaus on tehty.',
    closedTitle: 'Linkki ei ole enää voimassa',
    closedText:
      'Linkki kelpaa seuraavaan muistutukseen asti ja vain niin kauan kuin lupauksesi on voimassa. Voit aina kirjata kirjautumalla sisään.',
    signIn: 'Kirjaudu sisään',
    another: 'Kirjaa lisää',
  },
  stop: {
    title: 'Lopeta muistutukset',
    lede: 'Kun painat nappia, viikkomuistutuksia ei enää tule. Lupauksesi kirjata säilyy, ja voit perua sen kokeilun sivulla.',
    button: 'Lopeta muistutukset',
    doneTitle: 'Muistutukset on lopetettu',
    doneText:
      'Viikkomuistutuksia ei enää tule. Voit ottaa ne käyttöön kokeilun sivulla kohdasta ”Kuka kirjaa?”.',
    closedTitle: 'Linkki ei ole enää voimassa',
    closedText: 'Uusimman muistutuksen linkki toimii. Voit lopettaa muistutukset myös kirjautumalla sisään.',
  },
  reply: {
    subject: (subject: string) => `Vs: ${subject}`,
    logged: (value: string, measure: string, date: string) => `Kirjattu: ${value}, ${measure}, ${date}.`,
    loggedAt: (place: string, value: string) => `${place}: ${value}`,
    noted: 'Loppuviesti on tallennettu huomautukseksi.',
    noteCut: (most: number) =>
      `Huomautukseen mahtui ${most} merkkiä. Loput jäi tallentamatta, kirjoita ne halutessasi päiväkirjaan.`,
    diary: (date: string) =>
      `Viestisi on nyt kokeilun päiväkirjassa päivällä ${date}. Kuka tahansa voi lukea sen.`,
    diaryCut: (most: number) => `Päiväkirjaan mahtui ${most} merkkiä. Loput jäi tallentamatta.`,
    attachments: 'Liitteitä ei tallenneta.',
    correct: 'Jos jokin meni väärin, korjaa se täällä:',
    nothing: 'Mitään ei tallennettu.',
    empty:
      'Viestissä ei ollut tekstiä ennen lainausta. Kirjoita luku ensimmäiselle riville, esimerkiksi 3,5.',
    unclearNumber: (text: string) =>
      `En ollut varma, mitä ”${text}” tarkoittaa. Kirjoita ensimmäiselle riville pelkkä luku, esimerkiksi 3,5.`,
    otherUnit: (unit: string) => `Luvun pitää olla yksikössä ${unit}. Kirjoita pelkkä luku.`,
    offScale: 'Luvun pitää olla yhdestä viiteen. Kirjoita pelkkä luku ensimmäiselle riville.',
    unclearFace: (text: string) =>
      `En ollut varma, mitä ”${text}” tarkoittaa. Kirjoita ensimmäiselle riville hyvin, siltä väliltä tai huonosti.`,
    whichPlace: (places: string) =>
      `Kerro kullakin rivillä, missä tai millä versiolla mitattiin, ja sitten luku. Vaihtoehdot: ${places}.`,
    samePlaceTwice: (place: string) => `${place} oli viestissä kahdesti. Kirjoita kukin kerran.`,
    whichMeasure:
      'Muistutuksessa oli useampi mittari. Vastaa kunkin omaan osoitteeseen, niin luku menee oikealle:',
    sameDay: (date: string) =>
      `Päivälle ${date} on jo kirjattu mittaus. Toista ei lisätty. Voit korvata aiemman täällä:`,
    notTaken: (reason: string) => `Viestiäsi ei voitu tallentaa. ${reason}`,
  },
}

export type RemindersTexts = typeof reminders
